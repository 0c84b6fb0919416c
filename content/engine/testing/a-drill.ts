import * as v from 'valibot';
import { DrillSchema, type Drill } from '../format/drill-schema.ts';
import { checkReferences } from '../format/check-references.ts';

type DrillInput = v.InferInput<typeof DrillSchema>;

const option = (id: string, rating: number, more: object = {}) => ({
  id,
  text: `Do ${id}`,
  rating,
  reason: `Because of ${id}.`,
  ...more,
});

/** A small drill that plays: one leaked key, two decisions, one update. Tests change what they are about. */
export function aDrill(changes: Partial<DrillInput> = {}): Drill {
  const input: DrillInput = {
    format: 1,
    id: 'T01',
    title: 'A key in the open',
    summary: 'A small drill for tests.',
    role: 'Analyst',
    level: 'entry',
    minutes: 20,
    kind: 'Credential leak',
    starts_at: '2026-03-10T09:12:00Z',
    ends_at: 20,
    severity: { level: 'medium' },
    brief: 'You are on shift.',
    people: [
      { id: 'ines', name: 'Ines Holm', role: 'Duty manager' },
      { id: 'tomas', name: 'Tomas Reuter', role: 'Developer' },
    ],
    state: {
      key_off: { kind: 'flag' },
      calls: { kind: 'integer', min: 0, max: 3, initial: 0 },
      mood: { kind: 'enum', values: ['calm', 'tense'], initial: 'calm' },
    },
    parameters: [
      {
        id: 'key',
        literal: 'AKIALEAKEDEXAMPLE',
        values: ['AKIAOTHERTWOEXAMPLE', 'AKIATHIRDONEEXAMPLE'],
      },
    ],
    feed: [
      {
        id: 'notice',
        kind: 'mail',
        at: 0,
        from: 'ines',
        subject: 'Key AKIALEAKEDEXAMPLE is public',
        body: 'Please look.',
        expects: {
          answer: 'acknowledge',
          within: 5,
          part: 'escalation',
          weight: 2,
          why: 'She has to know that it was read.',
        },
      },
      {
        id: 'demo',
        kind: 'call',
        at: 3,
        from: 'tomas',
        subject: 'Two more hours?',
        body: 'The demo runs on that key.',
        interrupt: true,
        hand_to: 'ines',
        expects: {
          answer: 'reply',
          within: 4,
          part: 'communication',
          weight: 3,
          why: 'He cannot plan without an answer.',
          missed: [{ set: 'mood', to: 'tense' }],
        },
        replies: [
          { id: 'no', text: 'No, it goes off now.', rating: 7, reason: 'A stranger has it.' },
          {
            id: 'yes',
            text: 'Two hours, then.',
            rating: 1,
            reason: 'A stranger has it for two hours more.',
            minutes: 1,
          },
        ],
      },
      {
        id: 'thanks',
        kind: 'chat',
        when: { var: 'key_off', is: true },
        delay: 1,
        from: 'tomas',
        subject: 'Red',
        body: 'Off?',
      },
    ],
    evidence: [
      {
        id: 'trail',
        title: 'CloudTrail',
        file: 'evidence/trail.json',
        format: 'cloudtrail',
        key: 'eventID',
        minutes: 1,
      },
      { id: 'mail', title: 'Notice', file: 'evidence/mail.eml', format: 'mail' },
      {
        id: 'late',
        title: 'Later',
        file: 'evidence/late.txt',
        format: 'text',
        available: { after: 6 },
      },
    ],
    clues: [
      { id: 'first-use', evidence: 'trail', record: 'e-1', says: 'First use by a stranger.' },
      {
        id: 'public-since',
        evidence: 'mail',
        text: 'public since 08:46',
        says: 'How long it was public.',
      },
      { id: 'told', feed: 'notice', says: 'We were told.' },
      { id: 'owner', tool: 'who-owns', outcome: 'tomas', says: 'Who owns it.' },
    ],
    tools: [
      {
        id: 'key-off',
        title: 'Deactivate access key',
        about: 'Switches a key off.',
        minutes: 2,
        args: [{ id: 'key', label: 'Key' }],
        outcomes: [
          {
            id: 'off',
            match: { key: 'AKIALEAKEDEXAMPLE' },
            answer: 'It is off.',
            effects: [
              { set: 'key_off', to: true },
              { add: 'calls', by: 2 },
            ],
          },
          { id: 'no-such-key', answer: 'There is no such key.' },
        ],
      },
      {
        id: 'who-owns',
        title: 'Who owns this account',
        about: 'Looks it up.',
        outcomes: [{ id: 'tomas', answer: 'Tomas.' }],
      },
      {
        id: 'wipe',
        title: 'Delete the user',
        about: 'Removes a user and all keys.',
        outcomes: [
          {
            id: 'gone',
            answer: 'Gone.',
            harm: { part: 'containment', caps: 0.4, why: 'The history is gone.' },
          },
        ],
      },
    ],
    decisions: [
      {
        id: 'severity',
        title: 'How serious is it?',
        prompt: 'Choose.',
        part: 'escalation',
        weight: 5,
        closes_after: 8,
        none: { rating: 1, reason: 'Nobody knew.' },
        options: [option('p1', 4), option('p2', 7), option('p3', 3), option('p4', 1)],
      },
      {
        id: 'key',
        title: 'What do you do with the key?',
        prompt: 'Choose.',
        opens: { any: [{ opened: 'trail' }, { after: 6 }] },
        part: 'containment',
        weight: 10,
        citations: { required: 1, accepts: ['first-use', 'public-since'] },
        none: { rating: 1, reason: 'It stayed on.' },
        options: [
          option('delete', 2, { irreversible: true, harm: { caps: 0.5, why: 'History lost.' } }),
          option('off', 7, {
            minutes: 2,
            effects: [{ set: 'key_off', to: true }, { severity: 'high' }],
            evidence: ['first-use'],
          }),
          option('watch', 2),
          option('later', 3, { rerate: [{ when: { after: 10 }, rating: 1, reason: 'Too late.' }] }),
        ],
      },
    ],
    updates: [
      {
        id: 't15',
        title: 'Update at T+15',
        audience: 'executive',
        to: ['ines'],
        about_reader: 'Reads it on a phone.',
        asked: 'What happened, and is it over?',
        due: 15,
        part: 'communication',
        weight: 6,
        facts: [
          {
            id: 'status',
            kind: 'status',
            text: 'The key is off',
            known: { var: 'key_off', is: true },
            any: ['key off|deactivat*'],
          },
          { id: 'next', kind: 'next_update', text: 'When we write again' },
          { id: 'impact', kind: 'impact', text: 'Used by a stranger from 08:51' },
        ],
        forbidden: [
          {
            id: 'no-data',
            text: 'No data was accessed',
            any: ['no data accessed|taken'],
            not: ['evidence'],
            why: 'Not yet proven.',
          },
        ],
      },
    ],
    hints: [
      {
        id: 'where',
        title: 'Where to look',
        part: 'scoping',
        tiers: [
          { text: 'Look.', cost: 0.5 },
          { text: 'Look there.', cost: 1 },
          { text: 'Look at e-1.', cost: 2 },
        ],
      },
    ],
    milestones: [
      {
        id: 'contained',
        title: 'Key off',
        kind: 'contain',
        when: { var: 'key_off', is: true },
        best: 6,
      },
      { id: 'saw-first-use', title: 'First use cited', when: { cited: 'first-use' } },
    ],
    truth: [
      { id: 'use', at: '2026-03-10T08:51:09Z', title: 'First use', clues: ['first-use'] },
      { id: 'public', at: '2026-03-10T08:46:00Z', title: 'Public', clues: ['public-since'] },
    ],
    scoring: {
      rules: [
        {
          id: 'T01.c1',
          title: 'Key off',
          part: 'containment',
          weight: 4,
          milestone: 'contained',
          by: 8,
          late: 12,
          why: 'Minutes count.',
        },
        {
          id: 'T01.s1',
          title: 'First use found',
          part: 'scoping',
          weight: 4,
          milestone: 'saw-first-use',
          why: 'It dates the harm.',
        },
      ],
      timeline: { part: 'evidence', weight: 4, tolerance: 1 },
    },
    outcomes: [
      { id: 'held', title: 'Contained', when: { var: 'key_off', is: true }, text: 'It is over.' },
      { id: 'open', title: 'Still open', text: 'It goes on.' },
    ],
    debrief: {
      text: 'What was true.',
      feedback: [{ kind: 'celebrate', when: { var: 'key_off', is: true }, text: 'Off in time.' }],
    },
    ...changes,
  };
  const drill = v.parse(DrillSchema, input);
  const [broken] = checkReferences(drill);
  if (broken) throw new Error(`aDrill: ${broken.path.join('.')}: ${broken.message}`);
  return drill;
}

/** The evidence that `aDrill` names. */
export const someEvidence: ReadonlyMap<string, string> = new Map([
  [
    'trail',
    JSON.stringify({
      Records: [{ eventID: 'e-1', eventName: 'GetCallerIdentity' }, { eventID: 'e-2' }],
    }),
  ],
  [
    'mail',
    'Message-ID: <1@cloud.example>\r\nSubject: notice\r\n\r\nThe key AKIALEAKEDEXAMPLE is public since 08:46.\r\n',
  ],
  ['late', 'nothing new'],
]);
