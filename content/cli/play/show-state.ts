import { findMood, findMoodOver } from '../../engine/drill/mood.ts';
import { orderOptions } from '../../engine/drill/option-order.ts';
import { listValues } from '../../engine/drill/tool-arguments.ts';
import { findTools } from '../../engine/drill/find-tools.ts';
import { mayReply } from '../../engine/drill/open-replies.ts';
import { mayWriteTo } from '../../engine/drill/own-words.ts';
import type { Delivery } from '../../engine/drill/state.ts';
import { wordQuestion, wordReply } from '../../engine/drill/words-of-the-moment.ts';
import type { Decision, FeedItem, Tool, Update } from '../../engine/format/drill-schema.ts';
import { severityNames } from '../../engine/format/drill-terms.ts';
import { formatScenarioTime } from '../../engine/format/scenario-time.ts';
import { bold, cyan, dim, yellow } from '../terminal.ts';
import { alignCells, wrapText } from '../wrap-text.ts';
import { writeNamed } from './named-things.ts';
import type { PlaySession } from './play-session.ts';

/** A length of time as a person says it: `2 min`, `1 min 30 s`. */
export function writeLength(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  if (rest === 0) return `${minutes} min`;
  return minutes === 0 ? `${rest} s` : `${minutes} min ${rest} s`;
}

/** The scenario's clock: `T+00:12:30, 09:24:30 UTC`. */
export function writeClock({ prepared }: PlaySession, at_s: number): string {
  const instant = new Date(Date.parse(prepared.drill.starts_at) + at_s * 1000).toISOString();
  return `${formatScenarioTime(at_s)}, ${instant.slice(11, 19)} UTC`;
}

export function showStatus(session: PlaySession): string {
  const { state, choices, prepared } = session;
  const provisional = state.severity.provisional ? ' (provisional)' : '';
  const list = (name: string, things: readonly string[]): string[] =>
    things.length === 0 ? [] : [`${name}:`, ...things.map((thing) => `  ${thing}`)];
  const until = (time_s: number | null, word: string): string =>
    time_s === null ? '' : dim(` (${word} ${formatScenarioTime(time_s)})`);
  return [
    bold(writeClock(session, state.at_s)),
    `severity ${severityNames[state.severity.level]}${provisional}, ends at ${formatScenarioTime(prepared.drill.ends_at)}`,
    ...list(
      'wait for an answer',
      choices.awaiting.map(
        ({ item, due_s }) =>
          writeNamed(session, 'feed', item) +
          until(due_s, due_s !== null && due_s < state.at_s ? 'late since' : 'until'),
      ),
    ),
    ...list(
      'to decide',
      choices.decisions.map(
        ({ decision, closes_s }) =>
          writeNamed(session, 'decisions', decision) + until(closes_s, 'until'),
      ),
    ),
    ...list(
      'updates asked for',
      choices.updates.map(
        ({ update }) =>
          writeNamed(session, 'updates', update) +
          until(prepared.byId.updates.get(update)?.due ?? 0, 'due'),
      ),
    ),
    ...list(
      'not yet read',
      [...state.feed.values()]
        .filter(({ seen }) => !seen)
        .map(({ item }) => writeNamed(session, 'feed', item)),
    ),
  ].join('\n');
}

/** @param whole whoever took the shift over is shown too what the shift before began with */
export function showBrief(session: PlaySession, whole = false): string {
  const { prepared, state, columns } = session;
  const { drill } = prepared;
  const secrets = drill.roles.filter(({ id, private: text }) => id === state.seat && text);
  const seat = drill.roles.find(({ id }) => id === state.seat);
  return [
    bold(drill.title),
    ...(prepared.roles.size > 1 ? [`It is the turn of: ${seat?.name ?? state.seat}.`] : []),
    ...showNote(session),
    // The drill's role is that of the first shift.
    ...(state.shift
      ? []
      : [`You are: ${drill.role}. Level ${drill.level}, about ${drill.minutes} minutes.`, '']),
    state.shift && !whole
      ? 'What the shift before you began with: brief first'
      : wrapText(drill.brief, columns),
    ...secrets.flatMap(({ name, private: text }) => [
      '',
      bold(`For ${name} alone`),
      wrapText(text ?? '', columns),
    ]),
  ].join('\n');
}

/** The note that a shift was taken over with; nothing before that. */
function showNote({ prepared, state, columns }: PlaySession): readonly string[] {
  const { handover } = prepared.drill;
  const note = handover ? state.updates.get(handover.update)?.sent : null;
  if (!handover || !state.shift || !note) return [];
  return [
    ...(handover.about === undefined ? [] : [wrapText(handover.about, columns), '']),
    bold('The note you were left'),
    wrapText(note.text, columns, '  | '),
    '',
  ];
}

export function showPeople({ prepared, state }: PlaySession): string {
  return alignCells(
    prepared.drill.people.map(({ id, name, role, about }) => {
      const mood = findMood(prepared, state, id);
      const known = [...(about === undefined ? [] : [about]), ...(mood === null ? [] : [mood])];
      return [name, role, known.join(' ')];
    }),
  ).join('\n');
}

