import type { Deed } from '../../drill/attempt-log.ts';
import type { Condition } from '../../format/condition-schema.ts';
import type { Drill, Effect } from '../../format/drill-schema.ts';
import type { Needs } from './needs.ts';
import type { StateLayout, WalkTest } from './walk-state.ts';

/** A change of a variable, by its slot, or the end of the drill. */
export type WalkEffect =
  | { readonly kind: 'set'; readonly variable: number; readonly to: number }
  | {
      readonly kind: 'add';
      readonly variable: number;
      readonly by: number;
      readonly min: number;
      readonly max: number;
    }
  | { readonly kind: 'end' };

/** Something that comes by itself once its condition holds. Bits and timers: -1 for none. */
export interface WalkItem {
  readonly kind: 'feed' | 'evidence' | 'decision' | 'update';
  readonly id: string;
  readonly when: Condition | undefined;
  readonly unless: Condition | undefined;
  readonly test: WalkTest | null;
  readonly bars: WalkTest | null;
  /** It is there. */
  readonly there: number;
  /** It was dealt with: its deadline no longer counts. */
  readonly done: number;
  /** The fact that its coming makes known. */
  readonly learns: number;
  readonly from_s: number;
  readonly delay_s: number;
  /** The timer of its delay. */
  readonly coming: number;
  /** The timer of its deadline, which begins with its coming. */
  readonly due: number;
  readonly within_s: number;
  /** What follows where the deadline passes. */
  readonly missed: readonly WalkEffect[];
  readonly missedFacts: readonly number[];
}

/** What a person can do. A move is open to them while its `needs` are set and its `bars` are not. */
export interface WalkMove {
  readonly deed: Deed;
  /** In words for the author; null for letting time pass. */
  readonly words: string | null;
  /** Names it among what was and was not walked: `decision/option`. */
  readonly id: string;
  readonly cost_s: number;
  readonly needs: readonly number[];
  readonly bars: readonly number[];
  readonly test: WalkTest | null;
  readonly learns: readonly number[];
  readonly marks: readonly number[];
  /** The timer that stops; -1 for none. */
  readonly stops: number;
  readonly effects: readonly WalkEffect[];
}

/** Effects on what is followed; others change nothing that the walk asks for. */
export function compileEffects(
  drill: Drill,
  effects: readonly Effect[],
  needs: Needs,
  layout: StateLayout,
): readonly WalkEffect[] {
  return effects.flatMap((effect): WalkEffect[] => {
    if ('end' in effect) return [{ kind: 'end' }];
    if ('set' in effect) {
      if (!needs.variables.has(effect.set)) return [];
      const to = layout.encode(effect.set, effect.to);
      return [{ kind: 'set', variable: layout.variable(effect.set), to }];
    }
    if (!('add' in effect) || !needs.variables.has(effect.add)) return [];
    const declared = drill.state[effect.add];
    if (declared?.kind !== 'integer') return [];
    const { min, max } = declared;
    return [{ kind: 'add', variable: layout.variable(effect.add), by: effect.by, min, max }];
  });
}
