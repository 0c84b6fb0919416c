import type { Evidence, Readiness } from '../../../../content/engine/story/readiness.ts';
import type { Block } from '../../debrief/document/block.ts';
import { writeLast, writePractised, writeScored } from './evidence-words.ts';

export const evidenceOnly =
  'What was practised here, when, and how it scored. It says nothing about what will happen: no score is a prediction, and what you can do may be more than what you practised here.';

/** The page of evidence to print or to keep. */
export function writeReadinessDocument(
  { principles, competencies }: Readiness,
  { now, day }: { readonly now: Date; readonly day: string | null },
): readonly Block[] {
  const table = (caption: string, list: readonly Evidence[], withStories: boolean): Block => ({
    kind: 'table',
    caption,
    head: [
      'What',
      ...(withStories ? ['Stories'] : []),
      'Practised',
      'Last',
      'Lowest dimension, 1 to 5',
    ],
    rows: list.map((one) => [
      one.name,
      ...(withStories ? [String(one.stories ?? 0)] : []),
      writePractised(one),
      writeLast(one, now),
      writeScored(one),
    ]),
  });
  return [
    { kind: 'heading', level: 1, text: 'Evidence of practice' },
    { kind: 'paragraph', text: evidenceOnly },
    ...(day === null ? [] : [{ kind: 'paragraph' as const, text: `Interview: ${day}.` }]),
    table('Principles', principles, true),
    ...(competencies.length === 0 ? [] : [table('Technical competencies', competencies, false)]),
    {
      kind: 'paragraph',
      text: 'Figures by Drillbook’s practice rubric, step 1 of 4: the rules match the team’s own cases, no more. Not affiliated with any employer.',
    },
  ];
}
