import { engineVersion } from '../../content/engine/drill/attempt-terms.ts';
import type { Drill } from '../../content/engine/format/drill-schema.ts';
import type { Attempt } from './attempt.svelte.ts';
import type { AttemptSummary } from './attempt-summary.ts';
import type { DrillKit } from './catalogue.svelte.ts';
import type { ParsePack } from './read-packs.ts';
import type { StoredPlay } from './make-attempt.ts';
import { writeHeartbeatId, type Store } from './store.ts';

const whole = 'The log is whole: export it under Settings, Data.';

/** What an attempt goes on from, with the very drill it was played with, or why it cannot. */
type ReadPlay =
  | {
      readonly kind: 'read';
      readonly drill: Drill;
      readonly kit: DrillKit;
      readonly play: StoredPlay;
    }
  | { readonly kind: 'failed'; readonly message: string };

export async function readStoredPlay(
  { store, parse }: { readonly store: Store; readonly parse: ParsePack },
  summary: AttemptSummary,
  branch: string,
): Promise<ReadPlay> {
  const { id, title, header } = summary;
  if (header.engine > engineVersion) {
    return {
      kind: 'failed',
      message: `"${title}" was played with a newer Drillbook (rules of play ${header.engine}, this one knows ${engineVersion}). Open it there. ${whole}`,
    };
  }
  const kit = (await store.get('drills', header.drill.hash)) as DrillKit | undefined;
  if (!kit) {
    return {
      kind: 'failed',
      message: `The drill that "${title}" was played with is missing. ${whole}`,
    };
  }
  const parsed = await parse(kit.texts);
  const entry = parsed.drills.find(({ slug }) => slug === header.drill.slug);
  if (entry?.kind !== 'ready') {
    return {
      kind: 'failed',
      message: `The drill that "${title}" was played with cannot be read by this version. ${whole}`,
    };
  }
  const [events, heartbeat] = await Promise.all([
    store.readEvents(id),
    store.get('drafts', writeHeartbeatId(id, branch)),
  ]);
  const heartbeat_s = (heartbeat as { at_s?: number } | undefined)?.at_s ?? 0;
  return { kind: 'read', drill: entry.drill, kit, play: { events, heartbeat_s, summary, branch } };
}

/** Why a log that was read cannot be played on from, for people; null where every step fits. */
export function explainMisfit(
  misfit: Attempt['misfit'],
  { title, header: { engine } }: AttemptSummary,
): string | null {
  if (!misfit) return null;
  const { index, refusal } = misfit;
  const older =
    engine < engineVersion
      ? ` It was written by older rules of play (${engine}; these are ${engineVersion}).`
      : '';
  return `"${title}" cannot be played on from here: step ${index + 1} of its log does not fit the rules of this version. ${refusal.message}${older} Nothing was changed. ${whole}`;
}
