import {
  MicrophoneUnavailable,
  type Microphone,
  type MicrophoneTrouble,
} from '../../state/microphone.ts';

/** A microphone in the hands of a test: it says what it is told to say. */
export class AMicrophone implements Microphone {
  /** The next opening fails with this. */
  trouble: MicrophoneTrouble | null = null;
  loudness = 0.5;
  readonly deeds: string[] = [];
  #onPiece: ((bytes: Uint8Array<ArrayBuffer>) => void) | null = null;
  #onEnd: ((why: 'lost' | 'hidden') => void) | null = null;

  open() {
    this.deeds.push('open');
    if (this.trouble !== null) {
      return Promise.reject(new MicrophoneUnavailable(this.trouble, `No sound: ${this.trouble}.`));
    }
    return Promise.resolve({
      mime: 'audio/webm;codecs=opus',
      record: (
        onPiece: (bytes: Uint8Array<ArrayBuffer>) => void,
        onEnd: (why: 'lost' | 'hidden') => void,
      ) => {
        this.#onPiece = onPiece;
        this.#onEnd = onEnd;
      },
      level: () => this.loudness,
      pause: () => void this.deeds.push('pause'),
      resume: () => void this.deeds.push('resume'),
      stop: () => {
        this.deeds.push('stop');
        this.say('end');
        return Promise.resolve();
      },
    });
  }

  /** A piece of sound comes. */
  say(words: string): void {
    this.#onPiece?.(new TextEncoder().encode(words));
  }

  /** The device goes away, or the app withdraws it. */
  lose(why: 'lost' | 'hidden' = 'lost'): void {
    this.say('last');
    this.#onEnd?.(why);
  }
}
