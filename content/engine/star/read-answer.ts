import type { Span } from '../score/sentences.ts';
import type { AnswerRole } from './answer-role.ts';
import { readSentence, type ReadSentence } from './answer-words.ts';
import type { Deed } from './deeds.ts';
import { giveRoles, labelAroundPlaced, type LabelledSentence } from './label-roles.ts';
import type { SplitAnswer } from './split-answer.ts';
import { isTally } from './tally.ts';
import { functionWords, genericWords, isPast, plainDeeds } from './word-forms.ts';

export interface AnswerSentence extends ReadSentence {
  readonly role: AnswerRole;
  /** The role by its words alone, where they are clear. */
  readonly own: AnswerRole | null;
  /** Where its words would put it, 0 (situation) to 4 (reflection); null where they say nothing. */
  readonly rank: number | null;
  /** See LabelledSentence. */
  readonly weights: readonly number[];
  readonly deeds: readonly Deed[];
  /** 0..1: reads as a sentence of English that is not copied or repeated. */
  readonly prose: number;
  /** 0..1: the prose, and how much it says that could be checked. Signs count by it. */
  readonly weight: number;
  /** Told as what would or will be done, not as what was. */
  readonly hypothetical: boolean;
  /** Told as what one does in general. */
  readonly habit: boolean;
  readonly person: boolean;
  /** Put where it stands by a program: says nothing of the order in which it was told. */
  readonly placed: boolean;
}

export interface AnswerReading {
  readonly text: string;
  readonly sentences: readonly AnswerSentence[];
  readonly question: ReadSentence;
  /** Why this can hardly be read as English; null where it can. */
  readonly foreign: string | null;
}

/** @param given roles set by the person, one or null for each sentence in order */
export function readAnswer(
  split: SplitAnswer,
  question: string,
  given: readonly (AnswerRole | null)[] = [],
): AnswerReading {
  return settleRoles(readByRules(split, question), given);
}

/** An answer read as far as no role that a person gave matters. */
export interface RuledAnswer {
  readonly text: string;
  readonly asked: ReadSentence;
  readonly read: readonly ReadSentence[];
  readonly byRule: readonly LabelledSentence[];
  readonly placed: readonly Span[];
}

/** The larger part of reading an answer: done once, also where it is scored with and without given roles. */
export function readByRules(
  { text, spans }: SplitAnswer,
  question: string,
  placed: readonly Span[] = [],
): RuledAnswer {
  const read = spans.map((span) => readSentence(text, span));
  return {
    text,
    asked: readSentence(question.slice(0, 20_000), [0, Math.min(question.length, 20_000)]),
    read,
    placed,
    byRule: labelAroundPlaced(
      read,
      ({ span }) => isQuestion(text, span),
      (sentence) => isPlaced(sentence, placed),
    ),
  };
}

