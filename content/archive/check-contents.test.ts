import { describe, expect, it } from 'vitest';
import { smallExercise, smallMaterial } from '../engine/lint/examples/small-exercise.ts';
import { writeSmallQuestions } from '../engine/lint/examples/small-questions.ts';
import { hostileMarkdown } from '../engine/testing/hostile-markdown.ts';
import { hostileYaml } from '../engine/testing/hostile-yaml.ts';
import { checkContents } from './check-contents.ts';
import { packFiles, soundTexts } from './testing/sound-pack.ts';

const drill = soundTexts['drills/a-key/drill.yaml'] ?? '';
const packYaml = soundTexts['pack.yaml'] ?? '';
/** As much of a picture as is measured: its header. */
const png = (width: number, height: number): Buffer => {
  const bytes = Buffer.from('89504e470d0a1a0a0000000d4948445200000000000000000806000000', 'hex');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
};
/** With a comment before the frame, and a filling byte. */
const jpeg = (width: number, height: number): Buffer => {
  const bytes = Buffer.from('ffd8fffe00046869ffffc0000b080000000001011100', 'hex');
  bytes.writeUInt16BE(height, 14);
  bytes.writeUInt16BE(width, 16);
  return bytes;
};
/** A small frame within what a marker is said to measure, and a frame that viewers find behind the marker. */
const disguised = (marker: string): Buffer => {
  const frame = jpeg(65_535, 65_535).subarray(9);
  const inner = jpeg(1, 1).subarray(9);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(frame.length + 2);
  return Buffer.concat([Buffer.from(`ffd8${marker}`, 'hex'), length, frame, inner]);
};
const exercise = {
  'exercises/code-review/refund.yaml': smallExercise,
  'exercises/code-review/refund/refund.py.txt': smallMaterial['refund.py.txt'] ?? '',
};
const questions = { 'questions/ownership.yaml': writeSmallQuestions({}) };
const check = (more: Readonly<Record<string, string | Uint8Array>>) => {
  const checked = checkContents(packFiles(more));
  return checked.ok ? 'sound' : checked.fault.code;
};

