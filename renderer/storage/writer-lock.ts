/**
 * Takes the right to write, which one tab of this browser has until it is closed. Resolves to
 * whether this one has it.
 */
export function becomeWriter(): Promise<boolean> {
  return new Promise((resolve, reject) => {
    navigator.locks
      .request('drillbook-writer', { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        // Held as long as the page lives.
        return lock === null ? undefined : new Promise<void>(() => undefined);
      })
      .catch(reject);
  });
}
