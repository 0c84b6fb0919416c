import { confidences, type Confidence } from '../../engine/drill/attempt-terms.ts';
import { orderOptions } from '../../engine/drill/option-order.ts';
import { readToolArguments } from '../../engine/drill/tool-arguments.ts';
import type { Decision, DecisionOption } from '../../engine/format/drill-schema.ts';
import { wrapText } from '../wrap-text.ts';
import { perform, refuse, withCitations, withNamed, type PlayCommand } from './play-command.ts';
import type { PlaySession } from './play-session.ts';
import type { Words } from './read-words.ts';
import { letterOf, showDecision, showHints, showTools, showUpdate } from './show-state.ts';
import { useTool } from './use-tool.ts';

export const decisionCommands: readonly PlayCommand[] = [
  {
    name: 'decide',
    form: 'decide [DECISION [OPTION CONFIDENCE --cite … --because …]]',
    about: 'see what is to decide, or decide it',
    run(session, { words: [typed, ...choice], cite, because }) {
      if (typed === undefined) return showOpenDecisions(session);
      return withNamed(session, 'decisions', typed, (id) => {
        const decision = session.prepared.byId.decisions.get(id);
        return decision ? decide(session, decision, { choice, cite, because }) : '';
      });
    },
  },
  {
    name: 'defer',
    form: 'defer DECISION [WHY]',
    about: 'note that you put it off',
    run: (session, { words: [typed = '', ...note] }) =>
      withNamed(session, 'decisions', typed, (decision) =>
        perform(session, { kind: 'deferred', data: { decision, note: note.join(' ') } }, 'Noted.'),
      ),
  },
  {
    name: 'tools',
    form: 'tools [WORDS]',
    about: 'what can be done, found or asked',
    run: (session, { words }) => showTools(session, words),
  },
  {
    name: 'use',
    form: 'use TOOL [NAME=VALUE …]',
    about: 'use a tool; also --NAME VALUE, and a listed value by one of its words or its number',
    run: (session, { words: [typed = ''], typed: [, ...given] }) =>
      withNamed(session, 'tools', typed, (id) => {
        const tool = session.prepared.byId.tools.get(id);
        if (!tool) return '';
        const read = readToolArguments(tool, given);
        if (read.ok) return useTool(session, id, read.args);
        return refuse(`${read.message} How it is used: man ${session.numbers.find('tools', id)}.`);
      }),
  },
  {
    name: 'updates',
    form: 'updates',
    about: 'updates that are asked for, and those that were sent',
    run: (session) => {
      const shown = [...session.state.updates.keys()].flatMap((id) => {
        const update = session.prepared.byId.updates.get(id);
        return update ? [showUpdate(session, update)] : [];
      });
      return shown.length === 0 ? 'No update is asked for.' : shown.join('\n\n');
    },
  },
  {
    name: 'send',
    form: 'send UPDATE TEXT [--cite …]',
    about: 'send an update in one line',
    run: (session, { words: [typed = '', ...text], cite }) =>
      withNamed(session, 'updates', typed, (update) =>
        withCitations(session, cite, (citations) =>
          perform(
            session,
            { kind: 'update_sent', data: { update, text: text.join(' '), citations } },
            'Sent.',
          ),
        ),
      ),
  },
  {
    name: 'write',
    form: 'write UPDATE',
    about: 'write an update over several lines',
    run: (session, { words }) =>
      withNamed(session, 'updates', words.join(' '), (update) => {
        const asked = session.choices.updates.some((open) => open.update === update);
        if (!asked) return refuse('This update has been sent.');
        session.draft = { update, lines: [] };
        return 'Write; a line with a single full stop sends it, a line with a single hyphen drops it.';
      }),
  },
  {
    name: 'hints',
    form: 'hints',
    about: 'hints with their price',
    run: (session) => showHints(session),
  },
  {
    name: 'hint',
    form: 'hint HINT',
    about: 'take the next tier of a hint, at the price shown',
    run: (session, { words }) =>
      withNamed(session, 'hints', words.join(' '), (id) => {
        const offered = session.choices.hints.find(({ hint }) => hint.id === id);
        if (!offered) return '';
        const { hint, tier } = offered;
        return perform(session, { kind: 'hint_taken', data: { hint: id, tier } }, () =>
          wrapText(hint.tiers[tier - 1]?.text ?? '', session.columns),
        );
      }),
  },
];

function decide(
  session: PlaySession,
  decision: Decision,
  {
    choice: [typed, sure],
    cite,
    because,
  }: { readonly choice: readonly string[] } & Pick<Words, 'cite' | 'because'>,
): string {
  if (typed === undefined) return showDecision(session, decision);
  const confidence = readConfidence(sure);
  if (sure !== undefined && confidence === null) {
    return refuse(`How sure you are is one of ${confidences.join(' ')}.`);
  }
  const option = findOption(session, decision, typed);
  if (!option) {
    const number = session.numbers.find('decisions', decision.id);
    return refuse(`It has no option "${typed}". Its options: decide ${number}`);
  }
  return withCitations(session, cite, (citations) => {
    const reason = because.slice(0, 2_000);
    const data = { decision: decision.id, option: option.id, confidence, citations, reason };
    return perform(session, { kind: 'decided', data }, `Decided: "${option.text}"`);
  });
}

/** Takes one line of an update that is being written. */
export function continueDraft(session: PlaySession, line: string): string {
  const { draft } = session;
  if (!draft) return '';
  if (line.trim() === '-') {
    session.draft = null;
    return 'Dropped; nothing was sent.';
  }
  if (line.trim() !== '.') {
    session.draft = { ...draft, lines: [...draft.lines, line] };
    return '';
  }
  session.draft = null;
  const data = { update: draft.update, text: draft.lines.join('\n'), citations: [] };
  return perform(session, { kind: 'update_sent', data }, 'Sent.');
}

function showOpenDecisions(session: PlaySession): string {
  const shown = session.choices.decisions.flatMap(({ decision }) => {
    const found = session.prepared.byId.decisions.get(decision);
    return found ? [showDecision(session, found)] : [];
  });
  return shown.length === 0 ? 'There is nothing to decide now.' : shown.join('\n\n');
}

/** An option by the letter it is shown with, or by its id; the log holds the id. */
function findOption(
  { header }: PlaySession,
  decision: Decision,
  given: string,
): DecisionOption | undefined {
  const shown = orderOptions(header, decision);
  return (
    shown.find((_, index) => letterOf(index) === given.toLowerCase()) ??
    shown.find(({ id }) => id === given)
  );
}

function readConfidence(text: string | undefined): Confidence | null {
  const value = Number((text ?? '').replace(/%$/, ''));
  return confidences.find((known) => known === value) ?? null;
}
