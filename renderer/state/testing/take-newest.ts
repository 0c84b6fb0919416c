import type { Attempts } from '../attempts.svelte.ts';
import { newestAtFirst, type Store } from '../store.ts';

/** What the app does at its start: attempts begin with the newest of what is stored. */
export async function takeNewest(attempts: Attempts, store: Pick<Store, 'list'>): Promise<void> {
  const rows = await store.list('attempts');
  const touched = ({ body }: (typeof rows)[number]) => (body as { updated_at: string }).updated_at;
  attempts.take(
    rows.toSorted((a, b) => (touched(a) < touched(b) ? 1 : -1)).slice(0, newestAtFirst),
  );
}
