/**
 * Our own answers as they lie in star/cases, and the pairs that are made of them. Only orderings are
 * stated, never a score.
 */
export interface StarStory {
  readonly id: string;
  readonly principle: string;
  readonly question: string;
  readonly parts: readonly Readonly<Record<string, string>>[];
  readonly [spoilt: string]: unknown;
}
export interface TextsForAny {
  readonly keywords: readonly string[];
  readonly gibberish: readonly string[];
  readonly long: readonly string[];
}
export interface Asked {
  readonly question: string;
  readonly principle: string;
  readonly answer: string;
}
export interface OrderedPair {
  readonly name: string;
  readonly kind: string;
  readonly better: Asked;
  readonly worse: Asked;
}

export interface Alike {
  readonly story: string;
  readonly replace: Readonly<Record<string, string>>;
  /** What the other one has in place of the story's own words. */
  readonly against?: Readonly<Record<string, string>>;
}
export interface AlikePair {
  readonly name: string;
  readonly kind: string;
  readonly one: Asked;
  readonly other: Asked;
}

/** Pairs written out, where no rule makes the worse one of the better one. */
export interface ToldTexts {
  readonly answers: readonly {
    readonly id: string;
    readonly principle: string;
    readonly question: string;
    readonly answer: string;
    readonly worse: readonly { readonly kind: string; readonly text: string }[];
  }[];
  readonly alike: readonly {
    readonly name: string;
    readonly principle: string;
    readonly question: string;
    readonly one: string;
    readonly other: string;
  }[];
  readonly roles: readonly StarStory['parts'][];
}

/** Texts of several files as if they stood in one. */
export function joinTold(all: readonly ToldTexts[]): ToldTexts {
  return {
    answers: all.flatMap(({ answers }) => answers),
    alike: all.flatMap(({ alike }) => alike),
    roles: all.flatMap(({ roles }) => roles),
  };
}

export function readToldPairs({ answers }: ToldTexts): readonly OrderedPair[] {
  return answers.flatMap(({ id, principle, question, answer, worse }) =>
    worse.map(({ kind, text }, at) => ({
      name: `${id} · ${kind}, told ${at}`,
      kind,
      better: { question, principle, answer },
      worse: { question, principle, answer: text },
    })),
  );
}

export function readToldAlike({ alike }: ToldTexts): readonly AlikePair[] {
  return alike.map(({ name, principle, question, one, other }) => ({
    name: `${name}, told`,
    kind: name,
    one: { question, principle, answer: one },
    other: { question, principle, answer: other },
  }));
}

type Part = readonly [key: string, text: string];
const partsOf = ({ parts }: StarStory): readonly Part[] =>
  parts.map((part) => Object.entries(part)[0] ?? ['other', '']);
const write = (parts: readonly Part[]): string => parts.map(([, text]) => text).join(' ');

/** choice and people are marks of our own; to a listener both are actions. */
export function rolesOf(story: Pick<StarStory, 'parts'>): readonly Part[] {
  return story.parts.map((part): Part => {
    const [key = 'other', text = ''] = Object.entries(part)[0] ?? [];
    return [key === 'choice' || key === 'people' ? 'action' : key, text];
  });
}

export function makeStarPairs(
  stories: readonly StarStory[],
  forAny: TextsForAny,
): readonly OrderedPair[] {
  return stories.flatMap((story, index) => pairsOf(story, stories, index, forAny));
}

function pairsOf(
  story: StarStory,
  stories: readonly StarStory[],
  index: number,
  forAny: TextsForAny,
): readonly OrderedPair[] {
  const parts = partsOf(story);
  const good = write(parts);
  const { question, principle } = story;
  const ask = (answer: string): Asked => ({ question, principle, answer });
  const pairs: OrderedPair[] = [];
  const add = (kind: string, worse: string, better = good): void => {
    pairs.push({
      name: `${story.id} · ${kind} ${pairs.length}`,
      kind,
      better: ask(better),
      worse: ask(worse),
    });
  };
  const said = (key: string): string | null => {
    const text = story[key];
    return typeof text === 'string' ? text : null;
  };
  for (const text of forAny.keywords) add('keyword stuffing', text);
  add('keyword stuffing', [...new Set(good.match(/[A-Za-z]{4,}/g))].join(' '));
  add('keyword stuffing', [...new Set(good.match(/[A-Za-z]{4,}/g))].join(', '));
  add('copied prompt', question);
  add('copied prompt', `${question} ${question} ${question}`);
  add('copied prompt', copyAsOwn(question, principle));
  for (const step of [3, 5]) {
    const other = stories[(index + step) % stories.length];
    if (other && other.principle !== principle) add('another answer', write(partsOf(other)));
  }
  for (const seed of [1, 2]) add('shuffled', write(shuffle(parts, seed)));
  add('shuffled', write([...parts].reverse()));
  add('empty', '');
  add('empty', 'I do not know.');
  for (const text of forAny.gibberish) add('gibberish', text);
  for (const text of forAny.long) add('long and weak', text);
  const short = write(parts.filter(([key], at) => key !== 'situation' || at === 0));
  for (const text of forAny.long) add('short and strong', text, short);
  add('we for I', sayWe(good));
  add('missing result', write(without(parts, 'result')));
  add('missing reflection', write(without(parts, 'reflection')));
  add('missing alternative', write(without(parts, 'choice')));
  add('missing action', write(without(parts, 'action')));
  add('missing people', write(without(parts, 'people')));
  const invented = said('invented');
  if (invented !== null) add('invented numbers', write(replaceResult(parts, invented)));
  const negated = said('negated');
  if (negated !== null) add('negated', write(replaceResult(parts, negated)));
  const blame = said('blame');
  if (blame !== null) add('blame', write([...without(parts, 'reflection'), ['reflection', blame]]));
  for (const kind of ['vague', 'hypothetical', 'alone', 'fluent']) {
    const text = said(kind);
    if (text !== null) add(kind, text);
  }
  const plain = said('plain');
  if (plain !== null) {
    for (const kind of ['fluent', 'vague', 'hypothetical', 'alone']) {
      const text = said(kind);
      if (text !== null) add('plain English', text, plain);
    }
    for (const text of forAny.long) add('plain English', text, plain);
  }
  return pairs;
}

