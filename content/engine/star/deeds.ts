import type { ReadSentence } from './answer-words.ts';
import { isPast, plainDeeds, stillVerbs, wideVerbs } from './word-forms.ts';

export interface Deed {
  readonly who: 'i' | 'we';
  readonly verb: string;
  /** Index of the verb among the sentence's words. */
  readonly at: number;
  readonly subject: number;
  readonly kind: 'past' | 'present' | 'negated' | 'hypothetical' | 'habit';
  /** A verb so wide that it could be anything. */
  readonly wide: boolean;
}

const between =
  /^(?:then|also|first|firstly|personally|just|simply|immediately|quickly|finally|therefore|already|still|even|only|deliberately|again|next|later|once|instead|carefully|initially|directly|actually|myself|ourselves|both|all|together|always|usually|often|never|generally|typically|normally|rarely|and|proactively|successfully|eventually|soon|now|promptly|openly|clearly|plainly|[a-z]+ly)$/;
const habits = /^(?:always|usually|often|generally|typically|normally|sometimes|regularly)$/;
const modals = /^(?:would|might|will)$/;
/** "We could show", "I can delete": neither a deed nor a mere thought. */
const abilities = /^(?:could|can|may|must|shall|should)$/;

const ofTheTelling =
  /^(?:call|say|tell|describe|explain|talk|give|start|begin|share|use|speak|keep|forget|remember|admit|name)$/;

/** What "I" and "we" are said to have done, verbs that follow with "and" or a comma among them. */
export function findDeeds(sentence: ReadSentence): readonly Deed[] {
  const { words } = sentence;
  const deeds: Deed[] = [];
  const form = (at: number): string => words[at]?.form ?? '';
  const general =
    habits.test(form(0)) || /^ (?:in general|whenever|every time) /.test(sentence.line);
  let open: { who: 'i' | 'we'; subject: number; kind: Deed['kind'] } | null = null;
  for (let at = 0; at < words.length; at += 1) {
    const word = form(at);
    if (word === 'i' || word === 'we') {
      const found = readDeed(form, at, word, general);
      open = found ? { who: word, subject: at, kind: found.kind } : null;
      if (found) {
        deeds.push(found);
        at = found.at;
      }
      continue;
    }
    if (/^(?:he|she|they|it|who|which|that|because|@name)$/.test(word)) open = null;
    // "I stopped the job, wrote a note and compared": one subject, several verbs.
    if (open && (word === ',' || word === 'and' || word === 'but' || word === 'then')) {
      let next = at + 1;
      while (next < at + 4 && (between.test(form(next)) || form(next) === 'and')) next += 1;
      const verb = form(next);
      if (isPast(verb) && !isNounLike(form(next - 1)) && !stillVerbs.has(verb)) {
        deeds.push({
          who: open.who,
          subject: open.subject,
          kind: open.kind,
          verb,
          at: next,
          wide: wideVerbs.has(verb),
        });
        at = next;
      }
    }
  }
  return deeds;
}

function readDeed(
  form: (at: number) => string,
  subject: number,
  who: 'i' | 'we',
  general: boolean,
): Deed | null {
  let at = subject + 1;
  let kind: Deed['kind'] = general ? 'habit' : 'past';
  let perfect = false;
  if (form(at) === ',') return null;
  for (; at < subject + 9; at += 1) {
    const word = form(at);
    if (word === 'not' || word === 'never') kind = 'negated';
    else if (abilities.test(word)) return null;
    else if (modals.test(word)) kind = kind === 'negated' ? kind : 'hypothetical';
    else if (habits.test(word)) kind = 'habit';
    else if (word === 'have' || word === 'had' || word === 'did' || word === 'do')
      perfect = word !== 'do';
    else if (
      (word === 'was' || word === 'were') &&
      form(at + 1) === 'able' &&
      form(at + 2) === 'to'
    ) {
      at += 2;
      perfect = true;
    } else if (!between.test(word)) break;
  }
  // "I began to ask", "I managed to find", "I decided to take": the second verb tells the deed.
  let verb = form(at);
  if (/^(?:managed|began|started|went|helped|tried|decided|chose|offered|used)$/.test(verb)) {
    const follows =
      form(at + 1) === 'to' ? form(at + 2) : form(at + 1) === 'and' ? form(at + 2) : '';
    if (verb === 'used' && form(at + 1) === 'to') return null;
    if (follows !== '' && plainDeeds.has(follows)) {
      verb = follows;
      at += 2;
      perfect = true;
    }
  }
  // "I'll call her J", "I will never forget it": said of the telling, not of what would be done.
  if (kind !== 'past' && form(subject + 1) === 'will' && ofTheTelling.test(verb)) return null;
  if (kind === 'hypothetical') {
    // "I could see" is a real thing; "I could have" is a road not taken.
    return { who, verb, at, subject, kind, wide: true };
  }
  if (isPast(verb)) {
    if (stillVerbs.has(verb)) return null;
    return { who, verb, at, subject, kind, wide: wideVerbs.has(verb) };
  }
  if (plainDeeds.has(verb)) {
    const past = perfect || kind === 'negated';
    return {
      who,
      verb,
      at,
      subject,
      kind: past ? kind : kind === 'past' ? 'present' : kind,
      wide: wideVerbs.has(verb),
    };
  }
  return kind === 'negated' ? { who, verb, at, subject, kind, wide: true } : null;
}

function isNounLike(word: string): boolean {
  return /^(?:the|a|an|my|our|his|her|their|its|was|were|been|be|is|are|had|of)$/.test(word);
}
