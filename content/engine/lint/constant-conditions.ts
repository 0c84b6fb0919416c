import type { Condition } from '../format/condition-schema.ts';
import { listConditions, listMembers } from './conditions.ts';
import type { LintHit, LintSubject } from './rule.ts';

type Constant = (
  subject: LintSubject,
  condition: Parameters<LintSubject['reach']['earliest']>[0],
) => boolean;

/**
 * Conditions that always come out the same; the innermost members at fault: there the author has to mend something.
 *
 * @param advise what to do about one, where the rule's own remedy is not it
 */
export function findConstantConditions(
  subject: LintSubject,
  message: string,
  constant: Constant,
  advise: (condition: Condition) => string | undefined = () => undefined,
): LintHit[] {
  return listConditions(subject.drill).flatMap((whole) => {
    const found = listMembers(whole).filter(({ condition }) => constant(subject, condition));
    const innermost = found.filter(
      ({ path }) =>
        !found.some((other) => other.path.length > path.length && holds(path, other.path)),
    );
    return innermost.map(({ path, condition }): LintHit => {
      const remedy = advise(condition);
      return remedy === undefined ? { path, message } : { path, message, remedy };
    });
  });
}

function holds(outer: readonly unknown[], inner: readonly unknown[]): boolean {
  return outer.every((key, index) => inner[index] === key);
}
