import type { RoleCue } from './role-cue.ts';
import { cuesOfAction } from './role-cues-action.ts';
import { cuesOfTheStart } from './role-cues-start.ts';
import { cuesOfTheTalk } from './role-cues-talk.ts';

/** All that speaks for a role. Their order does not matter: what fits a sentence is added up. */
export const roleCues: readonly RoleCue[] = [...cuesOfTheStart, ...cuesOfAction, ...cuesOfTheTalk];
