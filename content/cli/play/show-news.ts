import type { DrillState } from '../../engine/drill/state.ts';
import { severityNames } from '../../engine/format/drill-terms.ts';
import { formatScenarioTime } from '../../engine/format/scenario-time.ts';
import { bold, cyan, yellow } from '../terminal.ts';
import { writeNamed } from './named-things.ts';
import type { PlaySession } from './play-session.ts';
import { showHeadline, writeClock } from './show-state.ts';

/** What has changed since `before`, one line each, the clock last if it moved; empty if nothing did. */
export function showNews(session: PlaySession, before: DrillState): string {
  const { state } = session;
  return [
    ...listFeedNews(session, before),
    ...listEvidenceNews(session, before),
    ...listDecisionNews(session, before),
    ...listUpdateNews(session, before),
    ...(state.severity.level === before.severity.level
      ? []
      : [`The severity is now ${severityNames[state.severity.level]}.`]),
    ...(state.at_s === before.at_s ? [] : [bold(writeClock(session, state.at_s))]),
  ].join('\n');
}

function listFeedNews(session: PlaySession, before: DrillState): readonly string[] {
  return [...session.state.feed.values()].flatMap((delivery) => {
    const item = session.prepared.byId.feed.get(delivery.item);
    const earlier = before.feed.get(delivery.item);
    if (!item) return [];
    if (!earlier) return [`${yellow('▸')} ${showHeadline(session, item, delivery)}`];
    const back = earlier.parked_until_s !== null && delivery.parked_until_s === null;
    return [
      ...(delivery.missed && !earlier.missed && !delivery.answer
        ? [yellow(`The time to answer ${writeNamed(session, 'feed', item.id)} has passed.`)]
        : []),
      ...(back && !delivery.answer
        ? [`${yellow('▸')} back: ${writeNamed(session, 'feed', item.id)}`]
        : []),
    ];
  });
}

function listEvidenceNews(
  { state, prepared, numbers }: PlaySession,
  before: DrillState,
): readonly string[] {
  return [...state.evidence.keys()]
    .filter((id) => !before.evidence.has(id))
    .map((id) => {
      const number = cyan(String(numbers.find('evidence', id)));
      return `${yellow('▸')} evidence ${number}: ${prepared.byId.evidence.get(id)?.title ?? ''}`;
    });
}

function listDecisionNews(
  { state, prepared, numbers }: PlaySession,
  before: DrillState,
): readonly string[] {
  return [...state.decisions.values()].flatMap(({ decision, closes_s, choice }) => {
    const earlier = before.decisions.get(decision);
    const title = prepared.byId.decisions.get(decision)?.title ?? '';
    const closed = choice?.option === 'none' && !earlier?.choice;
    if (closed) return [yellow(`"${title}" was closed by time: nothing was done.`)];
    if (earlier || choice) return [];
    const until = closes_s === null ? '' : ` until ${formatScenarioTime(closes_s)}`;
    return [
      `${yellow('▸')} decide ${cyan(String(numbers.find('decisions', decision)))}${until}: ${title}`,
    ];
  });
}

function listUpdateNews(
  { state, prepared, numbers }: PlaySession,
  before: DrillState,
): readonly string[] {
  return [...state.updates.keys()]
    .filter((id) => !before.updates.has(id))
    .map((id) => {
      const update = prepared.byId.updates.get(id);
      const due = formatScenarioTime(update?.due ?? 0);
      return `${yellow('▸')} update ${cyan(String(numbers.find('updates', id)))} is asked for, due ${due}: ${update?.title ?? ''}`;
    });
}
