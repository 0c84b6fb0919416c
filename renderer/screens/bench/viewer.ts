import type { Room } from '../../state/room.svelte.ts';

/** What every viewer of a text is given. */
export interface ViewerProps {
  /** null: a file of the person's own, of which nothing is cited. */
  readonly room: Room | null;
  /** Of the evidence, or the name of an own file. */
  readonly id: string;
  readonly text: string;
  /** The line to begin at, from 0, where no citation asks for another. */
  readonly line?: number | null;
}

export function titleOf(room: Room | null, id: string): string {
  return room?.attempt.prepared.byId.evidence.get(id)?.title ?? id;
}
