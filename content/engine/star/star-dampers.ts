import type { AnswerReading } from './read-answer.ts';
import { isBlame } from './blame.ts';
import { findSlack } from './label-roles.ts';
import { readFigures } from './figures-told.ts';
import { genericWords } from './word-forms.ts';
import { spansOf, starDimensions, type Finding, type StarDamper } from './star-rule.ts';
import { findDenials } from './denied-results.ts';
import { findLaterUses } from './used-since.ts';

export const starDampers: readonly StarDamper[] = [
  {
    id: 'no-prose',
    dimensions: starDimensions,
    find: ({ sentences, foreign }) => {
      const loose = sentences.filter(({ prose, length }) => prose < 0.4 && length > 4);
      const share = loose.reduce((all, { length }) => all + length, 0) / total(sentences);
      return { share: foreign === null ? 0.6 * share : 0.9, spans: spansOf(loose) };
    },
    why: 'Words in a row, copied or repeated sentences and the question itself tell nothing.',
    lift: 'Leave out lists of words, repetitions and the question.',
  },
  {
    id: 'hypothetical',
    dimensions: starDimensions,
    find: ({ sentences }) => {
      const told = sentences.filter(({ hypothetical }) => hypothetical);
      return {
        share: 0.75 * Math.min(1, (told.length / Math.max(1, sentences.length)) * 1.3),
        spans: spansOf(told),
      };
    },
    why: 'Tells what would be done. What was done can be asked about, what would be done cannot.',
    lift: 'Tell one time when it happened, in the past tense.',
  },
  {
    id: 'in-general',
    dimensions: starDimensions,
    find: ({ sentences }) => {
      const told = sentences.filter(({ habit }) => habit);
      return {
        share: 0.5 * Math.min(1, (told.length / Math.max(1, sentences.length)) * 1.3),
        spans: spansOf(told),
      };
    },
    why: 'Tells what you are like or do in general, and not what happened.',
    lift: 'Replace what you always do by one time when you did it.',
  },
  {
    id: 'order',
    dimensions: starDimensions,
    find: findDisorder,
    why: 'The sentences do not follow on each other: what was, what you did, what came of it, what you took from it.',
    lift: 'Tell it in order: situation, task, action, result, reflection.',
  },
  {
    id: 'empty-words',
    dimensions: ['specificity', 'own_action', 'judgement', 'reflection'],
    find: ({ sentences }) => {
      let empty = 0;
      let said = 0;
      for (const { words, content } of sentences) {
        said += content.size;
        for (const { form } of words) if (genericWords.has(form)) empty += 1;
      }
      const share = empty / Math.max(1, empty + said);
      return { share: 0.6 * Math.min(1, Math.max(0, share - 0.52) / 0.3), spans: [] };
    },
    why: 'Many words that fit any story: issues, things, various, improve, successful.',
    lift: 'Replace words that fit any story by what it was here.',
  },
  {
    id: 'unsupported-figures',
    dimensions: ['result', 'specificity', 'judgement'],
    find: (answer) => {
      const told = readFigures(answer).filter(
        ({ bare, hype, absurd, sentence: { role } }) =>
          absurd ||
          (bare && role !== 'situation' && role !== 'task' && (hype || role !== 'action')),
      );
      const share = told.reduce(
        (sum, { hype, absurd }) => sum + (absurd ? 0.3 : hype ? 0.22 : 0.08),
        0,
      );
      return { share: Math.min(0.4, share), spans: spansOf(told.map(({ sentence }) => sentence)) };
    },
    why: 'A grand figure without what it was before, over what time, or how it was measured, cannot be believed or asked about.',
    lift: 'Give each figure its baseline, its time and its source, or leave it out.',
  },
  {
    id: 'figures-cannot-be-so',
    dimensions: starDimensions,
    find: (answer) => {
      const told = readFigures(answer).filter(({ absurd }) => absurd);
      const share = told.length / Math.max(1, answer.sentences.length);
      return {
        share: 0.5 * Math.min(1, 1.3 * share),
        spans: spansOf(told.map(({ sentence }) => sentence)),
      };
    },
    why: 'A figure that cannot be so, such as more than all of something, makes the rest hard to believe.',
    lift: 'Give the figure that was counted, or say what you saw.',
  },
  {
    id: 'hedges',
    dimensions: ['specificity', 'own_action', 'result', 'relevance'],
    find: ({ sentences }) => {
      const told = sentences.flatMap((sentence) => {
        const found = sentence.line.match(hedges)?.length ?? 0;
        return found > 0 ? [{ sentence, found: Math.min(3, found) }] : [];
      });
      const all = told.reduce((sum, { found }) => sum + found, 0);
      // One word of doubt is honest; a doubt in every sentence leaves nothing to ask about.
      const each = Math.max(0, all / Math.max(3, sentences.length) - 0.4);
      return {
        share: Math.min(0.35, 0.25 * each),
        spans: each > 0 ? spansOf(told.map(({ sentence }) => sentence)) : [],
      };
    },
    why: 'Takes back with “sort of”, “maybe” and “I guess” what it says.',
    lift: 'Say what you are sure of plainly, and name once what you are not sure of.',
  },
  {
    id: 'result-denied',
    dimensions: ['result'],
    find: findDenials,
    why: 'Says that nothing was measured or came of it.',
    lift: 'Find out what came of it, or say what you could see of it.',
  },
  {
    id: 'claims-everything',
    dimensions: ['own_action', 'judgement', 'relevance', 'specificity'],
    find: ({ sentences }) => {
      const told = spareOneDecision(sentences);
      const strong = told.filter(({ line }) => everything.test(line));
      const wide = told.filter(({ line }) => sweeping.test(line) && !everything.test(line));
      const clashes = sentences.filter(({ line }) => asOne.test(line)).length;
      const share = 0.25 * strong.length + 0.12 * Math.max(0, wide.length - 1) + 0.12 * clashes;
      return {
        share: Math.min(0.6, share),
        spans: share > 0 ? spansOf([...strong, ...wide]) : [],
      };
    },
    why: 'Claims all of it alone. Whoever asks will want to know what the others did.',
    lift: 'Say what others did, and keep to what was yours.',
  },
  {
    id: 'blame',
    dimensions: ['reflection', 'judgement', 'own_action'],
    find: ({ sentences }) => {
      const told = sentences.filter(({ line }) => isBlame(line));
      return { share: Math.min(0.6, 0.4 * told.length), spans: spansOf(told) };
    },
    why: 'Puts it on others. What you could have done otherwise is what is asked for.',
    lift: 'Say what was in your own hands, and leave the judgement of others out.',
  },
  {
    id: 'rambling',
    dimensions: starDimensions,
    find: ({ sentences }) => {
      const idle = sentences.filter(({ weight, role }) => weight < 0.35 && role !== 'other');
      const words = idle.reduce((all, { length }) => all + length, 0);
      const share = words / total(sentences);
      return { share: words < 40 ? 0 : Math.min(0.4, 0.55 * share), spans: spansOf(idle) };
    },
    why: 'Long stretches say nothing that could be asked about.',
    lift: 'Cut the sentences that would fit any story.',
  },
];

