import { describe, expect, it } from 'vitest';
import { runExample } from './examples/run-example.ts';

const thin = `questions:
  - id: first
    probes: { how: [{ id: how-1, text: How did you know?, lacks: result }] }`;
const except = (at: string) => `pack:
  lint:
    severity: { missing-angle: 'off', unprobed-part: 'off' }
    except: [{ rule: thin-probes, at: ${at}, reason: One is enough for a first draft. }]
${thin}`;
const codes = (example: string) => runExample(example).map(({ code }) => code);

describe('a fault of a question', () => {
  it('names its file, its line and the question', () => {
    const [hit] = runExample(thin).filter(({ code }) => code === 'thin-probes');
    expect(hit).toMatchObject({
      file: 'questions/ownership.yaml',
      slug: 'questions/ownership.yaml',
      path: 'questions.0.probes.how',
      ids: ['first'],
    });
    expect(hit?.line).toBeGreaterThan(1);
  });

  it('can be excepted by its file and id, and its rule switched off', () => {
    expect(codes(except('questions/ownership.yaml/first'))).toEqual([]);
    expect(codes(except('questions/ownership.yaml'))).toEqual([]);
    expect(codes(except('questions/ownership.yaml/second'))).toEqual([
      'idle-exception',
      'thin-probes',
      'thin-probes',
    ]);
  });
});
