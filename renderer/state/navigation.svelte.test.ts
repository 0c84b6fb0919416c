import { describe, expect, it } from 'vitest';
import { Actions, findActions, type Action } from './actions.svelte.ts';
import { Navigation, parsePlace, writePlace, type Place } from './navigation.svelte.ts';
import { Notices } from './notices.svelte.ts';

describe('places', () => {
  it.each([
    { kind: 'welcome' },
    { kind: 'today' },
    { kind: 'drills', slug: null },
    { kind: 'drills', slug: 'two-disks-down' },
    { kind: 'drills', slug: 'my-team/two-disks-down' },
    { kind: 'stories', view: 'bank', story: null },
    { kind: 'stories', view: 'bank', story: 's1' },
    { kind: 'stories', view: 'coverage', story: null },
    { kind: 'stories', view: 'practice', story: 's1' },
    { kind: 'stories', view: 'practice', story: null, principle: 'frugality' },
    { kind: 'stories', view: 'practice', story: 's1', principle: 'ownership', question: 'own-1' },
    { kind: 'history' },
    { kind: 'settings' },
    { kind: 'room', attempt: 'a1' },
    { kind: 'debrief', attempt: 'a1' },
  ] satisfies Place[])('survive as an address: $kind', (place) => {
    expect(parsePlace(writePlace(place))).toEqual(place);
  });

  it('are Today where the address says nothing known', () => {
    for (const hash of [
      '',
      '#',
      '#/room',
      '#/room/',
      '#/nowhere/x',
      '#/../../etc',
      'javascript:1',
    ]) {
      expect(parsePlace(hash)).toEqual({ kind: 'today' });
    }
  });
});

describe('Navigation', () => {
  it('lets a guard say stay, also to the window’s own back', () => {
    const written: string[] = [];
    const navigation = new Navigation('#/room/a1', (hash) => written.push(hash));
    const release = navigation.guard(() => false);
    navigation.go({ kind: 'today' });
    navigation.follow('#/today');
    expect(navigation.place).toEqual({ kind: 'room', attempt: 'a1' });
    expect(written).toEqual(['#/room/a1']);
    release();
    navigation.go({ kind: 'today' });
    expect(navigation.place.kind).toBe('today');
  });
});

describe('Actions', () => {
  const action = (id: string, title: string, more: Partial<Action> = {}): Action => ({
    id,
    title,
    group: 'Commands',
    run: () => undefined,
    ...more,
  });

  it('are found by the beginning of a word first, with the letters marked', () => {
    const list = [
      action('a', 'Show monkey'),
      action('b', 'Change keys'),
      action('c', 'Key in the open'),
      action('d', 'Other', { also: ['key'] }),
    ];
    expect(findActions(list, 'key').map(({ action: { id }, spans }) => [id, spans])).toEqual([
      ['c', [[0, 3]]],
      ['b', [[7, 10]]],
      ['a', [[8, 11]]],
      ['d', []],
    ]);
    expect(findActions(list, 'zebra')).toEqual([]);
  });

  it('are commands only after >', () => {
    const list = [action('a', 'Go to Today', { group: 'Places' }), action('b', 'Go home')];
    expect(findActions(list, '> go').map(({ action: { id } }) => id)).toEqual(['b']);
  });

  it('come and go with their screen, and remember the last five', () => {
    const actions = new Actions();
    const remove = actions.add(() => [1, 2, 3, 4, 5, 6].map((n) => action(String(n), `Do ${n}`)));
    for (const one of actions.all) actions.run(one);
    expect(actions.recent.map(({ id }) => id)).toEqual(['6', '5', '4', '3', '2']);
    remove();
    expect(actions.all).toEqual([]);
    expect(actions.recent).toEqual([]);
  });
});

it('does not repeat a notice', () => {
  const notices = new Notices();
  notices.show({ tone: 'note', text: 'Saved.' });
  const id = notices.show({ tone: 'note', text: 'Saved.' });
  expect(notices.list).toHaveLength(1);
  notices.dismiss(id);
  expect(notices.list).toEqual([]);
});
