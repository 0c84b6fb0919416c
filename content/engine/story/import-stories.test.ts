import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aStory } from '../testing/a-story.ts';
import { countRuns } from '../testing/count-runs.ts';
import {
  findTwin,
  guessImportFormat,
  importFormats,
  importLimits,
  importStories,
  type ImportFormat,
} from './import-stories.ts';
import { makeStory } from './story-draft.ts';
import { readFields } from './story-fields.ts';
import { readStory } from './story.ts';

const take = (text: string, format: ImportFormat) => {
  const read = importStories(text, format);
  if (!read.ok) throw new Error(`${read.fault.line ?? '?'}: ${read.fault.message}`);
  return read;
};
const faultOf = (text: string, format: ImportFormat) => {
  const read = importStories(text, format);
  return read.ok ? null : read.fault;
};

describe('plain text', () => {
  it('is apart by rules or two blank lines, with a title where one stands alone', () => {
    const { drafts } = take(
      'The key\n\nI found a key. I turned it off.\n\nIt was quick.\n---\nI asked the owner, who did not know. Then I looked.\n\n\nThird one\r\n\r\nWords.',
      'text',
    );
    expect(drafts.map(({ line, draft }) => [line, draft.title, draft.texts.middle.text])).toEqual([
      [1, 'The key', 'I found a key. I turned it off.\n\nIt was quick.'],
      [
        7,
        'I asked the owner, who did not know',
        'I asked the owner, who did not know. Then I looked.',
      ],
      [10, 'Third one', 'Words.'],
    ]);
  });

  it('puts a long text among the 5-minute ones', () => {
    const [one] = take('I asked and wrote it down. '.repeat(100), 'text').drafts;
    expect(one?.draft.texts.middle.text).toBe('');
    expect(one?.draft.texts.long.text).not.toBe('');
  });
});

