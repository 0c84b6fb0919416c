import type { Bridge } from '../electron/ipc.ts';
import { askFirst } from './first-answers.ts';

/**
 * First script of the page, and a small one: what every start needs is asked for while the scripts that
 * need it are still read and compiled.
 */

declare global {
  interface Window {
    readonly drillbook: Bridge;
  }
}

const answers = askFirst(window.drillbook);
void import('./main.ts').then(({ start }) => start(answers));
