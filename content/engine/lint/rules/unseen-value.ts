import { seenFirst } from '../list-texts.ts';
import type { LintHit, LintRule, LintSubject } from '../rule.ts';

/** An address, the id of a cloud key or user, a hash: what is copied, and never a word by chance. A network is worked out. */
const value =
  /\b(?:\d{1,3}(?:\.\d{1,3}){3}(?!\/\d)|A(?:KIA|SIA|ROA|IDA|NPA)[A-Z0-9]{12,}|(?=[0-9a-f]*[a-f])(?=[0-9a-f]*\d)[0-9a-f]{12,64})\b/g;

export const unseenValue: LintRule = {
  name: 'unseen-value',
  severity: 'warning',
  reason:
    'An address, a key or a hash that an option, a clue or the debrief names is looked for in the evidence. Where neither it nor a message nor a tool has it, whoever looks is told of something else.',
  remedy: 'Write it as the evidence has it, or put it into the evidence.',
  bad: `debrief: { text: A stranger used the key from 198.51.100.99. }`,
  good: `debrief: { text: A stranger used the key from 198.51.100.23. }`,
  check: (subject) => {
    const { drill, texts } = subject;
    const seen = listSeen(subject);
    return [
      ...texts.filter(({ path }) => !seenFirst.test(path.join('.'))),
      ...drill.clues.map(({ says }, i) => ({ path: ['clues', i, 'says'], text: says })),
      ...drill.truth.map(({ title }, i) => ({ path: ['truth', i, 'title'], text: title })),
    ].flatMap(({ path, text }) =>
      [...new Set([...text.matchAll(value)].map(([words]) => words))]
        .filter((words) => !seen.some((one) => one.includes(words.toLowerCase())))
        .map((words): LintHit => {
          const message = `"${words}" stands in no evidence, no message and no answer of a tool.`;
          return { path, words, message };
        }),
    );
  },
};

function listSeen({ drill, texts, files }: LintSubject): readonly string[] {
  const chosen = drill.tools.flatMap(({ args }) => args.flatMap(({ values }) => values ?? []));
  const met = texts.filter(({ path }) => seenFirst.test(path.join('.')));
  return [...files, ...met]
    .map(({ text }) => text)
    .concat(chosen)
    .map((text) => text.toLowerCase());
}
