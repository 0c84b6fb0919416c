import {
  writePieceId,
  type RecordingEnd,
  type RecordingEntry,
} from '../../content/engine/story/practice-record.ts';
import { MicrophoneUnavailable, type Microphone, type OpenMicrophone } from './microphone.ts';
import { SoundLevels } from './sound-levels.ts';
import { writeBase64 } from './base64.ts';
import type { Change } from './store.ts';

export interface RecorderSetup {
  readonly microphone: Microphone;
  readonly now: () => Date;
  /** Of a steady clock. */
  readonly now_ms: () => number;
  readonly newId: () => string;
  /**
   * A piece of sound is to be stored, and what is now known of the recording with it: both in one
   * change. The first call for an id begins it.
   */
  readonly keep: (entry: RecordingEntry, pieces: Change['puts']) => void;
  /** Longest recording, seconds; ten minutes unless said. */
  readonly longest_s?: number;
}
/** How often the level is looked at. */
const look_ms = 100;
/** Looks that make one bar. */
const looksPerBar = 5;

export type RecorderState = 'idle' | 'opening' | 'recording' | 'paused' | 'stopping';

/**
 * One recording at a time. Each piece is stored as it comes, so that a crash, a device that goes away
 * or a full disk leaves what was said before.
 */
export class Recorder {
  #state = $state.raw<RecorderState>('idle');
  #entry = $state.raw<RecordingEntry | null>(null);
  #seconds = $state(0);
  #level = $state(0);
  #bars = $state.raw<readonly number[]>([]);
  #trouble = $state.raw<string | null>(null);
  #note = $state.raw<string | null>(null);
  #open: OpenMicrophone | null = null;
  /** The start that waits for the microphone; another value once it was given up. */
  #opening: symbol | null = null;
  #levels = new SoundLevels();
  #looks: readonly number[] = [];
  #timer: ReturnType<typeof setInterval> | null = null;
  #since_ms: number | null = null;
  #before_s = 0;
  #full = false;
  #stopping: Promise<void> | null = null;
  readonly #setup: RecorderSetup;

  constructor(setup: RecorderSetup) {
    this.#setup = setup;
  }

  get state(): RecorderState {
    return this.#state;
  }
  /** What is recorded now, or was recorded last. */
  get entry(): RecordingEntry | null {
    return this.#entry;
  }
  /** Recorded so far, without pauses. */
  get seconds(): number {
    return this.#seconds;
  }
  /** 0..1, now. */
  get level(): number {
    return this.#level;
  }
  /** Loudest moments so far, 0..100, of equal stretches. */
  get bars(): readonly number[] {
    return this.#bars;
  }
  /** Why there is no sound, in words for the person; typing leads then. */
  get trouble(): string | null {
    return this.#trouble;
  }
  /** Why a recording ended by itself; what it holds is kept. */
  get note(): string | null {
    return this.#note;
  }
  get busy(): boolean {
    return this.#state !== 'idle';
  }

