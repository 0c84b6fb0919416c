import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { scoreAnswer } from '../../content/engine/star/score-answer.ts';
import {
  readPractice,
  type AskedQuestion,
  type PracticeRecord,
} from '../../content/engine/story/practice-record.ts';
import { openPractices } from './practices.svelte.ts';
import { longestAnswer } from './practice.svelte.ts';
import { SaveStatus } from './save-status.svelte.ts';
import type { Change, Store } from './store.ts';
import { AMicrophone } from '../screens/testing/a-microphone.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-26T10:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

const question: AskedQuestion = {
  id: 'ownership-failure',
  text: 'What have you left half done that came back to you?',
  principle: 'ownership',
  angle: 'failure',
  competency: null,
  depth: null,
  roles: ['any'],
  probes: [
    {
      id: 'own-part',
      kind: 'what',
      text: 'Which step was yours alone?',
      lacks: 'own_action',
      next: { text: 'Who did the others?', lacks: 'specificity' },
    },
    { id: 'number', kind: 'how', text: 'How did you measure it?', lacks: 'result', next: null },
    {
      id: 'other',
      kind: 'why',
      text: 'What did you decide against?',
      lacks: 'judgement',
      next: null,
    },
    { id: 'lesson', kind: 'why', text: 'What do you do now?', lacks: 'reflection', next: null },
  ],
};
const answer =
  'In May 2024 I was on call for a payment page at a small bank. I had moved four of six jobs to short-lived keys and left the last two for later, because a release was due. In June one of the two old keys turned up in a build log. I revoked it within nine minutes, moved both jobs that night and told the payment team what had been reachable. The audit log showed 0 calls with it from outside over 30 days.';

function setUp() {
  const tables = new Map<string, Map<string, unknown>>();
  const table = (name: string) => {
    const found = tables.get(name) ?? new Map<string, unknown>();
    tables.set(name, found);
    return found;
  };
  const store: Pick<Store, 'get' | 'list' | 'commit'> = {
    commit({ puts = [], deletes = [] }: Change) {
      for (const put of puts) table(put.table).set(put.id, structuredClone(put.body));
      for (const gone of deletes) table(gone.table).delete(gone.id);
      return Promise.resolve();
    },
    get: (name, id) => Promise.resolve(table(name).get(id)),
    list: (name) => Promise.resolve([...table(name)].map(([id, body]) => ({ id, body }))),
  };
  let count = 0;
  const now = () => new Date();
  const saves = new SaveStatus(store, now);
  const microphone = new AMicrophone();
  const score = vi.fn((request: Parameters<typeof scoreAnswer>[0]) =>
    Promise.resolve(scoreAnswer(request)),
  );
  const open = () =>
    openPractices({
      store,
      saves,
      now,
      now_ms: () => Date.now(),
      newId: () => `p${(count += 1)}`,
      microphone,
      score,
    });
  const stored = async (id: string): Promise<PracticeRecord | null> => {
    await saves.settle();
    return readPractice(table('practices').get(id));
  };
  return { open, store, table, saves, microphone, score, stored };
}

