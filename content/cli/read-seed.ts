import { CommandFault } from './command-fault.ts';

/** The value of --seed; 0 where it was not given. */
export function readSeed(given: string | undefined): number {
  const seed = Number(given ?? 0);
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff || given === '') {
    throw new CommandFault(`--seed is a whole number from 0 to 4294967295, not "${given}".`);
  }
  return seed;
}
