import type { Drill } from './drill-schema.ts';
import type { Finding } from './fault.ts';
import { explainPattern, isCostlyPattern, isPattern } from './pack-pattern.ts';
import { ReferenceCheck } from './reference-check.ts';

/**
 * Checks that every id a drill names exists and is unique, and that variables are used by their
 * kind. The engine relies on this, so a drill that fails here does not load.
 */
export function checkReferences(drill: Drill): Finding[] {
  const check = new ReferenceCheck(drill);
  checkVariables(drill, check);
  checkParameters(drill, check);
  checkFeed(drill, check);
  drill.evidence.forEach((evidence, i) => {
    check.checkCondition(evidence.available, ['evidence', i, 'available']);
    check.needAll('role', evidence.roles, ['evidence', i, 'roles']);
  });
  checkHandover(drill, check);
  checkClues(drill, check);
  checkTools(drill, check);
  checkDecisions(drill, check);
  checkUpdates(drill, check);
  drill.assistant?.answers.forEach(({ when, acted, check: clues }, i) => {
    const path = ['assistant', 'answers', i];
    check.checkCondition(when, [...path, 'when']);
    check.checkCondition(acted, [...path, 'acted']);
    check.needAll('clue', clues, [...path, 'check']);
  });
  drill.hints.forEach(({ when }, i) => check.checkCondition(when, ['hints', i, 'when']));
  drill.milestones.forEach(({ when }, i) => check.checkCondition(when, ['milestones', i, 'when']));
  drill.scoring.rules.forEach(({ milestone, evidence }, i) => {
    check.need('milestone', milestone, ['scoring', 'rules', i, 'milestone']);
    check.needAll('clue', evidence, ['scoring', 'rules', i, 'evidence']);
  });
  drill.truth.forEach(({ clues, when }, i) => {
    check.needAll('clue', clues, ['truth', i, 'clues']);
    check.checkCondition(when, ['truth', i, 'when']);
  });
  drill.hypotheses.forEach(({ when }, i) => check.checkCondition(when, ['hypotheses', i, 'when']));
  drill.outcomes.forEach(({ when }, i) => check.checkCondition(when, ['outcomes', i, 'when']));
  drill.debrief.plays.forEach(({ when }, i) =>
    check.checkCondition(when, ['debrief', 'plays', i, 'when']),
  );
  drill.debrief.feedback.forEach(({ when }, i) =>
    check.checkCondition(when, ['debrief', 'feedback', i, 'when']),
  );
  return check.findings;
}

function checkVariables({ state }: Drill, check: ReferenceCheck): void {
  for (const [name, variable] of Object.entries(state)) {
    const fits =
      variable.kind === 'flag' ||
      (variable.kind === 'enum'
        ? variable.values.includes(variable.initial)
        : variable.min <= variable.initial && variable.initial <= variable.max);
    if (fits) continue;
    if (variable.kind === 'integer' && variable.min > variable.max) {
      const message = `"${name}" has no value: its \`min\` is above its \`max\`.`;
      const remedy = 'Let `min` be the smaller one.';
      check.report('wrong-variable-value', ['state', name, 'min'], message, remedy);
      continue;
    }
    check.report(
      'wrong-variable-value',
      ['state', name, 'initial'],
      `The initial value of "${name}" is outside its own range.`,
      'Change `initial`, or widen the range.',
    );
  }
}

function checkParameters({ parameters, people, feed, state }: Drill, check: ReferenceCheck): void {
  for (const [i, parameter] of parameters.entries()) checkTie(parameters, parameter, i, check);
  for (const [i, parameter] of parameters.entries()) {
    if ('order' in parameter) {
      check.needAll('feed', parameter.order, ['parameters', i, 'order']);
      for (const [j, name] of parameter.order.entries()) {
        const item = feed.find(({ id }) => id === name);
        const wrong =
          parameter.order.indexOf(name) < j || (item && (item.at === undefined || item.when));
        if (!wrong) continue;
        check.report(
          'wrong-value',
          ['parameters', i, 'order', j],
          `"${name}" cannot change places: it stands here twice, has no \`at\`, or waits for a condition.`,
          'Name items that arrive at a time of their own, each once.',
        );
      }
      continue;
    }
    if (!('variable' in parameter)) continue;
    const name = ['parameters', i, 'variable'];
    if (!Object.hasOwn(state, parameter.variable)) {
      check.need('variable', parameter.variable, name);
      continue;
    }
    parameter.values.forEach((value, j) =>
      check.checkValue(parameter.variable, value, name, ['parameters', i, 'values', j]),
    );
  }
  people.forEach(({ moods }, i) =>
    moods.forEach(({ when }, j) => check.checkCondition(when, ['people', i, 'moods', j, 'when'])),
  );
}

