import { closeSync, existsSync, fsyncSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  formatLog,
  parseLog,
  type AttemptEvent,
  type AttemptHeader,
  type AttemptLog,
} from '../../engine/drill/attempt-log.ts';
import { CommandFault, withFile } from '../command-fault.ts';
import { parseNamedLog } from '../find-packs.ts';
import { makeFolders } from '../make-folders.ts';
import { readInputFile } from '../read-input-file.ts';

/**
 * The log of an attempt on the disk: a line for each event, synced before anything is shown, so
 * that nothing a person has seen happen is lost.
 */
export class AttemptFile {
  readonly path: string;
  readonly #handle: number;
  #length: number;

  private constructor(path: string, handle: number, length: number) {
    this.path = path;
    this.#handle = handle;
    this.#length = length;
  }

  /** Begins a log. Refuses to write over a file that is there. */
  static create(path: string, header: AttemptHeader): AttemptFile {
    return withFile('begin the log', path, () => {
      makeFolders(dirname(path));
      if (existsSync(path)) {
        throw new CommandFault(
          `${path} is there already, and was left as it is. To go on with it: --resume instead of --log. To begin anew, name another file.`,
        );
      }
      const file = new AttemptFile(path, openSync(path, 'wx'), 0);
      file.#write(formatLog({ header, events: [] }));
      return file;
    });
  }

  /** Opens a log to go on with it. A last line that was cut off in writing is taken away. */
  static resume(path: string): { readonly file: AttemptFile; readonly log: AttemptLog } {
    const bytes = readInputFile(path);
    const text = bytes.toString('utf8');
    const log = parseNamedLog(path, text);
    return withFile('write to', path, () => {
      const handle = openSync(path, 'r+');
      const whole = bytes.lastIndexOf(0x0a) + 1;
      const file = new AttemptFile(path, handle, whole === 0 ? bytes.length : whole);
      if (endsWhole(text, log)) {
        file.#length = bytes.length;
        if (whole < bytes.length) file.#write('\n');
      } else ftruncateSync(handle, whole);
      return { file, log };
    });
  }

  append(event: AttemptEvent): void {
    withFile('save to', this.path, () => this.#write(`${JSON.stringify(event)}\n`));
  }

  close(): void {
    closeSync(this.#handle);
  }

  /** All of it or, where the disk refuses, nothing. */
  #write(text: string): void {
    const bytes = Buffer.from(text, 'utf8');
    try {
      for (let done = 0; done < bytes.length;) {
        done += writeSync(this.#handle, bytes, done, bytes.length - done, this.#length + done);
      }
      fsyncSync(this.#handle);
    } catch (error) {
      ftruncateSync(this.#handle, this.#length);
      throw error;
    }
    this.#length += bytes.length;
  }
}

/** Whether the last line of a log counts although it may lack its line end. */
function endsWhole(text: string, log: AttemptLog): boolean {
  if (text.endsWith('\n')) return true;
  const before = parseLog(text.slice(0, text.lastIndexOf('\n') + 1));
  return 'fault' in before || before.events.length < log.events.length;
}

/** Where logs lie unless another place is named: the folder that the system has for data. */
export function findLogFolder(
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  const home = homedir();
  const data =
    platform === 'win32'
      ? (environment['APPDATA'] ?? join(home, 'AppData', 'Roaming'))
      : platform === 'darwin'
        ? join(home, 'Library', 'Application Support')
        : environment['XDG_DATA_HOME'] || join(home, '.local', 'share');
  return join(data, 'drillbook', 'attempts');
}