describe('checkContents', () => {
  it('lets a sound pack pass, and names what is in it', () => {
    expect(checkContents(packFiles())).toEqual({
      ok: true,
      value: [
        { slug: null, title: 'Test', exercises: [], questions: 0 },
        { slug: 'a-key', title: 'A key in the open' },
      ],
    });
  });

  it('takes evidence in YAML as it is, and what people read in it for Markdown elsewhere', () => {
    const rules = `rule: "${'.*'.repeat(4_000)}"\n`;
    expect(check({ 'drills/a-key/evidence/waf.yaml': rules })).toBe('sound');
    expect(check({ 'drills/a-key/storyline.yaml': rules })).toBe('markdown_too_costly');
  });

  it.each(['question/own.yaml', 'drills/a-key/questions/own.yaml', 'drills/b/drill.yml'])(
    'refuses %s, which nothing reads, and says what to do',
    (path) => {
      const checked = checkContents(packFiles({ [path]: 'principle: x\n' }));
      expect(checked).toMatchObject({ ok: false, fault: { code: 'pack_invalid', file: path } });
      if (!checked.ok)
        expect(checked.fault.message).toMatch(/is not read: .*(?:Move|Rename) it to/);
    },
  );

  it('names the exercises too, and counts questions', () => {
    const checked = checkContents(packFiles({ ...exercise, ...questions }));
    expect(checked.ok ? checked.value[0] : checked.fault).toEqual({
      slug: null,
      title: 'Test',
      exercises: [{ slug: 'refund', title: 'A refund that is paid twice' }],
      questions: 2,
    });
  });

  it.each([
    ['content_type', { 'drills/a-key/evidence/a.png': '<script>alert(1)</script>' }],
    ['content_type', { 'drills/a-key/evidence/a.jpg': '<svg onload=alert(1)>' }],
    ['content_type', { 'drills/a-key/evidence/a.csv': 'PK\x03\x04\0\0' }],
    ['not_utf8', { 'drills/a-key/evidence/a.log': Buffer.from([0x61, 0xff, 0x62]) }],
    ['json', { 'drills/a-key/evidence/events.json': '{"a": ' }],
    ['json', { 'drills/a-key/evidence/events.json': '['.repeat(100_000) }],
    ['forbidden_key', { 'drills/a-key/evidence/events.json': '{"__proto__": {"a": 1}}' }],
    ['forbidden_key', { 'drills/a-key/evidence/a.jsonl': '{"a": 1}\n{"constructor": {}}\n' }],
    ['forbidden_key', { 'drills/a-key/drill.yaml': `${drill}__proto__: { a: 1 }\n` }],
    ['yaml', { 'drills/a-key/evidence/a.yaml': 'a: &a [1]\nb: *a\n' }],
    ['yaml', { 'glossary.yaml': '- !!js/function x' }],
    ['yaml', { 'drills/a-key/drill.yaml': drill.replace('people: [', 'people: !!set [') }],
    [
      'drill_invalid',
      { 'drills/a-key/drill.yaml': drill.replace('level: entry', 'level: expert') },
    ],
    ['drill_invalid', { 'drills/other/drill.yaml': 'title: Not one\n' }],
    ['pack_invalid', { 'glossary.yaml': 'a: 1\n' }],
    ['pack_invalid', { 'drills/lost/brief.md': 'Its drill.yaml is called otherwise.\n' }],
    ['pack_invalid', { 'pack.yaml': packYaml.replace('title: Test', 'title: "Test\\nsound"') }],
    [
      'drill_invalid',
      { 'drills/a-key/drill.yaml': drill.replace(/^title: .*$/m, 'title: "A \\u202eyek"') },
    ],
    ['pack_invalid', { 'exercises/code-review/refund.yaml': smallExercise }],
    ['markdown_too_long', { 'drills/a-key/notes.md': 'a '.repeat(20_000) }],
    ['markdown_too_costly', { 'drills/a-key/brief.md': '> '.repeat(500) }],
    [
      'markdown_too_costly',
      { 'drills/a-key/drill.yaml': drill.replace('Told', `So ${'*a_'.repeat(900)}`) },
    ],
    ['sound', { 'drills/a-key/evidence/a.jsonl': '{"a": 1}\n{"cut off\n' }],
    ['sound', { 'drills/a-key/evidence/a.png': png(640, 480) }],
    ['sound', { 'drills/a-key/evidence/a.jpg': jpeg(640, 480) }],
    ['content_type', { 'drills/a-key/evidence/a.png': png(65_535, 65_535) }],
    ['content_type', { 'drills/a-key/evidence/a.png': png(0, 480) }],
    ['content_type', { 'drills/a-key/evidence/a.png': png(640, 480).subarray(0, 20) }],
    ['content_type', { 'drills/a-key/evidence/a.jpg': jpeg(65_535, 65_535) }],
    ['content_type', { 'drills/a-key/evidence/a.jpg': jpeg(640, 480).subarray(0, 12) }],
    ['content_type', { 'drills/a-key/evidence/a.jpg': png(640, 480) }],
    ...['ff01', 'ffd0', 'ffd7', 'ffd8', 'ffd9', 'ffda', 'ffc8', 'fff0'].map(
      (marker) => ['content_type', { 'drills/a-key/evidence/a.jpg': disguised(marker) }] as const,
    ),
    [
      'sound',
      {
        'drills/a-key/evidence/a.jpg': Buffer.concat([
          Buffer.from('ffd8ffe00004aaaaffdb0003aaffc40003aaffdd00040000', 'hex'),
          jpeg(640, 480).subarray(2),
        ]),
      },
    ],
    [
      'drill_invalid',
      { 'drills/a-key/drill.yaml': drill.replace('evidence/table.csv', 'evidence/lost.csv') },
    ],
  ] as const)('finds %s in %o', (code, more) => {
    expect(check(more)).toBe(code);
  });

  it.each(hostileYaml)('refuses YAML with %s', (_, code, text) => {
    const expected = code === 'forbidden-key' ? 'forbidden_key' : 'yaml';
    expect(check({ 'glossary.yaml': text })).toBe(expected);
    expect(check({ 'drills/a-key/drill.yaml': text })).toBe(expected);
  });

  it.each(hostileMarkdown)('bounds Markdown with %s: %s', (_, kind, text) => {
    const expected = {
      long: 'markdown_too_long',
      fine: 'sound',
      nested: '',
      costly: '',
      large: '',
    }[kind];
    const found = check({ 'drills/a-key/notes.md': text });
    expect(found).toBe(text.includes('\0') ? 'content_type' : expected || 'markdown_too_costly');
  });
});
