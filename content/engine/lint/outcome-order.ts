import type { Condition } from '../format/condition-schema.ts';
import { longestValue } from '../drill/tool-arguments.ts';
import { fitsPattern } from '../format/pack-pattern.ts';
import type { Tool, ToolOutcome } from '../format/drill-schema.ts';

const fold = (text: string): string => text.trim().toLowerCase();
const accepted = (value: string | readonly string[]): readonly string[] => [value].flat().map(fold);

/**
 * Whether an argument can ever be what an outcome asks for: its list may not hold it, its pattern refuse
 * it, or it may be too long to be typed.
 */
export function mayMatch(tool: Tool, { match }: ToolOutcome): boolean {
  return Object.entries(match ?? {}).every(([name, wanted]) => {
    const { values, pattern } = tool.args.find(({ id }) => id === name) ?? {};
    return accepted(wanted).some(
      (value) =>
        (values ? values.map(fold).includes(value) : value.length <= longestValue) &&
        (!pattern || fitsPattern(pattern.re2, value)),
    );
  });
}

/**
 * The earlier outcome that is taken whenever this one would be; null where there is none. `isSure` says of
 * a condition that it holds whatever is done; `place` is the outcome in whose place this one stands.
 */
export function findShadow(
  tool: Tool,
  outcome: ToolOutcome,
  isSure: (when: Condition) => boolean = () => false,
  place: ToolOutcome = outcome,
): ToolOutcome | null {
  const before = tool.outcomes.slice(0, tool.outcomes.indexOf(place));
  return (
    before.find((other) => (!other.when || isSure(other.when)) && covers(other, outcome)) ?? null
  );
}

/**
 * Of the values that an outcome takes for its one argument, those that an earlier one takes whatever holds,
 * with that one; none where the whole outcome is shadowed.
 */
export function listTaken(
  tool: Tool,
  outcome: ToolOutcome,
): readonly { readonly argument: string; readonly value: string; readonly by: ToolOutcome }[] {
  const [[argument, wanted] = [], ...others] = Object.entries(outcome.match ?? {});
  if (argument === undefined || others.length > 0 || findShadow(tool, outcome)) return [];
  return [wanted ?? []].flat().flatMap((value) => {
    const by = findShadow(tool, { ...outcome, match: { [argument]: value } }, undefined, outcome);
    return by ? [{ argument, value, by }] : [];
  });
}

function covers(other: ToolOutcome, outcome: ToolOutcome): boolean {
  return Object.entries(other.match ?? {}).every(([name, wanted]) => {
    const own = outcome.match?.[name];
    const all = accepted(wanted);
    return own !== undefined && accepted(own).every((value) => all.includes(value));
  });
}
