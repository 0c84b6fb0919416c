import { describe, expect, it } from 'vitest';
import { prepareDrill } from '../../../content/engine/drill/prepared-drill.ts';
import type { Drill } from '../../../content/engine/format/drill-schema.ts';
import { aDrill } from '../../../content/engine/testing/a-drill.ts';
import { readCitedExcerpts } from './cited-excerpt.ts';

describe('the excerpt of a record', () => {
  it('that is one text in its file holds what it has, and no gaps for what others have', () => {
    const event = (id: string, name: string) =>
      `<Event><System><EventRecordID>${id}</EventRecordID></System><EventData><Data Name="${name}">seen ${id}</Data></EventData></Event>`;
    const base = aDrill();
    const [trail] = base.evidence;
    if (!trail) throw new Error('the drill has no evidence');
    const drill: Drill = {
      ...base,
      evidence: [{ ...trail, id: 'events', title: 'Events', format: 'windows-event' }],
      clues: [{ id: 'prompt', evidence: 'events', record: '8', says: 'The prompt.' }],
    };
    const texts = new Map([['events', `${event('7', 'Image')}\n${event('8', 'QueryName')}`]]);
    expect(readCitedExcerpts(prepareDrill(drill, texts), ['prompt'])).toMatchObject([
      { place: 'Events, record 8', text: '8 · seen 8' },
    ]);
  });
});
