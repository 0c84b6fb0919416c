import { refuseArchive, type ArchiveResult } from '../../archive/archive-fault.ts';
import { archiveLimits } from '../../archive/archive-limits.ts';
import { listParts, type CheckedPart } from '../../archive/check-contents.ts';
import type { OpenedArchive } from '../../archive/open-archive.ts';
import { CheckLane } from './check-lane.ts';
import { listHeld, type HeldThings } from './held-things.ts';
import { readArchiveFile } from '../../archive/read-archive-file.ts';
import { SpentTime } from '../../archive/spent-time.ts';

/** A pack that is sound: its archive and all that is in it. Its files went to whoever checked them. */
export interface CheckedPack extends Omit<OpenedArchive, 'files'>, HeldThings {
  readonly title: string;
}

/** What a file may take, of the two seconds that checking one may last with its start (milliseconds). */
const usualLongest = 1_500;
/** However much is in it, and however busy the machine is. */
const longestByClock = 30_000;
const between = 25;
/**
 * Bytes of YAML from which a second worker is worth its start. So much takes its time honestly, so it
 * may take this many times what honest YAML of its size takes one worker on this machine.
 */
const muchYaml = 250_000;
const honestTimes = 1.5;

/**
 * Checks packs one after the other, each within two seconds: in workers, which are ended where a file
 * takes longer. Writes nothing.
 */
export class PackChecker {
  readonly #longest: number;
  #lanes: CheckLane[] = [];

  /** @param longest what a file may take where it is not much, in milliseconds */
  constructor(longest = usualLongest) {
    this.#longest = longest;
  }

  /** @param path of a file; whatever is wrong with it is the result */
  async check(path: string): Promise<ArchiveResult<CheckedPack>> {
    const bytes = readFile(path);
    if (!bytes.ok) return bytes;
    const [first] = this.#open(1);
    await first?.ready();
    const effort = { lanes: 1, limit: this.#longest };
    const spent = new SpentTime();
    const started = performance.now();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<ArchiveResult<CheckedPack>>((resolve) => {
      timer = setInterval(() => {
        const isLate =
          spent.measure(effort.lanes) > effort.limit ||
          performance.now() - started > longestByClock;
        if (isLate) resolve(refuseArchive('too_slow'));
      }, between);
    });
    const found = this.#checkBytes(bytes.value, effort);
    const result = await Promise.race([found, late]);
    clearInterval(timer);
    await this.#endBusy();
    return result;
  }

  /** Ends what runs. The checker can be used again. */
  async end(): Promise<void> {
    const lanes = this.#lanes;
    this.#lanes = [];
    await Promise.all(lanes.map((lane) => lane.end()));
  }

  /** Ends what still runs in there. Who waits is kept for the next file: starting one takes time. */
  async #endBusy(): Promise<void> {
    const busy = this.#lanes.filter((lane) => !lane.isIdle);
    this.#lanes = this.#lanes.filter((lane) => lane.isIdle);
    await Promise.all(busy.map((lane) => lane.end()));
  }

  #open(count: number): readonly CheckLane[] {
    while (this.#lanes.length < count) this.#lanes.push(new CheckLane());
    return this.#lanes.slice(0, count);
  }

  async #checkBytes(
    bytes: Uint8Array,
    effort: { lanes: number; limit: number },
  ): Promise<ArchiveResult<CheckedPack>> {
    const [first] = this.#open(1);
    if (!first) return refuseArchive('unreadable');
    const opened = await first.ask({ kind: 'open', bytes }, [bytes]);
    if (!opened.ok) return opened;
    const { files, ...archive } = opened.value;
    const parts = [...listParts(files)];
    effort.limit += [...files.values()].reduce(addTime, 0);
    const texts = [...files].filter(([path]) => path.endsWith('.yaml'));
    const size = texts.reduce((sum, [, { length }]) => sum + length, 0);
    const lanes = this.#open(size > muchYaml ? 2 : 1);
    if (size > muchYaml) {
      effort.lanes = 0;
      await Promise.all(lanes.map((lane) => lane.ready()));
      const measured = await Promise.all(lanes.map((lane) => lane.ask({ kind: 'measure' })));
      const each = measured.map((answer) => (answer.ok ? answer.value : 0));
      effort.limit += honestTimes * Math.max(...each) * size;
    }
    effort.lanes = lanes.length;
    const checked: CheckedPart[] = [];
    const results = await Promise.all(
      lanes.map(async (lane) => {
        for (let part = parts.shift(); part !== undefined; part = parts.shift()) {
          const result = await lane.ask({ kind: 'part', part }, [...part.files.values()]);
          if (!result.ok) {
            parts.length = 0; // nothing more is asked of anybody
            return result;
          }
          checked.push(result.value);
        }
        return null;
      }),
    );
    const fault = results.find((result) => result !== null);
    return fault ?? { ok: true, value: describe(archive, checked) };
  }
}

function addTime(sum: number, { length }: Uint8Array): number {
  return sum + length * archiveLimits.millisecondsByByte;
}

function describe(
  opened: Omit<OpenedArchive, 'files'>,
  parts: readonly CheckedPart[],
): CheckedPack {
  const title = parts.find(({ slug }) => slug === null)?.title ?? opened.manifest.id;
  return { ...opened, title, ...listHeld(parts) };
}

/** Whatever keeps a file from being read is the result as well. */
function readFile(path: string): ArchiveResult<Uint8Array> {
  try {
    return readArchiveFile(path);
  } catch {
    return refuseArchive('cannot_read');
  }
}
