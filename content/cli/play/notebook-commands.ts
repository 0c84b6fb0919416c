import { readEntryTime, writeEntryTime } from '../../engine/drill/entry-time.ts';
import { indicatorTypes, type IndicatorType } from '../../engine/drill/attempt-terms.ts';
import { perform, refuse, withCitations, type PlayCommand } from './play-command.ts';
import type { PlaySession } from './play-session.ts';
import type { Words } from './read-words.ts';
import { showNotebook } from './show-state.ts';

export const notebookCommands: readonly PlayCommand[] = [
  {
    name: 'notebook',
    form: 'notebook',
    about: 'what you have written and pinned',
    run: (session) => showNotebook(session),
  },
  {
    name: 'note',
    form: 'note TEXT',
    about: 'add a line to your notes',
    run(session, { words }) {
      const { notes } = session.state;
      const text = `${notes}${notes === '' ? '' : '\n'}${words.join(' ')}`;
      return perform(session, { kind: 'notes_changed', data: { text } }, 'Noted.');
    },
  },
  {
    name: 'timeline',
    form: 'timeline add TIME TEXT [--cite …] | change ID TIME TEXT [--cite …] | remove ID',
    about: 'your timeline; TIME is hh:mm:ss UTC, 2026-04-13T21:10 on another day, or - for none',
    run: writeTimeline,
  },
  {
    name: 'hypothesis',
    form: 'hypothesis add PERCENT TEXT | change ID PERCENT [TEXT] | remove ID',
    about: 'what you think, and how sure you are',
    run: writeHypothesis,
  },
  {
    name: 'indicator',
    form: 'indicator add TYPE VALUE [NOTE] [--cite …] | change ID TYPE VALUE [NOTE] | remove ID',
    about: `indicators; TYPE is ${indicatorTypes.join(', ')}`,
    run: writeIndicator,
  },
];

function writeTimeline(session: PlaySession, { words: [verb, ...rest], cite }: Words): string {
  if (verb === 'remove') {
    const [id = ''] = rest;
    return perform(session, { kind: 'timeline_removed', data: { id } }, 'Removed.');
  }
  if (verb !== 'add' && verb !== 'change') return showNotebook(session);
  const id = verb === 'add' ? session.nextId('t') : (rest[0] ?? '');
  const [time = '', ...text] = verb === 'add' ? rest : rest.slice(1);
  const at = readTime(session, time);
  if (at === undefined) {
    return refuse(
      `"${time}" is no time: write hh:mm:ss (UTC), 2026-04-13T21:10 on another day, or - for none.`,
    );
  }
  return withCitations(session, cite, (citations) => {
    const data = { id, at, text: text.join(' ').slice(0, 2_000), citations };
    return verb === 'add'
      ? perform(
          session,
          { kind: 'timeline_added', data },
          `On your timeline as ${id}${at === null ? '' : `, at ${writeEntryTime(at, session.prepared.drill.starts_at)}`}.`,
        )
      : perform(session, { kind: 'timeline_changed', data }, 'Changed.');
  });
}

function writeHypothesis(session: PlaySession, { words: [verb, ...rest] }: Words): string {
  if (verb === 'remove') {
    const [id = ''] = rest;
    return perform(session, { kind: 'hypothesis_removed', data: { id } }, 'Removed.');
  }
  if (verb !== 'add' && verb !== 'change') return showNotebook(session);
  const id = verb === 'add' ? session.nextId('h') : (rest[0] ?? '');
  const [percent = '', ...words] = verb === 'add' ? rest : rest.slice(1);
  const confidence = Number(percent.replace(/%$/, '') || Number.NaN);
  if (!Number.isInteger(confidence) || confidence < 0 || confidence > 100) {
    return refuse('Say how sure you are, 0 to 100: hypothesis add PERCENT TEXT');
  }
  const text = words.join(' ').slice(0, 2_000) || (session.state.hypotheses.get(id)?.text ?? '');
  const data = { id, text, confidence };
  return verb === 'add'
    ? perform(session, { kind: 'hypothesis_added', data }, `Written as ${id}.`)
    : perform(session, { kind: 'hypothesis_changed', data }, 'Changed.');
}

function writeIndicator(session: PlaySession, { words: [verb, ...rest], cite }: Words): string {
  if (verb === 'remove') {
    const [id = ''] = rest;
    return perform(session, { kind: 'indicator_removed', data: { id } }, 'Removed.');
  }
  if (verb !== 'add' && verb !== 'change') return showNotebook(session);
  const id = verb === 'add' ? session.nextId('i') : (rest[0] ?? '');
  const [name = '', value = '', ...note] = verb === 'add' ? rest : rest.slice(1);
  const type: IndicatorType | undefined = indicatorTypes.find((known) => known === name);
  if (!type) return refuse(`TYPE is one of ${indicatorTypes.join(', ')}.`);
  if (value === '') return refuse('Say what it is: indicator add TYPE VALUE');
  return withCitations(session, cite, (citations) => {
    const written = { value: value.slice(0, 500), note: note.join(' ').slice(0, 2_000) };
    const data = { id, type, ...written, citations };
    return verb === 'add'
      ? perform(session, { kind: 'indicator_added', data }, `Written as ${id}.`)
      : perform(session, { kind: 'indicator_changed', data }, 'Changed.');
  });
}

/** A time of the day the drill plays on, a whole instant, or `-`; undefined for anything else. */
function readTime({ prepared }: PlaySession, text: string): string | null | undefined {
  return text === '-' ? null : (readEntryTime(text, prepared.drill) ?? undefined);
}
