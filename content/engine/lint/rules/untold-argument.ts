import type { LintHit, LintRule, LintSubject } from '../rule.ts';

export const untoldArgument: LintRule = {
  name: 'untold-argument',
  severity: 'warning',
  reason:
    'A tool is given what somebody has read. An outcome that waits for a value that stands nowhere comes to whoever guesses it.',
  remedy: 'Write the value as it stands in the evidence or a message, or let one of them tell it.',
  bad: `tools:
  - id: key-off
    args: [{ id: event, label: Event }]
    outcomes:
      - { id: done, match: { event: GetSessionToken } }
      - { id: other, answer: No such event. }`,
  good: `tools:
  - id: key-off
    args: [{ id: event, label: Event }]
    outcomes:
      - { id: done, match: { event: GetCallerIdentity } }
      - { id: other, answer: No such event. }`,
  check: (subject) => {
    let told: string | null = null;
    return subject.drill.tools.flatMap(({ args, outcomes }, i) =>
      outcomes.flatMap(({ match = {} }, j) =>
        Object.entries(match).flatMap(([name, wanted]): LintHit[] => {
          if (args.find(({ id }) => id === name)?.values) return []; // one chooses of a list
          const values = [wanted].flat().map((value) => value.trim().toLowerCase());
          told ??= writeAll(subject);
          const all = told;
          if (values.some((value) => all.includes(value))) return [];
          const message = `"${[wanted].flat().join('", "')}" stands in nothing that one can read.`;
          return [{ path: ['tools', i, 'outcomes', j, 'match', name], message }];
        }),
      ),
    );
  },
};

/** Everything that a learner may have read before a tool is used, and a little more. */
function writeAll({ drill, texts, files }: LintSubject): string {
  const people = drill.people.map(({ name, role }) => `${name} ${role}`);
  const evidence = drill.evidence.map(({ title, about }) => `${title} ${about ?? ''}`);
  const all = [...texts, ...files].map(({ text }) => text);
  return [...all, ...drill.clues.map(({ says }) => says), ...people, ...evidence]
    .join('\n')
    .toLowerCase();
}
