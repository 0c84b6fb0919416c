import { findAnswer, listAnswers } from '../../engine/drill/assistant.ts';
import { bold, dim } from '../terminal.ts';
import { wrapText } from '../wrap-text.ts';
import { perform, refuse, type PlayCommand } from './play-command.ts';
import type { PlaySession } from './play-session.ts';

export const assistantCommands: readonly PlayCommand[] = [
  {
    name: 'ask',
    form: 'ask [QUESTION]',
    about: 'ask the assistant, where a drill has one; it is sometimes wrong',
    run(session, { words }) {
      const { assistant } = session.prepared.drill;
      if (!assistant) return refuse('This drill has no assistant.');
      if (words.length === 0) return showAssistant(session);
      const text = words.join(' ').slice(0, 500);
      const answer = findAnswer(listAnswers(session.prepared, session.state), text);
      return perform(session, { kind: 'asked', data: { text } }, () =>
        wrapText(`${assistant.name}: ${answer?.says ?? assistant.unknown}`, session.columns),
      );
    },
  },
];

function showAssistant({ prepared, state, columns }: PlaySession): string {
  const { assistant } = prepared.drill;
  if (!assistant) return '';
  const offered = prepared.levers.structure_check ? listAnswers(prepared, state) : [];
  return [
    bold(assistant.name),
    wrapText(assistant.about, columns),
    dim('It answers at once and is sometimes wrong. What you act on, look up first.'),
    ...offered.map(({ question }) => `  ask ${question}`),
  ].join('\n');
}
