import { expect, it } from 'vitest';
import { replay } from '../engine/drill/step.ts';
import { checkUpdate } from '../engine/score/update-check.ts';
import { writeDebrief } from '../engine/score/debrief.ts';
import { readBundledDrill, readGolden } from './testing/bundled-drill.ts';

const families = 'd25-someone-elses-children';
const queue = 'd18-twelve-pages-in-twenty-minutes';

/** What a careless update says the opposite of, and who says it as it is. */
const facts: readonly (readonly [string, string, string, readonly string[]])[] = [
  [
    families,
    'first-word',
    'owner',
    [
      'I have the case, and Tarquin the count.',
      'Mika has it for the moment.',
      'Counsel leads, and security holds the logs.',
      'Owner: me, security on call.',
    ],
  ],
  [
    families,
    'notice',
    'ours',
    [
      'It was our fault, in a change of the evening before.',
      'This was our own doing and no attack.',
      'The mistake was ours, not our supplier’s.',
      'We made a change last night that did it.',
      'We are responsible for this.',
      'Our latest change caused it.',
      'It was a mistake on our part.',
      'The fault lies with us.',
    ],
  ],
  [
    families,
    'notice',
    'ours-here',
    ['It was our fault: the names were missing.', 'The mistake is ours, since we lost the names.'],
  ],
  [
    queue,
    'queue-note',
    'sessions',
    [
      'The sessions of ticket-issuer-2 are blocked.',
      'Sessions of the role are denied, the host is isolated.',
      'ticket-issuer-2 is isolated and its key revoked.',
    ],
  ],
];

it.each(facts)(
  'gives a careless update of %s, %s, nothing for "%s", whose opposite it says',
  (slug, update, fact, said) => {
    const { prepared } = readBundledDrill(slug);
    const { state } = replay(prepared, readGolden(slug, 'careless').events);
    const review = writeDebrief(prepared, state).updates.find((one) => one.update.id === update);
    expect(review?.text).toMatch(/\w/);
    expect(review?.check?.facts.find(({ id }) => id === fact)).toMatchObject({
      met: false,
      spans: [],
    });
    const unheard = said.filter(
      (text) =>
        review &&
        !checkUpdate(review.update, text, new Set([fact]), new Set()).facts.some(
          ({ id, met }) => id === fact && met,
        ),
    );
    expect(unheard).toEqual([]);
  },
);

it('takes customers of whom nothing was said to be taken for no harm that is told', () => {
  const { drill } = readBundledDrill(queue);
  const note = drill.updates.find(({ id }) => id === 'queue-note');
  if (!note) throw new Error('no queue note');
  const isTold = (text: string): boolean =>
    checkUpdate(note, text, new Set(['accounts']), new Set()).facts.some(
      ({ id, met }) => id === 'accounts' && met,
    );
  expect(isTold('It is blocked, so no customer data was taken.')).toBe(false);
  expect(isTold('Customers’ accounts are taken over.')).toBe(true);
});
