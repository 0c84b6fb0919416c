import type { AssistantAnswer, Clue } from '../../format/drill-schema.ts';
import type { LintHit, LintRule, LintSubject } from '../rule.ts';

export const unverifiableAnswer: LintRule = {
  name: 'unverifiable-answer',
  severity: 'error',
  reason:
    'Verifying the assistant is what is scored, so a wrong answer needs something that refutes it, and that must be there to be found.',
  remedy: 'Name under `check` a clue that refutes it and that a play can come to.',
  bad: `assistant:
  name: Helper
  about: It has read the trail, and sounds sure.
  answers:
    - id: first
      question: Who used the key first?
      ask: [first use|used]
      says: Its owner did.
      wrong: true
      why: The first row of the trail is a stranger.`,
  good: `assistant:
  name: Helper
  about: It has read the trail, and sounds sure.
  answers:
    - id: first
      question: Who used the key first?
      ask: [first use|used]
      says: Its owner did.
      wrong: true
      check: [first-use]
      why: The first row of the trail is a stranger.`,
  check: (subject) =>
    (subject.drill.assistant?.answers ?? []).flatMap((answer, index) => [
      ...findUnchecked(answer, index),
      ...findLost(subject, answer, index),
    ]),
};

function findUnchecked({ id, wrong, check }: AssistantAnswer, index: number): LintHit[] {
  if (!wrong || check.length > 0) return [];
  const message = `The answer "${id}" is wrong, and nothing refutes it.`;
  return [{ path: ['assistant', 'answers', index], message }];
}

function findLost(
  { drill, reach }: LintSubject,
  { id, check }: AssistantAnswer,
  index: number,
): LintHit[] {
  const comes = (clue: Clue): boolean =>
    'evidence' in clue
      ? reach.evidence.has(clue.evidence)
      : 'feed' in clue
        ? reach.feed.has(clue.feed)
        : reach.outcomes.has(`${clue.tool}/${clue.outcome}`);
  return check.flatMap((name, j): LintHit[] => {
    const clue = drill.clues.find((one) => one.id === name);
    if (!clue || comes(clue)) return [];
    const message = `No play comes to "${name}", which is to check the answer "${id}".`;
    return [{ path: ['assistant', 'answers', index, 'check', j], message }];
  });
}
