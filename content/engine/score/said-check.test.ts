import { describe, expect, it } from 'vitest';
import { prepareDrill } from '../drill/prepared-drill.ts';
import { replay } from '../drill/step.ts';
import { aDrill, someEvidence } from '../testing/a-drill.ts';
import { aLog } from '../testing/a-log.ts';
import { checkSaid, reviewSaid } from './said-check.ts';

const prepared = prepareDrill(aDrill(), someEvidence);
const find = (text: string, allowed: readonly string[] = []): string[] =>
  checkSaid(prepared, { text, item: 'notice', allowed: new Set(allowed) }).flatMap(
    ({ rule, spans }) => spans.map(([start, end]) => `${rule}: ${text.slice(start, end)}`),
  );

describe('own words to somebody outside', () => {
  const notice = aDrill().feed[0];
  const outside = prepareDrill(
    aDrill({
      people: [
        { id: 'ines', name: 'Ines Holm', role: 'Reporter', outside: true },
        { id: 'tomas', name: 'Tomas Reuter', role: 'Developer' },
      ],
    }),
    someEvidence,
  );
  const findIn = (drill: typeof prepared, text: string): string[] =>
    checkSaid(drill, { text, item: 'notice', allowed: new Set() }).flatMap(({ rule, spans }) =>
      spans.map(([start, end]) => `${rule}: ${text.slice(start, end)}`),
    );

  it.each<[string, string[]]>([
    ['It came from 198.51.100.23.', ['inside: 198.51.100.23']],
    ['Our case is LP-2041.', ['inside: LP-2041']],
    ['The host is db-7.corp, at 10.4.0.9.', ['inside: 10.4.0.9', 'inside: db-7.corp']],
    ['The flaw is CVE-2026-990417; we follow ISO-27001.', []],
    ['We look into it, and I write again at 10:00.', []],
  ])('are checked for what only those inside should read: %s', (text, expected) => {
    expect(findIn(outside, text).toSorted()).toEqual(expected.toSorted());
    expect(findIn(prepared, text)).toEqual([]);
  });

  it('may name what they named themselves', () => {
    if (!notice) throw new Error('no feed');
    const asked = prepareDrill(
      { ...outside.drill, feed: [{ ...notice, body: 'What is LP-2041 about?' }] },
      someEvidence,
    );
    expect(findIn(asked, 'LP-2041 is open, LP-2042 is closed.')).toEqual(['inside: LP-2042']);
  });

  it('leave no secret out for it', () => {
    expect(findIn(outside, 'The key AKIAQ7RT5KZ2MEXAMPLE is off.')).toEqual([
      'secret: AKIAQ7RT5KZ2MEXAMPLE',
    ]);
  });
});

describe('own words', () => {
  it.each<[string, string[]]>([
    ['We have it, and look into it. I write again at 10:00.', []],
    ['I will write to you by 10:00.', []],
    ['The key of the forecast job is off.', []],
    ['The key AKIAQ7RT5KZ2MEXAMPLE is off.', ['secret: AKIAQ7RT5KZ2MEXAMPLE']],
    ['We cannot promise that. No promise can be made.', []],
    ['It will not be fixed by 10:00.', []],
    ['I cannot say whether it will be back.', []],
    ['We forgot nothing. It was caused by a full disk.', []],
    ['The password is reset for everybody.', []],
    ['I promise it is over.', ['promise: I promise']],
    ['It will be fixed by 10:00.', ['promise: will be fixed by']],
    ["You'll be back online in 20 minutes.", ["promise: 'll be back online in"]],
    ['This will never happen again.', ['promise: will never happen']],
    ['This is Tomas’s fault.', ['blame: This is Tomas’s fault']],
    ['He should have rotated it.', ['blame: He should have rotated it']],
    ['He leaked the key.', ['blame: He leaked the key']],
    ['The password is Winter2026!', ['secret: password is Winter2026!']],
    ['The file is da39a3ee5e6b4b0d3255bfef95601890afd80709.', []],
    [
      'Use wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY for now',
      ['secret: wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'],
    ],
    ['No data was accessed.', ['claim: No data was accessed.']],
    ['We have no evidence that data was accessed.', []],
    [
      'You can have the key back for two hours, no problem.',
      ['promise: You can have the key back for two hours, no problem'],
    ],
    [
      'We will have it back up in ten minutes.',
      ['promise: We will have it back up in ten minutes'],
    ],
    ['You will get a refund for every order.', ['promise: You will get a refund for every order']],
    ["I'll leave it on until one.", ["promise: I'll leave it on until one"]],
    ['You will not get the key back today.', []],
    ['You can have it back if Ines agrees.', []],
    ['You will hear from me at ten.', []],
    ['We will switch it off now and look at what used it.', []],
    ['Nothing was stolen from you.', ['claim: Nothing was stolen from you']],
    ['Nobody has opened your files.', ['claim: Nobody has opened your files']],
    ['Can you tell me whether anybody opened them?', []],
  ])('are checked for what they promise or leak: %s', (text, expected) => {
    expect(find(text)).toEqual(expected);
  });

  it('may not hold what one role alone was told, but to those whom that names', () => {
    const told =
      '**Between Ines Holm and you.** The shop is being sold, and the buyer sits in the room.';
    const role = { id: 'lead', name: 'Lead', private: told };
    const shared = prepareDrill(aDrill({ roles: [role] }), someEvidence);
    const leak = (text: string, item: string) =>
      checkSaid(shared, { text, item, allowed: new Set() }).map(({ rule }) => rule);
    expect(leak('The shop is being sold.', 'demo')).toEqual(['secret']);
    expect(leak('By the way, they are selling the shop.', 'demo')).toEqual(['secret']);
    expect(leak('The shop is being sold.', 'notice')).toEqual([]);
    expect(leak('The shop runs.', 'demo')).toEqual([]);
  });

  it('may hold a claim once it is proven', () => {
    expect(find('No data was accessed.', ['t15/no-data'])).toEqual([]);
  });

  it('are kept with the log, answer where an acknowledgement is expected, and cost nothing', () => {
    const events = aLog(
      [10, 'wrote', { item: 'notice', text: 'I promise we have it.' }],
      [20, 'wrote', { item: 'notice', text: 'More at 10:00.' }],
    );
    const { state, refused } = replay(prepared, events);
    expect(refused).toBeNull();
    expect(state.feed.get('notice')).toMatchObject({
      seen: true,
      answer: { kind: 'acknowledged', at_s: 10, seq: 1 },
    });
    expect(state.facts.has('answered:notice')).toBe(true);
    expect(
      reviewSaid(prepared, state).map(({ said, findings }) => [
        said.text,
        findings.map(({ rule }) => rule),
      ]),
    ).toEqual([
      ['I promise we have it.', ['promise']],
      ['More at 10:00.', []],
    ]);
  });
});
