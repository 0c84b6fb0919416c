import { describe, expect, it } from 'vitest';
import { writeDebrief } from '../engine/score/debrief.ts';
import {
  type DeedLine,
  playDeeds,
  readBundledDrill,
  readLastAnswer,
  readOutcome,
} from './testing/bundled-drill.ts';

const { drill, evidence, prepared } = readBundledDrill('d33-a-high-finding-at-dawn');

const decide = (decision: string, option: string) =>
  ['decided', { decision, option, confidence: 90, citations: [], reason: '' }] as const;
const use = (tool: string, args: Readonly<Record<string, string>> = {}) =>
  ['tool_used', { tool, args }] as const;
const wait = ['notes_changed', { text: 'x' }] as const;
const play = (...lines: readonly DeedLine[]) => playDeeds(prepared, ...lines);
const answer = (...lines: readonly DeedLine[]) => readLastAnswer(prepared, play(...lines));
const find = (id: string) => drill.decisions.find((one) => one.id === id);

describe('what is asked when', () => {
  it('asks how to go on only when the verdict has been given, or its time is over', () => {
    expect(play([1020, ...wait]).decisions.has('watch')).toBe(false);
    expect(play([1210, ...wait]).decisions.has('watch')).toBe(true);
    expect(play([700, ...decide('verdict', 'exercise')]).decisions.has('watch')).toBe(true);
  });

  it('tells in no prompt what the verdict is, or what nobody did yet', () => {
    expect(find('watch')?.prompt).not.toMatch(/The exercise goes on/);
    expect(find('proof')?.prompt).not.toMatch(/silent/);
    expect(find('traveller')?.prompt).not.toMatch(/does not pick up/);
    expect(
      find('traveller')
        ?.options.map(({ text }) => text)
        .join(' '),
    ).not.toMatch(/mailbox/);
  });
});

describe('the shift log', () => {
  const write = [
    800,
    ...use('shift-log', {
      verdict: 'the exercise',
      'rests-on': 'the testing authority and the log, call by call',
    }),
  ] as const;
  const call = [700, ...decide('verdict', 'exercise')] as const;

  it('says that a log it names was not opened, and so does the end', () => {
    expect(answer(write)).toMatch(/a log that you have not opened/);
    const state = play(call, write, [1430, 'ended']);
    expect(readOutcome(prepared, state)).toBe('right-unread');
    const told = writeDebrief(prepared, state).feedback.map(({ text }) => text);
    expect(told.join(' ')).toMatch(/rests on nothing that you opened/);
    expect(told.join(' ')).not.toMatch(/Nothing stands in the shift log/);
  });

  it('is empty where nothing was written', () => {
    const state = play(call, [1430, 'ended']);
    expect(readOutcome(prepared, state)).toBe('right-unwritten');
  });
});

it('does not ring the authority for the first time twice', () => {
  const ring = use('call-person', { who: 'Ruben Castell, number in the directory' });
  expect(answer([100, ...ring])).toMatch(/^Second ring/);
  expect(answer([100, ...ring], [300, ...ring])).toMatch(/You have the log/);
});

it('lets each call of the worker name the client of its own service', () => {
  const services = new Map<string, Set<string>>();
  for (const text of evidence.values()) {
    for (const [, source = '', api = ''] of text.matchAll(
      /"eventSource":"([a-z]+)\.amazonaws\.com"[^\n]*?"userAgent":"[^"]* api\/([a-z]+)#/g,
    )) {
      services.set(source, (services.get(source) ?? new Set()).add(api));
    }
  }
  expect(services.size).toBeGreaterThan(2);
  for (const [source, apis] of services) expect([...apis]).toEqual([source]);
});
