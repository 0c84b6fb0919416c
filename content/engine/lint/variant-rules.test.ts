import { describe, expect, it } from 'vitest';
import type { Drill } from '../format/drill-schema.ts';
import { aDrill, someEvidence } from '../testing/a-drill.ts';
import { makeSubject } from './lint-subject.ts';
import type { LintRule } from './rule.ts';
import { contradictingTruth } from './rules/contradicting-truth.ts';
import { equalAnswers } from './rules/equal-answers.ts';
import { innerLiteral } from './rules/inner-literal.ts';
import { tornVariant } from './rules/torn-variant.ts';

const check = (rule: LintRule, drill: Drill, evidence = someEvidence) =>
  rule.check(makeSubject(drill, evidence));

describe('a parameter that leaves two answers equal', () => {
  it('is found where two parameters may take one value', () => {
    const drill = aDrill({
      parameters: [
        { id: 'key', literal: 'AKIALEAKEDEXAMPLE', values: ['AKIAONE', 'AKIATWO'] },
        { id: 'person', literal: 'Please look', values: ['Look', 'akiatwo'] },
      ],
    });
    expect(check(equalAnswers, drill)).toEqual([
      {
        path: ['parameters', 1, 'values', 1],
        message: '"akiatwo" may stand for "person" and for "key" in one variant.',
      },
    ]);
  });

  it('is found where a value makes two options, replies or listed values read alike', () => {
    const drill = aDrill({
      parameters: [{ id: 'answer', literal: 'Do off', values: ['Do delete', 'Do this'] }],
    });
    expect(check(equalAnswers, drill)).toEqual([
      {
        path: ['parameters', 0, 'values', 0],
        message: 'With "Do delete" for "answer", two answers of "key" read alike.',
      },
    ]);
  });

  it('is not found where its signs alone would make them alike', () => {
    const drill = aDrill({
      parameters: [{ id: 'answer', literal: 'Do off', values: ['Do delete$`'] }],
    });
    expect(check(equalAnswers, drill)).toEqual([]);
  });

  it('is not found in a sound drill', () => {
    expect(check(equalAnswers, aDrill())).toEqual([]);
  });
});

describe('evidence that contradicts its truth', () => {
  const trail = (eventTime: string | number) =>
    new Map([
      ...someEvidence,
      [
        'trail',
        JSON.stringify({
          Records: [{ eventID: 'e-1', eventName: 'GetCallerIdentity', eventTime }],
        }),
      ],
    ]);

  it('is found where no record of the truth tells its time', () => {
    expect(check(contradictingTruth, aDrill(), trail('2026-03-10T09:51:09Z'))).toEqual([
      {
        path: ['truth', 0, 'at'],
        message:
          'The truth "use" is at 2026-03-10T08:51:09Z; its evidence "first-use" says 2026-03-10T09:51:09Z.',
      },
    ]);
  });

  it('lets a record be a little late, and says nothing where none tells a time', () => {
    expect(check(contradictingTruth, aDrill(), trail('2026-03-10T08:51:40Z'))).toEqual([]);
    expect(check(contradictingTruth, aDrill())).toEqual([]);
  });

  it.each<[eventTime: string | number, told: string | null]>([
    ['2026-03-10T13:51:09+05:00', null],
    ['2026-03-10T08:51:09+05:00', '2026-03-10T03:51:09Z'],
    ['10/Mar/2026:09:51:09 +0100', null],
    ['10/Mar/2026:08:51:09 +0100', '2026-03-10T07:51:09Z'],
    [1_773_132_669, null],
    ['1773132669', null],
    [1_773_132_669_500, null],
    [1_710_060_669, '2024-03-10T08:51:09Z'],
    [1_710_060_669_000, '2024-03-10T08:51:09Z'],
  ])('reads %s in UTC', (eventTime, told) => {
    const hits = check(contradictingTruth, aDrill(), trail(eventTime));
    expect(hits.map(({ message }) => message.slice(-21, -1))).toEqual(told === null ? [] : [told]);
  });

  it.each([
    ['Mar 10 08:51:09 bastion sshd[4]: public since 08:46', '2026-03-10T08:51:09Z'],
    ['Mar 10 08:46:00 bastion sshd[4]: public since 08:46', null],
    ['Dec 31 08:46:00 bastion sshd[4]: public since 08:46', '2025-12-31T08:46:00Z'],
    ['<34>1 2026-03-10T09:46:00+01:00 bastion sshd 4 - - public since 08:46', null],
  ])('reads the time of a line as its format writes it: %s', (line, told) => {
    const sound = aDrill();
    const evidence = sound.evidence.map((one) =>
      one.id === 'mail' ? { ...one, format: 'syslog' as const } : one,
    );
    const hits = check(
      contradictingTruth,
      { ...sound, evidence },
      new Map([...someEvidence, ['mail', line]]),
    );
    expect(hits.map(({ message }) => message.slice(-21, -1))).toEqual(told === null ? [] : [told]);
  });
});

