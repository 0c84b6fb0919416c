import type { Citation } from '../../drill/attempt-log.ts';
import type { PreparedDrill } from '../../drill/prepared-drill.ts';
import type { Clue, Decision, FeedItem, Tool, ToolOutcome } from '../../format/drill-schema.ts';
import { matters, type Needs } from './needs.ts';
import { compileEffects, type WalkMove } from './walk-terms.ts';
import type { StateLayout, WalkTest } from './walk-state.ts';

interface Followed {
  readonly prepared: PreparedDrill;
  readonly needs: Needs;
  readonly layout: StateLayout;
}

/** What a person can do that matters. Letting time pass is no move: the walk itself adds it. */
export function listMoves(
  prepared: PreparedDrill,
  needs: Needs,
  layout: StateLayout,
): readonly WalkMove[] {
  const { drill } = prepared;
  const followed = { prepared, needs, layout };
  return [
    ...drill.decisions.flatMap((decision) => listChoices(followed, decision)),
    ...drill.evidence
      .filter(({ id }) => needs.facts.has(`opened:${id}`))
      .map((evidence): WalkMove => {
        const { id, minutes, roles } = evidence;
        const shift = roles ? seatBits(followed, roles) : { needs: [], bars: [] };
        const done = layout.bit(`done evidence/${id}`);
        return {
          ...nothing,
          deed: { kind: 'evidence_opened', data: { evidence: id } },
          words: `opening ${id}`,
          id: `evidence/${id}`,
          cost_s: minutes,
          needs: [layout.bit(`there evidence/${id}`), ...shift.needs],
          bars: [done, ...shift.bars],
          learns: learn(followed, [`opened:${id}`]),
          marks: [done],
        };
      }),
    ...drill.tools.flatMap((tool) => tool.outcomes.flatMap((one) => listUses(followed, tool, one))),
    ...drill.feed.flatMap((item) => listAnswers(followed, item)),
    ...drill.updates
      .filter(({ id }) => needs.facts.has(`sent:${id}`))
      .map(({ id }): WalkMove => {
        const done = layout.bit(`done update/${id}`);
        return {
          ...nothing,
          deed: { kind: 'update_sent', data: { update: id, text: 'Sent.', citations: [] } },
          words: `sending ${id}`,
          id: `update/${id}`,
          needs: [layout.bit(`there update/${id}`)],
          bars: [done],
          learns: learn(followed, [`sent:${id}`]),
          marks: [done],
        };
      }),
    ...drill.clues.flatMap((clue) => listCitations(followed, clue)),
    ...listShift(followed),
  ];
}

const nothing = {
  cost_s: 0,
  needs: [],
  bars: [],
  test: null,
  learns: [],
  marks: [],
  stops: -1,
  effects: [],
} as const;

function learn({ needs, layout }: Followed, facts: readonly string[]): readonly number[] {
  return facts.filter((fact) => needs.facts.has(fact)).map((fact) => layout.fact(fact));
}

/** Options that cost the same time and lead to the same are walked once. */
function listChoices(followed: Followed, decision: Decision): readonly WalkMove[] {
  const { prepared, needs, layout } = followed;
  const { id } = decision;
  const there = layout.bit(`there decision/${id}`);
  const done = layout.bit(`done decision/${id}`);
  const stops = decision.closes_after === undefined ? -1 : layout.timer(`closes ${id}`);
  const kinds = new Map<string, WalkMove>();
  for (const option of decision.options) {
    const effects = compileEffects(prepared.drill, option.effects, needs, layout);
    const learns = learn(followed, [`decided:${id}`, `decided:${id}/${option.id}`]);
    const kind = JSON.stringify([option.minutes, learns, effects]);
    if (kinds.has(kind)) continue;
    kinds.set(kind, {
      ...nothing,
      deed: {
        kind: 'decided',
        data: { decision: id, option: option.id, confidence: 50, citations: [], reason: '' },
      },
      words: `${id} = ${option.id}`,
      id: `decision/${id}/${option.id}`,
      cost_s: option.minutes,
      needs: [there],
      bars: [done],
      learns,
      marks: [done],
      stops,
      effects,
    });
  }
  return [...kinds.values()];
}

/** A use of a tool that comes to this outcome, where it changes something that is followed. */
function listUses(followed: Followed, tool: Tool, outcome: ToolOutcome): readonly WalkMove[] {
  const { prepared, needs, layout } = followed;
  const facts = [`used:${tool.id}`, `used:${tool.id}/${outcome.id}`];
  if (!matters(outcome.effects, needs.variables) && !facts.some((fact) => needs.facts.has(fact))) {
    return [];
  }
  const args = Object.fromEntries(
    tool.args.map(({ id, values }) => [id, chooseArgument(outcome.match?.[id], values)]),
  );
  const before = tool.outcomes.slice(0, tool.outcomes.indexOf(outcome));
  const fits = ({ match }: ToolOutcome): boolean =>
    Object.entries(match ?? {}).every(([name, wanted]) =>
      [wanted].flat().some((value) => fold(value) === fold(args[name] ?? '')),
    );
  const earlier = before.filter(fits);
  if (!fits(outcome) || earlier.some(({ when }) => !when)) return [];
  const tests: WalkTest[] = earlier.flatMap(({ when }) => {
    const test = when && layout.compile(when);
    return test ? [(now) => !test(now)] : [];
  });
  for (const when of [tool.available, outcome.when]) if (when) tests.push(layout.compile(when));
  const done = layout.bit(`done tool/${tool.id}/${outcome.id}`);
  const again = outcome.effects.length > 0;
  return [
    {
      ...nothing,
      deed: { kind: 'tool_used', data: { tool: tool.id, args } },
      words: `using ${tool.id}`,
      id: `tool/${tool.id}/${outcome.id}`,
      cost_s: outcome.minutes ?? tool.minutes,
      // What sets something may be used again, as something else may have set it back.
      bars: again ? [] : [done],
      test: tests.length === 0 ? null : (now) => tests.every((test) => test(now)),
      learns: learn(followed, facts),
      marks: [done],
      effects: compileEffects(prepared.drill, outcome.effects, needs, layout),
    },
  ];
}

