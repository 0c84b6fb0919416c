// What the main process of Electron 22 lacks: its language is Chromium 108's, its library Node 16's.
import { deserialize, serialize } from 'node:v8';

const missing: Readonly<Record<string, unknown>> = {
  structuredClone: (value: unknown): unknown => deserialize(serialize(value)),
};

for (const [name, value] of Object.entries(missing)) {
  if (!(name in globalThis)) Object.assign(globalThis, { [name]: value });
}
