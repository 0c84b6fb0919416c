import { describe, expect, it } from 'vitest';
import { readBundledDrill } from './testing/bundled-drill.ts';

const { drill, evidence } = readBundledDrill('d23-the-team-that-wont-patch');

describe('the evidence', () => {
  it('leaves no hour between load test and freeze in which the nodes could be patched before the deadline', () => {
    const plan = [...evidence.values()].find((text) => text.includes('LC-07')) ?? '';
    const test = /until 16 June (\d\d:\d\d)/.exec(plan)?.[1];
    const freeze = /LC-07,2026-06-16T(\d\d:\d\d)/.exec(plan)?.[1];
    expect(test).toBe('16:00');
    expect(freeze).toBe(test);
    expect([...evidence.values()].join('\n')).not.toMatch(/16 June 18:00/);
    const tools = drill.tools.flatMap(({ outcomes }) => outcomes.map(({ answer }) => answer));
    expect(tools.join('\n')).toMatch(/freeze 16 June 16:00/);
  });

  it('lets no client speak a version of HTTP that the request is not of', () => {
    const lines = [...evidence.values()].flatMap((text) => text.split('\n'));
    const asked = lines.filter((line) => line.includes('Go-http-client'));
    expect(asked.length).toBeGreaterThan(5);
    expect(asked.filter((line) => /HTTP\/1\.1" "Go-http-client\/2/.test(line))).toEqual([]);
  });
});

it('says what is to be done about /preview in words that hold before and after it is closed', () => {
  const replies = drill.feed.flatMap((item) => item.replies);
  expect(replies.find(({ id }) => id === 'whats-at-stake')?.text).not.toMatch(/can be shut/);
  expect(drill.feed.find(({ id }) => id === 'decided-above')?.body).not.toMatch(/or stays so/);
});
