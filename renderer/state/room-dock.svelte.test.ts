import { describe, expect, it } from 'vitest';
import { someAttempt, someParts } from '../screens/testing/some-parts.ts';
import { Room } from './room.svelte.ts';

/** Both decisions of the drill are open: "severity" closes at 480 s, "key" stays. */
function aDock() {
  const parts = someParts();
  const attempt = someAttempt(parts);
  attempt.start();
  const room = new Room({ ...parts, attempt, letterKeys: () => true });
  attempt.perform({ kind: 'evidence_opened', data: { evidence: 'trail' } });
  const runOut = () => attempt.perform({ kind: 'jumped', data: { to_s: 481 } });
  return { dock: room.dock, runOut };
}
const frontOf = ({ front }: Room['dock']) => [front?.decision, front?.choice?.option];

describe('The decision in front', () => {
  it('makes room for what is open now, once its time has run out', () => {
    const { dock, runOut } = aDock();
    dock.show('severity');
    dock.step = 'grounds';
    runOut();
    expect(frontOf(dock)).toEqual(['key', undefined]);
    expect(dock.step).toBe('options');
    expect(dock.waiting.map(({ decision }) => decision)).toEqual(['key', 'severity']);
  });

  it('is one that ran out where somebody looks it up, or nothing else is open', () => {
    const { dock, runOut } = aDock();
    dock.change('key', { option: 'watch', confidence: 70 });
    dock.show('severity');
    runOut();
    dock.show('severity');
    expect(frontOf(dock)).toEqual(['severity', 'none']);
    dock.dismiss('severity');
    dock.show('key');
    expect(dock.decide('key')).toBe(true);
    expect(frontOf(dock)).toEqual(['key', 'watch']);
  });

  it('stays where the last one ran out, until it is dismissed', () => {
    const { dock, runOut } = aDock();
    dock.change('key', { option: 'watch', confidence: 70 });
    dock.decide('key');
    dock.dismiss('key');
    dock.show('severity');
    runOut();
    expect(frontOf(dock)).toEqual(['severity', 'none']);
    dock.dismiss('severity');
    expect(dock.front).toBeNull();
  });

  it('is none while something else is written, until it is asked for or that ends', () => {
    const { dock } = aDock();
    dock.show('severity');
    dock.aside = true;
    expect(dock.front).toBeNull();
    expect(dock.waiting.map(({ decision }) => decision)).toEqual(['severity', 'key']);
    dock.aside = false;
    expect(frontOf(dock)).toEqual(['severity', undefined]);
    dock.aside = true;
    dock.show('key');
    expect(frontOf(dock)).toEqual(['key', undefined]);
  });

  it('is none where all were folded, and the one that opens after that', () => {
    const parts = someParts();
    const attempt = someAttempt(parts);
    attempt.start();
    const { dock } = new Room({ ...parts, attempt, letterKeys: () => true });
    dock.show('severity');
    dock.fold();
    expect(dock.front).toBeNull();
    attempt.perform({ kind: 'evidence_opened', data: { evidence: 'trail' } });
    expect(frontOf(dock)).toEqual(['key', undefined]);
  });

  it('goes with all others that are made or closed, and what is open stays', () => {
    const { dock, runOut } = aDock();
    dock.show('severity');
    runOut();
    dock.dismissAll();
    expect(dock.waiting.map(({ decision }) => decision)).toEqual(['key']);
    dock.change('key', { option: 'watch', confidence: 70 });
    dock.decide('key');
    dock.dismissAll();
    expect(dock.waiting).toEqual([]);
  });
});

describe('The message that is open when a room is opened again', () => {
  function open() {
    const parts = someParts();
    const attempt = someAttempt(parts);
    attempt.start();
    attempt.perform({ kind: 'jumped', data: { to_s: 200 } });
    const enter = () => new Room({ ...parts, attempt, letterKeys: () => true });
    return { attempt, enter };
  }

  it('is the one that was taken and still waits', () => {
    const { attempt, enter } = open();
    expect(enter().item).toBeNull();
    enter().showItem('demo');
    expect(enter().item).toBe('demo');
    attempt.perform({ kind: 'parked', data: { item: 'demo', until_s: 400 } });
    expect(enter().item).toBeNull();
  });

  it('is none where it was answered', () => {
    const { attempt, enter } = open();
    enter().showItem('demo');
    attempt.perform({ kind: 'replied', data: { item: 'demo', reply: 'no' } });
    expect(enter().item).toBeNull();
  });
});
