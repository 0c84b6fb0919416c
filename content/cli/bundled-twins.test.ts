import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Deed } from '../engine/drill/attempt-log.ts';
import { listChoices } from '../engine/drill/choices.ts';
import { instantiateWith, nameDraw } from '../engine/drill/instantiate.ts';
import { findMood } from '../engine/drill/mood.ts';
import { prepareDrill, type PreparedDrill } from '../engine/drill/prepared-drill.ts';
import type { DrillState } from '../engine/drill/state.ts';
import { beginAttempt, step } from '../engine/drill/step.ts';
import { wordQuestion, wordReply } from '../engine/drill/words-of-the-moment.ts';
import type { Condition } from '../engine/format/condition-schema.ts';
import type { Drill, FeedItem } from '../engine/format/drill-schema.ts';
import { readPackFolder } from './read-pack-folder.ts';

/** From here on a play may look another way than its twin: somebody with authority has spoken, or an act has shown it. */
const known: Readonly<Record<string, Condition>> = {
  'd01-key-in-a-public-repository': {
    any: [
      { var: 'owner_asked', is: true },
      { delivered: 'gone-quiet' },
      // Whoever has something left in there goes on with it after the key is off.
      { delivered: 'session-alive' },
      { delivered: 'second-key-alive' },
    ],
  },
  'd04-the-firewall-that-fetched': { var: 'confirmed', is: true },
  // With the switch off, it is told whether it goes on.
  'd25-someone-elses-children': {
    any: [{ var: 'register_asked', is: true }, { delivered: 'load-others' }],
  },
  'd28-the-photo-that-gave-orders': { var: 'asked', is: true },
};
const never: Condition = { all: [{ after: 0 }, { not: { after: 0 } }] };
const seconds = 20;
/** In an alert it tells nothing until it is looked up. */
const address = /\d+(?:\.\d+){3}/g;
const packs = fileURLToPath(new URL('../packs', import.meta.url));

interface Play {
  readonly prepared: PreparedDrill;
  readonly twin: boolean;
}

/** What a deed is done to, by what a player sees of it; null where that is not there. */
type Find = (prepared: PreparedDrill, state: DrillState) => Deed | null;
type Show = (prepared: PreparedDrill, state: DrillState) => readonly string[];

const sources = readdirSync(packs, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => readPackFolder(join(packs, name)));
const drills = sources.flatMap((source) =>
  source.pack.drills.flatMap((entry) =>
    entry.kind === 'ready' && entry.drill.parameters.some((one) => 'variable' in one)
      ? [{ slug: entry.slug, drill: entry.drill, source }]
      : [],
  ),
);

it('knows each drill that it makes an exception of', () => {
  expect(drills.map(({ slug }) => slug)).toEqual(expect.arrayContaining(Object.keys(known)));
});

describe.each(drills)('$slug and its twin', ({ slug, drill, source }) => {
  const plays = drawPlays(drill, source.readEvidence(slug, drill));
  const [written, ...others] = plays;
  if (!written || !others.some(({ twin }) => twin)) throw new Error('there is no twin');

  it('look alike to whoever does nothing, minute by minute', () => {
    const first = watch([written.prepared], showAll)[0];
    for (const { prepared } of others) expect(watch([prepared], showAll)[0]).toEqual(first);
  });

  const deeds = listDeeds(written.prepared);

  it.each(deeds)('look alike after $what, until it is known', ({ at_s, find }) => {
    const until = known[slug] ?? never;
    for (const { prepared, twin } of others) {
      if (!twin) continue;
      const both = watch([written.prepared, prepared], showHeads, { at_s, find }, until);
      expect(both[1]).toEqual(both[0]);
    }
  });
});

/** A play for each value that the twin's variable can be drawn with; all else is drawn the same. */
function drawPlays(drill: Drill, evidence: ReadonlyMap<string, string>): readonly Play[] {
  const own = drill.parameters.find((one) => 'variable' in one);
  if (!own || !('variable' in own)) return [];
  const initial = drill.state[own.variable]?.initial;
  return own.values.map((value, index) => {
    const drawn = instantiateWith(drill, evidence, (id) => (id === nameDraw(own) ? index : 0));
    const fixed = { ...drawn.drill, parameters: [] };
    return { prepared: prepareDrill(fixed, drawn.evidence), twin: value !== initial };
  });
}

/** Each option and each answer that whoever did nothing else could choose, at the moment it is there. */
function listDeeds(prepared: PreparedDrill) {
  const end = advance(prepared, beginAttempt(prepared), prepared.drill.ends_at - 1);
  const chosen = [...end.decisions.values()].flatMap(({ decision, opened_s }) => {
    const { title = '', options = [] } = prepared.byId.decisions.get(decision) ?? {};
    return options.map(({ text }) => ({
      what: `${title}: ${text}`,
      at_s: opened_s,
      find: findOption(title, text),
    }));
  });
  const said = [...end.feed.values()].flatMap(({ item, arrived_s }) => {
    const { subject = '', replies = [] } = prepared.byId.feed.get(item) ?? {};
    return replies.map(({ text }, index) => ({
      what: `${subject}: ${text}`,
      at_s: arrived_s,
      find: findReply(subject, index),
    }));
  });
  return [...chosen, ...said];
}

function findOption(title: string, text: string): Find {
  return ({ byId }, { decisions }) => {
    const open = [...decisions.keys()].map((id) => byId.decisions.get(id));
    const decision = open.find((one) => one?.title === title);
    const option = decision?.options.find((one) => one.text === text);
    if (!decision || !option) return null;
    const data = { decision: decision.id, option: option.id, confidence: 90 as const };
    return { kind: 'decided', data: { ...data, citations: [], reason: '' } };
  };
}

