import type { LintHit, LintRule } from '../rule.ts';

/** What an author notes beside an answer while writing, and forgets to take out. */
const verdicts: readonly RegExp[] = [
  /[([](?:this is )?(?:the |an? )?(?:wrong|right|correct|incorrect|best|worst|good|bad|poor|trap|distractor|mistake)(?: one| answer| option| choice| call| move)?[.!]?[)\]]/iu,
  /^(?:wrong|right|correct|incorrect|best|worst|trap|distractor)\s*[:–—-]\s/iu,
  /\b(?:wrong|right|correct|incorrect|best|worst) (?:answer|option)\b/iu,
  /[✓✔✗✘✅❌]/u,
];

export const toldVerdict: LintRule = {
  name: 'told-verdict',
  severity: 'error',
  reason: 'An answer that says of itself how good it is leaves nothing to judge.',
  remedy: 'Take the note away; the rating and its reason are shown in the debrief.',
  bad: `decisions:
  - id: key
    options:
      - { id: watch, text: Watch who uses it until noon (wrong) }`,
  good: `decisions:
  - id: key
    options:
      - { id: watch, text: Watch who uses it until noon }`,
  check: ({ drill }) => [
    ...drill.decisions.flatMap(({ options }, index) =>
      findVerdicts(options, ['decisions', index, 'options']),
    ),
    ...drill.feed.flatMap(({ replies }, index) =>
      findVerdicts(replies, ['feed', index, 'replies']),
    ),
  ],
};

interface Worded {
  readonly text: string;
}

function findVerdicts(
  answers: readonly { readonly text: string; readonly reword?: readonly Worded[] }[],
  path: LintHit['path'],
): readonly LintHit[] {
  return answers.flatMap(({ text, reword = [] }, index): LintHit[] => [
    ...findVerdict(text, [...path, index, 'text']),
    ...reword.flatMap((other, k) => findVerdict(other.text, [...path, index, 'reword', k, 'text'])),
  ]);
}

function findVerdict(text: string, path: LintHit['path']): LintHit[] {
  const words = verdicts.flatMap((verdict) => verdict.exec(text)?.[0].trim() ?? [])[0];
  if (words === undefined) return [];
  return [{ path, words, message: `"${words}" tells how it is rated.` }];
}
