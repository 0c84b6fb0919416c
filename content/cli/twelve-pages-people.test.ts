import { describe, expect, it } from 'vitest';
import { findMood } from '../engine/drill/mood.ts';
import { readToolArguments } from '../engine/drill/tool-arguments.ts';
import {
  playDeeds,
  readBundledDrill,
  readLastAnswer,
  type DeedLine,
} from './testing/bundled-drill.ts';
import { decide, reply, use } from './testing/deeds.ts';

const { drill, prepared } = readBundledDrill('d18-twelve-pages-in-twenty-minutes');

const answer = (item: string) => ['acknowledged', { item }] as const;
const merge = { keep: 'SEC-7364', from: 'SEC-7370' };
const pause = { brake: 'pause transfers and challenge sign-ins' };
const asked = (...deeds: readonly DeedLine[]) =>
  readLastAnswer(prepared, playDeeds(prepared, ...deeds));

describe('the second on-call', () => {
  const paged = (take: string): DeedLine => [330, ...use('page-second', { take })];
  const at = (at_s: number): DeedLine => [at_s, 'notes_changed', { text: 'x' }];

  it('takes the brake by himself where he has the ticket and nobody stops him', () => {
    const left = playDeeds(prepared, paged('SEC-7364'), at(760));
    expect(left.feed.has('second-acts')).toBe(true);
    expect(left.milestones.has('transfers')).toBe(true);
    const stopped = playDeeds(
      prepared,
      paged('SEC-7364'),
      [600, ...reply('second-acts', 'ask-me')],
      at(760),
    );
    expect(stopped.milestones.has('transfers')).toBe(false);
  });

  it.each([
    ['SEC-7367', 'second-holds', 'ask-first', 'payout'],
    ['SEC-7369', 'second-denies', 'ask-me', 'role'],
  ])('does what can be undone for %s, unless he is stopped', (take, asks, stop, milestone) => {
    const left = playDeeds(prepared, paged(take), at(620));
    expect(left.feed.has(asks)).toBe(true);
    expect(left.milestones.has(milestone)).toBe(true);
    const stopped = playDeeds(prepared, paged(take), [500, ...reply(asks, stop)], at(620));
    expect(stopped.milestones.has(milestone)).toBe(false);
    expect(playDeeds(prepared, paged('SEC-7364'), at(620)).feed.has(asks)).toBe(false);
  });

  it('had the line held, so treasury does not ask what is wanted', () => {
    expect(playDeeds(prepared, paged('SEC-7367'), at(900)).feed.has('treasury-call')).toBe(false);
    expect(playDeeds(prepared, paged('SEC-7369'), at(900)).feed.has('treasury-call')).toBe(true);
  });

  it('is given a ticket by its number alone, so that none is taken for another', () => {
    const take = drill.tools.find(({ id }) => id === 'page-second');
    const sentence = ['take=SEC-7364, tickets leave'].map((text) => ({ text, quoted: false }));
    if (!take) throw new Error('nobody can be paged');
    expect(readToolArguments(take, sentence).ok).toBe(false);
    expect(asked(paged('SEC-7399'))).toMatch(/no open ticket/);
  });

  it('is rung by the pager where pages of the old shift stay unanswered, and not by those he was given', () => {
    const answered = ['page-7362', 'page-7364', 'page-7365', 'page-7369'].map(
      (item, i): DeedLine => [[60, 80, 100, 260][i] ?? 0, ...answer(item)],
    );
    const rung = (...lines: readonly DeedLine[]) =>
      playDeeds(prepared, ...lines, at(700)).feed.has('second-rung');
    expect(rung()).toBe(true);
    expect(rung(...answered.slice(0, 2))).toBe(true);
    expect(rung(...answered.slice(0, 3))).toBe(true);
    expect(rung(...answered)).toBe(false);
    expect(rung([200, ...use('page-second', { take: 'SEC-7365' })])).toBe(false);
    expect(rung([100, ...decide('ack', 'pass-on')])).toBe(false);
  });

  it('has no ticket where none was given, and takes the one that is', () => {
    const half: DeedLine = [560, ...decide('help', 'second-only')];
    const without = playDeeds(prepared, half, at(900));
    expect(without.feed.has('second-on-it')).toBe(false);
    expect(without.feed.has('second-which')).toBe(true);
    const page = (at_s: number): DeedLine => [at_s, ...use('page-second', { take: 'SEC-7364' })];
    const given = playDeeds(prepared, half, page(700), at(1100));
    expect(readLastAnswer(prepared, given)).toMatch(/on it/);
    expect(given.milestones.has('transfers')).toBe(true);
    expect(asked(half, page(700), page(800))).toMatch(/already/);
    const other: DeedLine = [700, ...use('page-second', { take: 'SEC-7369' })];
    expect(asked(half, other)).toMatch(/on it/);
    expect(playDeeds(prepared, half, page(610), at(900)).feed.has('second-which')).toBe(false);
    const before = playDeeds(prepared, paged('SEC-7369'), half, at(900));
    expect(before.feed.has('second-on-it')).toBe(true);
    expect(before.feed.has('second-which')).toBe(false);
  });

  it('asks nothing where transfers are off, or where he has another ticket', () => {
    const brake: DeedLine = [400, ...use('pause-transfers', pause)];
    expect(playDeeds(prepared, paged('SEC-7364'), brake, at(760)).feed.has('second-acts')).toBe(
      false,
    );
    expect(playDeeds(prepared, paged('SEC-7369'), at(760)).feed.has('second-acts')).toBe(false);
  });
});

describe('people', () => {
  const mood = (person: string, ...lines: readonly DeedLine[]) =>
    findMood(prepared, playDeeds(prepared, ...lines), person);
  const wait = (at_s: number): DeedLine => [at_s, 'notes_changed', { text: 'x' }];
  const hold: DeedLine = [700, ...reply('treasury-call', 'hold-line')];

  it('are in the mood that what was done put them in', () => {
    expect(mood('ivo', wait(695))).toMatch(/clock/);
    expect(mood('ivo', hold, wait(1400))).toMatch(/one line out/);
    expect(mood('ivo', [700, ...reply('treasury-call', 'after-check')])).toMatch(/all forty-one/);
    expect(mood('ivo', wait(970))).toMatch(/closed/);
    expect(mood('rhona', wait(610))).toMatch(/doors/);
    expect(mood('rhona', [620, ...reply('director-call', 'placed')], wait(700))).toMatch(/way in/);
    expect(mood('nadia', wait(320))).toMatch(/not believe/);
    expect(mood('nadia', [470, ...use('merge', merge)], wait(600))).toMatch(/what to say/);
  });

  it('ask again while they wait, and not once they were answered', () => {
    const late = playDeeds(prepared, wait(815)).feed;
    expect([late.has('treasury-call-again'), late.has('director-call-again')]).toEqual([
      true,
      true,
    ]);
    expect(playDeeds(prepared, hold, wait(1400)).feed.has('treasury-call-again')).toBe(false);
    const ivo = drill.people.find(({ id }) => id === 'ivo')?.patience?.again;
    expect(ivo).not.toMatch(/19:00|hold/);
  });
});
