const lettered = /\b(\p{Ll}+|\p{Lu}\p{Ll}+) ([A-HJ-Z])(?![\p{L}\p{N}.'’])/gu;

/** Of "hall A" and "gate C" the things and their letters. */
function readLetters(text: string): ReadonlyMap<string, string> {
  return new Map(
    [...text.matchAll(lettered)].map(([, thing = '', letter = '']) => [
      thing.toLowerCase(),
      letter,
    ]),
  );
}

/** "Hall A works" is no news of hall B: one thing by its kind, and another by its letter. */
export function hasOtherLetter(one: string, other: string): boolean {
  const letters = readLetters(other);
  return [...readLetters(one)].some(
    ([thing, letter]) => letters.has(thing) && letters.get(thing) !== letter,
  );
}
