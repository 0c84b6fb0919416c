import { expect, it } from 'vitest';
import { readSbom } from '../../content/engine/evidence/read-sbom.ts';
import { writeLeftOut } from './sbom-words.ts';

const say = (value: object): string | null => {
  const read = readSbom({ bomFormat: 'CycloneDX', ...value });
  if (!read) throw new Error('It is none.');
  const { components, vulnerabilities, all } = read;
  return writeLeftOut(
    { components: components.length, vulnerabilities: vulnerabilities.length },
    all,
  );
};

it('says what is left out of too many, or of what lies too deep', () => {
  const make = (parts: number, known: number) => ({
    components: [{ components: Array.from({ length: parts - 1 }, () => ({})) }],
    vulnerabilities: Array.from({ length: known }, () => ({})),
  });
  expect(say(make(200_000, 200_000))).toBeNull();
  expect(say(make(200_001, 200_002))).toBe(
    'The first 200,000 of 200,001 parts are shown. The first 200,000 of 200,002 vulnerabilities are shown. The JSON has all.',
  );
  let components: unknown[] = [];
  for (let depth = 0; depth < 20_000; depth += 1) components = [{ components }];
  expect(say({ components })).toBe(
    '61 of 20,000 parts are shown: those that lie more than 60 parts deep are not. The JSON has all.',
  );
});
