import type { DrillState } from '../../engine/drill/state.ts';
import { severityNames } from '../../engine/format/drill-terms.ts';
import { formatScenarioTime } from '../../engine/format/scenario-time.ts';
import { bold, cyan, yellow } from '../terminal.ts';
import { writeNamed } from './named-things.ts';
import type { PlaySession, Seen } from './play-session.ts';
import { showHeadline, writeClock } from './show-state.ts';

/** What has changed since `before`, one line each, the clock last if it moved; empty if nothing did. */
export function showNews(session: PlaySession, then: Seen): string {
  const { own: before, elsewhere } = then;
  const now = session.seen;
  const { own } = now;
  return [
    ...listFeedNews(session, own, before),
    ...(own.seat === before.seat ? listNewsOfOthers(session, now.elsewhere, elsewhere) : []),
    ...listEvidenceNews(session, own, before),
    ...listDecisionNews(session, own, before),
    ...listUpdateNews(session, own, before),
    ...(own.severity.level === before.severity.level
      ? []
      : [`The severity is now ${severityNames[own.severity.level]}.`]),
    ...(now.shiftOver && !then.shiftOver ? ['The shift is over. Who takes over types: take'] : []),
    ...(own.at_s === before.at_s ? [] : [bold(writeClock(session, own.at_s))]),
  ].join('\n');
}

/** For whom something has come, and no word of what. */
function listNewsOfOthers(
  { prepared }: PlaySession,
  now: ReadonlySet<string>,
  before: ReadonlySet<string>,
): readonly string[] {
  const came = [...now].filter((id) => !before.has(id));
  const roles = new Set(came.flatMap((id) => prepared.byId.feed.get(id)?.roles ?? []));
  return prepared.drill.roles
    .filter(({ id }) => roles.has(id))
    .map(({ name }) => `${yellow('▸')} something has come for another seat: ${name}`);
}

function listFeedNews(
  session: PlaySession,
  now: DrillState,
  before: DrillState,
): readonly string[] {
  return [...now.feed.values()].flatMap((delivery) => {
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
  { prepared, numbers }: PlaySession,
  now: DrillState,
  before: DrillState,
): readonly string[] {
  return [...now.evidence.keys()]
    .filter((id) => !before.evidence.has(id))
    .map((id) => {
      const number = cyan(String(numbers.find('evidence', id)));
      return `${yellow('▸')} evidence ${number}: ${prepared.byId.evidence.get(id)?.title ?? ''}`;
    });
}

function listDecisionNews(
  { prepared, numbers }: PlaySession,
  now: DrillState,
  before: DrillState,
): readonly string[] {
  return [...now.decisions.values()].flatMap(({ decision, closes_s, choice }) => {
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
  { prepared, numbers }: PlaySession,
  now: DrillState,
  before: DrillState,
): readonly string[] {
  return [...now.updates.keys()]
    .filter((id) => !before.updates.has(id))
    .map((id) => {
      const update = prepared.byId.updates.get(id);
      const due = formatScenarioTime(update?.due ?? 0);
      return `${yellow('▸')} update ${cyan(String(numbers.find('updates', id)))} is asked for, due ${due}: ${update?.title ?? ''}`;
    });
}
