import { listConditions, listMembers } from './conditions.ts';
import type { LintHit, LintSubject } from './rule.ts';

type Constant = (
  subject: LintSubject,
  condition: Parameters<LintSubject['reach']['earliest']>[0],
) => boolean;

/** Conditions that always come out the same; the innermost members at fault: there the author has to mend something. */
export function findConstantConditions(
  subject: LintSubject,
  message: string,
  constant: Constant,
): LintHit[] {
  return listConditions(subject.drill).flatMap((whole) => {
    const found = listMembers(whole).filter(({ condition }) => constant(subject, condition));
    const innermost = found.filter(
      ({ path }) =>
        !found.some((other) => other.path.length > path.length && holds(path, other.path)),
    );
    return innermost.map(({ path }) => ({ path, message }));
  });
}

function holds(outer: readonly unknown[], inner: readonly unknown[]): boolean {
  return outer.every((key, index) => inner[index] === key);
}