describe('A practice', () => {
  it('goes from thinking to the answer, the probes and the result', async () => {
    const { open, stored } = setUp();
    const practices = await open();
    const practice = await practices.begin(question);
    expect(practice.stage).toBe('thinking');
    expect(practice.clock?.left_s).toBe(60);
    await practice.goOn();
    expect(practice.stage).toBe('answering');
    practice.setAnswer(answer);
    await practice.goOn();
    expect(practice.stage).toBe('probing');
    const first = practice.probe;
    expect(first?.dimension).toBe('reflection');
    expect(first?.why).toContain('Reflection stands at');
    practice.setProbeAnswer(
      first?.id ?? '',
      'I learned that half a move is none. Since then I close the last item before I begin the next, and did so for the database passwords in autumn.',
    );
    await practice.goOn();
    expect(practice.record.probes[0]?.after).toBeGreaterThan(first?.before ?? 5);
    expect(practice.record.probes).toHaveLength(2);
    await practice.skipProbe();
    expect(practice.record.probes[1]).toMatchObject({ skipped: true, after: null });
    await practice.finishNow();
    expect(practice.stage).toBe('done');
    const { result } = practice.record;
    expect(result?.account?.dimensions.reflection).toBeGreaterThan(
      result?.answer?.dimensions.reflection ?? 5,
    );
    expect(await stored(practice.id)).toEqual(practice.record);
    expect(practice.account?.text).toContain('half a move is none');
  });

  it('is blamed for no order that we gave to what the probes brought', async () => {
    const { open, score } = setUp();
    const practice = await (await open()).begin(question);
    await practice.goOn();
    practice.setAnswer(
      `${answer} I learned that half a move is none. Since then I close the last item first.`,
    );
    await practice.goOn();
    const alone = practice.answerScore?.dimensions;
    for (const said of [
      'Before that, I was asked to move all six, and my manager had wanted it in April.',
      'Then I rang the release manager, and she wrote down the two jobs that were left.',
    ]) {
      practice.setProbeAnswer(practice.probe?.id ?? '', said);
      await practice.goOn();
    }
    const { account, accountScore } = practice;
    expect(score.mock.lastCall?.[0].placed?.map(([start]) => start)).toEqual(
      account?.parts.filter(({ probe }) => probe !== null).map(({ start }) => start),
    );
    expect(accountScore?.points.map(({ rule }) => rule)).not.toContain('order');
    for (const part of ['judgement', 'result', 'own_action'] as const) {
      expect(accountScore?.dimensions[part]).toBeGreaterThanOrEqual((alone?.[part] ?? 5) - 0.05);
    }
  });

  it('never asks a probe twice, and ends by itself after three', async () => {
    const { open } = setUp();
    const practice = await (await open()).begin(question);
    await practice.goOn();
    practice.setAnswer(answer);
    await practice.goOn();
    for (let step = 0; step < 10 && practice.stage === 'probing'; step += 1) await practice.goOn();
    const ids = practice.record.probes.map(({ id }) => id);
    expect(ids).toHaveLength(3);
    expect(new Set(ids).size).toBe(3);
    expect(practice.stage).toBe('done');
  });

  it('gives no figures for a few words, and still a result', async () => {
    const { open } = setUp();
    const practice = await (await open()).begin({ ...question, probes: [] });
    await practice.goOn();
    practice.setAnswer('I fixed it.');
    await practice.goOn();
    expect(practice.stage).toBe('done');
    expect(practice.record.result).toMatchObject({ answer: null, account: null });
  });

  it('is on the disk a second after it was typed, and there again after a crash', async () => {
    const { open, stored } = setUp();
    const practice = await (await open()).begin(question);
    await practice.goOn();
    practice.setAnswer('In May');
    practice.setAnswer('In May I');
    practice.setNote('Say the nine minutes.');
    vi.advanceTimersByTime(1000);
    expect(await stored(practice.id)).toMatchObject({
      answer: 'In May I',
      note: 'Say the nine minutes.',
    });
    const again = await open();
    const resumed = await again.open(practice.id);
    expect(resumed?.record.answer).toBe('In May I');
    expect(resumed?.stage).toBe('answering');
  });

  it('is saved when the window asks for what is unsaved', async () => {
    const { open, stored } = setUp();
    const practice = await (await open()).begin(question);
    practice.setNote('Soon gone');
    expect((await stored(practice.id))?.note).toBe('Soon gone');
  });

  it('refuses a text that is too long, with a line, and keeps what was there', async () => {
    const { open } = setUp();
    const practice = await (await open()).begin(question);
    expect(practice.setAnswer('x'.repeat(longestAnswer))).toBe(true);
    expect(practice.setAnswer('x'.repeat(longestAnswer + 1))).toBe(false);
    expect(practice.problem).toContain('120,000 characters');
    expect(practice.record.answer).toHaveLength(longestAnswer);
    expect(readPractice(practice.record)).not.toBeNull();
  });

  it('keeps everything and can be tried again when scoring fails', async () => {
    const { open, score } = setUp();
    const practice = await (await open()).begin(question);
    await practice.goOn();
    practice.setAnswer(answer);
    score.mockRejectedValueOnce(new Error('stopped'));
    await practice.goOn();
    expect(practice.stage).toBe('answering');
    expect(practice.problem).toContain('What you wrote and recorded is kept');
    await practice.goOn();
    expect(practice.problem).toBeNull();
    expect(practice.stage).toBe('probing');
  });

  it('lets the clock run over, and counts no time that a sleeping machine took', async () => {
    const { open } = setUp();
    const practice = await (await open()).begin(question);
    practice.resume();
    const { clock } = practice;
    for (let second = 0; second < 70; second += 1) {
      vi.advanceTimersByTime(1000);
      clock?.tick();
    }
    expect(clock?.left_s).toBe(-10);
    expect(practice.stage).toBe('thinking');
    clock?.add(60);
    expect(clock?.left_s).toBe(60);
    vi.advanceTimersByTime(3_600_000);
    clock?.tick();
    expect(clock?.left_s).toBe(58);
    clock?.drop();
    expect(clock?.left_s).toBeNull();
    practice.pause();
    expect(practice.record.planned.thinking_s).toBeNull();
    expect(practice.record.spent.thinking_s).toBe(72);
  });
});

