import type { Condition } from './condition-schema.ts';
import type { Drill, Effect } from './drill-schema.ts';
import { findNearestName } from './nearest-name.ts';
import { isPattern } from './pack-pattern.ts';
import type { Finding } from './fault.ts';

/**
 * Each compares an id with all there are, letter by letter: a stranger's drill could ask for a million
 * comparisons. Whoever mends these has found the rest, or asks again.
 */
const mostSuggestions = 20;

type Path = readonly (string | number)[];
type Walk = (condition: Condition, path: Path) => void;

/**
 * Checks that every id a drill names exists and is unique, and that variables are used by their
 * kind. The engine relies on this, so a drill that fails here does not load.
 */
export function checkReferences(drill: Drill): Finding[] {
  const findings: Finding[] = [];
  const ids = collectIds(drill, findings);
  let suggestions = 0;
  const need = (kind: keyof typeof ids, id: string, path: Path): void => {
    if (ids[kind].has(id)) return;
    suggestions += 1;
    const close = suggestions > mostSuggestions ? null : findNearestName(id, ids[kind]);
    findings.push({
      code: 'unknown-reference',
      path,
      message: `There is no ${label[kind]} "${id}".`,
      remedy: close ? `Did you mean "${close}"?` : `Declare it, or name one that exists.`,
    });
  };

  const walkCondition: Walk = (condition, path) => {
    if ('all' in condition) condition.all.forEach((c, i) => walkCondition(c, [...path, 'all', i]));
    else if ('any' in condition)
      condition.any.forEach((c, i) => walkCondition(c, [...path, 'any', i]));
    else if ('not' in condition) walkCondition(condition.not, [...path, 'not']);
    else if ('is' in condition) checkValue(condition.var, condition.is, [...path, 'is']);
    else if ('at_least' in condition) {
      need('variable', condition.var, [...path, 'var']);
      if (drill.state[condition.var] && drill.state[condition.var]?.kind !== 'integer') {
        findings.push({
          code: 'wrong-variable-kind',
          path: [...path, 'at_least'],
          message: `"${condition.var}" is not an integer.`,
          remedy: 'Use `is`, or declare the variable as an integer.',
        });
      }
    } else if ('decided' in condition) {
      need('decision', condition.decided, [...path, 'decided']);
      const decision = drill.decisions.find(({ id }) => id === condition.decided);
      for (const option of condition.option ?? []) {
        if (decision && option !== 'none' && !decision.options.some(({ id }) => id === option)) {
          findings.push(missingMember('option', option, condition.decided, [...path, 'option']));
        }
      }
    } else if ('opened' in condition) need('evidence', condition.opened, [...path, 'opened']);
    else if ('used' in condition) {
      need('tool', condition.used, [...path, 'used']);
      const tool = drill.tools.find(({ id }) => id === condition.used);
      for (const outcome of condition.outcome ?? []) {
        if (tool && !tool.outcomes.some(({ id }) => id === outcome)) {
          findings.push(missingMember('outcome', outcome, condition.used, [...path, 'outcome']));
        }
      }
    } else if ('delivered' in condition) need('feed', condition.delivered, [...path, 'delivered']);
    else if ('answered' in condition) {
      need('feed', condition.answered, [...path, 'answered']);
      const item = drill.feed.find(({ id }) => id === condition.answered);
      for (const reply of condition.reply ?? []) {
        if (item && !item.replies.some(({ id }) => id === reply)) {
          findings.push(missingMember('reply', reply, condition.answered, [...path, 'reply']));
        }
      }
    } else if ('sent' in condition) need('update', condition.sent, [...path, 'sent']);
    else if ('cited' in condition) need('clue', condition.cited, [...path, 'cited']);
  };

  const checkValue = (name: string, value: boolean | number | string, path: Path): void => {
    need('variable', name, path);
    const variable = drill.state[name];
    if (!variable) return;
    const fits =
      variable.kind === 'flag'
        ? typeof value === 'boolean'
        : variable.kind === 'enum'
          ? typeof value === 'string' && variable.values.includes(value)
          : typeof value === 'number' && value >= variable.min && value <= variable.max;
    if (!fits) {
      findings.push({
        code: 'wrong-variable-value',
        path,
        message: `${JSON.stringify(value)} is not a value of "${name}".`,
        remedy: `Use one that its declaration under \`state\` allows.`,
      });
    }
  };

  const walkEffects = (effects: readonly Effect[], path: Path): void => {
    for (const [index, effect] of effects.entries()) {
      if ('set' in effect) checkValue(effect.set, effect.to, [...path, index, 'to']);
      if ('add' in effect) {
        need('variable', effect.add, [...path, index, 'add']);
        const variable = drill.state[effect.add];
        if (variable && variable.kind !== 'integer') {
          findings.push({
            code: 'wrong-variable-kind',
            path: [...path, index, 'add'],
            message: `"${effect.add}" is not an integer.`,
            remedy: 'Use `set`, or declare the variable as an integer.',
          });
        }
      }
    }
  };
  const walkMaybe = (condition: Condition | undefined, path: Path): void => {
    if (condition) walkCondition(condition, path);
  };

  checkVariables(drill, findings);
  checkTies(drill, need, findings);
  for (const [i, parameter] of drill.parameters.entries()) {
    if ('variable' in parameter) {
      parameter.values.forEach((value, j) =>
        checkValue(parameter.variable, value, ['parameters', i, 'values', j]),
      );
    }
  }
  drill.people.forEach(({ moods }, i) =>
    moods.forEach(({ when }, j) => walkCondition(when, ['people', i, 'moods', j, 'when'])),
  );
  for (const [i, item] of drill.feed.entries()) {
    const path = ['feed', i];
    need('person', item.from, [...path, 'from']);
    if (item.hand_to !== undefined) need('person', item.hand_to, [...path, 'hand_to']);
    if (item.evidence !== undefined) need('evidence', item.evidence, [...path, 'evidence']);
    item.red_herring?.clues.forEach((id, j) =>
      need('clue', id, [...path, 'red_herring', 'clues', j]),
    );
    item.roles?.forEach((role, j) => need('role', role, [...path, 'roles', j]));
    walkMaybe(item.when, [...path, 'when']);
    walkMaybe(item.unless, [...path, 'unless']);
    if (item.at === undefined && !item.when) {
      findings.push({
        code: 'no-time',
        path,
        message: `The feed item "${item.id}" has neither \`at\` nor \`when\`.`,
        remedy: 'Say at which minute or under which condition it arrives.',
      });
    }
    if (item.expects?.weight && !item.expects.part) {
      findings.push({
        code: 'missing-field',
        path: [...path, 'expects'],
        message: 'An answer that earns points needs a part.',
        remedy: 'Add `part`.',
      });
    }
    if (item.expects?.answer === 'reply' && item.replies.length === 0) {
      findings.push({
        code: 'no-replies',
        path: [...path, 'expects'],
        message: 'A reply is expected but none is offered.',
        remedy: 'Add `replies`, or expect `acknowledge`.',
      });
    }
    walkEffects(item.expects?.missed ?? [], [...path, 'expects', 'missed']);
    item.replies.forEach((reply, j) =>
      walkEffects(reply.effects, [...path, 'replies', j, 'effects']),
    );
  }
  drill.evidence.forEach((evidence, i) => {
    walkMaybe(evidence.available, ['evidence', i, 'available']);
    evidence.roles?.forEach((role, j) => need('role', role, ['evidence', i, 'roles', j]));
  });
  if (drill.handover) {
    const { update, when, to } = drill.handover;
    need('update', update, ['handover', 'update']);
    need('role', to, ['handover', 'to']);
    walkMaybe(when, ['handover', 'when']);
    if (drill.roles[0]?.id === to) {
      findings.push({
        code: 'wrong-role',
        path: ['handover', 'to'],
        message: `"${to}" plays the first half already.`,
        remedy: 'Declare another role under `roles`, after the first, and name it.',
      });
    }
    if (drill.updates.some(({ id, audience }) => id === update && audience !== 'handover')) {
      findings.push({
        code: 'wrong-audience',
        path: ['handover', 'update'],
        message: `The update "${update}" is not for a hand-over.`,
        remedy: 'Give it `audience: handover`, or name one that has it.',
      });
    }
  }
  for (const [i, clue] of drill.clues.entries()) {
    if ('evidence' in clue) need('evidence', clue.evidence, ['clues', i, 'evidence']);
    else if ('feed' in clue) need('feed', clue.feed, ['clues', i, 'feed']);
    else {
      need('tool', clue.tool, ['clues', i, 'tool']);
      const tool = drill.tools.find(({ id }) => id === clue.tool);
      if (tool && !tool.outcomes.some(({ id }) => id === clue.outcome)) {
        findings.push(missingMember('outcome', clue.outcome, clue.tool, ['clues', i, 'outcome']));
      }
    }
  }
  for (const [i, tool] of drill.tools.entries()) {
    walkMaybe(tool.available, ['tools', i, 'available']);
    for (const [j, { pattern }] of tool.args.entries()) {
      if (!pattern || isPattern(pattern.re2)) continue;
      findings.push({
        code: 'wrong-pattern',
        path: ['tools', i, 'args', j, 'pattern', 're2'],
        message: `"${pattern.re2}" is no regular expression of RE2.`,
        remedy: 'Mend it. RE2 has neither look-around nor back-references.',
      });
    }
    tool.outcomes.forEach((outcome, j) => {
      const path = ['tools', i, 'outcomes', j];
      walkMaybe(outcome.when, [...path, 'when']);
      walkEffects(outcome.effects, [...path, 'effects']);
      for (const name of Object.keys(outcome.match ?? {})) {
        if (!tool.args.some(({ id }) => id === name)) {
          findings.push(missingMember('argument', name, tool.id, [...path, 'match', name]));
        }
      }
      if (outcome.harm && !outcome.harm.part) {
        findings.push({
          code: 'missing-field',
          path: [...path, 'harm'],
          message: 'Harm done by a tool needs a part.',
          remedy: 'Add `part`.',
        });
      }
    });
    const last = tool.outcomes.at(-1);
    if (last?.match ?? last?.when) {
      findings.push({
        code: 'no-fallback',
        path: ['tools', i, 'outcomes', tool.outcomes.length - 1],
        message: `The last outcome of "${tool.id}" must hold always.`,
        remedy: 'Add a last outcome without `match` and `when`.',
      });
    }
  }
  for (const [i, decision] of drill.decisions.entries()) {
    const path = ['decisions', i];
    walkMaybe(decision.opens, [...path, 'opens']);
    decision.citations?.accepts.forEach((id, j) =>
      need('clue', id, [...path, 'citations', 'accepts', j]),
    );
    walkEffects(decision.none.effects, [...path, 'none', 'effects']);
    decision.options.forEach((option, j) => {
      const at = [...path, 'options', j];
      option.evidence.forEach((id, k) => need('clue', id, [...at, 'evidence', k]));
      walkEffects(option.effects, [...at, 'effects']);
      option.rerate.forEach(({ when }, k) => walkCondition(when, [...at, 'rerate', k, 'when']));
      if (option.id === 'none') {
        findings.push({
          code: 'reserved-id',
          path: [...at, 'id'],
          message: '"none" is the name of doing nothing.',
          remedy: 'Give the option another id.',
        });
      }
    });
  }
  for (const [i, update] of drill.updates.entries()) {
    const path = ['updates', i];
    update.to.forEach((id, j) => need('person', id, [...path, 'to', j]));
    walkMaybe(update.opens, [...path, 'opens']);
    update.facts.forEach(({ known }, j) => walkMaybe(known, [...path, 'facts', j, 'known']));
    update.forbidden.forEach(({ unless }, j) =>
      walkMaybe(unless, [...path, 'forbidden', j, 'unless']),
    );
  }
  drill.assistant?.answers.forEach(({ when, acted, check }, i) => {
    const path = ['assistant', 'answers', i];
    walkMaybe(when, [...path, 'when']);
    walkMaybe(acted, [...path, 'acted']);
    check.forEach((id, j) => need('clue', id, [...path, 'check', j]));
  });
  drill.hints.forEach((hint, i) => walkMaybe(hint.when, ['hints', i, 'when']));
  drill.milestones.forEach((milestone, i) =>
    walkCondition(milestone.when, ['milestones', i, 'when']),
  );
  drill.scoring.rules.forEach((rule, i) => {
    need('milestone', rule.milestone, ['scoring', 'rules', i, 'milestone']);
    rule.evidence.forEach((id, j) => need('clue', id, ['scoring', 'rules', i, 'evidence', j]));
  });
  drill.truth.forEach((truth, i) => {
    truth.clues.forEach((id, j) => need('clue', id, ['truth', i, 'clues', j]));
    walkMaybe(truth.when, ['truth', i, 'when']);
  });
  drill.hypotheses.forEach(({ when }, i) => walkMaybe(when, ['hypotheses', i, 'when']));
  drill.outcomes.forEach((outcome, i) => walkMaybe(outcome.when, ['outcomes', i, 'when']));
  drill.debrief.feedback.forEach(({ when }, i) =>
    walkMaybe(when, ['debrief', 'feedback', i, 'when']),
  );
  return findings;
}

