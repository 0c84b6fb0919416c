import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { writeLaunchArguments } from '../profile/built-app.ts';
import { DevTools } from './devtools.ts';

export interface StartSettings {
  /** Path of the program. */
  readonly program: string;
  /** Folder of the app. */
  readonly folder: string;
  readonly profile: string;
  /** An expression that is true in the page once it can be used. */
  readonly usable: string;
}

/** After this long (ms) a start counts as failed. */
const patience = 120_000;
/** How long (ms) an app may take to end by itself. */
const farewell = 60_000;

/**
 * Starts an app, waits until its page can be used, and ends it in order.
 *
 * @returns milliseconds from the start of the process to the frame after which the page can be used
 * @throws if it does not come to that
 */
export async function measureStart(settings: StartSettings): Promise<number> {
  const begun = performance.timeOrigin + performance.now();
  const child = spawn(
    settings.program,
    [
      ...writeLaunchArguments(settings.folder, settings.profile),
      ...['--remote-debugging-port=0', '--remote-allow-origins=*'],
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = once(child, 'exit');
  const late = new AbortController();
  try {
    const usable = waitUntilUsable(child, settings.usable);
    const failed = ended.then(() => {
      throw new Error('The app ended before it could be used.');
    });
    const slow = expire(late.signal, `The app could not be used after ${patience / 1000} s.`);
    const at = await Promise.race([usable, failed, slow]);
    failed.catch(() => undefined);
    // Asked by the system to end, Electron closes its windows as a person would. (A window that its
    // own page closes is gone without a word, and the next start would be one after a crash.)
    child.kill('SIGTERM');
    const left = setTimeout(() => child.kill('SIGKILL'), farewell);
    await ended;
    clearTimeout(left);
    return at - begun;
  } finally {
    late.abort();
    if (child.exitCode === null) child.kill('SIGKILL');
  }
}

/** Waits for the page; answers with the moment, in milliseconds since 1970. */
async function waitUntilUsable(child: ChildProcess, usable: string): Promise<number> {
  const devtools = await DevTools.connect(await readAddress(child));
  const seen = new Promise<number>((resolve) => {
    devtools.on('Runtime.bindingCalled', (params) => {
      resolve(Number((params as { payload: string }).payload));
    });
  });
  devtools.on('Target.attachedToTarget', (params) => {
    const { sessionId } = params as { sessionId: string };
    void watch(devtools, sessionId, usable).catch(() => undefined);
  });
  // What opens from now on waits until its script is in place.
  await devtools.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
  });
  return seen;
}

async function watch(devtools: DevTools, session: string, usable: string): Promise<void> {
  const source = `(() => {
    const look = () => {
      if (${usable}) setTimeout(() => tellUsable(String(performance.timeOrigin + performance.now())), 0);
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  })();`;
  await Promise.all([
    devtools.send('Page.enable', {}, session),
    devtools.send('Runtime.enable', {}, session),
    devtools.send('Runtime.addBinding', { name: 'tellUsable' }, session),
    devtools.send('Page.addScriptToEvaluateOnNewDocument', { source }, session),
    devtools.send('Runtime.runIfWaitingForDebugger', {}, session),
    // Where the page was there already.
    devtools.send('Runtime.evaluate', { expression: source }, session),
  ]);
}

/** Chromium says on stderr where its DevTools listen. */
async function readAddress(child: ChildProcess): Promise<string> {
  if (!child.stderr) throw new Error('Nothing can be heard of the app.');
  for await (const line of createInterface(child.stderr)) {
    const [, address] = /DevTools listening on (ws:\S+)/.exec(line) ?? [];
    if (address !== undefined) {
      child.stderr.resume();
      return address;
    }
  }
  throw new Error('The app ended before it said where its DevTools are.');
}

function expire(signal: AbortSignal, message: string): Promise<never> {
  return new Promise((_resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(message)), patience);
    signal.addEventListener('abort', () => clearTimeout(timer));
  });
}
