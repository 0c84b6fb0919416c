import type { Finding } from '../format/fault.ts';
import type { LintSettings } from '../format/pack-schema.ts';
import type { LintFault } from './lint-drill.ts';
import { idleException } from './setting-rules/idle-exception.ts';
import { unknownRule } from './setting-rules/unknown-rule.ts';
import { unreasonedException } from './setting-rules/unreasoned-exception.ts';
import { loadRules, lintRules, packRules } from './lint-rules.ts';
import { exerciseRules } from './exercise-rules.ts';
import { questionRules } from './question-rules.ts';
import type { RuleText } from './rule.ts';

/** A fault of pack.yaml that has no place yet. */
export type PackFinding = Finding & { readonly severity: 'error' | 'warning' };

type Exception = LintSettings['except'][number];

/**
 * Gives faults the severities that pack.yaml sets and leaves out what it excepts; what keeps a file
 * from loading stays. `findings` are faults of the settings themselves; that an exception excepts
 * nothing can be said only where the whole pack was linted.
 */
export function applySettings(
  settings: LintSettings | undefined,
  faults: readonly LintFault[],
  whole: boolean,
): { readonly faults: readonly LintFault[]; readonly findings: readonly PackFinding[] } {
  if (!settings) return { faults, findings: [] };
  const used = new Set<Exception>();
  const kept = faults.flatMap((fault): LintFault[] => {
    if (!settable.has(fault.code)) return [fault];
    const exception = settings.except.find((one) => excepts(one, fault));
    if (exception) {
      used.add(exception);
      return [];
    }
    const severity = Object.hasOwn(settings.severity, fault.code)
      ? settings.severity[fault.code]
      : undefined;
    if (severity === 'off') return [];
    return [severity === undefined ? fault : { ...fault, severity }];
  });
  return { faults: kept, findings: checkSettings(settings, used, whole) };
}

const settable = new Set(
  [...lintRules, ...packRules, ...questionRules, ...exerciseRules].map(({ name }) => name),
);
const fixed = new Set(loadRules.map(({ name }) => name));

function checkSettings(
  { severity, except }: LintSettings,
  used: ReadonlySet<Exception>,
  whole: boolean,
): readonly PackFinding[] {
  const find = (rule: RuleText, path: Finding['path'], message: string): PackFinding => ({
    code: rule.name,
    severity: rule.severity,
    path,
    message,
    remedy: rule.remedy,
  });
  const names = [
    ...Object.keys(severity).map((name) => ({ name, path: ['lint', 'severity', name] })),
    ...except.map(({ rule }, index) => ({ name: rule, path: ['lint', 'except', index, 'rule'] })),
  ];
  return [
    ...names
      .filter(({ name }) => !settable.has(name))
      .map(({ name, path }) => {
        const why = fixed.has(name)
          ? `"${name}" keeps a file from loading, so it cannot be set.`
          : `There is no rule "${name}".`;
        return find(unknownRule, path, why);
      }),
    ...except.flatMap((exception, index) => {
      const path = ['lint', 'except', index];
      const { rule, at, reason } = exception;
      const findings: PackFinding[] = [];
      if (reason === undefined || reason.trim().length < 10) {
        const message = `The exception from "${rule}" at ${at} does not say why.`;
        findings.push(find(unreasonedException, path, message));
      }
      if (whole && settable.has(rule) && !used.has(exception)) {
        const message = `Nothing at ${at} is a fault by "${rule}" any more.`;
        findings.push(find(idleException, path, message));
      }
      return findings;
    }),
  ];
}

/**
 * Whether an exception names a fault: `pack.yaml`; a drill's folder; the folder and an id within
 * which the fault lies, `a-drill/first-decision`; or the folder and the path of the fault.
 */
function excepts({ rule, at }: Exception, { code, slug, ids, path }: LintFault): boolean {
  if (rule !== code) return false;
  if (slug === null) return at === 'pack.yaml';
  if (at === slug) return true;
  if (!at.startsWith(`${slug}/`)) return false;
  const within = at.slice(slug.length + 1);
  return ids.includes(within) || path === within || path.startsWith(`${within}.`);
}
