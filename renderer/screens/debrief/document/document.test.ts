import { describe, expect, it } from 'vitest';
import { prepareDrill } from '../../../../content/engine/drill/prepared-drill.ts';
import { replay } from '../../../../content/engine/drill/step.ts';
import { tellOtherScorer } from '../../../../content/engine/score/other-scorer.ts';
import { writeDebrief } from '../../../../content/engine/score/debrief.ts';
import { aDrill, someEvidence } from '../../../../content/engine/testing/a-drill.ts';
import { aHeader, aLog } from '../../../../content/engine/testing/a-log.ts';
import type { Block } from './block.ts';
import { writeDebriefDocument, type DocumentSubject } from './debrief-document.ts';
import { escapeHtml, writeHtml } from './write-html.ts';
import { escapeMarkdown, writeMarkdown } from './write-markdown.ts';

const hostile = '</blockquote><script>alert(1)</script><img src=x onerror=alert(1)>';
const prepared = prepareDrill(aDrill({ title: `A key & a <b>title</b> 'quoted'` }), someEvidence);
const events = aLog(
  [10, 'evidence_opened', { evidence: 'trail' }],
  [
    100,
    'decided',
    { decision: 'key', option: 'later', confidence: 90, citations: [], reason: hostile },
  ],
  [200, 'update_sent', { update: 't15', text: `${hostile} No data was accessed.`, citations: [] }],
  [
    210,
    'timeline_added',
    { id: 't', at: null, text: '# not a heading | nor a cell', citations: [] },
  ],
  [900, 'ended', {}],
);
const { state } = replay(prepared, events);
const subject: DocumentSubject = {
  prepared,
  header: aHeader(),
  branch: 'main',
  state,
  events,
  debrief: writeDebrief(prepared, state),
  secondScore: null,
  calibration: [],
  comments: [
    {
      id: 'c1',
      on: { kind: 'decision', attempt: 'a1', branch: 'main', decision: 'key' },
      sentence: null,
      text: 'Why so late?',
      by: 'Ada, 2 November. Not signed.',
    },
    {
      id: 'c2',
      on: {
        kind: 'update_sentence',
        attempt: 'a1',
        branch: 'main',
        update: 't15',
        index: 1,
        sentence: 'No data was accessed.',
      },
      sentence: 'No data was accessed.',
      text: 'How do you know?',
      by: 'Ada, 2 November. Not signed.',
    },
  ],
  more: [{ kind: 'heading', level: 2, text: 'Improvement plan' }],
};
const blocks = writeDebriefDocument(subject);
const html = writeHtml('A <title>', blocks, () => null);
const markdown = writeMarkdown(blocks);

describe('a debrief as a document', () => {
  it('says above the points where they are a second score', () => {
    const second = tellOtherScorer(aHeader({ scorer: 'points-99' }));
    expect(second).toContain('scored by points-99');
    const written = writeMarkdown(writeDebriefDocument({ ...subject, secondScore: second }));
    expect(written).toContain('second score, by points-1');
    expect(written.indexOf('second score')).toBeLessThan(written.indexOf('###'));
    expect(markdown).not.toContain('second score');
  });

  it('tells every rule with its points, its reason and its step', () => {
    const points = writeDebrief(prepared, state).score.parts.flatMap((part) => part.points);
    expect(points.length).toBeGreaterThan(5);
    for (const { rule, title } of points) {
      expect(html).toContain(escapeHtml(rule));
      expect(html).toContain(escapeHtml(title));
    }
    expect(html).toContain('Rated 3 between 1 and 7');
    expect(html).toContain('Being 90 % sure of it cost');
    expect(html).toContain('T+00:01:40. You decided');
    expect(html).toContain('First attempt: its score stands.');
    expect(html).toContain('no overall mark');
    expect(html).toContain('Improvement plan');
  });

  it('holds what a mentor wrote, beside what it is about', () => {
    const at = (text: string): number => html.indexOf(text);
    expect(at('Why so late?')).toBeGreaterThan(at('2. What do you do with the key?'));
    expect(at('Why so late?')).toBeLessThan(at('How do you know?'));
    expect(html).toContain('<blockquote>No data was accessed.</blockquote>');
  });

  it('says of another road that it is one', () => {
    const other = writeDebriefDocument({
      prepared,
      header: aHeader(),
      branch: 'what-if-1',
      state,
      events,
      debrief: writeDebrief(prepared, state),
      secondScore: null,
      calibration: [],
      comments: [],
      more: [],
    });
    expect(writeMarkdown(other)).toContain('the score of the first attempt stands');
  });
});

describe('HTML', () => {
  it('holds no element that somebody wrote, no script, and nothing that is fetched', () => {
    expect(html).not.toMatch(/<script|<img|<b>|<[^>]*\son\w+=|<link|url\(|https?:/i);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).toContain("default-src 'none'");
    expect(html.match(/<blockquote>/g)?.length).toBe(html.match(/<\/blockquote>/g)?.length);
  });

  it('marks control characters and keeps line breaks', () => {
    expect(escapeHtml('a\u0000b\u001b[31m\n"\'')).toBe('a\ufffdb\ufffd[31m\n&quot;&#39;');
  });

  it('takes what the page laid out of the author’s text', () => {
    const one: Block[] = [{ kind: 'markdown', text: '**so**' }];
    expect(writeHtml('t', one, () => '<p><strong>so</strong></p>')).toContain(
      '<strong>so</strong>',
    );
    expect(html).toContain('<pre>What was true.</pre>');
  });
});

describe('Markdown', () => {
  it('lets nothing that somebody wrote become markup', () => {
    expect(markdown).toContain('\\# not a heading \\| nor a cell');
    expect(markdown).toContain('# Debrief: A key \\& a \\<b\\>title\\</b\\>');
    // Only inside a fence, letter by letter.
    const outside = markdown.replace(/```text\n[\s\S]*?\n```/g, '');
    expect(outside).not.toMatch(/(?<!\\)<script/);
    expect(markdown).toContain('```text\n</blockquote><script>');
  });

  it('fences with more backticks than the text has', () => {
    expect(writeMarkdown([{ kind: 'quote', text: 'x ``` y' }])).toBe('````text\nx ``` y\n````\n');
  });

  it('escapes what stands at the beginning of a line only there', () => {
    expect(escapeMarkdown('1. one')).toBe('1\\. one');
    expect(escapeMarkdown('- a - b')).toBe('\\- a - b');
    expect(escapeMarkdown('two\nlines')).toBe('two lines');
  });

  it('keeps two lists apart, which Markdown would take for one', () => {
    expect(markdown).not.toMatch(/^- .*\n\n- /m);
  });

  it('writes tables with as many cells in each row', () => {
    const rows = markdown.split('\n').filter((line) => line.startsWith('| Points'));
    expect(rows.length).toBeGreaterThan(2);
    for (const line of markdown.split('\n').filter((one) => one.startsWith('| '))) {
      expect(line.endsWith(' |')).toBe(true);
    }
  });
});
