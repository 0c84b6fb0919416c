import type { Action } from '../../state/actions.svelte.ts';
import type { RoomPane, Room } from '../../state/room.svelte.ts';
import { speeds } from '../../../content/engine/drill/attempt-terms.ts';
import { writeCost } from '../../state/room-words.ts';
import { handOver, listInterrupts, parkInterrupt } from './interrupts.ts';

/** What the screen does for an action: moving the focus and opening dialogs. */
export interface RoomMoves {
  readonly goTo: (pane: RoomPane) => void;
  readonly focusField: (selector: string, pane: RoomPane) => void;
  readonly takeInterrupt: (item: string) => void;
  readonly confirmOrDecide: () => void;
  readonly findInPane: () => void;
  readonly openEnd: () => void;
  readonly startGuide: () => void;
  readonly openDebrief: () => void;
}

/** Everything that can be done in the room, for the palette and for its keys. */
export function listRoomActions(room: Room, moves: RoomMoves): readonly Action[] {
  const { attempt } = room;
  const action = (
    id: string,
    title: string,
    run: () => void,
    more: Pick<Action, 'keys' | 'also' | 'detail'> = {},
  ): Action => ({ id: `room/${id}`, title, group: 'Here', run, ...more });
  const panes = [
    action('feed', 'Go to the feed', () => moves.goTo('feed'), { keys: 'f', also: ['messages'] }),
    action('evidence', 'Go to the evidence', () => moves.goTo('bench'), {
      keys: 'e',
      also: ['bench', 'tabs'],
    }),
    action('notebook', 'Go to the notebook', () => moves.goTo('notebook'), { keys: 'n' }),
    action('dock', 'Go to the decision', () => moves.goTo('dock'), {
      keys: 'd',
      also: ['options'],
    }),
    action('find', 'Find in this pane', moves.findInPane, { keys: '$mod+f', also: ['filter'] }),
    action(
      'split',
      room.bench.split ? 'Show one tab of the bench' : 'Show two tabs side by side',
      () => room.bench.toggleSplit(),
      { keys: 'Alt+s', also: ['split', 'beside', 'compare'] },
    ),
    action('say_time', 'Say the time', () => room.voice.sayTime(), {
      keys: 'Alt+c',
      also: ['clock', 'left'],
    }),
    action('guide', 'Start the guided start again', moves.startGuide, { also: ['help', 'tour'] }),
  ];
  if (attempt.ended) {
    return [
      action('debrief', 'Read the debrief', moves.openDebrief, { also: ['result', 'score'] }),
      ...panes,
    ];
  }
  return [
    ...(attempt.noClock
      ? []
      : [
          action(
            'pause',
            attempt.running ? 'Pause the clock' : 'Resume the clock',
            () => attempt.togglePause(),
            { keys: 'Space', also: ['stop', 'go on'] },
          ),
        ]),
    action('commit', 'Decide, or send the update', moves.confirmOrDecide, {
      keys: '$mod+Shift+Enter',
    }),
    ...panes,
    action('undo', 'Undo', () => room.undo(), {
      detail: room.history.undoTitle ?? 'nothing to undo',
    }),
    action('redo', 'Redo', () => room.redo(), {
      detail: room.history.redoTitle ?? 'nothing to do again',
    }),
    ...listFields().map(({ id, title, keys, selector }) =>
      action(id, title, () => moves.focusField(selector, 'notebook'), { keys }),
    ),
    ...listInterruptActions(room, moves, action),
    ...listThings(room, moves, action),
    ...(attempt.noClock ? [] : speeds).map((speed) =>
      action(
        `speed/${String(speed)}`,
        `Run at ${String(speed)}× speed`,
        () => attempt.setSpeed(speed),
        {
          also: ['faster', 'slower'],
        },
      ),
    ),
    action('next', 'Go to the next event', () => attempt.jumpToNext(), {
      keys: 'Alt+j',
      also: ['jump', 'skip'],
    }),
    action('end', 'End drill', moves.openEnd, { also: ['finish', 'debrief', 'stop'] }),
  ];
}

function listFields() {
  return [
    { id: 'timeline', title: 'Add a timeline entry', keys: 'Alt+t', selector: '#field-timeline' },
    { id: 'hypothesis', title: 'Add a hypothesis', keys: 'Alt+h', selector: '#field-hypothesis' },
    { id: 'indicator', title: 'Add an indicator', keys: 'Alt+i', selector: '#field-indicator' },
    { id: 'notes', title: 'Write a note', keys: 'Alt+n', selector: '#field-notes' },
  ] as const;
}

type Make = (
  id: string,
  title: string,
  run: () => void,
  more?: Pick<Action, 'keys' | 'also' | 'detail'>,
) => Action;

function listInterruptActions(room: Room, moves: RoomMoves, make: Make): Action[] {
  const [first] = listInterrupts(room);
  if (!first) return [];
  const { item } = first;
  const detail = item.subject;
  return [
    make('take', 'Take the interrupt', () => moves.takeInterrupt(item.id), {
      keys: 'Alt+1',
      detail,
    }),
    make('park', 'Park the interrupt', () => parkInterrupt(room, item.id), {
      keys: 'Alt+2',
      detail,
    }),
    ...(item.hand_to === undefined
      ? []
      : [
          make('hand', 'Hand the interrupt over', () => handOver(room, item), {
            keys: 'Alt+3',
            detail,
          }),
        ]),
  ];
}

/** Evidence, tools, updates, hints and open decisions by their names. */
function listThings(room: Room, moves: RoomMoves, make: Make): Action[] {
  const { choices, prepared, state } = room.attempt;
  return [
    ...choices.decisions.map(({ decision }) =>
      make(
        `decision/${decision}`,
        `Decide: ${prepared.byId.decisions.get(decision)?.title ?? ''}`,
        () => {
          room.dock.show(decision);
          moves.goTo('dock');
        },
      ),
    ),
    ...choices.updates.map(({ update }) =>
      make(`update/${update}`, `Write: ${prepared.byId.updates.get(update)?.title ?? ''}`, () => {
        room.bench.showUpdate(update);
        moves.goTo('bench');
      }),
    ),
    ...choices.evidence.map(({ id, title, minutes }) =>
      make(`evidence/${id}`, `Open ${title}`, () => room.openEvidence(id), {
        detail: state.evidence.get(id) === null ? writeCost(minutes) : 'opened',
      }),
    ),
    make('tools', 'Find a tool', () => {
      room.bench.show('tools');
      moves.focusField('[data-tab=tools] [data-find]', 'bench');
    }),
    make('brief', 'Read the brief again', () => {
      room.bench.show('brief');
      moves.goTo('bench');
    }),
    ...choices.hints.map(({ hint, tier, cost }) =>
      make(
        `hint/${hint.id}`,
        `Take hint: ${hint.title}`,
        () => {
          room.perform({ kind: 'hint_taken', data: { hint: hint.id, tier } });
        },
        { detail: `costs ${String(cost)} points` },
      ),
    ),
  ];
}