  /** Begins a recording for a part of a practice. To be called only after the person agreed. */
  async start(part: string): Promise<void> {
    if (this.#state !== 'idle') return;
    this.#state = 'opening';
    this.#trouble = null;
    this.#note = null;
    const opening = Symbol('opening');
    this.#opening = opening;
    let open: OpenMicrophone;
    try {
      open = await this.#setup.microphone.open();
    } catch (error) {
      if (this.#opening !== opening) return;
      this.#state = 'idle';
      this.#trouble =
        error instanceof MicrophoneUnavailable
          ? error.message
          : 'The recording could not begin. Nothing else is lost. Type your answer instead, or try again.';
      return;
    }
    if (this.#opening !== opening) {
      // Stopped before it was given: nobody sees any more that it listens.
      await open.stop();
      return;
    }
    this.#open = open;
    this.#levels = new SoundLevels();
    this.#looks = [];
    this.#bars = [];
    this.#seconds = 0;
    this.#before_s = 0;
    this.#full = false;
    this.#entry = {
      id: this.#setup.newId(),
      part,
      mime: open.mime,
      pieces: 0,
      bytes: 0,
      seconds: 0,
      levels: [],
      started_at: this.#setup.now().toISOString(),
      end: 'broken_off',
    };
    this.#setup.keep(this.#entry, []);
    open.record(
      (bytes) => {
        this.#take(bytes);
      },
      (why) => {
        this.#finish(why);
      },
    );
    this.#run();
  }

  pause(): void {
    if (this.#state !== 'recording') return;
    this.#open?.pause();
    this.#count();
    this.#before_s = this.#seconds;
    this.#since_ms = null;
    this.#level = 0;
    this.#state = 'paused';
  }

  resume(): void {
    if (this.#state !== 'paused') return;
    this.#open?.resume();
    this.#run();
  }

  /**
   * Ends it and keeps it. `hidden`: the window was put away, and nobody sees that it listens. Resolves
   * when the last piece was handed over, also where the end is under way already. One that has not
   * begun does not begin; what is asked of the person for the microphone is not waited for.
   */
  stop(end: 'stopped' | 'full' | 'hidden' = 'stopped'): Promise<void> {
    if (this.#state === 'opening') {
      this.#opening = null;
      this.#state = 'idle';
    }
    if (this.#state === 'stopping') return this.#stopping ?? Promise.resolve();
    if (this.#state !== 'recording' && this.#state !== 'paused') return Promise.resolve();
    return (this.#stopping = this.#stop(end));
  }

  async #stop(end: 'stopped' | 'full' | 'hidden'): Promise<void> {
    if (this.#state === 'recording') this.#count();
    this.#since_ms = null;
    this.#before_s = this.#seconds;
    this.#state = 'stopping';
    await this.#open?.stop();
    this.#finish(end);
  }

  #run(): void {
    this.#state = 'recording';
    this.#since_ms = this.#setup.now_ms();
    this.#timer ??= setInterval(() => {
      this.#look();
    }, look_ms);
  }

  #look(): void {
    if (this.#state !== 'recording') return;
    this.#count();
    this.#level = this.#open?.level() ?? 0;
    this.#looks = [...this.#looks, this.#level];
    if (this.#looks.length >= looksPerBar) {
      this.#levels.add(Math.max(...this.#looks));
      this.#bars = this.#levels.bars;
      this.#looks = [];
    }
    if (this.#seconds >= (this.#setup.longest_s ?? 600) && !this.#full) {
      this.#full = true;
      void this.stop('full');
    }
  }

  #count(): void {
    if (this.#since_ms === null) return;
    this.#seconds = this.#before_s + (this.#setup.now_ms() - this.#since_ms) / 1000;
  }

  #take(bytes: Uint8Array<ArrayBuffer>): void {
    const entry = this.#entry;
    if (!entry) return;
    this.#count();
    const next: RecordingEntry = {
      ...entry,
      pieces: entry.pieces + 1,
      bytes: entry.bytes + bytes.length,
      seconds: Math.round(this.#seconds * 10) / 10,
      levels: [...this.#bars],
    };
    this.#entry = next;
    this.#setup.keep(next, [
      {
        table: 'recordings',
        id: writePieceId(entry.id, entry.pieces),
        body: { format: 1, mime: entry.mime, data: writeBase64(bytes) },
      },
    ]);
  }

  #finish(end: RecordingEnd): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
    this.#count();
    this.#since_ms = null;
    this.#open = null;
    this.#stopping = null;
    this.#level = 0;
    this.#state = 'idle';
    const entry = this.#entry;
    if (!entry || entry.end !== 'broken_off') return;
    this.#entry = {
      ...entry,
      end,
      seconds: Math.round(this.#seconds * 10) / 10,
      levels: [...this.#bars],
    };
    this.#setup.keep(this.#entry, []);
    this.#note = endWords[end];
  }
}

/** Said when a recording ended otherwise than by the person's wish. */
const endWords: Readonly<Record<RecordingEnd, string | null>> = {
  stopped: null,
  full: 'Ten minutes are the most for one recording, so it ended here. All of it is kept. Go on by typing, or record another part.',
  lost: 'The microphone went away, so the recording ended. What was recorded until then is kept. Type the rest, or plug it in and record another part.',
  hidden:
    'The window was put away, or the recording rested for long, so it ended: Drillbook listens only while you see it. What was recorded is kept. Record another part, or type the rest.',
  broken_off: null,
};
