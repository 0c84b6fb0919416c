import { expect, it } from 'vitest';
import { prepareDrill } from '../drill/prepared-drill.ts';
import { beginAttempt } from '../drill/step.ts';
import type { Drill } from '../format/drill-schema.ts';
import { aDrill, someEvidence } from '../testing/a-drill.ts';
import { keepShown } from './shown-clues.ts';

const sound = aDrill();
const twinned: Drill = {
  ...sound,
  state: { ...sound.state, benign: { kind: 'flag', initial: false } },
  parameters: [{ id: 'twin', variable: 'benign', values: [false, true] }],
  feed: sound.feed.map((item) =>
    item.id === 'notice' ? { ...item, at: undefined, when: { var: 'benign', is: false } } : item,
  ),
};
const named = ['first-use', 'told'];

function show(drill: Drill): readonly string[] {
  const prepared = prepareDrill(drill, someEvidence);
  return keepShown(prepared, beginAttempt(prepared), named);
}

it('leaves out of a play what only its twin could have shown', () => {
  const benign = { kind: 'flag', initial: true } as const;
  expect(show(twinned)).toEqual(named);
  expect(show({ ...twinned, state: { ...twinned.state, benign } })).toEqual(['first-use']);
});

it('keeps all that a drill without a twin names', () => {
  expect(show(sound)).toEqual(named);
});
