import type { AttemptSummary } from './attempt-summary.ts';
import { writeEventId, type Store } from './store.ts';

type OwnRecord = {
  readonly table: 'attempts' | 'reviews' | 'drafts' | 'events';
  readonly id: string;
  readonly body: unknown;
};

/** All that is stored of an attempt: what was being written and the clock's anchor go with it. */
export async function listAttemptRecords(
  store: Store,
  summary: AttemptSummary,
): Promise<readonly OwnRecord[]> {
  const { id } = summary;
  const [events, drafts, review] = await Promise.all([
    store.readEvents(id),
    store.list('drafts'),
    store.get('reviews', id),
  ]);
  return [
    { table: 'attempts', id, body: summary },
    ...(review === undefined ? [] : [{ table: 'reviews' as const, id, body: review }]),
    ...drafts.filter((draft) => ownsDraft(draft.id, id)).map(toDraft),
    ...events.map(toEvent),
  ];
}

/** All that is stored of these roads of an attempt, whose summary is not among it. */
export async function listRoadRecords(
  store: Store,
  id: string,
  roads: readonly string[],
): Promise<readonly OwnRecord[]> {
  const [events, drafts] = await Promise.all([store.readEvents(id), store.list('drafts')]);
  return [
    ...events.filter((event) => roads.includes(event.branch)).map(toEvent),
    ...drafts
      .filter((draft) => roads.some((name) => ownsDraft(draft.id, `${id}/${name}`)))
      .map(toDraft),
  ];
}

function toEvent(body: Parameters<typeof writeEventId>[0]): OwnRecord {
  return { table: 'events', id: writeEventId(body), body };
}

function toDraft({ id, body }: { readonly id: string; readonly body: unknown }): OwnRecord {
  return { table: 'drafts', id, body };
}

function ownsDraft(draft: string, owner: string): boolean {
  return (
    draft === `heartbeat/${owner}` ||
    draft.startsWith(`heartbeat/${owner}/`) ||
    draft.startsWith(`draft/${owner}/`)
  );
}
