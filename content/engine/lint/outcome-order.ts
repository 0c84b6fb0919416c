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
 * a condition that it holds whatever is done.
 */
export function findShadow(
  tool: Tool,
  outcome: ToolOutcome,
  isSure: (when: Condition) => boolean = () => false,
): ToolOutcome | null {
  const before = tool.outcomes.slice(0, tool.outcomes.indexOf(outcome));
  return (
    before.find((other) => (!other.when || isSure(other.when)) && covers(other, outcome)) ?? null
  );
}

function covers(other: ToolOutcome, outcome: ToolOutcome): boolean {
  return Object.entries(other.match ?? {}).every(([name, wanted]) => {
    const own = outcome.match?.[name];
    const all = accepted(wanted);
    return own !== undefined && accepted(own).every((value) => all.includes(value));
  });
}
