import { allRules } from '../engine/lint/lint-rules.ts';
import { findRule, writeRule } from '../engine/lint/rule-page.ts';
import { CommandFault, suggest } from './command-fault.ts';
import { bold, type Terminal } from './terminal.ts';

/** Prints a rule of lint as it stands in docs/lint-rules.md, or the names of all of them. */
export function explainRule(
  terminal: Terminal,
  { rule: name, json }: { readonly rule: string; readonly json: boolean },
): number {
  if (name === 'all') {
    if (json) terminal.write(JSON.stringify(allRules.map(describe), null, 2));
    else {
      for (const { name: known, severity, reason } of allRules) {
        terminal.write(`${bold(known)} (${severity}) ${reason}`);
      }
    }
    return 0;
  }
  const rule = findRule(name);
  if (!rule) {
    const names = allRules.map((known) => known.name);
    throw new CommandFault(
      `There is no rule "${name}".${suggest(name, names)} See: drillbook lint --explain all.`,
    );
  }
  terminal.write(json ? JSON.stringify(describe(rule), null, 2) : writeRule(rule));
  return 0;
}

function describe({ name, severity, reason, remedy, bad, good }: (typeof allRules)[number]) {
  return { name, severity, reason, remedy, bad, good };
}
