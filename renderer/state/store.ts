import type { AttemptEvent } from '../../content/engine/drill/attempt-log.ts';
import { mainBranch } from '../../content/engine/drill/branch.ts';

/**
 * What the app's state needs of storage. renderer/storage provides it; tests use a map. Everything
 * a person makes goes through `commit`, and is safe once its promise resolves.
 */
export interface Store {
  commit(change: Change): Promise<void>;
  get(table: Table, id: string): Promise<unknown>;
  list(table: Table): Promise<readonly { readonly id: string; readonly body: unknown }[]>;
  /** The summaries of attempts touched at a moment (ISO 8601) or later, the one touched longest ago first. */
  listFrom(
    from: string,
    limit: number,
  ): Promise<readonly { readonly id: string; readonly body: unknown }[]>;
  readEvents(attempt: string): Promise<readonly AttemptEvent[]>;
}

/** How many summaries of attempts the first screen waits for. */
export const newestAtFirst = 100;

export const tables = [
  'events',
  'attempts',
  'drills',
  'settings',
  'drafts',
  'reviews',
  'stories',
  'story_versions',
  'practices',
  'recordings',
  'plans',
  'packets',
] as const;
export type Table = (typeof tables)[number];

export interface Change {
  readonly puts?: readonly { readonly table: Table; readonly id: string; readonly body: unknown }[];
  readonly deletes?: readonly { readonly table: Table; readonly id: string }[];
}

/** The key of one event: sorts by attempt, branch and place. */
export function writeEventId(event: Pick<AttemptEvent, 'attempt' | 'branch' | 'seq'>): string {
  return `${event.attempt}/${event.branch}/${String(event.seq).padStart(8, '0')}`;
}

/** Where the clock's anchor of a road is kept: overwritten every few seconds while it runs. */
export function writeHeartbeatId(attempt: string, branch: string): string {
  return branch === mainBranch ? `heartbeat/${attempt}` : `heartbeat/${attempt}/${branch}`;
}

/** What every draft of a road begins with, before the last slash. */
export function writeDraftOwner(attempt: string, branch: string): string {
  return branch === mainBranch ? attempt : `${attempt}/${branch}`;
}
