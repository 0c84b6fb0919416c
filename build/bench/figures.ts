import { acknowledgedEvent } from './acknowledged-event.ts';
import { coldStart } from './cold-start.ts';
import type { Figure } from './figure.ts';
import { decadesOfAttempts } from './decades-of-attempts.ts';
import { evidence } from './evidence.ts';
import { firstScreenSize } from './first-screen-size.ts';
import { largeTable } from './large-table.ts';
import { lintWalk } from './lint-walk.ts';
import { manyAttempts } from './many-attempts.ts';
import { memory } from './memory.ts';
import { replayedEvents } from './replayed-events.ts';
import { star } from './star.ts';
import { starLibraries } from './star-libraries.ts';
import { storylineEvidence } from './storyline.ts';
import { stories } from './stories.ts';
import { typing } from './typing.ts';

/** Every figure, in the order in which they are measured. */
export const figures: readonly Figure[] = [
  coldStart,
  firstScreenSize,
  replayedEvents,
  acknowledgedEvent,
  manyAttempts,
  decadesOfAttempts,
  largeTable,
  memory,
  evidence,
  star,
  starLibraries,
  stories,
  typing,
  storylineEvidence,
  lintWalk,
];
