import { expect, it } from 'vitest';
import { prepareDrill } from '../engine/drill/prepared-drill.ts';
import { parseCsv } from '../engine/evidence/csv.ts';
import { scoreState } from '../engine/score/score.ts';
import { citeLines, playDeeds, readBundledDrill, readTerm } from './testing/bundled-drill.ts';

const { drill, evidence, prepared } = readBundledDrill('d25-someone-elses-children');

function readTable(text = ''): readonly Readonly<Record<string, string>>[] {
  const [head = [], ...rows] = parseCsv(text);
  return rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])));
}

it('has in every variant fourteen accounts with a ticket that the rule of the count finds, and no other', () => {
  for (let seed = 0; seed <= 20; seed += 1) {
    const variant = seed === 0 ? prepared : prepareDrill(drill, evidence, seed);
    const sent = readTable(variant.evidence.get('requests')).filter(
      (row) => row['sent'] !== row['asked'] && row['shared'] === 'no',
    );
    const shown = new Set(sent.map((row) => row['viewer']));
    const tickets = readTable(variant.evidence.get('tickets'));
    const found = tickets.filter((row) => shown.has(row['account']));
    expect(found.map((row) => row['category'])).toEqual(Array(14).fill('display'));
    expect(new Set(found.map((row) => row['account'])).size).toBe(14);
    // What the tool counts on this node.
    expect([sent.length, shown.size]).toEqual([57, 53]);
    expect(variant.evidence.get('count')).toMatch(/with a ticket, of these \.+ +14\n/);
  }
});

it('shows the sign-ins of every account with a ticket', () => {
  const lines = (evidence.get('signins') ?? '').trim().split('\n');
  const signed = new Set(lines.map((line) => (JSON.parse(line) as { account: string }).account));
  const accounts = readTable(evidence.get('tickets')).map((row) => row['account'] ?? '');
  expect(accounts.filter((account) => !signed.has(account))).toEqual([]);
});

it('earns all of the two figures when the lines of both are cited', () => {
  const state = playDeeds(
    prepared,
    [
      300,
      'tool_used',
      {
        tool: 'count',
        args: { over: 'all nodes', rule: 'sent is not asked, other family, not shared' },
      },
    ],
    [1085, 'evidence_opened', { evidence: 'count' }],
    [
      1100,
      'decided',
      {
        decision: 'figure',
        option: 'open-correction',
        confidence: 90,
        citations: citeLines(evidence, 'count', 6, 10),
        reason: '',
      },
    ],
  );
  const points = scoreState(prepared, state).parts.flatMap((part) => part.points);
  const point = points.find(({ rule }) => rule === 'decision:figure');
  expect(point?.earned).toBe(point?.weight);
});

it('defines its terms without telling the cause', () => {
  expect(readTerm('Pipelining')).not.toMatch(/\b(?:order|shift|drop|match|told apart)/i);
});

it('asks about the offer to look in words that fit before and after the ids were compared', () => {
  const offer = drill.feed.find(({ id }) => id === 'look-offer');
  const question = drill.decisions.find(({ id }) => id === 'verify');
  for (const text of [offer?.body, question?.prompt]) {
    expect(text).not.toMatch(/whether it is true|guess/);
  }
});
