import { describe, expect, it } from 'vitest';
import {
  countDays,
  listDue,
  readReview,
  writeDayId,
  type ImprovementAction,
  type Review,
} from './review.ts';

const now = new Date(2026, 10, 10, 23, 30);
const action = (id: string, changes: Partial<ImprovementAction> = {}): ImprovementAction => ({
  id,
  what: `Do ${id}`,
  owner: '',
  due: '2026-11-10',
  proof: '',
  done_on: null,
  ...changes,
});
const review = (...actions: ImprovementAction[]): Review => ({
  attempt: 'a1',
  code: 'D01',
  title: 'A key',
  went_well: '',
  to_improve: '',
  actions,
  updated_at: '',
});

describe('what is due', () => {
  it('is what has come to its day and is not done, the longest overdue leading', () => {
    const due = listDue(
      [
        review(
          action('today'),
          action('tomorrow', { due: '2026-11-11' }),
          action('late', { due: '2026-10-31' }),
          action('done', { done_on: '2026-11-01' }),
          action('undated', { due: null }),
          action('empty', { what: ' ' }),
        ),
      ],
      now,
    );
    expect(due.map(({ action: { id }, late_days }) => [id, late_days])).toEqual([
      ['late', 10],
      ['today', 0],
    ]);
  });

  it('counts days where the person is, over months and leap days', () => {
    expect(writeDayId(now)).toBe('2026-11-10');
    expect(countDays('2028-02-28', '2028-03-01')).toBe(2);
    expect(countDays('nonsense', '2028-03-01')).toBeNaN();
  });
});

describe('a stored review', () => {
  it('is repaired where something in it is not as this version writes it', () => {
    expect(
      readReview({
        attempt: 'a1',
        actions: [{ id: 'x', what: 7, due: '2026-13-99x', done_on: '2026-11-01' }, null, 'no'],
      }),
    ).toEqual({
      ...review({ ...action('x'), what: '', due: null, done_on: '2026-11-01' }),
      code: '',
      title: '',
    });
    expect(readReview(null)).toBeNull();
    expect(readReview({ title: 'no attempt' })).toBeNull();
  });
});
