import { describe, expect, it } from 'vitest';
import { prepareDrill } from '../../drill/prepared-drill.ts';
import { createRandomSource } from '../../drill/random-source.ts';
import { replay } from '../../drill/step.ts';
import type { Drill } from '../../format/drill-schema.ts';
import { aDrill, someEvidence } from '../../testing/a-drill.ts';
import { compileWalk } from './walk-model.ts';
import { WalkMachine } from './walk-machine.ts';
import { walkDrill } from './walk-drill.ts';
import { writeWay } from './write-way.ts';
import { hasBit } from './walk-state.ts';

type Changes = NonNullable<Parameters<typeof aDrill>[0]>;
const option = (id: string, more: object = {}) => ({
  id,
  text: `Do ${id}`,
  rating: id === 'a' ? 7 : 2,
  reason: 'Because.',
  ...more,
});
const decision = (id: string, more: object = {}) => ({
  id,
  title: id,
  prompt: 'Choose.',
  part: 'scoping' as const,
  weight: 5,
  none: { rating: 1, reason: 'Nothing.' },
  options: ['a', 'b', 'c', 'd'].map((name) => option(name)),
  ...more,
});
/** A drill of these decisions alone. */
const only = (decisions: ReturnType<typeof decision>[], changes: Changes = {}): Drill =>
  aDrill({
    feed: [],
    evidence: [],
    clues: [],
    tools: [],
    updates: [],
    hints: [],
    milestones: [],
    truth: [],
    parameters: [],
    state: {},
    scoring: {},
    outcomes: [{ id: 'end', title: 'End', text: 'Over.' }],
    debrief: { text: 'Told.' },
    decisions,
    ...changes,
  });
const prepare = (drill: Drill) => prepareDrill(drill, someEvidence);

describe('a walk over every path', () => {
  it('visits each moment of a small drill once, and says that none is left', () => {
    // One decision whose options lead to the same, until the end at 20 minutes: not answered,
    // answered, and the end of each.
    const walk = walkDrill(prepare(only([decision('d1')])));
    expect(walk).toMatchObject({ states: 4, left: 0, exhaustive: true, dives: 0, uncovered: [] });
  });

  it('tells options apart where something asks for them', () => {
    const drill = only([
      decision('d1'),
      decision('d2', { opens: { decided: 'd1', option: ['a'] } }),
    ]);
    // Beside the four above: the other option with its end, then d2 open and answered, each with its end.
    expect(walkDrill(prepare(drill)).states).toBe(8);
  });

  it('stops at its bound and says what it has not seen', () => {
    const chain = Array.from({ length: 12 }, (_, index) =>
      decision(`d${index}`, index === 0 ? {} : { opens: { decided: `d${index - 1}` } }),
    );
    const walk = walkDrill(prepare(only(chain)), 5);
    expect(walk.exhaustive).toBe(false);
    expect(walk.left).toBeGreaterThan(0);
    expect(walk.states).toBeLessThan(10);
    expect(walk.dives).toBeGreaterThan(0);
    // Plays by chance come to the end of a chain that the walk has not followed.
    expect(walk.uncovered).toEqual([]);
  });

  it('names what no play comes to', () => {
    const drill = only([decision('d1'), decision('d2', { opens: { used: 't' } })], {
      tools: [
        {
          id: 't',
          title: 'Do',
          about: 'Does it.',
          available: { all: [{ decided: 'd1', option: 'a' }, { not: { decided: 'd1' } }] },
          outcomes: [{ id: 'o', answer: 'Done.' }],
        },
      ],
    });
    const { exhaustive, uncovered } = walkDrill(prepare(drill));
    expect(exhaustive).toBe(true);
    expect(uncovered).toEqual(['decision/d2', 'decision/d2/a', 'tool/t/o']);
  });

  it('finds a decision that closes before anybody can answer, by a shortest way', () => {
    const drill = only(
      [decision('d1'), decision('d2', { opens: { used: 't' }, closes_after: 3 })],
      {
        tools: [
          {
            id: 't',
            title: 'Do',
            about: 'Does it.',
            minutes: 5,
            outcomes: [{ id: 'o', answer: 'Done.' }],
          },
        ],
      },
    );
    const [found] = walkDrill(prepare(drill)).unanswered;
    expect(found?.decision).toBe('d2');
    expect(found?.way.words).toEqual(['using t']);
    expect(found?.way.state.decisions.get('d2')?.choice?.option).toBe('none');
  });

  it('forgets what nothing asks for any more: a chain grows with its length, not as a power of it', () => {
    const chain = (length: number) =>
      prepare(
        only(
          Array.from({ length }, (_, index) =>
            decision(
              `d${index}`,
              index === 0 ? {} : { opens: { decided: `d${index - 1}`, option: ['a', 'b'] } },
            ),
          ),
        ),
      );
    const [short, long] = [20, 40].map((length) => walkDrill(chain(length)).states);
    expect((long ?? 0) / (short ?? 1)).toBeCloseTo(2, 0);
  });
});