describe('Recordings of a practice', () => {
  async function recorded() {
    const all = setUp();
    const practices = await all.open();
    const practice = await practices.begin(question);
    await practice.goOn();
    await practices.recorder.start('answer');
    all.microphone.say('one');
    all.microphone.say('two');
    return { ...all, practices, practice };
  }

  it('lie in pieces beside it, and come back as one sound', async () => {
    const { practices, practice, table, saves } = await recorded();
    await saves.retry();
    expect(readPractice(table('practices').get(practice.id))).toMatchObject({
      recordings: [{ pieces: 2, end: 'broken_off' }],
    });
    expect([...table('recordings').keys()]).toEqual(['p2/0000', 'p2/0001']);
    await practices.recorder.stop();
    const [entry] = practice.record.recordings;
    if (!entry) throw new Error('nothing was recorded');
    const sound = await practices.readSound(entry);
    expect(sound?.type).toBe('audio/webm;codecs=opus');
    expect(await sound?.text()).toBe('onetwoend');
  });

  it('are played from what there is after a crash, and said to be missing after an import without them', async () => {
    const { open, practice, table, saves } = await recorded();
    await saves.retry();
    const again = await open();
    const [entry] = (await again.open(practice.id))?.record.recordings ?? [];
    if (!entry) throw new Error('nothing was recorded');
    expect(await (await again.readSound(entry))?.text()).toBe('onetwo');
    table('recordings').delete('p2/0001');
    expect(await again.readSound(entry)).toBeNull();
  });

  it('are whole when the window goes in the middle of one: its last seconds are waited for', async () => {
    const { open, practice, saves, microphone } = await recorded();
    expect(await saves.settle()).toBe(true);
    expect(microphone.deeds.at(-1)).toBe('stop');
    const again = await open();
    const [entry] = (await again.open(practice.id))?.record.recordings ?? [];
    if (!entry) throw new Error('nothing was recorded');
    expect(entry).toMatchObject({ pieces: 3, end: 'stopped' });
    expect(await (await again.readSound(entry))?.text()).toBe('onetwoend');
  });

  it('are waited for also where their end is under way already', async () => {
    const { practices, practice, saves, stored } = await recorded();
    void practices.recorder.stop();
    expect(practices.recorder.state).toBe('stopping');
    expect(await saves.settle()).toBe(true);
    expect(practices.recorder.busy).toBe(false);
    expect(await stored(practice.id)).toMatchObject({ recordings: [{ end: 'stopped' }] });
  });

  it('are deleted, and brought back whole', async () => {
    const { practices, practice, table, saves } = await recorded();
    const [running] = practice.record.recordings;
    if (!running) throw new Error('nothing was recorded');
    expect(await practices.removeRecording(running)).toBeNull();
    await practices.recorder.stop();
    const [entry] = practice.record.recordings;
    if (!entry) throw new Error('nothing was recorded');
    const undo = await practices.removeRecording(entry);
    await saves.settle();
    expect(practice.record.recordings).toEqual([]);
    expect(table('recordings').size).toBe(0);
    undo?.();
    undo?.();
    await saves.settle();
    expect(practice.record.recordings).toEqual([entry]);
    expect(await (await practices.readSound(entry))?.text()).toBe('onetwoend');
  });

  it('are brought back whole, also when they were deleted while they were still being saved', async () => {
    const { open, store, microphone, saves } = setUp();
    const practices = await open();
    const practice = await practices.begin(question);
    const { commit } = store;
    store.commit = async (change) => {
      // A disk that takes its time.
      for (let turn = 0; turn < 500; turn += 1) await Promise.resolve();
      await commit(change);
    };
    await practices.recorder.start('answer');
    microphone.say('two');
    const undo = await practices.remove(practice.id);
    undo?.();
    await saves.settle();
    const [entry] = practices.all[0]?.recordings ?? [];
    if (!entry) throw new Error('No recording came back.');
    expect((await practices.readSound(entry))?.size).toBe(entry.bytes);
  });

  it('come back whole with their practice, and with each other, where deleting was asked for twice', async () => {
    const { practices, practice, saves } = await recorded();
    await practices.recorder.stop();
    const [entry] = practice.record.recordings;
    if (!entry) throw new Error('nothing was recorded');
    const [one, again] = await Promise.all([
      practices.removeRecording(entry),
      practices.removeRecording(entry),
    ]);
    expect(again).toBeNull();
    one?.();
    await practices.close();
    const [all, twice] = await Promise.all([
      practices.remove(practice.id),
      practices.remove(practice.id),
    ]);
    expect(twice).toBeNull();
    all?.();
    await saves.settle();
    expect(await (await practices.readSound(entry))?.text()).toBe('onetwoend');
  });

  it('go with their practice, and come back with it', async () => {
    const { practices, practice, table, saves } = await recorded();
    const undo = await practices.remove(practice.id);
    await saves.settle();
    expect(practices.current).toBeNull();
    expect(practices.all).toEqual([]);
    expect(table('practices').size + table('recordings').size).toBe(0);
    undo?.();
    await saves.settle();
    expect(practices.all).toHaveLength(1);
    expect(practices.all[0]?.recordings[0]).toMatchObject({ pieces: 3, end: 'stopped' });
    expect(table('recordings').size).toBe(3);
  });
});

