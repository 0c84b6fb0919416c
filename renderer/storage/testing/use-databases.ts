import { Dexie } from 'dexie';

/** Other databases from now on, for Dexie too, which keeps hold of those that it found. */
export function useDatabases(factory: IDBFactory): void {
  globalThis.indexedDB = factory;
  Dexie.dependencies.indexedDB = factory;
}