function findReply(subject: string, index: number): Find {
  return ({ byId }, { feed }) => {
    const item = [...feed.keys()]
      .map((id) => byId.feed.get(id))
      .find((one) => one?.subject === subject);
    const answer = item?.replies[index];
    return item && answer ? { kind: 'replied', data: { item: item.id, reply: answer.id } } : null;
  };
}

/** What each of these plays shows from time to time, up to the moment at which it is known in one of them. */
function watch(
  plays: readonly PreparedDrill[],
  show: Show,
  deed?: { readonly at_s: number; readonly find: Find },
  until: Condition = never,
): readonly (readonly string[])[] {
  let states = plays.map((prepared) => advance(prepared, beginAttempt(prepared), 0));
  const shown = plays.map(() => new Set<string>());
  let done = false;
  const end = Math.min(...plays.map(({ drill }) => drill.ends_at));
  for (let at_s = 0; at_s < end; at_s += seconds) {
    const now = at_s;
    states = plays.map((prepared, index) => advance(prepared, states[index] as DrillState, now));
    if (deed && !done && deed.at_s <= at_s) {
      done = true;
      states = plays.map((prepared, index) => {
        const state = states[index] as DrillState;
        const found = deed.find(prepared, state);
        if (!found) throw new Error('it is not there to be done');
        return act(prepared, state, state.at_s, found);
      });
    }
    if (plays.some((play, index) => play.test(until)(states[index] as DrillState))) break;
    for (const [index, prepared] of plays.entries()) {
      for (const line of show(prepared, states[index] as DrillState)) shown[index]?.add(line);
    }
  }
  return shown.map((lines) => [...lines]);
}

function advance(prepared: PreparedDrill, state: DrillState, at_s: number): DrillState {
  if (state.phase === 'ended' || (state.phase !== 'ready' && at_s <= state.at_s)) return state;
  if (state.phase === 'ready') {
    return advance(prepared, act(prepared, state, 0, { kind: 'started', data: {} }), at_s);
  }
  return act(prepared, state, at_s, { kind: 'notes_changed', data: { text: String(at_s) } });
}

function act(prepared: PreparedDrill, state: DrillState, at_s: number, deed: Deed): DrillState {
  const seq = (state.last?.seq ?? -1) + 1;
  const base = { v: 1, attempt: 'a1', branch: 'main', seq, at_s, actor: state.seat } as const;
  const next = step(prepared, state, { ...base, ...deed });
  if (!next.ok) throw new Error(next.refusal.message);
  return next.state;
}

/** What can be seen before anything is opened, what messages say, and what hints say for their price. */
function showAll(prepared: PreparedDrill, state: DrillState): readonly string[] {
  const { byId, drill } = prepared;
  const choices = listChoices(prepared, state);
  const items = [...state.feed.keys()].flatMap((id) => byId.feed.get(id) ?? []);
  return [
    ...showHeads(prepared, state),
    ...items.map(({ subject, body }) => `${subject}: ${body.replace(address, 'an address')}`),
    ...choices.tools.map(({ title, about, args }) => {
      const asked = args.map(({ label, values = [] }) => `${label} (${values.join(', ')})`);
      return `tool ${title}: ${about} ${asked.join(', ')}`;
    }),
    ...choices.hints.flatMap(({ hint }) =>
      hint.tiers.map(({ text, cost }) => `hint ${hint.title} for ${cost}: ${text}`),
    ),
    ...drill.people.map(
      ({ id, name, role, about }) =>
        `${name}, ${role}, ${about}: ${findMood(prepared, state, id) ?? ''}`,
    ),
    `${drill.title}: ${drill.summary} ${drill.brief}`,
  ];
}

/** Messages by their heads and the answers offered, what is asked, and what evidence is there. */
function showHeads(prepared: PreparedDrill, state: DrillState): readonly string[] {
  const { byId } = prepared;
  return [
    ...[...state.feed.values()].flatMap(({ item, arrived_s, due_s, answer }, place) => {
      const one = byId.feed.get(item);
      if (!one) return [];
      const head = `${place} at ${arrived_s} until ${due_s}: ${showHead(one)}`;
      const replies = answer ? [] : one.replies;
      return [
        head,
        ...replies.map(
          (reply) => `${one.subject}: ${wordReply(prepared, state, reply)} ${reply.minutes}`,
        ),
      ];
    }),
    ...[...state.decisions.values()].flatMap(({ decision, opened_s, closes_s, choice }) => {
      const one = byId.decisions.get(decision);
      if (!one) return [];
      const asked = choice ? '' : wordQuestion(prepared, state, one);
      return [
        `${one.title} from ${opened_s} to ${closes_s}: ${asked} ${one.citations?.required ?? 0}`,
        ...one.options.map(
          ({ text, minutes, irreversible }) => `${one.title}: ${text} ${minutes} ${irreversible}`,
        ),
      ];
    }),
    ...[...state.evidence.keys()].map((id) => {
      const { title, about, minutes, format } = byId.evidence.get(id) ?? {};
      return `${title}: ${about}, ${format}, ${minutes}`;
    }),
    ...[...state.updates.keys()].map((id) => {
      const { title, asked, due } = byId.updates.get(id) ?? {};
      return `${title} by ${due}: ${asked}`;
    }),
    `${state.severity.level} ${state.phase}`,
  ];
}

function showHead({ kind, from, channel, subject, severity, ...rest }: FeedItem): string {
  const { interrupt, hand_to, evidence, expects } = rest;
  const leads = evidence === undefined ? '' : 'leads to evidence';
  return [
    kind,
    from,
    channel,
    subject,
    severity,
    interrupt,
    hand_to,
    leads,
    expects?.answer,
  ].join();
}