describe('All practices', () => {
  it('are listed newest first, and those of the same question are found', async () => {
    const { open, table } = setUp();
    const practices = await open();
    const ids: string[] = [];
    for (const id of ['ownership-failure', 'other', 'ownership-failure']) {
      vi.advanceTimersByTime(60_000);
      ids.push((await practices.begin({ ...question, id })).id);
    }
    table('practices').set('newer', { format: 9 });
    const again = await open();
    expect(again.all.map(({ id }) => id)).toEqual(ids.toReversed());
    expect(again.unreadable).toBe(1);
    const [latest] = again.all;
    expect(latest && again.earlierOf(latest).map(({ id }) => id)).toEqual([ids[0]]);
  });

  it('begin with the lengths that were chosen last', async () => {
    const { open, saves } = setUp();
    const practices = await open();
    practices.changeSettings({ thinking_s: 0, answering_s: null });
    await saves.settle();
    const again = await open();
    const practice = await again.begin(question);
    expect(practice.stage).toBe('answering');
    expect(practice.clock?.left_s).toBeNull();
  });

  it('are given the extra time of the person, kept as such, and none of it is in the score', async () => {
    const { open, stored, score } = setUp();
    const practices = await open();
    const plain = await practices.begin(question);
    expect(plain.record.planned).toEqual({ thinking_s: 60, answering_s: 120 });
    const longer = await practices.begin(question, { extraTime: 1.5 });
    expect(longer.clock?.left_s).toBe(90);
    await longer.goOn();
    expect(longer.clock?.left_s).toBe(180);
    longer.setAnswer(answer);
    const planned = { thinking_s: 90, answering_s: 180, extra_time: 1.5 };
    expect((await stored(longer.id))?.planned).toEqual(planned);
    await longer.goOn();
    expect(score.mock.lastCall?.[0]).toEqual({
      question: question.text,
      principle: 'Ownership',
      answer,
    });
    const free = await practices.begin(question, { extraTime: 1.5, noClock: true });
    expect(free.record.planned).toEqual({ thinking_s: null, answering_s: null });
    expect(free.stage).toBe('thinking');
  });
});
