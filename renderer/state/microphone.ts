/** Why no sound comes, or came to an end. */
export type MicrophoneTrouble = 'refused' | 'none' | 'busy' | 'failed';

/** The microphone was not given; `message` says what happened, what is safe and what to do. */
export class MicrophoneUnavailable extends Error {
  override readonly name = 'MicrophoneUnavailable';
  readonly trouble: MicrophoneTrouble;

  constructor(trouble: MicrophoneTrouble, message: string) {
    super(message);
    this.trouble = trouble;
  }
}

/** A microphone that was given. */
export interface OpenMicrophone {
  /** Of what `record` hands over: pieces in order make one file of this type. */
  readonly mime: string;
  /**
   * Begins to record.
   *
   * @param onPiece every few seconds, and at the end, the next bytes
   * @param onEnd it ended by itself: `lost`, the device went away; `hidden`, the app withdrew it when
   *   the window was put away. Everything heard until then is handed over before.
   */
  record(
    onPiece: (bytes: Uint8Array<ArrayBuffer>) => void,
    onEnd: (why: 'lost' | 'hidden') => void,
  ): void;
  /** How loud it is now, 0..1. */
  level(): number;
  pause(): void;
  resume(): void;
  /** Resolves after the last piece was handed over; the microphone is given back. */
  stop(): Promise<void>;
}

/** What a recording needs of the machine; renderer/state/open-microphone.ts has the real one. */
export interface Microphone {
  /** @throws MicrophoneUnavailable */
  open(): Promise<OpenMicrophone>;
}
