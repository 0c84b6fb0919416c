import type { PreparedDrill } from '../../drill/prepared-drill.ts';
import type { Drill, FeedItem } from '../../format/drill-schema.ts';
import { matters, type Needs } from './needs.ts';
import { compileEffects, type WalkItem } from './walk-terms.ts';
import type { StateLayout } from './walk-state.ts';

/**
 * What comes by itself and matters, in the order in which the engine settles. Bit n says that item n
 * is there, the bit as many whole words on that it was dealt with: what is open is found a word at a
 * time.
 */
export function listItems(
  prepared: PreparedDrill,
  needs: Needs,
  layout: StateLayout,
): readonly WalkItem[] {
  const shapes = listShapes(prepared.drill, needs, layout);
  const there = shapes.map(({ kind, id }) => layout.bit(`there ${kind}/${id}`));
  layout.alignBits();
  const done = shapes.map(({ kind, id }) => layout.bit(`done ${kind}/${id}`));
  layout.alignBits();
  return shapes.map((shape, index) => ({
    when: undefined,
    unless: undefined,
    from_s: 0,
    delay_s: 0,
    coming: -1,
    due: -1,
    within_s: 0,
    missed: [],
    ...shape,
    test: shape.when ? layout.compile(shape.when) : null,
    bars: shape.unless ? layout.compile(shape.unless) : null,
    there: there[index] ?? -1,
    done: done[index] ?? -1,
    learns: learn(layout, needs, shape.comes),
    missedFacts: shape.closes.map((fact) => learn(layout, needs, fact)).filter((bit) => bit >= 0),
  }));
}

interface Shape extends Partial<Omit<WalkItem, 'kind' | 'id'>> {
  readonly kind: WalkItem['kind'];
  readonly id: string;
  /** Facts that its coming, and its closing by time, make known. */
  readonly comes: string;
  readonly closes: readonly string[];
}

function learn(layout: StateLayout, needs: Needs, fact: string): number {
  return needs.facts.has(fact) ? layout.fact(fact) : -1;
}

function listShapes(drill: Drill, needs: Needs, layout: StateLayout): readonly Shape[] {
  const plain = { comes: '', closes: [] };
  return [
    ...drill.feed
      .filter((one) => followsFeed(one, needs))
      .map((one): Shape => {
        const { id, when, unless, at, delay, expects } = one;
        const missed = compileEffects(drill, expects?.missed ?? [], needs, layout);
        return {
          ...plain,
          kind: 'feed',
          id,
          when,
          unless,
          from_s: at ?? 0,
          delay_s: delay,
          comes: `delivered:${id}`,
          coming: when && delay > 0 ? layout.timer(`coming ${id}`) : -1,
          due: missed.length > 0 ? layout.timer(`due ${id}`) : -1,
          within_s: expects?.within ?? 0,
          missed,
        };
      }),
    ...drill.evidence
      .filter(({ id }) => needs.facts.has(`opened:${id}`))
      .map(({ id, available }): Shape => ({ ...plain, kind: 'evidence', id, when: available })),
    ...drill.decisions.map(({ id, opens, closes_after, none }): Shape => ({
      ...plain,
      kind: 'decision',
      id,
      when: opens,
      closes: [`decided:${id}`, `decided:${id}/none`],
      due: closes_after === undefined ? -1 : layout.timer(`closes ${id}`),
      within_s: closes_after ?? 0,
      missed: compileEffects(drill, none.effects, needs, layout),
    })),
    ...drill.updates
      .filter(({ id }) => needs.facts.has(`sent:${id}`))
      .map(({ id, opens }): Shape => ({ ...plain, kind: 'update', id, when: opens })),
  ];
}

/** Whether anything followed depends on a message: on its coming, an answer, or silence. */
function followsFeed({ id, replies, expects }: FeedItem, needs: Needs): boolean {
  const facts = [`delivered:${id}`, `answered:${id}`];
  return (
    facts.some((fact) => needs.facts.has(fact)) ||
    matters(expects?.missed ?? [], needs.variables) ||
    replies.some(
      (reply) =>
        matters(reply.effects, needs.variables) || needs.facts.has(`answered:${id}/${reply.id}`),
    )
  );
}
