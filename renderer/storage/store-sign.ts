/** Data, so frozen, like the name of the database. */
const key = 'drillbook-sign';

/** What a browser's store held, kept outside it. It has no word of the person's. */
export interface StoreSign {
  /** Number of the last change. */
  readonly seq: number;
  readonly attempts: number;
  /** When the first change was made, ISO 8601, UTC. */
  readonly since: string;
}

/** null where there is none, or nothing that can be read as one. */
export function readSign(): StoreSign | null {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    const { seq, attempts, since } = (found ?? {}) as Partial<Record<keyof StoreSign, unknown>>;
    return typeof seq === 'number' && typeof attempts === 'number' && typeof since === 'string'
      ? { seq, attempts, since }
      : null;
  } catch {
    return null;
  }
}

export function writeSign(sign: StoreSign): void {
  try {
    localStorage.setItem(key, JSON.stringify(sign));
  } catch {
    // A browser that keeps no sign still keeps the data.
  }
}

export function forgetSign(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // As above.
  }
}
