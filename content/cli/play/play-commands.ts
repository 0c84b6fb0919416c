import { assistantCommands } from './assistant-commands.ts';
import { decisionCommands } from './decision-commands.ts';
import { evidenceCommands } from './evidence-commands.ts';
import { feedCommands, readMinutes } from './feed-commands.ts';
import { notebookCommands } from './notebook-commands.ts';
import { perform, refuse, type PlayCommand } from './play-command.ts';
import type { PlaySession } from './play-session.ts';
import { readWords } from './read-words.ts';
import { seatCommands, waitsForShift } from './seat-commands.ts';
import { isToolLine, runToolLine, terminalCommands } from './terminal-commands.ts';
import { showBrief, showPeople, showStatus } from './show-state.ts';

const clockCommands: readonly PlayCommand[] = [
  {
    name: 'status',
    also: ['look'],
    form: 'status',
    about: 'the clock, and what waits for you',
    run: (session) => showStatus(session),
  },
  {
    name: 'wait',
    form: 'wait MINUTES',
    about: 'let time pass: 5, 2.5 or mm:ss',
    run(session, { words: [text = ''] }) {
      const wait_s = readMinutes(text);
      if (wait_s === null || wait_s === 0) return refuse('Say how long: wait MINUTES, or mm:ss.');
      return jump(session, session.state.at_s + wait_s);
    },
  },
  {
    name: 'next',
    form: 'next',
    about: 'let time pass until something happens',
    run: (session) => jump(session, session.nextEvent_s),
  },
  {
    name: 'brief',
    form: 'brief [first]',
    about:
      'what you were told at the start; after a hand-over, first: what the shift before was told',
    run: (session, { words }) => showBrief(session, words[0] === 'first'),
  },
  {
    name: 'people',
    form: 'people',
    about: 'who is in it',
    run: (session) => showPeople(session),
  },
  {
    name: 'end',
    form: 'end',
    about: 'end the drill and read the debrief',
    run(session, { words: [now] }) {
      const open = session.choices.decisions.length;
      const later = session.prepared.drill.decisions.length - session.state.decisions.size;
      if (now !== 'now' && open + later > 0) {
        return refuse(
          `${open} decisions are open and would count as doing nothing; ${later} have not been asked and would not count. To end all the same: end now`,
        );
      }
      return perform(session, { kind: 'ended', data: {} });
    },
  },
];

function jump(session: PlaySession, wanted_s: number): string {
  const to_s = Math.min(wanted_s, session.prepared.drill.ends_at);
  return perform(session, { kind: 'jumped', data: { to_s } });
}

const groups: readonly { readonly title: string; readonly commands: readonly PlayCommand[] }[] = [
  { title: 'Time', commands: clockCommands },
  { title: 'Feed', commands: feedCommands },
  { title: 'Evidence', commands: evidenceCommands },
  { title: 'Deciding and doing', commands: [...decisionCommands, ...terminalCommands] },
  { title: 'Assistant', commands: assistantCommands },
  { title: 'Seats', commands: seatCommands },
  { title: 'Notebook', commands: notebookCommands },
];
const commands = groups.flatMap((group) => group.commands);

/** Does what a line says, and says what to show. */
export function runLine(session: PlaySession, line: string): string {
  const { words, typed, ...more } = readWords(line);
  const [name = '', ...rest] = words;
  if (name === '') return '';
  if (name === 'help') return showHelp();
  if (waitsForShift(session, name)) {
    return refuse('The note is sent and the shift is over. Who takes over types: take');
  }
  const command = commands.find((known) => known.name === name || known.also?.includes(name));
  if (!command && isToolLine(session, name)) return runToolLine(session, line);
  if (!command) return refuse(`There is no command "${name}". They are listed by: help`);
  return command.run(session, { words: rest, typed: typed.slice(1), ...more });
}

function showHelp(): string {
  return [
    ...groups.flatMap((group) => [
      group.title,
      ...group.commands.map(({ form, about }) => `  ${form}\n      ${about}`),
    ]),
    'help, quit',
    '  Time passes only by what you do, and by wait and next. Every step is saved; quit and resume at will.',
  ].join('\n');
}
