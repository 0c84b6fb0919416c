import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepareDrill } from '../drill/prepared-drill.ts';
import { beginAttempt, step } from '../drill/step.ts';
import { parts } from '../format/drill-terms.ts';
import { aDrill, someEvidence } from '../testing/a-drill.ts';
import { playAtRandom } from '../testing/a-log.ts';
import { countRuns } from '../testing/count-runs.ts';
import { scoreAttempt, scoreState } from './score.ts';
import { findingTitles } from './update/finding.ts';

const drill = aDrill();
const prepared = prepareDrill(drill, someEvidence);
const rules = new Set([
  ...drill.decisions.map(({ id }) => `decision:${id}`),
  ...drill.feed.map(({ id }) => `answer:${id}`),
  ...drill.scoring.rules.map(({ id }) => id),
  ...drill.truth.map(({ id }) => `timeline:${id}`),
  ...drill.updates.flatMap(({ id, facts, forbidden }) => [
    `update:${id}`,
    ...[...facts, ...forbidden].map((member) => `update:${id}/${member.id}`),
    ...Object.keys(findingTitles).map((finding) => `update:${id}/${finding}`),
  ]),
  ...drill.hints.flatMap(({ id }) => [1, 2, 3].map((tier) => `hint:${id}/${tier}`)),
]);

describe('the score', { timeout: 300_000 }, () => {
  it('is a fold over the events: at every prefix, step by step as in one replay', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), (seed) => {
        const events = playAtRandom(prepared, seed, 30);
        let state = beginAttempt(prepared);
        for (const [index, event] of events.entries()) {
          const next = step(prepared, state, event);
          expect(next.ok).toBe(true);
          if (next.ok) state = next.state;
          expect(scoreState(prepared, state)).toEqual(
            scoreAttempt(prepared, events.slice(0, index + 1)),
          );
        }
      }),
      countRuns(300),
    );
  });

  it('names for each point a rule of the drill, its weight, and an event of the log', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), (seed) => {
        const events = playAtRandom(prepared, seed, 60);
        for (const part of scoreAttempt(prepared, events).parts) {
          expect(parts).toContain(part.part);
          for (const { rule, title, weight, earned, seq } of part.points) {
            expect(rules).toContain(rule);
            expect(title).not.toBe('');
            expect(weight).toBeGreaterThanOrEqual(0);
            expect(Number.isFinite(earned)).toBe(true);
            if (seq !== null) expect(events[seq]?.seq).toBe(seq);
            // What a hint or an act cost must be the deed of somebody.
            if (earned < 0) expect(seq).not.toBeNull();
          }
          const sum = part.points.reduce((total, { earned }) => total + earned, 0);
          const limit = part.cap ? part.cap.share * part.possible : part.possible;
          expect(part.earned).toBeCloseTo(Math.min(limit, Math.max(0, sum)), 9);
          if (part.cap) expect(events[part.cap.seq]).toBeDefined();
        }
      }),
      countRuns(1_000),
    );
  });
});