/** @param given roles set by the person, one or null for each sentence in order */
export function settleRoles(
  { text, asked, read, byRule, placed }: RuledAnswer,
  given: readonly (AnswerRole | null)[],
): AnswerReading {
  const roles = giveRoles(byRule, given);
  // Plain speakers tell what happened in the present; without a past and without a figure it is a creed.
  const creed =
    byRule.some(({ deeds }) => deeds.length > 0) &&
    !byRule.some(({ deeds }) =>
      deeds.some(({ kind, verb }) => kind === 'past' || (kind === 'negated' && verb !== 'been')),
    ) &&
    !read.some(({ words }) => words.some(({ form }) => /^[#@](?!name)/.test(form)));
  const seen = new Set<string>();
  const sentences = read.map((sentence, at): AnswerSentence => {
    const repeated = sentence.length > 3 && seen.has(sentence.line);
    seen.add(sentence.line);
    const prose = repeated ? 0 : readsAsProse(sentence) * isOwnWording(sentence, asked);
    const deeds = roles[at]?.deeds ?? [];
    const role = roles[at]?.role ?? 'other';
    const told = deeds.filter(({ kind }) => kind === 'past' || kind === 'present').length;
    const supposed = deeds.filter(({ kind }) => kind === 'hypothetical').length;
    const general = deeds.filter(({ kind }) => kind === 'habit').length;
    const roadNotTaken = / (?:could|would|might|should) have /.test(sentence.line);
    const own = roles[at]?.own ?? null;
    return {
      ...sentence,
      role,
      own,
      rank: roles[at]?.rank ?? null,
      weights: roles[at]?.weights ?? [],
      deeds,
      prose,
      weight: prose * (0.12 + 0.88 * findSubstance(sentence)),
      hypothetical:
        (supposed > 0 &&
          told === 0 &&
          !roadNotTaken &&
          !(own === 'reflection' || isLesson(sentence.line))) ||
        (/ (?:if (?:i|we|he|she|they|it|somebody|someone) (?:saw|were|had to|noticed|was|got|would|needed)) /.test(
          sentence.line,
        ) &&
          supposed > 0 &&
          told === 0 &&
          own !== 'reflection'),
      habit:
        creed ||
        (role !== 'reflection' && ((general > 0 && told === 0) || isSelfPraise(sentence.line))),
      person: findPerson(sentence) !== null,
      placed: isPlaced(sentence, placed),
    };
  });
  return { text, sentences, question: asked, foreign: explainForeign(text, sentences) };
}

function isPlaced({ span }: ReadSentence, placed: readonly Span[]): boolean {
  return placed.some(([from, to]) => span[0] >= from && span[0] < to);
}

function isLesson(line: string): boolean {
  return / (?:next time|i would (?!have |not )(?:\S+ ){1,9}(?:earlier|sooner|from the (?:start|beginning))(?! than later)|do it over|do it again|could do it|had known|another chance|differently|in future|in the future|looking back|hindsight|if i did it|had to do it again|would now) /.test(
    line,
  );
}

function isSelfPraise(line: string): boolean {
  return / (?:i (?:am|have always been) (?:very |always |truly |so |a very |good |passionate |used |simply |extremely )|i (?:believe|pride|strive|thrive|love|invest|bring|hold|take (?:tremendous |great )?pride|like to|always|never fail)|is (?:very |so |extremely )?important (?:to|for)|in my dna|heart of who i am|is key|is the key|who i am) /.test(
    line,
  );
}

function isQuestion(text: string, [from, to]: Span): boolean {
  if (!text.slice(Math.max(from, to - 3), to).includes('?')) return false;
  // "We asked one thing: what did you know?": told, and not asked of whoever listens.
  if (/^[^:?]*\s[^:?]*\s[^:?]*:\s/.test(text.slice(from, to))) return false;
  // What a statement quotes is not asked: I kept the note “who is told?”.
  if (!/["”»]/.test(text.slice(Math.max(from, to - 3), to))) return true;
  const opened = text.slice(from, to - 3).search(/["“«]/);
  return opened < 0 || !/\p{L}/u.test(text.slice(from, from + opened));
}

/** Whether a sentence holds together: words that join, a verb, no bare list, no salad. */
function readsAsProse(sentence: ReadSentence): number {
  const { words, length, glue } = sentence;
  if (length === 0) return 0;
  if (length < 3) return 0.3;
  if (isTally(sentence)) return 1;
  let stops = 0;
  let verbs = 0;
  let clashes = 0;
  let odd = 0;
  for (const [at, { form, raw }] of words.entries()) {
    const before = words[at - 1]?.form ?? '';
    if (form === ',') stops += 1;
    else if (isVerb(form, before)) verbs += 1;
    if (articles.test(before) && misplaced.test(form)) clashes += 1;
    if (form === before && form !== '#' && form !== ',' && !/^(?:had|that|very)$/.test(form))
      clashes += 1;
    if (raw.length > 3 && !/[aeiouyà-ÿ]/i.test(raw) && /^\p{Ll}+$/u.test(raw)) odd += 1;
  }
  let value = Math.min(1, Math.max(0, (glue - 0.1) / 0.16));
  if (verbs === 0) value *= 0.6;
  if (stops / length > 0.34) value *= 0.2;
  if (clashes > 0) value *= Math.max(0, 1 - (clashes / length) * 14);
  if (odd / length > 0.15) value *= 0.1;
  return value;
}

const articles = /^(?:the|a|an|my|our|their|your)$/;
const misplaced =
  /^(?:of|to|and|the|a|an|is|was|were|are|i|we|he|she|they|it|by|for|with|because|that|but|or|so|had|has|have|did|from|if|me|us|at|on|would|could)$/;

function isVerb(form: string, before: string): boolean {
  return (
    /^(?:am|is|are|was|were|be|been|has|have|had|do|does|did|can|could|would|will|may|might|must|should|@name)$/.test(
      form,
    ) ||
    isPast(form) ||
    (plainDeeds.has(form) && /^(?:i|we|he|she|they|to|people|nobody|not|who|you)$/.test(before)) ||
    /^(?:i|we|they|he|she|nobody|everyone|it|who|you)$/.test(before)
  );
}

/** Copying what was asked says nothing. */
function isOwnWording(sentence: ReadSentence, asked: ReadSentence): number {
  if (asked.length < 4 || sentence.length < 4) return 1;
  const known = new Set(asked.words.map(({ form }) => form));
  let shared = 0;
  let bearing = 0;
  for (const { form } of sentence.words) {
    if (form === ',' || functionWords.has(form)) continue;
    bearing += 1;
    if (known.has(form)) shared += 1;
  }
  if (bearing < 2) return 1;
  const share = shared / bearing;
  return share >= 0.75 ? 0.05 : share >= 0.55 ? 0.4 : 1;
}

/** 0..1 by words that say something of their own, figures and names among them. */
function findSubstance({ content, words, length }: ReadSentence): number {
  let figures = 0;
  let empty = 0;
  for (const { form } of words) {
    if (/^[#@]/.test(form)) figures += 1;
    else if (genericWords.has(form)) empty += 1;
  }
  const own = content.size + Math.min(2, figures) * 0.8;
  const size = Math.min(1, Math.max(0, (own - 0.5) / 3));
  // A slogan may hold a rare word or two among many empty ones.
  const density = own / Math.max(1, own + empty);
  return size * Math.min(1, Math.max(0.1, density / 0.5)) * (length > 60 ? 0.9 : 1);
}

const roleNouns =
  / (managers?|directors?|colleagues?|supervisor|boss|lead|leads|head of \S+|cto|ceo|cfo|ciso|officer|owner|owners|engineers?|developers?|admins?|administrator|analysts?|auditors?|chief|chef|nurse|doctor|teacher|customers?|clients?|lawyers?|counsel|legal|finance|researcher|producer|founder|director's|vendor|supplier|partner|partners|guests?|patients?|parents?|clerks?|volunteers?|residents?|intern|junior|sponsor|team lead|product|support|marketing|sales|regulator|mentor|users?|professor|secretary|accountant|architect|tester|designer|operator|warehouse|neighbou?r|student|students|board|council|charity|couple|couples|hr|captain|caretaker|cook|waiters?|drivers?|pupils?|landlord|landlady|tenants?|farmers?|mayor|warden|coach|carers?|porters?|technicians?|electrician|plumber|solicitor|vicar|imam|priest|headteacher|headmaster|headmistress|principal|apprentices?|trainees?|assistants?|committee|mother|father|brother|sister|cousin|uncle|aunt|husband|wife|daughter|sons?|famil(?:y|ies)|passengers?|visitors?|treasurer|trainers?|pilot|mechanic|midwife|therapist|pharmacist|receptionist|editor|photographer|buyers?|sellers?|tutor|classmates?|roommates?|friends?|foreman|contractor|surveyor|inspector|examiner|woman|women|man|boys?|girls?|child|children|members?|crew|owners?) /;
const humanVerbs =
  /^(?:was|were|had|did|said|told|asked|thought|argued|disagreed|agreed|believed|feared|wanted|objected|explained|refused|worried|joined|knew|saw|showed|helped|found|rebuilt|wrote|took|gave|made|came|led|left|called|rang|went|needed|held|insisted|who|from|and)$/;

/** Index of the word that names a person or a part that a person plays; null where there is none. */
export function findPerson(sentence: ReadSentence): number | null {
  const noun = roleNouns.exec(sentence.line);
  if (noun) return sentence.starts.indexOf(noun.index + 1);
  for (const [at, { raw, form }] of sentence.words.entries()) {
    if (!/^\p{Lu}[\p{Ll}'’-]/u.test(raw) || functionWords.has(form)) continue;
    const next = sentence.words[at + 1];
    const after = next?.form === ',' ? sentence.words[at + 2] : next;
    const before = sentence.words[at - 1]?.form ?? '';
    if (/^(?:mr|mrs|ms|dr|miss|mister)$/.test(form)) return at;
    if (at === 0 && (genericWords.has(form) || isPast(form))) continue;
    if (
      humanVerbs.test(after?.form ?? '') ||
      /^(?:asked|told|called|rang|with|showed|gave|phoned|helped|invited|trained|convinced|persuaded|manager|lead|director|to|by|mentor|colleague|@name)$/.test(
        before,
      )
    )
      return at;
  }
  return null;
}

function explainForeign(text: string, sentences: readonly AnswerSentence[]): string | null {
  const sample = text.slice(0, 20_000);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return text.trim() === '' ? null : 'it has no words';
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (latin / letters < 0.6) return 'most of it is in another script';
  let length = 0;
  let glue = 0;
  for (const sentence of sentences) {
    length += sentence.length;
    glue += sentence.glue * sentence.length;
  }
  if (length >= 5 && glue / length < 0.2) return 'too little of it reads as English sentences';
  return null;
}