/** Tied parameters share one draw, so each needs a value at every place that may be drawn. */
function checkTies(
  { parameters }: Drill,
  need: (kind: 'parameter', id: string, path: Path) => void,
  findings: Finding[],
): void {
  for (const [i, parameter] of parameters.entries()) {
    if (!('with' in parameter) || parameter.with === undefined) continue;
    const path = ['parameters', i, 'with'];
    need('parameter', parameter.with, path);
    const other = parameters.find(({ id }) => id === parameter.with);
    if (!other) continue;
    if ('with' in other && other.with !== undefined) {
      findings.push({
        code: 'wrong-value',
        path,
        message: `"${other.id}" is drawn with "${other.with}" itself.`,
        remedy: `Name "${other.with}".`,
      });
    } else if (other.values.length !== parameter.values.length) {
      findings.push({
        code: 'wrong-value',
        path,
        message: `"${parameter.id}" has ${parameter.values.length} values, "${other.id}" has ${other.values.length}.`,
        remedy: 'Give both as many, in the same order.',
      });
    }
  }
}

const label = {
  person: 'person',
  role: 'role',
  variable: 'state variable',
  parameter: 'parameter',
  feed: 'feed item',
  evidence: 'piece of evidence',
  clue: 'clue',
  tool: 'tool',
  decision: 'decision',
  update: 'update',
  milestone: 'milestone',
} as const;