/** Tied parameters share one draw, so each needs a value at every place that may be drawn. */
function checkTie(
  parameters: Drill['parameters'],
  parameter: Drill['parameters'][number],
  at: number,
  check: ReferenceCheck,
): void {
  if (!('with' in parameter) || parameter.with === undefined) return;
  const path = ['parameters', at, 'with'];
  check.need('parameter', parameter.with, path);
  const other = parameters.find(({ id }) => id === parameter.with);
  if (!other) return;
  if (other === parameter) {
    const message = `"${parameter.id}" cannot be drawn with itself.`;
    check.report('wrong-value', path, message, 'Name another parameter, or take `with` away.');
  } else if ('with' in other && other.with === parameter.id) {
    const message = `"${parameter.id}" and "${other.id}" are each drawn with the other.`;
    check.report('wrong-value', path, message, 'Take `with` away from one of them.');
  } else if ('with' in other && other.with !== undefined) {
    const message = `"${other.id}" is drawn with "${other.with}" itself.`;
    check.report('wrong-value', path, message, `Name "${other.with}".`);
  } else if (!('values' in other)) {
    const message = `"${other.id}" draws an order, and no value.`;
    check.report('wrong-value', path, message, 'Name a parameter with values.');
  } else if (other.values.length !== parameter.values.length) {
    const message = `"${parameter.id}" has ${parameter.values.length} values, "${other.id}" has ${other.values.length}.`;
    check.report('wrong-value', path, message, 'Give both as many, in the same order.');
  }
}

function checkFeed({ feed }: Drill, check: ReferenceCheck): void {
  for (const [i, item] of feed.entries()) {
    const path = ['feed', i];
    check.need('person', item.from, [...path, 'from']);
    if (item.hand_to !== undefined) check.need('person', item.hand_to, [...path, 'hand_to']);
    if (item.evidence !== undefined) check.need('evidence', item.evidence, [...path, 'evidence']);
    check.needAll('clue', item.red_herring?.clues, [...path, 'red_herring', 'clues']);
    check.needAll('role', item.roles, [...path, 'roles']);
    check.checkCondition(item.when, [...path, 'when']);
    check.checkCondition(item.unless, [...path, 'unless']);
    if (item.at === undefined && !item.when) {
      const message = `The feed item "${item.id}" has neither \`at\` nor \`when\`.`;
      const remedy = 'Say at which minute or under which condition it arrives.';
      check.report('no-time', path, message, remedy);
    }
    if (item.expects?.weight && !item.expects.part) {
      const message = 'An answer that earns points needs a part.';
      check.report('missing-field', [...path, 'expects'], message, 'Add `part`.');
    }
    if (item.expects?.answer === 'reply' && item.replies.length === 0) {
      const message = 'A reply is expected but none is offered.';
      const remedy = 'Add `replies`, or expect `acknowledge`.';
      check.report('no-replies', [...path, 'expects'], message, remedy);
    }
    check.checkEffects(item.expects?.missed ?? [], [...path, 'expects', 'missed']);
    item.replies.forEach(({ effects, reword, rerate }, j) => {
      check.checkEffects(effects, [...path, 'replies', j, 'effects']);
      check.checkEach(reword, [...path, 'replies', j, 'reword']);
      check.checkEach(rerate, [...path, 'replies', j, 'rerate']);
    });
  }
}

function checkHandover({ handover, roles, updates }: Drill, check: ReferenceCheck): void {
  if (!handover) return;
  const { update, when, to } = handover;
  check.need('update', update, ['handover', 'update']);
  check.need('role', to, ['handover', 'to']);
  check.checkCondition(when, ['handover', 'when']);
  if (roles[0]?.id === to) {
    const message = `"${to}" plays the first half already.`;
    const remedy = 'Declare another role under `roles`, after the first, and name it.';
    check.report('wrong-role', ['handover', 'to'], message, remedy);
  }
  if (updates.some(({ id, audience }) => id === update && audience !== 'handover')) {
    const message = `The update "${update}" is not for a hand-over.`;
    const remedy = 'Give it `audience: handover`, or name one that has it.';
    check.report('wrong-audience', ['handover', 'update'], message, remedy);
  }
}

