import { expect, test } from 'vitest';
import { smallDrill } from '../lint/examples/small-drill.ts';
import { DrillSchema } from './drill-schema.ts';
import { checkShape, parseYaml } from './parse-yaml.ts';

/** The first fault of the small drill after a slip of the pen: what is wrong, and what to write. */
function slip(written: string, slipped: string): readonly [message: string, remedy: string] {
  expect(smallDrill).toContain(written);
  const source = parseYaml('drill.yaml', smallDrill.replace(written, slipped));
  const checked = source.ok ? checkShape(source.value, DrillSchema) : source;
  const [fault] = checked.ok ? [] : checked.faults;
  if (!fault) throw new Error(`"${slipped}" was taken.`);
  return [fault.message, fault.remedy];
}

test('a misspelt field is told which field is near it, also one that may be left out', () => {
  expect(slip('summary:', 'sumary:')[1]).toBe('Did you mean "summary"?');
  expect(slip('    part: containment', '    closes_afer: 4\n    part: containment')[1]).toBe(
    'Did you mean "closes_after"?',
  );
  expect(slip('answer: The key is off., effects', 'answer: It is off., efects')[1]).toBe(
    'Did you mean "effects"?',
  );
});

test('a field that is like no other is told what may stand there', () => {
  expect(slip('about: Switches', 'zzz: 1\n    about: Switches')[1]).toContain(
    'here may stand id, title, about',
  );
});

test('what is wrong with a value is said in plain words', () => {
  expect(slip('weight: 10', 'weight: ten')).toEqual([
    '"weight" must be a number, not "ten".',
    'Write figures, without quotes: 3.',
  ]);
  expect(slip('weight: 10', "weight: '10'")[1]).toBe('Write it without quotes: 10.');
  expect(slip('weight: 10', 'weight: -1')[0]).toBe('"weight" is -1, and must be at least 0.');
  expect(slip('rating: 7', 'rating: 8')[0]).toBe('"rating" is 8, and must be at most 7.');
  expect(slip('title: The key\n', 'title: true\n')[1]).toBe('Put it in quotes.');
  expect(slip('title: The key\n', 'title:\n')[1]).toContain('after the colon');
  expect(slip('part: containment', 'part: containmnt')[1]).toBe('Did you mean "containment"?');
});

test('a wrong word is told those that may stand there, in no words of the library', () => {
  const [what, next] = slip('level: entry', 'level: entri');
  expect(what).toMatch(/^"level" must be one of \w+(?:, \w+)+\.$/);
  expect(what).toContain('entry');
  expect(next).toBe('Did you mean "entry"?');
  expect(slip('level: entry', 'level: toString')[0]).toBe(what);
  expect(slip('level: entry', 'level: [a]')[0]).toBe(what);
});

test('an item of a list is counted as people do', () => {
  expect(slip('level: entry', 'level: entry\ntags: [one, 2]')[0]).toBe(
    'Item 2 of "tags" must be a text.',
  );
});

test('of several forms that may stand at a place, the one that was meant is told of', () => {
  const parameters = (written: string) =>
    slip('level: entry', `level: entry\nparameters: [${written}]`);
  expect(parameters("{ id: n, literal: 907, values: ['931'] }")).toEqual([
    '"literal" must be a text, not 907.',
    'Put it in quotes.',
  ]);
  expect(parameters("{ id: n, literal: '907', values: [931, 964] }")).toEqual([
    'Item 1 of "values" must be a text, not 931.',
    'Put it in quotes.',
  ]);
  expect(parameters("{ id: n, litral: '907', values: ['931'] }")[1]).toBe(
    'Did you mean "literal"?',
  );
  expect(parameters('{ id: n, literal: un, values: [due] }')[0]).toBe(
    '"literal" must have at least 3 characters.',
  );
  expect(parameters('{ id: n, literal: unit, values: [] }')[0]).toBe(
    '"values" must have at least 1 item.',
  );
  expect(slip('record: e-1', 'record: 17')).toEqual([
    '"record" must be a text, not 17.',
    'Put it in quotes.',
  ]);
  expect(slip('evidence: trail, record', 'evidense: trail, record')[0]).toContain(
    'must be {evidence, record}',
  );
});

test('a time that is no time of a scenario is told how long one may last', () => {
  expect(slip('ends_at: 20', 'ends_at: 1e308')[0]).toContain('at most 43200 minutes');
});

test('a condition that asks two things, or a thing that there is not, is told how to write it', () => {
  const opens = (condition: string): string =>
    slip('    part: containment', `    opens: ${condition}\n    part: containment`)[1];
  expect(opens('{ decided: key, after: 3 }')).toContain('write all: or any: with a list');
  expect(opens('{ opend: trail }')).toBe('Did you mean "opened"?');
});

test('what cannot be read as YAML is said as what was typed', () => {
  expect(slip("starts_at: '2026-03-10T09:00:00Z'", "starts_at: '2026-03-10T09:00:00Z")[0]).toBe(
    "The ' that begins here is never closed.",
  );
  const [what, next] = slip('state:\n', 'state\n');
  expect(what).toBe('This line is read as the name of a field, and has no colon.');
  expect(next).toContain('Write a colon and a space');
  expect(slip('rating: 2, reason: The harm goes on.', 'rating: 2, reason: Note: on.')[1]).toContain(
    'Put the text in quotes',
  );
});

test('a file in UTF-16 is told so, and an empty one how to begin', () => {
  const utf16 = new TextDecoder().decode(Buffer.from(`\ufeff${smallDrill}`, 'utf16le'));
  const read = parseYaml('drill.yaml', utf16);
  expect(read.ok ? '' : read.faults[0]?.message).toContain('UTF-16');
  const empty = parseYaml('drill.yaml', '');
  const checked = empty.ok ? checkShape(empty.value, DrillSchema) : empty;
  expect(checked.ok ? '' : checked.faults[0]?.remedy).toContain('drillbook new');
});

test('a list where fields are needed is one fault, of the list', () => {
  const source = parseYaml(
    'drill.yaml',
    smallDrill.replace(/^severity:.*$/m, 'severity: [high, true]'),
  );
  const checked = source.ok ? checkShape(source.value, DrillSchema) : source;
  expect(checked.ok ? [] : checked.faults).toMatchObject([
    {
      code: 'wrong-type',
      path: 'severity',
      message: '"severity" needs fields, one a line, and is a list.',
      remedy: 'Write each field as name: value, without "- " before the first.',
    },
  ]);
});

test('what ends as it begins is refused', () => {
  expect(slip('ends_at: 20', 'ends_at: 0')[0]).toBe('"ends_at" must be longer than 0.');
  expect(slip('    part: containment', '    closes_after: 0\n    part: containment')[0]).toBe(
    '"closes_after" must be longer than 0.',
  );
});
