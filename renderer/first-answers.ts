import type { Bridge } from '../electron/ipc.ts';

/** The first questions of a start, on their way. */
export interface FirstAnswers {
  readonly info: ReturnType<Bridge['app']['info']>;
  readonly packs: ReturnType<Bridge['packs']['list']>;
  /** null in a browser, which has no safe copies. */
  readonly stored: ReturnType<NonNullable<Bridge['storage']>['open']> | null;
}

/** Asks what every start needs. Nothing is decided here. */
export function askFirst(bridge: Bridge): FirstAnswers {
  const answers: FirstAnswers = {
    info: bridge.app.info(),
    packs: bridge.packs.list(),
    stored: bridge.storage?.open() ?? null,
  };
  // Whoever needs one is told of its failure.
  for (const answer of [answers.info, answers.packs, answers.stored])
    answer?.catch(() => undefined);
  // Chromium reads the database's files for this; what it answers is not needed.
  void indexedDB.databases().catch(() => []);
  return answers;
}
