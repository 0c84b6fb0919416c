import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { say } from './say.mjs';

/** Milliseconds after which nobody is at it any more, whoever has the number of that process now. */
const longest = 15 * 60_000;
const pause = 250;

/**
 * Does work that two starts in one clone must not do at once, such as filling the same folder. The second
 * waits for the first.
 *
 * @param lock a file that stands while somebody is at it; it holds the number of their process
 * @param doing "Building"
 */
export async function oneAtATime<Result>(
  lock: string,
  doing: string,
  work: () => Promise<Result>,
): Promise<Result> {
  mkdirSync(dirname(lock), { recursive: true });
  for (let waited = false; !take(lock); waited = true) {
    if (!waited) say(`${doing}: another start is at it, waiting …`);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  const leave = (): void => rmSync(lock, { force: true });
  // However this process ends.
  process.once('exit', leave);
  try {
    return await work();
  } finally {
    process.off('exit', leave);
    leave();
  }
}

function take(lock: string): boolean {
  if (isLeft(lock)) rmSync(lock, { force: true });
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Whether it stands there though nobody is at it: their process was killed. */
function isLeft(lock: string): boolean {
  try {
    const { mtimeMs } = statSync(lock);
    const holder = Number(readFileSync(lock, 'utf8'));
    // Not written yet: they have just come.
    return Date.now() - mtimeMs > longest || (holder > 0 && !isAlive(holder));
  } catch {
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is there, and somebody else's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