const hedges =
  / (?:sort of|kind of|i guess|i suppose|maybe|perhaps|possibly|probably|presumably|hopefully|or something|or so|or whatever|somehow|more or less|i think|i believe|i am not sure|if i remember|roughly speaking|basically|in a way)(?= )/g;

/** Said of oneself, and of all of it. */
const everything =
  / (?:single-?handed\w*|all by myself|without me|nobody else (?:did|could|helped|contributed|understood|had)|nobody helped|no one else (?:did|could|helped|contributed|understood)|(?:was|am) the only one (?:who|that)|thanks to me|did it all|did everything|i (?:\S+ ){0,8}(?:everything(?! (?:that|which|i|we|he|she|they|in|on|about|from|with|at|but|except|else|older|newer|again|back|down|up) )|all of it|by myself|on my own)|(?:everything|all of it) (?:\S+ ){0,3}myself|came from me|i (?:\S+ ){0,2}it alone|i knew better|without any help|what she is today|what he is today|never needed|did not need (?:anyone|anybody|to ask)|relied on me|hardly ever wrong|i was right) /;
const sweeping =
  / i (?:\S+ ){0,5}(?:alone|everybody|everyone|all the \S+|(?:the|a) (?:complete|whole|entire) \S+|every team|all of them|all (?:their|his|her) \S+) /;
/** Somebody has to decide: said once, that is no claim of all of it. */
const decidedAlone =
  / (?:decided?|chose|choose|took|take|made|make) (?:(?:it|this|that|(?:this|that|the|my|one|a) (?:\S+ )?(?:decision|choice|call|risk|step)) )?(?:alone|by myself|on my own)(?= )/;

