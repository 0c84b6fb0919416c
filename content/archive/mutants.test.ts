import { expect, it } from 'vitest';
import { countRuns } from '../engine/testing/count-runs.ts';
import { archiveFaultCodes } from './archive-fault.ts';
import { checkContents } from './check-contents.ts';
import { openArchive, writeArchive } from './open-archive.ts';
import { buildZip } from './testing/build-zip.ts';
import { makeChance } from './testing/chance.ts';
import { packFiles, soundTexts } from './testing/sound-pack.ts';

type Chance = ReturnType<typeof makeChance>;
type Mutate = (bytes: Uint8Array, chance: Chance) => Uint8Array;

const glue = (...parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
const tricky = [0, 1, 0x7f, 0x80, 0xff, 0x50, 0x4b];

/** One change each, of the kinds that transport, programs and people make. */
const mutations: readonly Mutate[] = [
  (bytes, chance) => {
    const bit = chance(bytes.length * 8);
    return bytes.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
  },
  (bytes, chance) => {
    const at = chance(bytes.length);
    const value = tricky[chance(tricky.length)] ?? 0;
    return bytes.map((byte, index) => (index === at ? value : byte));
  },
  // A number of a header becomes the largest there is.
  (bytes, chance) => {
    const changed = bytes.slice();
    const at = chance(bytes.length - 4);
    changed.fill(chance(2) === 0 ? 0xff : 0, at, at + (chance(2) === 0 ? 2 : 4));
    return changed;
  },
  (bytes, chance) => bytes.slice(0, chance(bytes.length)),
  (bytes, chance) => {
    const from = chance(bytes.length);
    return glue(bytes.subarray(0, from), bytes.subarray(from + 1 + chance(60)));
  },
  (bytes, chance) => {
    const at = chance(bytes.length);
    const from = chance(bytes.length);
    return glue(
      bytes.subarray(0, at),
      bytes.subarray(from, from + 1 + chance(90)),
      bytes.subarray(at),
    );
  },
  // Two stretches change places.
  (bytes, chance) => {
    const [a = 0, b = 0] = [chance(bytes.length), chance(bytes.length)].sort((x, y) => x - y);
    return glue(bytes.subarray(0, a), bytes.subarray(b), bytes.subarray(a, b));
  },
];

/** A zip by hand around files of which one was changed: past the archive, at what is in it. */
function mutateContent(chance: Chance): Uint8Array {
  const paths = Object.keys(soundTexts);
  const target = paths[chance(paths.length)] ?? '';
  const pieces = Object.entries(soundTexts).map(([name, text]) => {
    const mutate = mutations[chance(mutations.length)];
    const data = Buffer.from(text);
    return { name, data: name === target && mutate ? mutate(data, chance) : data };
  });
  return buildZip(pieces);
}

it('neither falls over nor stalls at any mutant of a sound pack', async () => {
  const runs = countRuns(20_000);
  const chance = makeChance(runs.seed);
  const sound = [writeArchive({ kind: 'pack', id: 'test', version: '1.0.0' }, packFiles())];
  sound.push(buildZip(Object.entries(soundTexts).map(([name, data]) => ({ name, data }))));
  const codes = new Map<string, number>();
  let slowest = 0;
  for (let round = 0; round < runs.numRuns; round += 1) {
    const base = sound[chance(sound.length)] ?? new Uint8Array();
    const mutate = mutations[chance(mutations.length)];
    let mutant = chance(4) === 0 ? mutateContent(chance) : (mutate?.(base, chance) ?? base);
    if (chance(3) === 0) mutant = mutations[chance(mutations.length)]?.(mutant, chance) ?? mutant;
    const started = process.cpuUsage();
    const opened = await openArchive(mutant, { expectKind: 'pack' });
    const checked = opened.ok ? checkContents(opened.value.files) : opened;
    const { user, system } = process.cpuUsage(started);
    slowest = Math.max(slowest, (user + system) / 1000);
    const code = checked.ok ? 'sound' : checked.fault.code;
    codes.set(code, (codes.get(code) ?? 0) + 1);
  }
  const known: readonly string[] = ['sound', ...archiveFaultCodes];
  expect([...codes.keys()].filter((code) => !known.includes(code))).toEqual([]);
  // A change of a text that stays sound is sound; a change of the archive hardly ever is.
  expect(codes.size).toBeGreaterThan(12);
  expect(codes.get('sound') ?? 0).toBeLessThan(runs.numRuns / 5);
  expect(slowest).toBeLessThan(2_000);
  console.log(
    `figure: ${runs.numRuns} mutants of a sound pack, 0 crashes, slowest ${slowest.toFixed(0)} ms, ${codes.get('sound') ?? 0} still sound, ${codes.size - 1} reasons`,
  );
}, 600_000);