describe('the machine of the walk', () => {
  const drills: readonly (readonly [string, Drill])[] = [
    ['the drill of the tests', aDrill()],
    [
      'delays, deadlines, bars and counters',
      only(
        [
          decision('d1', {
            closes_after: 4,
            none: { rating: 1, reason: 'No.', effects: [{ add: 'n', by: 1 }] },
          }),
          decision('d2', {
            opens: { all: [{ delivered: 'late' }, { var: 'n', at_least: 2 }] },
            closes_after: 2,
          }),
          decision('d3', {
            opens: { any: [{ answered: 'ask', reply: 'yes' }, { cited: 'c' }] },
            options: ['a', 'b', 'c', 'd'].map((name) =>
              option(name, name === 'd' ? { effects: [{ end: true }] } : { minutes: 1 }),
            ),
          }),
        ],
        {
          state: { n: { kind: 'integer', min: 0, max: 3, initial: 0 }, f: { kind: 'flag' } },
          feed: [
            {
              id: 'ask',
              kind: 'mail',
              at: 1,
              from: 'ines',
              subject: 'Ask',
              body: 'Ask.',
              expects: { answer: 'reply', within: 3, missed: [{ add: 'n', by: 1 }] },
              replies: [
                { id: 'yes', text: 'Yes.', minutes: 2, effects: [{ set: 'f', to: true }] },
                { id: 'no', text: 'No.', effects: [{ add: 'n', by: -1 }] },
              ],
            },
            {
              id: 'late',
              kind: 'chat',
              at: 2,
              when: { any: [{ used: 't' }, { after: 9 }] },
              delay: 2,
              unless: { var: 'f', is: true },
              from: 'tomas',
              subject: 'Late',
              body: 'Late.',
            },
          ],
          evidence: [
            {
              id: 'trail',
              title: 'T',
              file: 'evidence/trail.json',
              format: 'cloudtrail',
              key: 'eventID',
              minutes: 1,
              available: { after: 1 },
            },
          ],
          clues: [{ id: 'c', evidence: 'trail', record: 'e-1', says: 'It.' }],
          tools: [
            {
              id: 't',
              title: 'Do',
              about: 'Does it.',
              minutes: 1,
              outcomes: [
                {
                  id: 'first',
                  when: { not: { used: 't' } },
                  answer: 'Once.',
                  effects: [{ add: 'n', by: 2 }],
                },
                { id: 'again', answer: 'Again.', effects: [{ set: 'f', to: false }] },
              ],
            },
          ],
          outcomes: [
            { id: 'high', title: 'High', when: { var: 'n', at_least: 3 }, text: 'High.' },
            { id: 'end', title: 'End', text: 'Over.' },
          ],
        },
      ),
    ],
  ];

  it.each(drills)('plays %s exactly as the engine does', (_, drill) => {
    const prepared = prepare(drill);
    const model = compileWalk(prepared);
    for (let seed = 1; seed <= 200; seed += 1) {
      const random = createRandomSource(seed);
      const machine = new WalkMachine(model);
      machine.begin();
      const made: number[] = [];
      for (let turn = 0; turn < 25 && !machine.now.ended; turn += 1) {
        const open = model.moves.flatMap((move, index) => (machine.allows(move) ? [index] : []));
        const chosen = open[Math.floor(random.next() * (open.length + 1))] ?? -1;
        made.push(chosen);
        const move = model.moves[chosen];
        if (move) machine.make(move);
        else machine.advance(machine.findNext());
      }
      // Throws where the engine refuses a move that the machine allowed.
      const { state, events } = writeWay(model, made);
      expect(replay(prepared, events).refused).toBeNull();
      expect(state.at_s).toBe(machine.now.at_s);
      expect(state.phase === 'ended').toBe(machine.now.ended);
      for (const { kind, id, there } of model.items) {
        const container = {
          feed: state.feed,
          evidence: state.evidence,
          decision: state.decisions,
          update: state.updates,
        }[kind];
        expect([seed, kind, id, hasBit(machine.now.bits, there)]).toEqual([
          seed,
          kind,
          id,
          container.has(id),
        ]);
      }
      const values = [...model.needs.variables].map((name) =>
        model.layout.encode(name, state.variables.get(name) ?? 0),
      );
      expect(
        [...model.needs.variables].map(
          (name) => machine.now.variables[model.layout.variable(name)],
        ),
      ).toEqual(values);
    }
  });

  it.each(drills)('goes back in %s to just where it was', (_, drill) => {
    const model = compileWalk(prepare(drill));
    const machine = new WalkMachine(model);
    machine.begin();
    const random = createRandomSource(7);
    const write = (): Int32Array => {
      const packed = new Int32Array(machine.moment.size);
      machine.moment.pack(packed, 0);
      return packed;
    };
    for (let turn = 0; turn < 60 && !machine.now.ended; turn += 1) {
      const before = write();
      machine.unpack(before);
      for (const move of model.moves.filter((one) => machine.allows(one))) {
        machine.make(move);
        machine.restore();
        expect(write()).toEqual(before);
      }
      machine.advance(machine.findNext());
      machine.restore();
      expect(write()).toEqual(before);
      const open = model.moves.filter((one) => machine.allows(one));
      const move = open[Math.floor(random.next() * (open.length + 1))];
      if (move) machine.make(move);
      else machine.advance(machine.findNext());
      const there = model.items.filter(({ kind }) => kind === 'decision');
      const { bits } = machine.now;
      expect(machine.moment.asked).toBe(there.filter((item) => hasBit(bits, item.there)).length);
      expect(machine.moment.answered).toBe(there.filter((item) => hasBit(bits, item.done)).length);
    }
  });
});
