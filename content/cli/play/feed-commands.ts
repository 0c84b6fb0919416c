import { parseScenarioTime } from '../../engine/format/scenario-time.ts';
import { perform, refuse, type PlayCommand } from './play-command.ts';
import { showFeed, showItem } from './show-state.ts';

export const feedCommands: readonly PlayCommand[] = [
  {
    name: 'feed',
    form: 'feed',
    about: 'what has arrived',
    run: (session) => showFeed(session),
  },
  {
    name: 'read',
    form: 'read ITEM',
    about: 'read something that arrived',
    run(session, { words: [item = ''] }) {
      const found = session.prepared.byId.feed.get(item);
      return perform(session, { kind: 'feed_opened', data: { item } }, () =>
        found ? showItem(session, found) : '',
      );
    },
  },
  {
    name: 'ack',
    form: 'ack ITEM',
    about: 'acknowledge it',
    run: (session, { words: [item = ''] }) =>
      perform(session, { kind: 'acknowledged', data: { item } }, 'Acknowledged.'),
  },
  {
    name: 'reply',
    form: 'reply ITEM REPLY',
    about: 'answer with one of its replies',
    run: (session, { words: [item = '', reply = ''] }) =>
      perform(session, { kind: 'replied', data: { item, reply } }, 'Answered.'),
  },
  {
    name: 'say',
    form: 'say ITEM TEXT',
    about: 'write back in your own words; they are kept and checked for promises and leaks',
    run(session, { words: [item = '', ...text] }) {
      if (text.length === 0) return refuse('Say what you write: say ITEM TEXT');
      const data = { item, text: text.join(' ').slice(0, 4_000) };
      return perform(session, { kind: 'wrote', data }, 'Written.');
    },
  },
  {
    name: 'park',
    form: 'park ITEM MINUTES',
    about: 'put an interrupt off',
    run(session, { words: [item = '', minutes = ''] }) {
      const wait_s = readMinutes(minutes);
      if (wait_s === null) return refuse('Say for how long: park ITEM MINUTES, or mm:ss.');
      const until_s = session.state.at_s + wait_s;
      return perform(session, { kind: 'parked', data: { item, until_s } }, 'Parked.');
    },
  },
  {
    name: 'hand',
    form: 'hand ITEM',
    about: 'hand an interrupt over',
    run(session, { words: [item = ''] }) {
      const to = session.prepared.byId.feed.get(item)?.hand_to;
      if (to === undefined) return refuse('There is nobody it can be handed to.');
      return perform(session, { kind: 'handed_over', data: { item, to } }, `Handed over to ${to}.`);
    },
  },
];

/** `12`, `2.5` or `mm:ss` in seconds; null for anything else. */
export function readMinutes(text: string): number | null {
  return parseScenarioTime(/^\d{1,4}(?:\.\d+)?$/.test(text) ? Number(text) : text);
}