function findPerson({ prepared }: PlaySession, id: string): string {
  const person = prepared.drill.people.find((candidate) => candidate.id === id);
  return person ? `${person.name}, ${person.role}` : '';
}

/** A person's name; a message is handed to one, for instance. */
export function findName({ prepared }: PlaySession, id: string): string {
  return prepared.drill.people.find((person) => person.id === id)?.name ?? '';
}

export function showFeed(session: PlaySession): string {
  const lines = [...session.state.feed.values()].flatMap((delivery) => {
    const item = session.prepared.byId.feed.get(delivery.item);
    return item ? [showHeadline(session, item, delivery)] : [];
  });
  return lines.length === 0 ? 'Nothing has arrived yet.' : lines.join('\n');
}

/** One line for something that arrived. */
export function showHeadline(session: PlaySession, item: FeedItem, delivery: Delivery): string {
  const marks = [
    ...(delivery.seen ? [] : ['new']),
    ...(delivery.answer ? [delivery.answer.kind.replace('_', ' ')] : []),
    ...(delivery.missed && !delivery.answer ? ['too late'] : []),
    ...(!delivery.answer && delivery.due_s !== null && !delivery.missed
      ? [`wants an answer until ${formatScenarioTime(delivery.due_s)}`]
      : []),
  ];
  const from = findPerson(session, item.from);
  const mark = marks.length === 0 ? '' : ` ${yellow(`[${marks.join(', ')}]`)}`;
  return `${formatScenarioTime(delivery.arrived_s)} ${item.kind} ${cyan(String(session.numbers.find('feed', item.id)))}: ${item.subject} — ${from}${mark}`;
}

export function showItem(session: PlaySession, item: FeedItem): string {
  const number = session.numbers.find('feed', item.id);
  const answered = session.state.feed.get(item.id)?.answer;
  const answers = [
    ...(item.expects && !answered ? [`ack ${number}`] : []),
    ...(mayWriteTo(item) ? [`say ${number} TEXT`] : []),
    ...(item.interrupt && !answered ? [`park ${number} MINUTES`] : []),
    ...(item.hand_to !== undefined && !answered
      ? [`hand ${number} (to ${findName(session, item.hand_to)})`]
      : []),
  ];
  const replies = showOpenReplies(session, item);
  const mood = findMoodOver(session.prepared, session.state, item);
  const said = session.state.said.filter((one) => one.item === item.id);
  return [
    bold(item.subject),
    dim(
      `${item.kind}${item.channel ? `, ${item.channel}` : ''}, from ${findPerson(session, item.from)}`,
    ),
    ...(mood === null ? [] : [dim(mood)]),
    '',
    wrapText(item.body, session.columns),
    ...said.flatMap(({ text, at_s }) => [
      '',
      wrapText(`you, ${formatScenarioTime(at_s)}: ${text}`, session.columns),
    ]),
    ...(item.evidence !== undefined && session.state.evidence.has(item.evidence)
      ? ['', `leads to evidence: ${writeNamed(session, 'evidence', item.evidence)}`]
      : []),
    ...(replies.length === 0 ? [] : ['', ...replies]),
    ...(answers.length === 0 ? [] : [dim(`you can: ${answers.join(', ')}`)]),
  ].join('\n');
}

/** The prepared answers that can still be given, one a line and numbered; empty where there are none. */
export function showOpenReplies(
  { prepared, state, numbers }: PlaySession,
  { id, replies }: FeedItem,
): readonly string[] {
  const delivery = state.feed.get(id);
  if (!delivery || !mayReply(delivery)) return [];
  return replies.map((reply, index) => {
    const cost = reply.minutes > 0 ? dim(` (${writeLength(reply.minutes)})`) : '';
    const command = `reply ${numbers.find('feed', id)} ${cyan(String(index + 1))}`;
    return `  ${command}: ${wordReply(prepared, state, reply)}${cost}`;
  });
}

export function showEvidenceList({ state, prepared, numbers }: PlaySession): string {
  const lines = [...state.evidence].flatMap(([id, opened_s]) => {
    const item = prepared.byId.evidence.get(id);
    if (!item) return [];
    const cost = item.minutes === 0 ? '' : `costs ${writeLength(item.minutes)}`;
    const number = String(numbers.find('evidence', id));
    return [[number, item.title, opened_s === null ? cost : 'opened', item.about ?? '']];
  });
  return lines.length === 0 ? 'There is no evidence yet.' : alignCells(lines).join('\n');
}

export function showTools(session: PlaySession, words: readonly string[]): string {
  const { choices, prepared } = session;
  if (choices.tools.length === 0) return 'There is no tool to be had now.';
  if (words.length === 0 && !prepared.levers.structure_check) {
    return 'This is played without help: say what you are looking for, as in: tools deactivate';
  }
  const found = findTools(choices.tools, words);
  if (found.length === 0) return 'No tool is found by these words. Try another word for it.';
  return found.map((tool) => showTool(session, tool)).join('\n');
}