describe('a résumé as plain text', () => {
  const story = 'The deploy key\n\nI found a key. I turned it off.';
  const read = (text: string) => {
    const { drafts, notes } = take(text, 'text');
    return {
      titles: drafts.map(({ draft }) => draft.title),
      notes: notes.map(({ line, message }) => [line, /“(.*?)”/.exec(message)?.[1]]),
    };
  };

  it.each([
    'Skills',
    'EDUCATION',
    'Certifications:',
    'Interests',
    'References',
    'Key skills & tools',
  ])('leaves out the part “%s”, and says so', (heading) => {
    expect(read(`${story}\n\n\n${heading}\n\nOne, two, three.\n\nFour.`)).toEqual({
      titles: ['The deploy key'],
      notes: [[6, heading.replace(':', '')]],
    });
  });

  const resume = [
    'Jane Doe',
    'Berlin',
    '',
    'Summary',
    'Eight years of quiet networks.',
    '',
    'Work experience',
    'Security analyst, Harrow Freight, 2019 – present',
    '- Cut the queue from 900 to 60 alerts, which had taken',
    'Two people a day',
    '- Wrote the runbook',
    'Developer',
    'Velmora, Lisbon · 03/2016 – 12/2018',
    '',
    '• Moved the builds',
    '',
    'Projects',
    '',
    'A honeypot for the club (2021)',
    '* Ran it for a year.',
    '',
    'Skills',
    'Python',
  ];
  it('is a story for each job and project, apart by a blank line or by none', () => {
    expect(read(resume.join('\n'))).toEqual({
      titles: [
        'Summary',
        'Security analyst, Harrow Freight, 2019 – present',
        'Developer',
        'A honeypot for the club (2021)',
      ],
      notes: [
        [1, 'Jane Doe'],
        [22, 'Skills'],
      ],
    });
    const [, analyst, developer] = take(resume.join('\n'), 'text').drafts;
    expect(analyst).toMatchObject({ line: 8 });
    expect(analyst?.draft.texts.middle.text).toMatch(
      /^- Cut .* taken\nTwo .*\n- Wrote the runbook$/,
    );
    expect(developer?.draft.texts.middle.text).toMatch(/^Velmora.*\n\n• Moved the builds$/);
  });

  it('underlines its parts, or begins with a story', () => {
    const lined = ['Experience', '----------', ...resume.slice(7, 15)];
    expect(read(lined.join('\n')).titles).toEqual([
      'Security analyst, Harrow Freight, 2019 – present',
      'Developer',
    ]);
    const told = `The deploy key\n\n${'I found a key and turned it off. '.repeat(6)}`;
    expect(read(`${told}\n\n${lined.join('\n')}`)).toMatchObject({
      titles: ['The deploy key', expect.stringContaining('Security'), 'Developer'],
      notes: [],
    });
  });

  it.each([
    ['no list below', ['Experience', 'Analyst, Harrow Freight, 2019', 'I cut the queue.']],
    ['no time', ['Experience', 'Analyst, Harrow Freight', '- Cut the queue.']],
    ['words before its first job', ['Experience', 'In short.', '', 'Analyst, 2019', '- Cut it.']],
    ['a list of its own', ['Achievements', '- Cut the queue in 2019.', '- Wrote it down.']],
    [
      'no heading',
      ['Analyst, Harrow Freight, 2019', '- Cut it.', 'Developer, 2016', '- Moved it.'],
    ],
  ])('stays one story where it has %s', (_, lines) => {
    expect(read(lines.join('\n')).titles).toHaveLength(1);
    const [one] = take(lines.join('\n'), 'text').drafts;
    expect(one?.draft.texts.middle.text).toContain(lines.at(-1));
  });

  it('finds such parts where one blank line or an underline parts them', () => {
    expect(
      read(
        `${story}\n\nSkills\n------\nPython, Go\n\nEducation\nA school, 2019\n\nAnother, 2021\n\nProjects\n--------\nI wrote a tool.`,
      ),
    ).toEqual({
      titles: ['The deploy key', expect.stringContaining('Projects')],
      notes: [
        [5, 'Skills'],
        [9, 'Education'],
      ],
    });
  });

  it('leaves out lines that only list', () => {
    expect(read(`${story}\n\n\nSkills: Python, Go\nLanguages: Dutch`)).toEqual({
      titles: ['The deploy key'],
      notes: [[6, 'Skills']],
    });
  });

  it('keeps a story that only speaks of such things', () => {
    const { titles, notes } = read(
      'References were wrong\n\nSkills were missing. I wrote to each referee.\n\n\nTraining the desk\n\nEducation: it was slow.',
    );
    expect(titles).toEqual(['References were wrong', 'Training the desk']);
    expect(notes).toEqual([]);
  });
});

it('Leaves the same parts out of Markdown', () => {
  const { drafts, notes } = take(
    '# Jane Doe\n## The key\nI turned it off.\n## Skills\nPython\n## References\nOn request',
    'markdown',
  );
  expect(drafts.map(({ draft }) => draft.title)).toEqual(['The key']);
  expect(notes.map(({ line }) => line)).toEqual([4, 6]);
});

describe('Markdown', () => {
  it('reads headings of parts, labels, and what is said about a story', () => {
    const { drafts, notes } = take(
      [
        '# The key',
        '',
        '- Principles: Are Right, A Lot · Ownership',
        '- Kind: failure',
        '- Tags: conflict, cloud',
        '- Kind: nonsense',
        '',
        '## Situation',
        'We had a leak.',
        '## What I did',
        'I turned it off.',
        '### Result ###',
        'It fell from 6 to 0.',
        '',
        '# Second',
        '**Situation:** A queue grew.',
        '**Action:** I cut it.',
      ].join('\n'),
      'markdown',
    );
    const [first, second] = drafts;
    expect(first?.draft).toMatchObject({
      title: 'The key',
      principles: ['are-right-a-lot', 'ownership'],
      tags: ['conflict', 'cloud'],
    });
    expect(readFields(first?.draft.texts.middle ?? { text: '', own_roles: [] })).toMatchObject({
      situation: 'We had a leak.',
      action: 'I turned it off.',
      result: 'It fell from 6 to 0.',
    });
    expect(notes).toEqual([{ line: 6, message: expect.stringContaining('nonsense') as string }]);
    expect(second).toMatchObject({ line: 15, draft: { title: 'Second' } });
    expect(readFields(second?.draft.texts.middle ?? { text: '', own_roles: [] }).action).toBe(
      'I cut it.',
    );
  });
});

