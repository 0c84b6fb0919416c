import type { DecisionReview } from '../../../content/engine/score/debrief.ts';
import type { Action } from '../../state/actions.svelte.ts';

/** What the debrief does for an action. */
export interface DebriefMoves {
  readonly replay: () => void;
  readonly showRules: () => void;
  readonly saveLog: () => void;
  readonly send: () => void;
  readonly flipTable: () => void;
  readonly rewind: (decision: string) => void;
}

/** Everything that can be done in a debrief, for the palette. */
export function listDebriefActions(
  decisions: readonly DecisionReview[],
  asTable: boolean,
  moves: DebriefMoves,
): readonly Action[] {
  const action = (
    id: string,
    title: string,
    run: () => void,
    also?: readonly string[],
  ): Action => ({
    id: `debrief-${id}`,
    title,
    group: 'Here',
    run,
    ...(also ? { also } : {}),
  });
  return [
    action('replay', 'Play this drill again', moves.replay),
    action('rules', 'Read the rules of this score', moves.showRules),
    action('export', 'Save the log of this attempt', moves.saveLog, ['export', 'jsonl']),
    action('send', 'Send this attempt to a mentor', moves.send, ['packet', 'review', 'export']),
    action(
      'table',
      asTable ? 'Show the timeline as lanes' : 'Show the timeline as a table',
      moves.flipTable,
    ),
    ...decisions
      .filter(({ chosen }) => chosen !== null)
      .map(({ decision: { id, title } }) =>
        action(`rewind/${id}`, `Take another way at “${title}”`, () => moves.rewind(id), [
          'rewind',
          'what if',
          'go back',
        ]),
      ),
  ];
}
