import { aboutOwnWords } from '../../engine/drill/own-words.ts';
import { wordReply } from '../../engine/drill/words-of-the-moment.ts';
import { parseScenarioTime } from '../../engine/format/scenario-time.ts';
import { wrapText } from '../wrap-text.ts';
import { pickThings } from './named-things.ts';
import { perform, refuse, withNamed, type PlayCommand } from './play-command.ts';
import type { PlaySession } from './play-session.ts';
import { findName, showFeed, showItem, showOpenReplies } from './show-state.ts';

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
    run: (session, { words }) =>
      withNamed(session, 'feed', words.join(' '), (item) => {
        const found = session.prepared.byId.feed.get(item);
        return perform(session, { kind: 'feed_opened', data: { item } }, () =>
          found ? showItem(session, found) : '',
        );
      }),
  },
  {
    name: 'ack',
    form: 'ack ITEM',
    about: 'acknowledge it',
    run: (session, { words }) =>
      withNamed(session, 'feed', words.join(' '), (item) =>
        perform(session, { kind: 'acknowledged', data: { item } }, 'Acknowledged.'),
      ),
  },
  {
    name: 'reply',
    form: 'reply ITEM REPLY',
    about: 'answer with one of its replies, by its number or how it begins',
    run: (session, { words: [typed = '', ...reply] }) =>
      withNamed(session, 'feed', typed, (item) => replyTo(session, item, reply.join(' '))),
  },
  {
    name: 'say',
    form: 'say ITEM TEXT',
    about: 'write back in your own words; they are kept and checked for promises and leaks',
    run(session, { words: [typed = '', ...text] }) {
      if (text.length === 0) return refuse('Say what you write: say ITEM TEXT');
      return withNamed(session, 'feed', typed, (item) => {
        const data = { item, text: text.join(' ').slice(0, 4_000) };
        return perform(session, { kind: 'wrote', data }, () => tellOfWords(session, item));
      });
    },
  },
  {
    name: 'park',
    form: 'park ITEM MINUTES',
    about: 'put an interrupt off',
    run(session, { words: [typed = '', minutes = ''] }) {
      const wait_s = readMinutes(minutes);
      if (wait_s === null) return refuse('Say for how long: park ITEM MINUTES, or mm:ss.');
      const until_s = session.state.at_s + wait_s;
      return withNamed(session, 'feed', typed, (item) =>
        perform(session, { kind: 'parked', data: { item, until_s } }, 'Parked.'),
      );
    },
  },
  {
    name: 'hand',
    form: 'hand ITEM',
    about: 'hand an interrupt over',
    run: (session, { words }) =>
      withNamed(session, 'feed', words.join(' '), (item) => {
        const to = session.prepared.byId.feed.get(item)?.hand_to;
        if (to === undefined) return refuse('There is nobody it can be handed to.');
        const done = `Handed over to ${findName(session, to)}.`;
        return perform(session, { kind: 'handed_over', data: { item, to } }, done);
      }),
  },
];

function replyTo(session: PlaySession, item: string, typed: string): string {
  const { prepared, state, numbers } = session;
  const replies = (prepared.byId.feed.get(item)?.replies ?? []).map((reply, index) => ({
    id: reply.id,
    number: index + 1,
    title: wordReply(prepared, state, reply),
  }));
  const [found, ...others] = pickThings(replies, typed);
  if (!found || others.length > 0) {
    return refuse(
      replies.length === 0
        ? 'It has no prepared answers.'
        : `Say which answer, by its number; see: read ${numbers.find('feed', item)}`,
    );
  }
  return perform(session, { kind: 'replied', data: { item, reply: found.id } }, 'Answered.');
}

/** What becomes of own words, and the prepared answers that are open beside them. */
function tellOfWords(session: PlaySession, item: string): string {
  const found = session.prepared.byId.feed.get(item);
  const replies = found ? showOpenReplies(session, found) : [];
  if (replies.length === 0) return 'Written; kept and checked.';
  return [wrapText(`${aboutOwnWords}:`, session.columns), ...replies].join('\n');
}

/** `12`, `2.5` or `mm:ss` in seconds; null for anything else. */
export function readMinutes(text: string): number | null {
  return parseScenarioTime(/^\d{1,4}(?:\.\d+)?$/.test(text) ? Number(text) : text);
}