const fold = (text: string): string => text.trim().toLowerCase();

function chooseArgument(
  wanted: string | readonly string[] | undefined,
  values: readonly string[] | undefined,
): string {
  const accepted = wanted === undefined ? [] : [wanted].flat();
  const listed = values?.find((value) => accepted.some((one) => fold(one) === fold(value)));
  return listed ?? (values ? values[0] : accepted[0]) ?? 'anything';
}

function listAnswers(followed: Followed, item: FeedItem): readonly WalkMove[] {
  const { prepared, needs, layout } = followed;
  const { id, replies, expects } = item;
  const there = layout.bit(`there feed/${id}`);
  const done = layout.bit(`done feed/${id}`);
  const noticed = layout.bit(`noticed ${id}`);
  const stops = matters(expects?.missed ?? [], needs.variables) ? layout.timer(`due ${id}`) : -1;
  const answered = needs.facts.has(`answered:${id}`);
  const moves = replies
    .filter(
      (reply) =>
        matters(reply.effects, needs.variables) || needs.facts.has(`answered:${id}/${reply.id}`),
    )
    .map((reply): WalkMove => ({
      ...nothing,
      deed: { kind: 'replied', data: { item: id, reply: reply.id } },
      words: `answering ${id} with ${reply.id}`,
      id: `feed/${id}/${reply.id}`,
      cost_s: reply.minutes,
      needs: [there],
      bars: [done],
      learns: learn(followed, [`answered:${id}`, `answered:${id}/${reply.id}`]),
      marks: [done, noticed],
      stops,
      effects: compileEffects(prepared.drill, reply.effects, needs, layout),
    }));
  if (!answered && stops < 0) return moves;
  return [
    ...moves,
    {
      ...nothing,
      deed: { kind: 'acknowledged', data: { item: id } },
      words: `acknowledging ${id}`,
      id: `feed/${id}`,
      needs: [there],
      bars: [noticed],
      learns: learn(followed, [`answered:${id}`]),
      // Who has acknowledged may still reply.
      marks: moves.length === 0 ? [done, noticed] : [noticed],
      stops,
    },
  ];
}

/** Citing a clue, once what holds it was opened, has arrived or was answered. */
function listCitations(followed: Followed, clue: Clue): readonly WalkMove[] {
  const { needs, layout } = followed;
  if (!needs.facts.has(`cited:${clue.id}`)) return [];
  const source =
    'evidence' in clue
      ? `opened:${clue.evidence}`
      : 'feed' in clue
        ? `delivered:${clue.feed}`
        : `used:${clue.tool}/${clue.outcome}`;
  const done = layout.bit(`done clue/${clue.id}`);
  const citation: Citation = { file: 'clue', locator: { kind: 'clue', id: clue.id } };
  return [
    {
      ...nothing,
      deed: { kind: 'pinned', data: { pin: `walk-${clue.id}`, citation, label: clue.id } },
      words: `citing ${clue.id}`,
      id: `clue/${clue.id}`,
      needs: [layout.fact(source)],
      bars: [done],
      learns: learn(followed, [`cited:${clue.id}`]),
      marks: [done],
    },
  ];
}

/** Which shift can open evidence of these roles. */
function seatBits(
  { prepared, layout }: Followed,
  roles: readonly string[],
): { readonly needs: readonly number[]; readonly bars: readonly number[] } {
  const { handover } = prepared.drill;
  if (!handover) return { needs: [], bars: [] };
  const first = prepared.drill.roles[0]?.id ?? '';
  const shift = layout.bit('shift');
  return {
    needs: roles.includes(first) ? [] : [shift],
    bars: roles.includes(handover.to) ? [] : [shift],
  };
}

function listShift({ prepared, needs, layout }: Followed): readonly WalkMove[] {
  const { handover, evidence } = prepared.drill;
  const matter = evidence.some(({ id, roles }) => roles && needs.facts.has(`opened:${id}`));
  if (!handover || !matter) return [];
  const shift = layout.bit('shift');
  return [
    {
      ...nothing,
      deed: { kind: 'shift_taken', data: {} },
      words: 'taking over the shift',
      id: 'shift',
      needs: [layout.bit(`done update/${handover.update}`)],
      bars: [shift],
      test: handover.when ? layout.compile(handover.when) : null,
      marks: [shift],
    },
  ];
}
