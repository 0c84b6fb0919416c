import { layText, TextLines } from '../../../content/engine/evidence/text-lines.ts';
import type { Room } from '../../state/room.svelte.ts';

/** What every viewer of a text is given. */
export interface ViewerProps {
  /** null: a file of the person's own, of which nothing is cited. */
  readonly room: Room | null;
  /** Of the evidence, or the name of an own file. */
  readonly id: string;
  /** Empty where its lines are given. */
  readonly text: string;
  /** Of an own file: its lines, as they came from the worker. */
  readonly lines?: TextLines | undefined;
  /** The line to begin at, from 0, where no citation asks for another. */
  readonly line?: number | null;
}

export function titleOf(room: Room | null, id: string): string {
  return room?.attempt.prepared.byId.evidence.get(id)?.title ?? id;
}

export function linesOf({ lines, text }: Pick<ViewerProps, 'lines' | 'text'>): TextLines {
  return lines ?? new TextLines(layText(text));
}
