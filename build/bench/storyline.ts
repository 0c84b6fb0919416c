import * as v from 'valibot';
import { StorylineSchema } from '../../content/engine/evidence/storyline/schema.ts';
import { writeFiles } from '../../content/engine/evidence/storyline/write-files.ts';
import type { Figure } from './figure.ts';
import { interleave, readMedian } from './readings.ts';

const events = 100_000;
const turns = 5;

/** A day of a company, most of it CloudTrail, the rest in the other formats. */
const storyline = v.parse(StorylineSchema, {
  format: 1,
  seed: 2741,
  account: '111122223333',
  from: '2026-03-10T00:00:00Z',
  to: '2026-03-11T00:00:00Z',
  office_hours: { from: '08:00', to: '17:30' },
  people: {
    priya: { name: 'Priya Anand', role: 'Platform engineer' },
    tom: { name: 'Tom Reault', role: 'Accounts' },
  },
  services: { deploy: { does: 'deploys' }, web: { does: 'serves' }, metrics: { does: 'watches' } },
  hosts: { 'web-1': { address: '192.0.2.150' }, 'db-1': { address: '192.0.2.151' } },
  events: [
    { id: 'call', at: '2026-03-10T08:51:09Z', who: 'deploy', call: 'sts.GetCallerIdentity' },
  ],
  files: [
    { file: 'evidence/trail.json', noise: 60_000 - 1 },
    { file: 'evidence/flow.log', format: 'vpc-flow', noise: 15_000 },
    { file: 'evidence/requests.log', format: 'alb', noise: 10_000 },
    { file: 'evidence/access.log', format: 's3-access', noise: 5_000 },
    { file: 'evidence/sign-ins.jsonl', format: 'idp', noise: 5_000 },
    { file: 'evidence/audit.log', format: 'auditd', noise: 5_000 },
  ],
});

/** How long evidence takes to write from a storyline, beside the bare writing of as much JSON. */
export const storylineEvidence: Figure = {
  name: 'storyline',
  window: false,
  measure: async () => {
    const written = writeFiles(storyline);
    const count = written.reduce((sum, { records }) => sum + records, 0);
    if (count !== events) throw new Error(`${count} events were written.`);
    const trail = written[0]?.text ?? '';
    const { Records } = JSON.parse(trail) as { Records: readonly object[] };
    const bare = Array.from({ length: events }, (_, index) => Records[index % Records.length]);
    const { a, b } = await interleave(
      turns,
      () => time(() => writeFiles(storyline).length),
      () => time(() => bare.map((record) => JSON.stringify(record)).join('\n').length),
    );
    return [
      {
        title: '100,000 events written around a storyline',
        reading: readMedian(a, 'ms'),
        baseline: { name: 'JSON.stringify of 100,000 such objects', reading: readMedian(b, 'ms') },
        limit: { of: 'value', kind: 'at_most', bound: 5_000 },
      },
    ];
  },
};

function time(work: () => number): number {
  const begun = performance.now();
  if (work() === 0) throw new Error('Nothing was written.');
  return performance.now() - begun;
}
