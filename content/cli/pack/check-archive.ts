import { refuseArchive, type ArchiveResult } from '../../archive/archive-fault.ts';
import { archiveLimits } from '../../archive/archive-limits.ts';
import { readArchiveFile } from '../../archive/read-archive-file.ts';
import { SpentTime } from '../../archive/spent-time.ts';
import { CheckLane } from './check-lane.ts';
import type { CheckedPack } from './checked-pack.ts';

/** What a file may take, of the two seconds that checking one may last with its start (milliseconds). */
const usualLongest = 1_500;
/** However much is in it, and however busy the machine is. */
const longestByClock = 30_000;
const between = 25;
/** Bytes of YAML for which a slow machine may need more. It is measured only where the usual was not enough. */
const muchYaml = 250_000;

/**
 * Checks packs one after the other, each within two seconds: in a worker, which is ended where a file
 * takes longer. Writes nothing.
 */
export class PackChecker {
  readonly #longest: number;
  #lane: CheckLane | null = null;

  /** @param longest what a file may take where it is not much, in milliseconds */
  constructor(longest = usualLongest) {
    this.#longest = longest;
  }

  /** @param path of a file; whatever is wrong with it is the result */
  async check(path: string): Promise<ArchiveResult<CheckedPack>> {
    const bytes = readFile(path);
    if (!bytes.ok) return bytes;
    const lane = (this.#lane ??= new CheckLane());
    await lane.ready();
    const patience = new Patience(this.#longest);
    const found = lane.check(bytes.value, (sizes) => patience.allow(sizes));
    const result = await Promise.race([found, patience.end()]);
    patience.stop();
    // Who waits is kept for the next file: starting one takes time.
    if (!lane.isIdle) await this.end();
    return result;
  }

  /** Ends what runs. The checker can be used again. */
  async end(): Promise<void> {
    const lane = this.#lane;
    this.#lane = null;
    await lane?.end();
  }
}

/** How long a file is waited for: longer, the more is in it. */
class Patience {
  readonly #spent = new SpentTime();
  readonly #started = performance.now();
  #limit: number;
  #yaml = 0;
  #isMeasuring = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** @param sizes of the files, unpacked, in bytes */
  allow({ all, yaml }: { readonly all: number; readonly yaml: number }): void {
    this.#limit += all * archiveLimits.millisecondsByByte;
    this.#yaml = yaml;
  }

  /** Resolves when the time is up. */
  end(): Promise<ArchiveResult<CheckedPack>> {
    return new Promise((resolve) => {
      this.#timer = setInterval(() => {
        if (this.#isUp()) resolve(refuseArchive('too_slow'));
      }, between);
    });
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #isUp(): boolean {
    if (performance.now() - this.#started > longestByClock) return true;
    if (this.#isMeasuring || this.#spent.measure(1) <= this.#limit) return false;
    if (this.#yaml <= muchYaml) return true;
    this.#isMeasuring = true;
    void this.#measure();
    return false;
  }

  async #measure(): Promise<void> {
    const { allowForYaml, measureHonestYaml } = await import('./honest-yaml.ts');
    this.#limit = allowForYaml(this.#limit, this.#yaml, measureHonestYaml());
    this.#spent.measure(0);
    this.#yaml = 0;
    this.#isMeasuring = false;
  }
}

/** Whatever keeps a file from being read is the result as well. */
function readFile(path: string): ArchiveResult<Uint8Array<ArrayBuffer>> {
  try {
    return readArchiveFile(path);
  } catch {
    return refuseArchive('cannot_read');
  }
}