it('Takes marks of weight out of Markdown, and leaves stars that are none', () => {
  const [one] = take(
    '# A\n\n**Acme** had 2 ** 3 keys, \\*\\*four\\*\\* and **** none, **so** it was.',
    'markdown',
  ).drafts;
  expect(one?.draft.texts.middle.text).toBe(
    'Acme had 2 ** 3 keys, **four** and **** none, so it was.',
  );
});

it('Leaves a story that is told in one piece as it is, whatever its sentences begin with', () => {
  const told = [
    'In March our deploy key lay in a public repository, and nobody had looked after it for two years.',
    'Problem: eleven jobs still used it, and no one could say which of them were alive.',
    'I called the owners one by one and turned the key off on a Friday morning.',
    'Impact: none of the eleven failed.',
    'What I learned: hmm. Ask for the owner of a key before the day on which it leaks.',
  ].join('\n');
  const [one] = take(told, 'text').drafts;
  expect(one?.draft.texts.middle).toEqual({ text: told, own_roles: [] });
  const parted = 'Situation: a key lay open.\nAction: I turned it off.\nIt took a day.';
  const [other] = take(parted, 'text').drafts;
  expect(readFields(other?.draft.texts.middle ?? { text: '', own_roles: [] })).toMatchObject({
    situation: 'a key lay open.',
    action: 'I turned it off.\nIt took a day.',
  });
});

describe('Markdown under one heading', () => {
  const titles = (lines: readonly string[]) => {
    const { drafts, notes } = take(lines.join('\n'), 'markdown');
    return { found: drafts.map(({ line, draft }) => [line, draft.title]), notes };
  };
  const resume = [
    '# Jane Doe',
    '',
    'Berlin, since 2019',
    '',
    '## The deploy key',
    'I turned it off.',
    '### How it went',
    'Well.',
    '## The mail desk',
    '### Situation',
    'It grew.',
    '### Result',
    'It fell from 6 to 0.',
  ];

  it('is a story for each heading below it, and says what it left out', () => {
    const { found, notes } = titles(resume);
    expect(found).toEqual([
      [5, 'The deploy key'],
      [9, 'The mail desk'],
    ]);
    expect(notes).toEqual([{ line: 1, message: expect.stringContaining('Jane Doe') as string }]);
    expect(titles(resume.filter((line) => !line.startsWith('Berlin'))).notes).toEqual([]);
    expect(titles(['Notes of mine.', ...resume]).found[0]).toEqual([1, 'Notes of mine']);
  });

  it.each([
    ['parts', ['## Situation', 'Six keys.', '## Action', 'I cut them.', '## Result', 'None.']],
    [
      'parts beside headings of its own',
      ['## First night', 'x', '## The cause', 'y', '## Result', 'z'],
    ],
    ['one heading of its own', ['It was May.', '## The second night', 'I cut them.']],
    ['headings in a block of code', ['```', '## a', '## b', '```', 'I cut them.']],
  ])('is one story where it has %s', (_, lines) => {
    expect(titles(['# The deploy key', ...lines])).toEqual({
      found: [[1, 'The deploy key']],
      notes: [],
    });
  });

  it('is a story for each entry of a part of a résumé, also where it has one part alone', () => {
    const { found, notes } = titles([
      '# Jane Doe',
      '## Work experience',
      'Since 2019.',
      '### Analyst, Harrow Freight',
      '- Cut the queue from 900 to 60.',
      '### Developer, Velmora',
      '#### Situation',
      'It grew.',
    ]);
    expect(found).toEqual([
      [4, 'Analyst, Harrow Freight'],
      [6, 'Developer, Velmora'],
    ]);
    expect(notes).toEqual([
      { line: 2, message: expect.stringContaining('Work experience') as string },
    ]);
    const parts = [
      '# Jane Doe',
      '## Projects',
      '### One',
      'x',
      '### Two',
      'y',
      '## Achievements',
      'z',
    ];
    expect(titles(parts).found).toEqual([
      [3, 'One'],
      [5, 'Two'],
      [7, 'Achievements'],
    ]);
    expect(titles(['# Achievements', '## Situation', 'x', '## Result', 'y']).found).toEqual([
      [1, 'Achievements'],
    ]);
  });

  it('is no title of the file where another story stands on its level', () => {
    expect(titles([...resume, '# Another', 'x']).found).toEqual([
      [1, 'Jane Doe'],
      [14, 'Another'],
    ]);
  });
});

