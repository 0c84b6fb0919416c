import { describe, expect, it } from 'vitest';
import {
  addCondition,
  describeCondition,
  findPeriod,
  notValue,
  onlyValue,
  removeCondition,
  setPeriod,
  withoutPeriod,
} from './facets.ts';

describe('conditions of a filter', () => {
  it('replaces what a new one contradicts, and repeats nothing', () => {
    const first = addCondition([], onlyValue('name', 'a'));
    expect(addCondition(first, onlyValue('name', 'a'))).toEqual(first);
    expect(addCondition(first, onlyValue('name', 'b'))).toEqual([onlyValue('name', 'b')]);
    expect(addCondition(first, notValue('name', 'a'))).toEqual([notValue('name', 'a')]);
    const zero = addCondition([], notValue('bytes', '0'));
    expect(addCondition(zero, notValue('bytes', 0))).toEqual([notValue('bytes', 0)]);
    const both = addCondition(addCondition([], notValue('name', 'a')), notValue('name', 'b'));
    expect(both).toHaveLength(2);
    expect(removeCondition(both, notValue('name', 'a'))).toEqual([notValue('name', 'b')]);
  });

  it('asks for an empty cell as such', () => {
    expect(onlyValue('name', '')).toEqual({ column: 'name', test: 'empty', value: null });
    expect(notValue('name', null)).toEqual({ column: 'name', test: 'filled', value: null });
  });

  it('keeps one period, apart from the rest', () => {
    const period = { from: '2026-03-10T08:00:00Z', to: '2026-03-10T09:00:00Z' };
    const filter = setPeriod([onlyValue('name', 'a')], 'time', period);
    expect(findPeriod(filter, 'time')).toEqual(period);
    expect(findPeriod(setPeriod(filter, 'time', null), 'time')).toBeNull();
    expect(withoutPeriod(filter, 'time')).toEqual([onlyValue('name', 'a')]);
  });

  it('says them in words', () => {
    expect(describeCondition(notValue('ip', '192.0.2.1'), 'IP')).toBe('IP is not 192.0.2.1');
    expect(describeCondition(onlyValue('ip', null), 'IP')).toBe('IP is empty');
  });
});
