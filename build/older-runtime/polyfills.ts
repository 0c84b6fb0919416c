// What Chromium 108 lacks of the language and of the web, for the page, its workers and the main
// process alike. Only what is missing is added.
import { arrayMethods } from './array-methods.ts';
import { iteratorMethods } from './iterator-methods.ts';
import { setMethods } from './set-methods.ts';
import { statics } from './statics.ts';

function addMissing(target: object, methods: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(methods)) {
    if (name in target) continue;
    Object.defineProperty(target, name, { value, writable: true, configurable: true });
  }
}

const typedArray = Object.getPrototypeOf(Uint8Array.prototype) as object;
const iterator = Object.getPrototypeOf(
  Object.getPrototypeOf([][Symbol.iterator]()) as object,
) as object;

addMissing(Array.prototype, arrayMethods.plain);
addMissing(typedArray, arrayMethods.typed);
addMissing(Set.prototype, setMethods);
addMissing(iterator, iteratorMethods);
addMissing(Array, statics.array);
addMissing(Object, statics.object);
addMissing(Map, statics.map);
addMissing(Promise, statics.promise);
addMissing(URL, statics.url);
addMissing(AbortSignal, statics.abortSignal);
addMissing(String.prototype, statics.text);
