import type { Bridge } from '../../electron/ipc.ts';
import { MicrophoneUnavailable, type Microphone, type OpenMicrophone } from './microphone.ts';

/** A piece is on the disk this long after it was said. */
const piece_ms = 2_000;
const types = ['audio/webm;codecs=opus', 'audio/webm', 'audio/mp4'];
/** Speech: ten minutes are under two and a half megabytes. */
const bitsPerSecond = 32_000;

const typeInstead = 'Nothing else is lost. Type your answer instead, or try again.';
const troubles = {
  refused: `The microphone was not given to Drillbook. ${typeInstead}`,
  none: `No microphone was found. ${typeInstead}`,
  busy: `The microphone could not be opened; another program may be using it. ${typeInstead}`,
  failed: `The recording could not begin. ${typeInstead}`,
} as const;

/** The machine's microphone, asked for only while a recording goes on. */
export function makeMicrophone(bridge: Pick<Bridge, 'microphone' | 'on'>): Microphone {
  const gate = bridge.microphone;
  return {
    async open() {
      const allowed = await gate.allow();
      if (allowed.kind === 'refused') throw new MicrophoneUnavailable('refused', allowed.message);
      try {
        return prepare(bridge, await listen());
      } catch (error) {
        await gate.done();
        throw error instanceof MicrophoneUnavailable ? error : unavailable('failed');
      }
    },
  };
}

async function listen(): Promise<MediaStream> {
  // Where a page is not served from a safe origin there are no devices at all.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices || typeof MediaRecorder === 'undefined') throw unavailable('none');
  try {
    return await devices.getUserMedia({ audio: true, video: false });
  } catch (error) {
    const name = error instanceof DOMException ? error.name : '';
    if (name === 'NotAllowedError' || name === 'SecurityError') throw unavailable('refused');
    if (name === 'NotFoundError' || name === 'OverconstrainedError') throw unavailable('none');
    if (name === 'NotReadableError' || name === 'AbortError') throw unavailable('busy');
    throw unavailable('failed');
  }
}

function prepare(bridge: Pick<Bridge, 'microphone' | 'on'>, stream: MediaStream): OpenMicrophone {
  const mimeType = types.find((type) => MediaRecorder.isTypeSupported(type)) ?? '';
  const recorder = new MediaRecorder(stream, {
    ...(mimeType === '' ? {} : { mimeType }),
    audioBitsPerSecond: bitsPerSecond,
  });
  const meter = new LevelMeter(stream);
  let handed: Promise<void> = Promise.resolve();
  let ending: Promise<void> | null = null;
  let forget = (): void => undefined;
  const gone = new Promise<void>((resolve) => {
    recorder.addEventListener('stop', () => {
      resolve();
    });
  });
  async function end(): Promise<void> {
    if (recorder.state !== 'inactive') {
      recorder.stop();
      await gone;
    }
    await handed;
    for (const track of stream.getTracks()) track.stop();
    meter.close();
    forget();
    await bridge.microphone.done();
  }
  return {
    mime:
      recorder.mimeType === '' ? (mimeType === '' ? 'audio/webm' : mimeType) : recorder.mimeType,
    record(onPiece, onEnd) {
      recorder.addEventListener('dataavailable', ({ data }) => {
        // One after another: reading a piece takes a moment, and their order is the sound.
        handed = handed.then(async () => {
          const bytes = new Uint8Array(await data.arrayBuffer());
          if (bytes.length > 0) onPiece(bytes);
        });
      });
      const giveUp = (why: 'lost' | 'hidden'): void => {
        if (ending) return;
        ending = end();
        void ending.then(() => {
          onEnd(why);
        });
      };
      const lose = (): void => {
        giveUp('lost');
      };
      for (const track of stream.getAudioTracks()) track.addEventListener('ended', lose);
      recorder.addEventListener('error', lose);
      forget = bridge.on.microphone_withdrawn(() => {
        giveUp('hidden');
      });
      recorder.start(piece_ms);
    },
    level: () => meter.read(),
    pause: () => {
      if (recorder.state === 'recording') recorder.pause();
    },
    resume: () => {
      if (recorder.state === 'paused') recorder.resume();
    },
    stop: () => (ending ??= end()),
  };
}

/** The loudest of the last moment, 0..1. */
class LevelMeter {
  readonly #context = new AudioContext();
  readonly #analyser: AnalyserNode;
  readonly #samples: Uint8Array<ArrayBuffer>;

  constructor(stream: MediaStream) {
    this.#analyser = this.#context.createAnalyser();
    this.#analyser.fftSize = 2048;
    this.#samples = new Uint8Array(this.#analyser.fftSize);
    this.#context.createMediaStreamSource(stream).connect(this.#analyser);
  }

  read(): number {
    this.#analyser.getByteTimeDomainData(this.#samples);
    let peak = 0;
    for (const sample of this.#samples) peak = Math.max(peak, Math.abs(sample - 128));
    return Math.min(1, peak / 127);
  }

  close(): void {
    void this.#context.close();
  }
}

function unavailable(trouble: keyof typeof troubles): MicrophoneUnavailable {
  return new MicrophoneUnavailable(trouble, troubles[trouble]);
}
