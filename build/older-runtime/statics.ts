type Keyed<Key> = (value: unknown, index: number) => Key;

function groupInto<Key>(values: Iterable<unknown>, keyOf: Keyed<Key>): Map<Key, unknown[]> {
  const groups = new Map<Key, unknown[]>();
  let index = 0;
  for (const value of values) {
    const key = keyOf(value, index++);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

function withResolvers(): object {
  let resolve: ((value: unknown) => void) | undefined;
  let reject: ((reason: unknown) => void) | undefined;
  const promise = new Promise((whenDone, whenFailed) => {
    resolve = whenDone;
    reject = whenFailed;
  });
  return { promise, resolve, reject };
}

/** Static members of built-in classes, and what strings lack, as of ES2025. */
export const statics = {
  array: {
    async fromAsync(
      source: AsyncIterable<unknown> | Iterable<unknown>,
      change: Keyed<unknown> = (value) => value,
    ): Promise<unknown[]> {
      const values: unknown[] = [];
      for await (const value of source) values.push(await change(value, values.length));
      return values;
    },
  },
  object: {
    groupBy: (values: Iterable<unknown>, keyOf: Keyed<PropertyKey>): object =>
      Object.assign(Object.create(null) as object, Object.fromEntries(groupInto(values, keyOf))),
  },
  map: { groupBy: groupInto },
  promise: {
    withResolvers,
    try: (work: (...args: unknown[]) => unknown, ...args: unknown[]): Promise<unknown> =>
      new Promise((resolve) => resolve(work(...args))),
  },
  url: {
    canParse(address: string, base?: string): boolean {
      try {
        return new URL(address, base) instanceof URL;
      } catch {
        return false;
      }
    },
  },
  abortSignal: {
    any(signals: Iterable<AbortSignal>): AbortSignal {
      const controller = new AbortController();
      for (const signal of signals) {
        const follow = (): void => controller.abort(signal.reason);
        if (signal.aborted) follow();
        else signal.addEventListener('abort', follow, { signal: controller.signal });
      }
      return controller.signal;
    },
  },
  text: {
    isWellFormed(this: string): boolean {
      return !/\p{Surrogate}/u.test(this);
    },
    toWellFormed(this: string): string {
      return this.replace(/\p{Surrogate}/gu, '�');
    },
  },
};
