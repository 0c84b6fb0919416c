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
    // The word is given, and what is one's own to keep.
    ['We will not touch the role before tonight, promised.', ['promise: promised']],
    ['The portal stays up, that is a promise.', ['promise: that is a promise']],
    ['I swear it stays up.', ['promise: I swear']],
    ['We promised an answer by noon and keep it: the count is 40.', []],
    ['As promised, here is the count.', []],
    ['That is a promise we cannot make.', []],
    ['I cannot promise. We promise nothing.', []],
    // What may be counted on.
    ['You can count on it, the portal stays up.', ['promise: You can count on it']],
    ['Trust me, it is fine.', ['promise: Trust me']],
    ['You cannot count on it yet. Do not rely on it.', []],
    ['You can count on me for an update at ten.', []],
    // Whatever comes.
    ['The portal stays up, no matter what.', ['promise: no matter what']],
    ['The portal will stay up whatever happens.', ['promise: whatever happens']],
    ['Leave the role off tonight, no matter what.', []],
    ['I write at noon, no matter what.', []],
    [
      'The shop will be back by noon, no matter what, and I write again at ten.',
      ['promise: will be back by', 'promise: no matter what'],
    ],
    // Certainty.
    ['It will be done by noon, for certain.', ['promise: for certain']],
    ['We will definitely be done by noon.', ['promise: will definitely']],
    ['There is no way this comes back.', ['promise: There is no way this']],
    ['I am certain that it is over.', ['promise: I am certain that it']],
    ["It can't happen again.", ["promise: can't happen again"]],
    ['We do not know for certain that it will hold.', []],
    ['We will know for certain by noon. Nobody can say for sure.', []],
    ['I am not certain that it is over. Are you sure that it is?', []],
    ['We are sure that it was the cache, the log shows it.', []],
    // Guilt of a named person.
    ['Tomas broke it.', ['blame: Tomas broke it']],
    ['Ines Holm has wrecked the export.', ['blame: Ines Holm has wrecked']],
    ['It was Tomas Reuter.', ['blame: It was Tomas Reuter']],
    ['This is because of Tomas.', ['blame: because of Tomas']],
    ['Tomas is responsible for the outage.', ['blame: Tomas is responsible for the outage']],
    ['Tomas’s change broke the search.', ['blame: Tomas’s change broke']],
    ['Tomas broke the glass and pulled the alarm, as the runbook says.', []],
    ['Tomas deleted the key on my request. Tomas has rolled it back.', []],
    ['Tomas is responsible for the search index. Thanks to Tomas we found it.', []],
    ['We do not know whether Tomas broke it. Was it Tomas?', []],
    ['It was Tomas who found it. It was not because of Tomas.', []],
    // No access without proof, whatever it is of.
    ['No claims were read.', ['claim: No claims were read']],
    ['No medical letters were viewed.', ['claim: No medical letters were viewed']],
    ['We have no sign that claims were read.', []],
    ['No claims were paid today. No requests were read from the queue.', []],
    // What who writes has not done, which they know; that no stranger did takes proof.
    ['Wait ten minutes, I have not read everything yet. I will ring you back.', []],
    ["I haven't opened the files, and I've never read everything in there.", []],
    ['We have not read everything yet. I did not look at every account.', []],
    ['We have not opened the customer files yet.', []],
    // A guess that nobody has looked into is open.
    ['The log is readable to everybody; an idea of mine, nobody has opened it.', []],
    ['The log is readable to everybody; nobody has opened it.', ['claim: nobody has opened it']],
    ['I know that nobody has read everything.', ['claim: I know that nobody has read everything']],
    ['I hear that no customer data was read.', ['claim: I hear that no customer data was read']],
    ['We have not read your account data.', ['claim: We have not read your account data']],
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

  it('are not held against what a later update forbids, where an earlier one marks the same words', () => {
    const [first] = prepared.drill.updates;
    if (!first) throw new Error('no update');
    const later = {
      ...first,
      id: 'later',
      forbidden: first.forbidden.map((claim) => ({ ...claim, why: 'Known to be so since then.' })),
    };
    const both = prepareDrill({ ...prepared.drill, updates: [first, later] }, someEvidence);
    const said = { text: 'No data was accessed.', item: 'notice', allowed: new Set<string>() };
    const listWhys = (...asked: string[]): string[] =>
      checkSaid(both, said, new Set(asked)).map(({ why }) => why);
    const [own = ''] = checkSaid(prepared, said).map(({ why }) => why);
    expect(listWhys('t15')).toEqual([own]);
    expect(listWhys()).toEqual([own]);
    expect(listWhys('t15', 'later')).toEqual([own, 'Known to be so since then.']);
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