function checkClues({ clues, tools }: Drill, check: ReferenceCheck): void {
  for (const [i, clue] of clues.entries()) {
    if ('evidence' in clue) check.need('evidence', clue.evidence, ['clues', i, 'evidence']);
    else if ('feed' in clue) check.need('feed', clue.feed, ['clues', i, 'feed']);
    else {
      check.need('tool', clue.tool, ['clues', i, 'tool']);
      const outcomes = tools.find(({ id }) => id === clue.tool)?.outcomes;
      const path = ['clues', i, 'outcome'];
      check.needMembers('outcome', [clue.outcome], clue.tool, outcomes, path);
    }
  }
}

function checkTools({ tools }: Drill, check: ReferenceCheck): void {
  for (const [i, tool] of tools.entries()) {
    check.checkCondition(tool.available, ['tools', i, 'available']);
    for (const [j, { pattern }] of tool.args.entries()) {
      if (!pattern) continue;
      const path = ['tools', i, 'args', j, 'pattern', 're2'];
      if (!isPattern(pattern.re2)) {
        check.report(
          'wrong-pattern',
          path,
          `"${pattern.re2}" is no regular expression of RE2: ${explainPattern(pattern.re2)}.`,
          'Mend it there. RE2 has neither look-around nor back-references.',
        );
      } else if (isCostlyPattern(pattern.re2)) {
        check.report(
          'costly-pattern',
          path,
          `"${pattern.re2}" would take too long: written out, its repetitions have more than 5,000 steps.`,
          'Repeat less often: write + or * for {1,1000}, and no repetition inside another.',
        );
      }
    }
    tool.outcomes.forEach((outcome, j) => {
      const path = ['tools', i, 'outcomes', j];
      check.checkCondition(outcome.when, [...path, 'when']);
      check.checkEffects(outcome.effects, [...path, 'effects']);
      for (const name of Object.keys(outcome.match ?? {})) {
        check.needMembers('argument', [name], tool.id, tool.args, [...path, 'match', name]);
      }
      if (outcome.harm && !outcome.harm.part) {
        const message = 'Harm done by a tool needs a part.';
        check.report('missing-field', [...path, 'harm'], message, 'Add `part`.');
      }
      check.checkCondition(outcome.harm?.unless, [...path, 'harm', 'unless']);
    });
    const last = tool.outcomes.at(-1);
    if (last?.match ?? last?.when) {
      check.report(
        'no-fallback',
        ['tools', i, 'outcomes', tool.outcomes.length - 1],
        `The last outcome of "${tool.id}" must hold always.`,
        'Add a last outcome without `match` and `when`.',
      );
    }
  }
}

function checkDecisions({ decisions }: Drill, check: ReferenceCheck): void {
  for (const [i, decision] of decisions.entries()) {
    const path = ['decisions', i];
    check.checkCondition(decision.opens, [...path, 'opens']);
    check.needAll('clue', decision.citations?.accepts, [...path, 'citations', 'accepts']);
    check.checkEffects(decision.none.effects, [...path, 'none', 'effects']);
    check.checkEach(decision.none.rerate, [...path, 'none', 'rerate']);
    check.checkEach(decision.reword, [...path, 'reword']);
    decision.options.forEach((option, j) => {
      const at = [...path, 'options', j];
      check.needAll('clue', option.evidence, [...at, 'evidence']);
      check.checkEffects(option.effects, [...at, 'effects']);
      check.checkCondition(option.done, [...at, 'done']);
      check.checkEach(option.rerate, [...at, 'rerate']);
      check.checkCondition(option.harm?.unless, [...at, 'harm', 'unless']);
      if (option.id === 'none') {
        const message = '"none" is the name of doing nothing.';
        check.report('reserved-id', [...at, 'id'], message, 'Give the option another id.');
      }
    });
  }
}

function checkUpdates({ updates }: Drill, check: ReferenceCheck): void {
  for (const [i, update] of updates.entries()) {
    const path = ['updates', i];
    check.needAll('person', update.to, [...path, 'to']);
    check.checkCondition(update.opens, [...path, 'opens']);
    update.facts.forEach(({ known }, j) =>
      check.checkCondition(known, [...path, 'facts', j, 'known']),
    );
    update.forbidden.forEach(({ unless }, j) =>
      check.checkCondition(unless, [...path, 'forbidden', j, 'unless']),
    );
  }
}
