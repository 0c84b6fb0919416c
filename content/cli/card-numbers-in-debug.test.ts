import { describe, expect, it } from 'vitest';
import { checkUpdate } from '../engine/score/update-check.ts';
import {
  type DeedLine,
  playDeeds,
  readBundledDrill,
  readLastAnswer,
  readOutcome,
} from './testing/bundled-drill.ts';
import { pause, use } from './testing/deeds.ts';

const { drill, evidence, prepared } = readBundledDrill('d16-card-numbers-in-debug');

const byRange =
  '13 to 19 digits, separators allowed, card range and check digit, encoded bodies too';
const play = (...lines: readonly DeedLine[]) => playDeeds(prepared, ...lines);
const answer = (...lines: readonly DeedLine[]) => readLastAnswer(prepared, play(...lines));
const item = (id: string) => drill.feed.find((one) => one.id === id);
const reply = (of: string, id: string) => item(of)?.replies.find((one) => one.id === id);

describe('a decision that ran out', () => {
  const lapsed = (decision: string, ...lines: readonly DeedLine[]) => {
    const { choice } = play(...lines, [2100, ...pause]).decisions.get(decision) ?? {};
    expect(choice?.option).toBe('none');
    return choice?.rating;
  };

  it.each([
    ['stop', 'set-log-level', { level: 'INFO, no bodies' }],
    ['method', 'scan-copy', { copy: 'archive', method: byRange }],
    ['copies', 'show-flow', {}],
    ['purge', 'pause-expiry', { job: 'dead-letter-expiry' }],
  ] as const)('does not deny what a tool did: %s', (decision, tool, args) => {
    expect(lapsed(decision)).toBe(1);
    expect(lapsed(decision, [200, ...use(tool, args)])).toBeGreaterThan(1);
  });
});

describe('people', () => {
  it('ask for the bodies in words that fit whether they are off or on', () => {
    expect(item('partner-wants')?.body).not.toMatch(/want to turn it off|leave it on/);
    expect(reply('partner-wants', 'other-way')?.text).not.toMatch(/within the hour|stay off/);
    const again = drill.people.find(({ id }) => id === 'partner')?.patience?.again;
    expect(again).not.toMatch(/leave it on/);
  });

  it('do not tell as news what may have been ended', () => {
    expect(item('shall-i-drop')?.body).not.toMatch(/can select/);
    expect(reply('shall-i-drop', 'hold-and-close')?.text).not.toMatch(/take reading from/);
  });

  it('do not ask for what they have', () => {
    expect(answer([300, ...use('ask-counsel')])).not.toMatch(/Send me the manifest|vendor now/);
    const look = use('who-read', { copy: 'archive' });
    expect(answer([100, ...use('recall')])).not.toMatch(/Brightline/);
    expect(answer([100, ...look], [300, ...use('recall')])).toMatch(/By their count 851/);
    expect(answer([100, ...look], [300, ...use('recall')], [500, ...use('recall')])).toMatch(
      /already/,
    );
  });
});

describe('the end', () => {
  const close = [
    use('set-log-level', { level: 'INFO, no bodies' }),
    use('restrict', { copy: 'search-index' }),
    use('restrict', { copy: 'warehouse' }),
    use('pause-expiry', { job: 'dead-letter-expiry' }),
  ].map((deed, at): DeedLine => [100 + at * 200, ...deed]);
  const end: DeedLine = [2100, 'ended'];

  it('tells of no copy outside that was recalled', () => {
    expect(readOutcome(prepared, play(...close, end))).toBe('inside');
    const look: DeedLine = [1000, ...use('who-read', { copy: 'archive' })];
    const recalled = play(...close, look, [1200, ...use('recall')], end);
    expect(readOutcome(prepared, recalled)).not.toBe('inside');
  });

  it('claims no figure and no release that nobody asked for', () => {
    const settled = drill.outcomes.find(({ id }) => id === 'settled');
    expect(settled?.text).not.toMatch(/14:30|a figure that holds/);
  });
});

describe('tools', () => {
  const info = use('set-log-level', { level: 'INFO, no bodies' });
  const pause = use('pause-expiry', { job: 'dead-letter-expiry' });

  it('answer by what was done before', () => {
    expect(answer([100, ...info])).toMatch(/twelve seconds ago/);
    expect(answer([100, ...info], [300, ...info])).not.toMatch(/twelve seconds ago/);
    expect(answer([100, ...pause], [300, ...use('show-jobs')])).toMatch(/paused, in your name/);
    const rotate = use('pause-expiry', { job: 'host-logrotate' });
    expect(answer([100, ...rotate])).toMatch(/still\s+expire/);
    expect(answer([100, ...pause], [300, ...rotate])).not.toMatch(/still\s+expire/);
  });
});

it('logs a body before it is read, so that one that cannot be read is in the log', () => {
  const diff = [...evidence.values()].find((text) => text.includes('Inbound.java')) ?? '';
  const lines = diff.split('\n');
  const at = (text: string) => lines.findIndex((line) => line.includes(text));
  expect(at('log.debug(request.body())')).toBeGreaterThan(0);
  expect(at('log.debug(request.body())')).toBeLessThan(at('reader.read(request.body())'));
});

it('names no copy outside before anybody has met one', () => {
  const copies = drill.decisions.find(({ id }) => id === 'copies');
  expect(copies?.options.map(({ text }) => text).join(' ')).not.toMatch(/vendor|Brightline/);
});

it('takes bodies in the logs since the release for what they are', () => {
  const update = drill.updates.find(({ id }) => id === 'compliance');
  if (!update) throw new Error('the drill has this update');
  const text =
    'Since 9 September 13:05 our payment adapter has written whole request bodies into its logs. 48,117 log records in the archive hold a card number.';
  const known = new Set(update.facts.map(({ id }) => id));
  const { facts } = checkUpdate(update, text, known, new Set());
  expect(facts.find(({ id }) => id === 'what')).toMatchObject({ met: true });
});
