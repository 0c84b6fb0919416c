import type { PreparedDrill } from '../../../content/engine/drill/prepared-drill.ts';
import { rateNothing } from '../../../content/engine/drill/rate-options.ts';
import type { DrillState } from '../../../content/engine/drill/state.ts';
import { formatScenarioTime } from '../../../content/engine/format/scenario-time.ts';
import { findRange } from '../../../content/engine/score/decision-points.ts';
import type { Point } from '../../../content/engine/score/point.ts';
import { writePoints } from './write-figures.ts';

/** How a point came to its figure, in sentences: what the rule counts, with this attempt's own numbers. */
export function explainPoint(
  prepared: PreparedDrill,
  state: DrillState,
  point: Point,
): readonly string[] {
  const [kind, id = ''] = point.rule.split(':');
  switch (kind) {
    case 'decision':
      return explainDecision(prepared, state, point, id);
    case 'answer': {
      const within = prepared.byId.feed.get(id)?.expects?.within;
      const due_s = state.feed.get(id)?.due_s;
      if (within === undefined || due_s === undefined || due_s === null) return [];
      return [`Due by ${formatScenarioTime(due_s)}; later earns half.`];
    }
    case 'timeline':
      return ['Its source counts 70 %, its time 30 %.'];
    case 'update':
    case 'hint':
      return [];
    default:
      return explainRule(prepared, point);
  }
}

/** The words of an update that earned or cost a point. */
export function quoteUpdate(state: DrillState, { rule, spans }: Point): readonly string[] {
  const id = /^update:([^/]+)/.exec(rule)?.[1] ?? '';
  const text = state.updates.get(id)?.sent?.text ?? '';
  return spans.map(([start, end]) => text.slice(start, end));
}

function explainDecision(
  prepared: PreparedDrill,
  state: DrillState,
  point: Point,
  id: string,
): readonly string[] {
  const decision = prepared.byId.decisions.get(id);
  if (!decision) return [];
  const { worst, best } = findRange(decision);
  const choice = state.decisions.get(id)?.choice;
  const { rating } = choice ?? rateNothing(prepared, state, decision);
  const base = best === worst ? 1 : (rating - worst) / (best - worst);
  const scale = `Rated ${rating} between ${worst} and ${best}: ${writeShare(base)} of ${writePoints(point.weight)}.`;
  const p = (choice?.confidence ?? 50) / 100;
  const cost = point.weight * prepared.drill.scoring.confidence_cost * (2 * p - 1) * (1 - base);
  if (choice?.confidence === null || choice?.confidence === undefined || cost < 0.05) {
    return [scale];
  }
  return [
    scale,
    `Being ${choice.confidence} % sure of it cost ${writePoints(cost)} more than being 50 % sure would.`,
  ];
}

function explainRule({ drill }: PreparedDrill, point: Point): readonly string[] {
  const rule = drill.scoring.rules.find(({ id }) => id === point.rule);
  if (!rule) return [];
  if (rule.by === undefined) return ['It counts whenever it is reached.'];
  const half = rule.late === undefined ? '' : `, half until ${formatScenarioTime(rule.late)}`;
  return [`Full points until ${formatScenarioTime(rule.by)}${half}.`];
}

function writeShare(share: number): string {
  return `${Math.round(share * 100)} %`;
}