describe('CSV', () => {
  it('maps columns by name, whatever the delimiter', () => {
    for (const mark of [',', ';', '\t']) {
      const text = [
        ['Title', 'Situation', 'ACTION', 'Leadership principles', 'mood'].join(mark),
        ['The key', '"We had, a leak;\nfor days."', 'I cut it.', 'Dive Deep', 'fine'].join(mark),
        ['', '', '', '', ''].join(mark),
        ['Other', 'A queue.', '', '', ''].join(mark),
      ].join('\r\n');
      const { drafts, notes } = take(text, 'csv');
      expect(drafts.map(({ line, draft }) => [line, draft.title])).toEqual([
        [2, 'The key'],
        [5, 'Other'],
      ]);
      expect(drafts[0]?.draft.principles).toEqual(['dive-deep']);
      expect(drafts[0]?.draft.texts.middle.text).toBe('We had, a leak;\nfor days.\n\nI cut it.');
      expect(notes).toEqual([{ line: 1, message: expect.stringContaining('mood') as string }]);
    }
  });

  it('takes the line that Excel reads above a table for no row', () => {
    const { drafts, notes } = take('sep=;\r\ntitle;text;mood\r\nA, or b;I cut it.;x\r\n', 'csv');
    expect(drafts.map(({ line, draft }) => [line, draft.title])).toEqual([[3, 'A, or b']]);
    expect(notes).toEqual([{ line: 2, message: expect.stringContaining('mood') as string }]);
    expect(faultOf('sep=,\ncolour,size\nred,4', 'csv')).toMatchObject({ line: 2 });
    expect(faultOf('sep=,\ntitle,text\nA,b\n"C,d', 'csv')).toMatchObject({ line: 4 });
  });

  it('names the line of what is damaged', () => {
    expect(faultOf('title,text\nA,b\n"C,d\nE,f', 'csv')).toMatchObject({ line: 3 });
    expect(faultOf('title,text\nA,"b\nb"\nC,d,e', 'csv')).toMatchObject({ line: 4 });
    expect(faultOf('colour,size\nred,4', 'csv')).toMatchObject({ line: 1 });
  });
});

describe('JSON Resume', () => {
  const resume = {
    basics: { name: 'Somebody' },
    work: [
      {
        name: 'Harrow Freight',
        position: 'Analyst',
        startDate: '2021-03',
        endDate: '2023-01-01',
        highlights: ['Cut the queue of alerts from 900 to 60', ''],
      },
    ],
    projects: [
      { name: 'Key finder', description: 'A tool that finds old keys.', highlights: ['Wrote it'] },
    ],
  };

  it('makes a draft of each highlight and each project, of facts that stand there alone', () => {
    const { drafts } = take(JSON.stringify(resume, null, 2), 'json-resume');
    expect(drafts.map(({ draft }) => [draft.title, draft.texts.middle.text])).toEqual([
      [
        'Cut the queue of alerts from 900 to 60',
        '2021 to 2023: Analyst at Harrow Freight.\n\nCut the queue of alerts from 900 to 60.',
      ],
      ['Key finder', 'A tool that finds old keys.\n\nWrote it.'],
    ]);
    expect(drafts.map(({ line }) => line)).toEqual([12, 18]);
  });

  it('names the line of what is damaged', () => {
    const wrong = JSON.stringify({ ...resume, work: [{ highlights: [4] }] }, null, 2);
    expect(faultOf(wrong, 'json-resume')?.line).toBe(8);
    expect(faultOf('{\n  "work": [\n  }', 'json-resume')?.line).toBe(3);
    expect(faultOf('[]', 'json-resume')?.message).toMatch(/./);
  });
});