function spareOneDecision(sentences: AnswerReading['sentences']): AnswerReading['sentences'] {
  const at = sentences.findIndex(({ line }) => decidedAlone.test(line));
  return sentences.map((one, place) =>
    place === at ? { ...one, line: one.line.replace(decidedAlone, ' decided') } : one,
  );
}

/** What one person cannot do: the traces of "we" turned into "I". */
const asOne =
  / (?:i (?:all|both|together|met (?:each other|up)|as a team|were|jointly|each)|between myselves|i (?:\S+ ){0,3}(?:together(?! with)|with each other|as a group|jointly)|my team i|one of me|some of me|none of me|all of me) /;
/**
 * How sure it is that sentences stand the wrong way round: by their roles, by an opening that leans on
 * nothing or sets no scene, and by an end in the middle of things. The weights are a logistic
 * regression's over the answers for tuning and four random orders of each, rounded. Whoever tells a
 * story out of order has still told it, so it never takes more than a third.
 */
function findDisorder({ sentences }: AnswerReading): Finding {
  // What was done another time stands behind the lesson, though its words are those of a deed.
  const later = new Set(findLaterUses({ sentences }).map(({ sentence }) => sentence));
  const told = sentences
    .slice(0, 120)
    .filter((sentence) => !sentence.placed && !later.has(sentence));
  const ranked = told.filter(({ rank }) => rank !== null);
  if (ranked.length < 3) return { share: 0, spans: [] };
  const whole = findTurned(told);
  // Some begin with what came of it, and then tell it in order.
  const headed = findTurned(told.slice(told.findIndex(({ rank }) => rank !== null) + 1));
  const turned = ranked.length > 3 && headed < 0.08 ? Math.min(headed + 0.05, whole) : whole;
  const first = (told.find(({ role }) => role !== 'other') ?? told[0])?.line ?? '';
  const endsEarly = 1 - (told.at(-1)?.rank ?? 2) / 4;
  const odds =
    4 * turned +
    1.3 * Number(leans.test(first)) -
    1.2 * Number(setsScene.test(first)) +
    1.5 * endsEarly -
    2.3;
  const sure = 1 / (1 + Math.exp(-odds));
  // Of three sentences hardly one has to be misread for them to seem turned.
  const enough = Math.min(1, (ranked.length - 2) / 4);
  const share = 0.3 * enough * sure ** 2;
  // So little is the doubt that any order leaves, and no reason to tell anybody to tell it otherwise.
  return { share: share < 0.006 ? 0 : share, spans: [] };
}

/** Begins a sentence that another one stood before. */
const leans =
  /^ (?:this|that|these|he|she|they|it|then|so|but|and|since|now|next|also|instead|therefore|afterwards|later|within|by the|from the|because of|after that|as a result|what it) /;

/** Where and when, and who one was there. */
const setsScene =
  / (?:when i was|i am (?:an?|the|one|in|on)|i was (?:an?|the|only|on|in)|i (?:work|worked|teach|taught|run|ran|serve|served|manage|managed|lead|led|look after|looked after)|(?:in|at|for|during|as) (?:my|our|the|an?)|last (?:year|winter|summer|spring|autumn|month|week)|(?:last|in) (?:january|february|march|april|may|june|july|august|september|october|november|december)|in @year|(?:years|months|weeks) ago) /;

/**
 * About 0 where sentences follow on each other, 0.8 where they were shuffled. Pairs that stand the wrong
 * way round tell it, and so does the likelihood of the whole; each alone is misled more often.
 */
function findTurned(sentences: AnswerReading['sentences']): number {
  const ranked = sentences.flatMap(({ rank }) => (rank === null ? [] : [rank]));
  return (findInverted(ranked) + findSlack(sentences)) / 2;
}

/** 0..1: the share of pairs that stand the wrong way round, the further apart the more. */
function findInverted(ranked: readonly number[]): number {
  let wrong = 0;
  let all = 0;
  for (const [at, rank] of ranked.entries()) {
    for (const later of ranked.slice(at + 1)) {
      const gap = Math.abs(rank - later);
      if (gap < 0.8) continue;
      all += Math.min(2, gap);
      if (rank > later) wrong += Math.min(2, gap);
    }
  }
  return all === 0 ? 0 : wrong / all;
}

function total(sentences: AnswerReading['sentences']): number {
  return Math.max(
    1,
    sentences.reduce((all, { length }) => all + length, 0),
  );
}
