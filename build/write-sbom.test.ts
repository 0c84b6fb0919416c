import { expect, it } from 'vitest';
import { bundledPackages } from '../renderer/screens/app/bundled-packages.ts';
import { writeSbom } from './write-sbom.ts';

interface Bill {
  readonly components: readonly {
    readonly name: string;
    readonly version: string;
    readonly purl: string;
    readonly hashes?: readonly { readonly content: string }[];
    readonly licenses?: readonly { readonly expression: string }[];
  }[];
}

it('lists every bundled library with version, hash and licence, and the Electron around them', () => {
  const { components } = JSON.parse(writeSbom('1.2.3', '45.0.0')) as Bill;
  const libraries = components.filter(({ name }) => name !== 'electron');
  expect(libraries.map(({ name }) => name)).toEqual(Object.values(bundledPackages).flat().sort());
  for (const { version, purl, hashes, licenses } of libraries) {
    expect(purl).toMatch(/^pkg:npm\/(?:%40[\w.-]+\/)?[\w.-]+@\d/);
    expect(purl.endsWith(`@${version}`)).toBe(true);
    expect(hashes?.[0]?.content).toMatch(/^[\da-f]{128}$/);
    expect(licenses?.[0]?.expression).toMatch(/\w/);
  }
  expect(components.at(-1)).toMatchObject({ name: 'electron', version: '45.0.0' });
});

it('is the same for the same', () => {
  expect(writeSbom('1.2.3', '45.0.0')).toBe(writeSbom('1.2.3', '45.0.0'));
});