function copyAsOwn(question: string, principle: string): string {
  const asked = question.replace(/^[^.]*?(?=a time|about|a )/i, '').replace(/\byou\b/g, 'I');
  return `I can tell ${asked} This is ${asked} It shows ${principle}.`;
}

function without(parts: readonly Part[], gone: string): readonly Part[] {
  return parts.filter(([key]) => key !== gone);
}

function replaceResult(parts: readonly Part[], text: string): readonly Part[] {
  const first = parts.findIndex(([key]) => key === 'result');
  return parts.flatMap((part, at): readonly Part[] =>
    part[0] !== 'result' ? [part] : at === first ? [['result', text]] : [],
  );
}

/** The same sentences in an order that a seed gives, never their own. */
function shuffle(parts: readonly Part[], seed: number): readonly Part[] {
  const step = [7, 11, 5, 3].filter((one) => parts.length % one !== 0)[seed % 3] ?? 1;
  return parts.map((part, at) => parts[(at * step + seed * 2 + 1) % parts.length] ?? part);
}

function sayWe(text: string): string {
  return text
    .replaceAll(/\bI was\b/g, 'we were')
    .replaceAll(/\bI\b/g, 'we')
    .replaceAll(/\bmy\b/g, 'our')
    .replaceAll(/\bme\b/g, 'us')
    .replaceAll(/\bmyself\b/g, 'ourselves')
    .replaceAll(/(^|[.!?] )we\b/g, '$1We');
}

/** Pairs that must score alike: replaced words, contractions, a list in place of prose. */
export function makeAlikePairs(
  stories: readonly StarStory[],
  alike: Readonly<Record<string, readonly Alike[]>>,
): readonly AlikePair[] {
  const ask = ({ question, principle }: StarStory, answer: string): Asked => ({
    question,
    principle,
    answer,
  });
  const byWords = Object.entries(alike).flatMap(([kind, cases]) =>
    cases.flatMap(({ story: id, replace, against = {} }, index): AlikePair[] => {
      const story = stories.find((one) => one.id === id);
      if (!story) return [];
      const text = write(partsOf(story));
      return [
        {
          name: `${id} · ${kind} ${index}`,
          kind,
          one: ask(story, swap(text, against)),
          other: ask(story, swap(text, replace)),
        },
      ];
    }),
  );
  const byForm = stories.flatMap((story): AlikePair[] => {
    const parts = partsOf(story);
    const text = write(parts);
    const list = parts.map(([, said]) => `- ${said}`).join('\n');
    const forms = { contractions: contract(text), bullets: list, 'bare bullets': bare(list) };
    return Object.entries(forms).map(([kind, other]) => ({
      name: `${story.id} · ${kind}`,
      kind,
      one: ask(story, text),
      other: ask(story, other),
    }));
  });
  return [...byWords, ...byForm];
}

function swap(text: string, words: Readonly<Record<string, string>>): string {
  return Object.entries(words).reduce((all, [from, to]) => all.replaceAll(from, to), text);
}

function contract(text: string): string {
  return text
    .replaceAll(/\b(did|was|were|could|would|should|had|is|are|do|does|has|have) not\b/g, '$1n’t')
    .replaceAll(/\b(I|we|they|you) have (?=\w+(?:ed|en|ut|one)\b)/g, '$1’ve ')
    .replaceAll(/\b(I|she|he|we|they) had (?=\w+(?:ed|en)\b)/g, '$1’d ')
    .replaceAll(/\b(I|she|he|we|they) would\b/g, '$1’d')
    .replaceAll(/\bit was not\b/g, 'it wasn’t')
    .replaceAll(/\bcan not\b/g, 'can’t');
}

/** As people write lists: without a full stop, and without "I" before a deed. */
function bare(list: string): string {
  return list
    .replaceAll(/\.$/gm, '')
    .replaceAll(/^- I (?=[a-z]+ed\b)(.)/gm, (_, first: string) => `- ${first.toUpperCase()}`);
}

/** The files under cases/ that are joined so; the last were written when there was nothing left to tune. */
export function nameToldFiles(half: 'tuning' | 'held-out'): readonly string[] {
  return ['told', 'later', 'fresh', 'trades', ...(half === 'held-out' ? ['callings'] : [])].map(
    (name) => `${name}-${half}`,
  );
}
