import type { RecordLines } from './snapshot-file.ts';
import type { SnapshotReason } from './storage-channels.ts';

/** Characters after which a piece ends. */
const piece = 1024 * 1024;

/** Records of a copy on their way to the window, a piece at each call. */
export class LeavingRecords {
  #lines: AsyncGenerator<string, void> | null = null;

  /** @param lines one JSON a line; they take the place of what was not read to its end */
  begin(lines: AsyncGenerator<string, void>): void {
    this.#lines = lines;
  }

  /** The next lines, about a mebibyte of them. */
  async readNext(): Promise<{ readonly lines: string; readonly done: boolean }> {
    let lines = '';
    while (this.#lines && lines.length < piece) {
      const { done, value } = await this.#lines.next();
      if (done) this.#lines = null;
      else lines += `${value}\n`;
    }
    return { lines, done: this.#lines === null };
  }

  forget(): void {
    this.#lines = null;
  }
}

/** A state that is about to replace everything. */
export interface ReplacingState {
  readonly lines: RecordLines;
  readonly reason: SnapshotReason;
  /** A number that its own must exceed. */
  readonly above: number;
}

/** Records of such a state on their way from the window, a piece at each call. */
export class ComingRecords {
  #coming: (ReplacingState & { readonly lines: string[] }) | null = null;

  begin(reason: SnapshotReason, above: number): void {
    this.#coming = { lines: [], reason, above };
  }

  /** Takes in a piece; does nothing where none was begun. */
  add(lines: string): void {
    for (const line of lines.split('\n')) if (line !== '') this.#coming?.lines.push(line);
  }

  /**
   * Hands over what has come, and keeps none of it.
   *
   * @throws if these are not all records
   */
  take(records: number): ReplacingState {
    const coming = this.#coming;
    this.#coming = null;
    if (coming?.lines.length !== records) throw new Error('Not all records have come.');
    return coming;
  }

  forget(): void {
    this.#coming = null;
  }
}