/** A tool with its number, its price and what it asks for. */
export function showTool({ numbers }: PlaySession, tool: Tool): string {
  const args = tool.args.map(({ id, label, values }) =>
    values ? `    ${id}=… ${label}: ${listValues(values)}` : `    ${id}=… ${label}`,
  );
  const cost = tool.minutes === 0 ? '' : dim(` (${writeLength(tool.minutes)})`);
  const number = cyan(String(numbers.find('tools', tool.id)));
  return [`${number} ${tool.title}${cost}`, `    ${tool.about}`, ...args].join('\n');
}

export function showDecision(session: PlaySession, decision: Decision): string {
  const { prepared, state, header, columns, numbers } = session;
  const number = numbers.find('decisions', decision.id);
  const open = state.decisions.get(decision.id);
  const until =
    open?.closes_s == null
      ? ''
      : `, until ${formatScenarioTime(open.closes_s)}; then it counts as doing nothing`;
  const asks = [
    ...(decision.asks_confidence ? ['how sure you are (50 60 70 80 90 99)'] : []),
    ...(decision.citations
      ? [`evidence it rests on: at least ${decision.citations.required}, --cite …`]
      : []),
    ...(decision.asks_reason ? ['--because … in a sentence'] : []),
  ];
  return [
    bold(decision.title) + dim(` (decision ${number}, ${decision.part}${until})`),
    wrapText(wordQuestion(prepared, state, decision), columns),
    ...orderOptions(header, decision).map((option, index) => {
      const notes = [
        ...(option.minutes > 0 ? [writeLength(option.minutes)] : []),
        ...(option.irreversible ? ['cannot be undone'] : []),
      ];
      const note = notes.length === 0 ? '' : dim(` (${notes.join(', ')})`);
      return `  ${cyan(letterOf(index))}: ${option.text}${note}`;
    }),
    dim(`decide ${number} OPTION${asks.length === 0 ? '' : `, with ${asks.join('; ')}`}`),
  ].join('\n');
}

export function letterOf(index: number): string {
  return String.fromCharCode(97 + index);
}

export function showUpdate(session: PlaySession, update: Update): string {
  const sent = session.state.updates.get(update.id)?.sent;
  const number = session.numbers.find('updates', update.id);
  return [
    bold(update.title) + dim(` (update ${number}, ${update.part})`),
    `to ${update.to.map((id) => findPerson(session, id)).join('; ')} (${update.audience}). ${update.about_reader}`,
    wrapText(update.asked, session.columns),
    ...(sent
      ? ['', dim(`sent at ${formatScenarioTime(sent.at_s)}:`), wrapText(sent.text, session.columns)]
      : [
          dim(
            `due ${formatScenarioTime(update.due)}. Write it: send ${number} TEXT, or write ${number}`,
          ),
        ]),
  ].join('\n');
}

export function showHints({ choices, state, prepared, columns, numbers }: PlaySession): string {
  const taken = [...state.hints].flatMap(([id, tiers]) => {
    const hint = prepared.byId.hints.get(id);
    return tiers.map((_, index) =>
      wrapText(`${hint?.title}: ${hint?.tiers[index]?.text}`, columns),
    );
  });
  const offered = choices.hints.map(({ hint, tier, cost }) => {
    const number = numbers.find('hints', hint.id);
    return `${cyan(String(number))} ${hint.title}: tier ${tier} of 3 costs ${cost} points of ${hint.part}. Take it: hint ${number}`;
  });
  const lines = [...taken, ...offered];
  return lines.length === 0 ? 'There is no hint now.' : lines.join('\n');
}

export function showNotebook({ state }: PlaySession): string {
  const cites = (citations: readonly unknown[]): string =>
    citations.length === 0 ? '' : dim(` [${citations.length} cited]`);
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [bold(title), ...lines];
  const lines = [
    ...section(
      'Timeline',
      [...state.timeline.values()]
        .sort((a, b) => ((a.at ?? '') < (b.at ?? '') ? -1 : 1))
        .map(
          ({ id, at, text, citations }) =>
            `${cyan(id)} ${at ?? 'no time'} ${text}${cites(citations)}`,
        ),
    ),
    ...section(
      'Hypotheses',
      [...state.hypotheses.values()].map(
        ({ id, text, confidence, earlier }) =>
          `${cyan(id)} ${text} (${[...earlier, confidence].map((one) => `${one} %`).join(' → ')})`,
      ),
    ),
    ...section(
      'Indicators',
      [...state.indicators.values()].map(
        ({ id, type, value, note, citations }) =>
          `${cyan(id)} ${type} ${value} ${note}${cites(citations)}`,
      ),
    ),
    ...section(
      'Pins',
      [...state.pins.values()].map(({ pin, label }) => `${cyan(pin)} ${label}`),
    ),
    ...section('Notes', state.notes === '' ? [] : [state.notes]),
  ];
  return lines.length === 0 ? 'The notebook is empty.' : lines.join('\n');
}
