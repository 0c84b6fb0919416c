import { describe, expect, it } from 'vitest';
import { readSbom, writeNames } from './read-sbom.ts';

const bom = {
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  metadata: {
    timestamp: '2026-03-01T00:00:00Z',
    component: { name: 'gateway', version: '4.1' },
  },
  components: [
    {
      'bom-ref': 'a',
      type: 'library',
      group: 'org.example',
      name: 'parse',
      version: '1.2.0',
      licenses: [{ license: { id: 'MIT' } }, { expression: 'Apache-2.0 OR ISC' }],
      components: [
        { 'bom-ref': 'b', name: 'inner', version: '0.1', components: [{ name: 'innermost' }] },
      ],
    },
  ],
  vulnerabilities: [
    {
      id: 'CVE-2026-1',
      ratings: [
        { severity: 'medium', score: 5 },
        { severity: 'critical', score: 9.8 },
      ],
      affects: [{ ref: 'b' }, { ref: 'gone' }],
      analysis: { state: 'in_triage' },
      description: 'It reads too far.',
    },
  ],
};

describe('a bill of materials', () => {
  it('lists parts, also those inside others, with what is known against them', () => {
    const read = readSbom(bom);
    expect(read?.subject).toBe('gateway 4.1');
    expect(read?.components.map(({ name, path }) => [name, path])).toEqual([
      ['org.example/parse', '/components/0'],
      ['inner', '/components/0/components/0'],
      ['innermost', '/components/0/components/0/components/0'],
    ]);
    expect(read?.components[0]?.licences).toBe('MIT, Apache-2.0 OR ISC');
    expect(read?.components.map(({ inside }) => inside)).toEqual([
      '',
      'org.example/parse 1.2.0',
      'org.example/parse 1.2.0 › inner 0.1',
    ]);
    expect(read?.components[1]?.vulnerabilities).toEqual(['CVE-2026-1 (in triage)']);
  });

  it('takes the highest rating, and names what is affected', () => {
    expect(readSbom(bom)?.vulnerabilities[0]).toMatchObject({
      severity: 'critical',
      score: '9.8',
      state: 'in_triage',
      affects: ['inner 0.1', 'gone'],
    });
  });

  it.each([null, [], 'text', { bomFormat: 'SPDX' }, { spdxVersion: 'SPDX-2.3' }])(
    'is not made of %j',
    (value) => {
      expect(readSbom(value)).toBeNull();
    },
  );

  it('stands anything in its fields', () => {
    const odd = {
      bomFormat: 'CycloneDX',
      components: [null, 1, { name: {} }],
      vulnerabilities: {},
    };
    expect(readSbom(odd)?.components).toHaveLength(3);
    expect(readSbom({ bomFormat: 'CycloneDX', metadata: 3 })?.subject).toBe('');
  });

  it('in which everything names everything is read in one go over it, and names the first', () => {
    const affects = [{ ref: 'a' }];
    const read = readSbom({
      bomFormat: 'CycloneDX',
      components: [{ 'bom-ref': 'a', name: 'x'.repeat(1_000_000) }],
      vulnerabilities: Array.from({ length: 100_000 }, (_, id) => ({ id: String(id), affects })),
    });
    expect(writeNames(read?.components[0]?.vulnerabilities ?? [])).toMatch(
      /^0, 1, .* and 99980 more$/,
    );
    expect(read?.vulnerabilities[0]?.affects[0]).toHaveLength(200);
  });
});
