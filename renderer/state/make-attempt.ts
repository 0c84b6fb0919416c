import { prepareDrill } from '../../content/engine/drill/prepared-drill.ts';
import type { Drill } from '../../content/engine/format/drill-schema.ts';
import { Attempt, type AttemptSetup } from './attempt.svelte.ts';
import type { DrillKit } from './catalogue.svelte.ts';
import { readKitEvidence } from './kit-evidence.ts';

/** What storage holds of an attempt that goes on. */
export type StoredPlay = Pick<AttemptSetup, 'events' | 'heartbeat_s' | 'summary' | 'branch'>;

/** Makes the drill ready for play as the header says, and the attempt at it. */
export function makeAttempt(
  drill: Drill,
  kit: DrillKit,
  setup: Omit<AttemptSetup, 'prepared'>,
): Attempt {
  const { seed, levers, roles } = setup.header;
  const prepared = prepareDrill(drill, readKitEvidence(kit, drill), seed, levers, roles);
  return new Attempt({ ...setup, prepared });
}
