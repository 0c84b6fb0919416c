import { contextBridge, ipcRenderer } from 'electron';
import { announcements, contract } from './ipc.ts';
import type { Announcements, WindowBridge } from './ipc.ts';

/** Built by walking the contract, so that nothing can be missing and nothing can be too much. */
type Invoke = (payload?: unknown) => Promise<unknown>;
type Listener = (value: unknown) => void;

const groups = Object.fromEntries(
  Object.entries(contract).map(([group, calls]) => [
    group,
    Object.fromEntries(
      Object.keys(calls).map((member): [string, Invoke] => [
        member,
        (payload) =>
          payload === undefined
            ? ipcRenderer.invoke(`${group}.${member}`)
            : ipcRenderer.invoke(`${group}.${member}`, payload),
      ]),
    ),
  ]),
);

const listeners = Object.fromEntries(
  announcements.map((name): [keyof Announcements, Set<Listener>] => [name, new Set()]),
) as Record<keyof Announcements, Set<Listener>>;

for (const name of announcements) {
  ipcRenderer.on(name, (_event, value: unknown) => {
    // A page that is not there yet has nothing unsaved and must not hold the window open.
    if (name === 'close_asked' && listeners[name].size === 0) {
      void ipcRenderer.invoke('app.quitReady');
    }
    for (const listener of listeners[name]) listener(value);
  });
}

const on = Object.fromEntries(
  announcements.map((name) => [
    name,
    (listener: Listener) => {
      listeners[name].add(listener);
      return () => void listeners[name].delete(listener);
    },
  ]),
);

const bridge = { kind: 'window', ...groups, on } as unknown as WindowBridge;
contextBridge.exposeInMainWorld('drillbook', bridge);