describe('a clue that a variant loses', () => {
  it('is found where it holds a part of a literal', () => {
    const drill = aDrill({
      parameters: [
        { id: 'time', literal: 'since 08:46.', values: ['since 07:31.', 'since 07:32.'] },
      ],
    });
    expect(check(tornVariant, drill).map(({ path }) => path)).toEqual([['clues', 1]]);
  });

  it('is not found where it holds the whole, or none of it', () => {
    expect(check(tornVariant, aDrill())).toEqual([]);
  });
});

describe('a literal inside a longer number or time', () => {
  const find = (literal: string, body: string, trail = '{}'): readonly (string | undefined)[] => {
    const parameters = [{ id: 'drawn', literal, values: ['x', 'y'] }];
    const drill = aDrill({ parameters, brief: body });
    return check(innerLiteral, drill, new Map([...someEvidence, ['trail', trail]])).map(
      ({ words }) => words,
    );
  };

  it('is found in the minutes and seconds of a time, and says where', () => {
    expect(find('13:52', 'It rang at 13:52. The call of 10:13:52 is another.')).toEqual([
      '10:13:52',
    ]);
    expect(find('13:52', 'It rang at 13:52.', '{"at": "2026-10-15T09:13:52Z"}')).toEqual([
      '09:13:52',
    ]);
  });

  it('is found in a longer number, before and behind', () => {
    expect(find('167', '3,167 bookings were read.', '{"id": "ga-69167"}')).toEqual(['69167']);
    expect(find('167', 'It read 167 bookings, row 1671 of 4167.')).toEqual(['1671', '4167']);
    expect(find('192.0.2.6', 'From 192.0.2.6, not from 192.0.2.61.')).toEqual(['192.0.2.61']);
  });

  it.each([
    ['seconds behind it', '13:52', 'It rang at 13:52, in the log at 13:52:10.'],
    ['the year of an access log', '15:42', 'At 15:42: [14/Sep/2026:15:42:31 +0000].'],
    [
      'an account in a name of a resource',
      '111122223333',
      'Of 111122223333: arn:aws:kms:us-east-1:111122223333:key/a.',
    ],
    [
      'the front of all tickets',
      'SEC-73',
      'See SEC-7361, SEC-7362 and SEC-7370, or all of SEC-73.',
    ],
    ['what is never whole', '3,286', 'Sent to 13,286 people, of 13,286 counted.'],
    ['a part of a key', 'Q7RT5KZ2', 'AKIAQ7RT5KZ2EXAMPLE and ASIAQ7RT5KZ22EXAMPLE.'],
  ])('is not %s', (_, literal, body) => {
    expect(find(literal, body)).toEqual([]);
  });

  it('is left alone where a longer literal has that place', () => {
    const drill = aDrill({
      parameters: [
        { id: 'rang', literal: '13:52', values: ['13:47'] },
        { id: 'call', literal: '10:13:52', values: ['10:14:07'] },
      ],
      brief: 'It rang at 13:52, after 10:13:52.',
    });
    expect(check(innerLiteral, drill)).toEqual([]);
  });
});
