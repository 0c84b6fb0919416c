import { describe, expect, it } from 'vitest';
import { readStoryline } from './read-storyline.ts';

const story = ({ event = '', more = '' }: { event?: string; more?: string }): string =>
  `format: 1
seed: 3
account: '111122223333'
from: '2026-03-10T06:00:00Z'
to: '2026-03-10T12:00:00Z'
office_hours: { from: '08:00', to: '17:30' }
people:
  priya: { name: Priya Anand, role: Engineer }
outsiders:
  stranger: { from: [198.51.100.23] }
${more}
files: [{ file: evidence/trail.json }]
events:
  - id: first-use
    at: '2026-03-10T08:51:09Z'
    who: priya
    call: sts.GetCallerIdentity
    ${event}
`;

function read(what: Parameters<typeof story>[0]) {
  const result = readStoryline('storyline.yaml', story(what));
  return result.ok ? [] : result.faults;
}

describe('an address of a storyline', () => {
  it.each(['stranger', 'priya', '198.51.100.23', '2001:db8::17', 'ec2.amazonaws.com'])(
    'may be %s',
    (from) => {
      expect(read({ event: `from: "${from}"` })).toEqual([]);
    },
  );

  it('is refused with its place and the name that was meant', () => {
    expect(read({ event: 'from: strangers' })).toMatchObject([
      {
        code: 'storyline-address',
        path: 'events.0.from',
        line: 18,
        message: '"strangers" is no address, and nobody of this name is described.',
        remedy: expect.stringContaining('Did you mean "stranger"?') as string,
      },
    ]);
  });

  it.each([
    ['300.1.2.3', 'four numbers'],
    ['198.51.100', 'four numbers'],
    ['198.51.100.23.7', 'four numbers'],
    ['office', 'a name that stands under'],
  ])('is not %s', (from, remedy) => {
    const [fault, ...others] = read({ event: `from: "${from}"` });
    expect(others).toEqual([]);
    expect(fault?.remedy).toContain(remedy);
    expect(fault?.remedy).not.toContain('Did you mean');
  });

  it.each([
    ['services: { ci: { does: deploys, from: [192.0.2.300] } }', 'services.ci.from.0'],
    ['hosts: { web-1: { address: 192.0.2 } }', 'hosts.web-1.address'],
  ])('is none in %s', (more, path) => {
    expect(read({ more })).toMatchObject([{ code: 'storyline-address', path }]);
  });

  it('is asked for where a connection leads, too', () => {
    const flow = 'flow: { to: strangr, port: 443 }';
    expect(read({ event: flow })).toMatchObject([
      { path: 'events.0.flow.to', remedy: expect.stringContaining('"stranger"') as string },
    ]);
  });
});
