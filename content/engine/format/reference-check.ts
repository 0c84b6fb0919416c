import { collectIds, namedKinds, type NamedKind } from './collect-ids.ts';
import type { Condition } from './condition-schema.ts';
import type { Drill, Effect } from './drill-schema.ts';
import type { Finding } from './fault.ts';
import { findNearestName } from './nearest-name.ts';

export type Path = Finding['path'];

/**
 * Each compares an id with all there are, letter by letter: a stranger's drill could ask for a million
 * comparisons. Whoever mends these has found the rest, or asks again.
 */
const mostSuggestions = 20;

/** What a drill names, looked up in what it declares. What is not there is added to `findings`. */
export class ReferenceCheck {
  readonly findings: Finding[] = [];
  readonly #drill: Drill;
  readonly #ids: Record<NamedKind, ReadonlySet<string>>;
  #suggestions = 0;

  constructor(drill: Drill) {
    this.#drill = drill;
    this.#ids = collectIds(drill, this.findings);
  }

  report(code: string, path: Path, message: string, remedy: string): void {
    this.findings.push({ code, path, message, remedy });
  }

  need(kind: NamedKind, id: string, path: Path): void {
    if (this.#ids[kind].has(id)) return;
    this.#suggestions += 1;
    const close = this.#suggestions > mostSuggestions ? null : findNearestName(id, this.#ids[kind]);
    this.report(
      'unknown-reference',
      path,
      `There is no ${namedKinds[kind]} "${id}".`,
      close ? `Did you mean "${close}"?` : `Declare it, or name one that exists.`,
    );
  }

  needAll(kind: NamedKind, ids: readonly string[] | undefined, path: Path): void {
    ids?.forEach((id, index) => this.need(kind, id, [...path, index]));
  }

  /**
   * Names of what lies inside something else, such as the options of a decision.
   *
   * @param members what `owner` has; undefined where it is missing itself, which was reported then
   */
  needMembers(
    kind: string,
    ids: readonly string[] | undefined,
    owner: string,
    members: readonly { readonly id: string }[] | undefined,
    path: Path,
  ): void {
    for (const id of ids ?? []) {
      if (!members || members.some((member) => member.id === id)) continue;
      const remedy = `Name one that "${owner}" has.`;
      this.report('unknown-reference', path, `"${owner}" has no ${kind} "${id}".`, remedy);
    }
  }

  /** The condition of each member of a list. */
  checkEach(list: readonly { readonly when: Condition }[], path: Path): void {
    list.forEach(({ when }, index) => this.checkCondition(when, [...path, index, 'when']));
  }

  checkCondition(condition: Condition | undefined, path: Path): void {
    if (!condition) return;
    const { decisions, tools, feed } = this.#drill;
    if ('all' in condition) {
      condition.all.forEach((one, i) => this.checkCondition(one, [...path, 'all', i]));
    } else if ('any' in condition) {
      condition.any.forEach((one, i) => this.checkCondition(one, [...path, 'any', i]));
    } else if ('not' in condition) this.checkCondition(condition.not, [...path, 'not']);
    else if ('is' in condition) {
      this.checkValue(condition.var, condition.is, [...path, 'var'], [...path, 'is']);
    } else if ('at_least' in condition) {
      this.need('variable', condition.var, [...path, 'var']);
      this.#needInteger(condition.var, [...path, 'at_least'], '`is`');
    } else if ('decided' in condition) {
      const { decided, option } = condition;
      this.need('decision', decided, [...path, 'decided']);
      const options = decisions.find(({ id }) => id === decided)?.options;
      const chosen = option?.filter((id) => id !== 'none');
      this.needMembers('option', chosen, decided, options, [...path, 'option']);
    } else if ('opened' in condition) this.need('evidence', condition.opened, [...path, 'opened']);
    else if ('used' in condition) {
      const { used, outcome } = condition;
      this.need('tool', used, [...path, 'used']);
      const outcomes = tools.find(({ id }) => id === used)?.outcomes;
      this.needMembers('outcome', outcome, used, outcomes, [...path, 'outcome']);
    } else if ('delivered' in condition) {
      this.need('feed', condition.delivered, [...path, 'delivered']);
    } else if ('answered' in condition) {
      const { answered, reply } = condition;
      this.need('feed', answered, [...path, 'answered']);
      const replies = feed.find(({ id }) => id === answered)?.replies;
      this.needMembers('reply', reply, answered, replies, [...path, 'reply']);
    } else if ('sent' in condition) this.need('update', condition.sent, [...path, 'sent']);
    else if ('cited' in condition) this.need('clue', condition.cited, [...path, 'cited']);
  }

  checkEffects(effects: readonly Effect[], path: Path): void {
    for (const [index, effect] of effects.entries()) {
      if ('set' in effect) {
        this.checkValue(effect.set, effect.to, [...path, index, 'set'], [...path, index, 'to']);
      }
      if ('add' in effect) {
        this.need('variable', effect.add, [...path, index, 'add']);
        this.#needInteger(effect.add, [...path, index, 'add'], '`set`');
        this.#needRoom(effect, [...path, index, 'by']);
      }
    }
  }

  /** Whether a variable is there and may have a value: where the one stands, and the other. */
  checkValue(
    name: string,
    value: boolean | number | string,
    namePath: Path,
    valuePath: Path,
  ): void {
    this.need('variable', name, namePath);
    const variable = this.#findVariable(name);
    if (!variable) return;
    const fits =
      variable.kind === 'flag'
        ? typeof value === 'boolean'
        : variable.kind === 'enum'
          ? typeof value === 'string' && variable.values.includes(value)
          : typeof value === 'number' && value >= variable.min && value <= variable.max;
    if (fits) return;
    this.report(
      'wrong-variable-value',
      valuePath,
      `${JSON.stringify(value)} is not a value of "${name}".`,
      `Use one that its declaration under \`state\` allows.`,
    );
  }

  /** A sum stays within the range of its variable: adding more than all of it is a slip. */
  #needRoom({ add, by }: Extract<Effect, { add: unknown }>, path: Path): void {
    const variable = this.#findVariable(add);
    if (variable?.kind !== 'integer') return;
    const { min, max } = variable;
    // A range that is none is told of where it stands.
    if (min > max || Math.abs(by) <= max - min) return;
    const message = `${by} is more than "${add}" can change: it goes from ${min} to ${max}.`;
    this.report('wrong-variable-value', path, message, 'Add less, or widen the range.');
  }

  /** What every object has of itself, such as toString, is no variable. */
  #findVariable(name: string): Drill['state'][string] | undefined {
    const { state } = this.#drill;
    return Object.hasOwn(state, name) ? state[name] : undefined;
  }

  #needInteger(name: string, path: Path, instead: string): void {
    const variable = this.#findVariable(name);
    if (!variable || variable.kind === 'integer') return;
    const remedy = `Use ${instead}, or declare the variable as an integer.`;
    this.report('wrong-variable-kind', path, `"${name}" is not an integer.`, remedy);
  }
}