describe('our own JSON', () => {
  const write = (...stories: unknown[]) =>
    JSON.stringify({ format: 'drillbook-stories', version: 1, stories }, null, 1);
  const drill = { kind: 'drill', attempt: 'a1', code: 'D01', title: 'A key' } as const;

  it('comes back whole, and a rehearsal stays one', () => {
    const story = aStory({ origin: drill });
    const [one] = take(write(story), 'drillbook').drafts;
    if (!one) throw new Error('nothing was read');
    const made = makeStory(one.draft, 's1', story.created_at);
    expect(made).toEqual(story);
    expect(readStory(made)).toEqual(story);
    expect(findTwin(one.draft, [story])).toBe(story);
    expect(findTwin({ ...one.draft, title: 'x' }, [story])).toBeNull();
  });

  it('takes in nothing of a damaged file, and names the line', () => {
    const text = write(aStory(), { ...aStory(), kind: 'glory' });
    const line = text.split('\n').findIndex((one) => one.includes('glory')) + 1;
    expect(faultOf(text, 'drillbook')).toEqual({
      line,
      message: expect.stringContaining('Story 2, kind') as string,
    });
    expect(faultOf(text.slice(0, 200), 'drillbook')?.line).toBeGreaterThan(1);
    expect(
      faultOf('{"format":"drillbook-stories","version":2,"stories":[]}', 'drillbook')?.message,
    ).toMatch(/newer/);
  });
});

it('Refuses what is no text, too large, too many or empty', () => {
  expect(faultOf('a\nb\0', 'text')).toMatchObject({ line: 2 });
  expect(faultOf('x'.repeat(importLimits.bytes + 1), 'text')?.message).toMatch(/5 MB/);
  const many = Array.from({ length: 501 }, (_, at) => `Story ${at} was told.`).join('\n---\n');
  expect(faultOf(many, 'text')).toMatchObject({ line: 1001 });
  expect(faultOf('  \n\n', 'markdown')?.message).toMatch(/no story/);
  expect(faultOf(`A title\n\n${'word '.repeat(30_000)}`, 'text')).toMatchObject({ line: 1 });
});

it('Takes the format from name and first words', () => {
  expect(guessImportFormat('a.CSV', '')).toBe('csv');
  expect(guessImportFormat('a.json', '{"work":[]}')).toBe('json-resume');
  expect(guessImportFormat('', '{"format":"drillbook-stories"')).toBe('drillbook');
  expect(guessImportFormat('a.txt', 'x\n# Title\n')).toBe('markdown');
  expect(guessImportFormat('a.txt', 'Words.')).toBe('text');
});

it('Never throws, and whatever it takes in can be stored', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom(
      '\n',
      '\n\n',
      '---\n',
      '# ',
      '## Result\n',
      'Situation: ',
      'Tags: a,b\n',
      '| a | b |\n',
      '"',
      ',',
      ';',
      'title,text\n',
      '{"work":[{"highlights":["',
      '"]}]}',
      '{"format":"drillbook-stories","version":1,"stories":[',
      '```',
      'I asked.',
    ),
  );
  const text = fc.oneof(
    fc.array(piece, { maxLength: 14 }).map((all) => all.join('')),
    fc.json(),
    fc.json().map((json) => `{"work":${json},"projects":[]}`),
    fc.json().map((json) => `{"format":"drillbook-stories","version":1,"stories":[${json}]}`),
  );
  fc.assert(
    fc.property(text, fc.constantFrom(...importFormats), (given, format) => {
      const read = importStories(given, format);
      if (!read.ok) {
        expect(read.fault.message).not.toBe('');
        return;
      }
      for (const { draft, line } of read.drafts) {
        expect(line).toBeGreaterThan(0);
        expect(readStory(makeStory(draft, 'x', '2026-11-26T10:00:00.000Z'))).not.toBeNull();
      }
    }),
    countRuns(2_000),
  );
});

it('Takes time by the length of the file alone', () => {
  for (const piece of ['# ', ' ', '#', '"', 'a:', '!', '| ', '- ', '\n', '*', 'a,', '{', '[']) {
    for (const format of importFormats) importStories(`# ${piece.repeat(200_000)}`, format);
  }
}, 60_000);
