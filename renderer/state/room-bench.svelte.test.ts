import { describe, expect, it } from 'vitest';
import { someAttempt, someParts } from '../screens/testing/some-parts.ts';
import { RoomBench, type BenchLayout } from './room-bench.svelte.ts';

function aBench() {
  const attempt = someAttempt(someParts());
  attempt.start();
  for (const evidence of ['trail', 'mail']) {
    attempt.perform({ kind: 'evidence_opened', data: { evidence } });
  }
  const kept: BenchLayout[] = [];
  return { attempt, kept, bench: new RoomBench(attempt, (layout) => kept.push(layout)) };
}

describe('the bench', () => {
  it('begins with what was opened last, in one half', () => {
    const { bench } = aBench();
    expect([bench.tab, bench.split]).toEqual(['open:mail', false]);
  });

  it('puts what was in front before beside it, and goes back to the one in use', () => {
    const { bench } = aBench();
    bench.show('open:trail');
    bench.toggleSplit();
    expect([bench.tabOf('first'), bench.tabOf('second')]).toEqual(['open:trail', 'open:mail']);
    bench.use('second');
    bench.toggleSplit();
    expect([bench.tabOf('first'), bench.tabOf('second')]).toEqual(['open:mail', null]);
  });

  it('never shows the same tab twice: both change places', () => {
    const { bench } = aBench();
    bench.show('open:trail');
    bench.toggleSplit();
    bench.choose('first', 'open:mail');
    expect([bench.tabOf('first'), bench.tabOf('second')]).toEqual(['open:mail', 'open:trail']);
  });

  it('shows a tab where it already lies', () => {
    const { bench } = aBench();
    bench.show('open:trail');
    bench.toggleSplit();
    bench.show('open:mail');
    expect([bench.tabOf('first'), bench.front]).toEqual(['open:trail', 'second']);
  });

  it('leads to evidence beside an update that is being written', () => {
    const { bench } = aBench();
    bench.showUpdate('t15');
    bench.toggleSplit();
    bench.showEvidence('trail');
    expect([bench.tabOf('first'), bench.tabOf('second')]).toEqual(['update:t15', 'open:trail']);
    expect(bench.update).toBe('t15');
  });

  it('asks for a place only in the evidence that it names', () => {
    const { bench } = aBench();
    const citation = { file: 'trail', locator: { kind: 'record', id: 'e-1' } } as const;
    bench.showEvidence('trail', citation);
    expect(bench.targetOf('mail')).toBeNull();
    expect(bench.targetOf('trail')).toEqual({ citation });
    bench.reached();
    expect(bench.targetOf('trail')).toBeNull();
  });

  it('is laid out again as it was left, unless a tab of it is not there', () => {
    const { bench, kept, attempt } = aBench();
    bench.show('open:trail');
    bench.toggleSplit();
    const layout = kept.at(-1) ?? null;
    const again = new RoomBench(attempt);
    again.restore(layout);
    expect([again.tabOf('first'), again.tabOf('second')]).toEqual(['open:trail', 'open:mail']);
    const other = new RoomBench(attempt);
    other.restore({ first: 'open:late', second: null });
    expect(other.tab).toBe('open:mail');
  });
});