function collectIds(
  drill: Drill,
  findings: Finding[],
): Record<keyof typeof label, ReadonlySet<string>> {
  const gather = (list: readonly { readonly id: string }[], path: Path): ReadonlySet<string> => {
    const seen = new Set<string>();
    list.forEach(({ id }, index) => {
      if (seen.has(id)) {
        findings.push({
          code: 'duplicate-id',
          path: [...path, index, 'id'],
          message: `The id "${id}" is used twice.`,
          remedy: 'Give one of them another id.',
        });
      }
      seen.add(id);
    });
    return seen;
  };
  gather(drill.hints, ['hints']);
  gather(drill.scoring.rules, ['scoring', 'rules']);
  gather(drill.truth, ['truth']);
  gather(drill.hypotheses, ['hypotheses']);
  gather(drill.outcomes, ['outcomes']);
  gather(drill.assistant?.answers ?? [], ['assistant', 'answers']);
  drill.feed.forEach(({ replies }, i) => gather(replies, ['feed', i, 'replies']));
  drill.decisions.forEach(({ options }, i) => gather(options, ['decisions', i, 'options']));
  drill.updates.forEach(({ facts, forbidden }, i) => {
    gather(facts, ['updates', i, 'facts']);
    gather(forbidden, ['updates', i, 'forbidden']);
  });
  drill.tools.forEach(({ args, outcomes }, i) => {
    gather(args, ['tools', i, 'args']);
    gather(outcomes, ['tools', i, 'outcomes']);
  });
  return {
    person: gather(drill.people, ['people']),
    role: gather(drill.roles, ['roles']),
    variable: new Set(Object.keys(drill.state)),
    parameter: gather(drill.parameters, ['parameters']),
    feed: gather(drill.feed, ['feed']),
    evidence: gather(drill.evidence, ['evidence']),
    clue: gather(drill.clues, ['clues']),
    tool: gather(drill.tools, ['tools']),
    decision: gather(drill.decisions, ['decisions']),
    update: gather(drill.updates, ['updates']),
    milestone: gather(drill.milestones, ['milestones']),
  };
}

function checkVariables(drill: Drill, findings: Finding[]): void {
  for (const [name, variable] of Object.entries(drill.state)) {
    const fits =
      variable.kind === 'flag' ||
      (variable.kind === 'enum'
        ? variable.values.includes(variable.initial)
        : variable.min <= variable.initial && variable.initial <= variable.max);
    if (!fits) {
      findings.push({
        code: 'wrong-variable-value',
        path: ['state', name, 'initial'],
        message: `The initial value of "${name}" is outside its own range.`,
        remedy: 'Change `initial`, or widen the range.',
      });
    }
  }
}

function missingMember(kind: string, id: string, owner: string, path: Path): Finding {
  return {
    code: 'unknown-reference',
    path,
    message: `"${owner}" has no ${kind} "${id}".`,
    remedy: `Name one that "${owner}" has.`,
  };
}
