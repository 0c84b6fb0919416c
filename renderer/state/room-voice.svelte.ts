import type { Attempt } from './attempt.svelte.ts';
import { sayDuration } from './room-words.ts';

/** Seconds before the end at which the time left is said. */
const said_s = [300, 60];

/**
 * What the room says to those who do not look: one polite sentence at a time, each thing once.
 * The clock itself is silent unless it is asked.
 */
export class RoomVoice {
  #text = $state.raw('');
  #odd = false;
  readonly #attempt: Attempt;
  #seen: {
    readonly at_s: number;
    readonly feed: number;
    readonly decisions: number;
    readonly updates: number;
    readonly ended: boolean;
  };

  constructor(attempt: Attempt) {
    this.#attempt = attempt;
    this.#seen = this.#look();
  }

  get text(): string {
    return this.#text;
  }

  /** The same words twice in a row are two messages, so they must differ by something unheard. */
  say(text: string): void {
    this.#odd = !this.#odd;
    this.#text = this.#odd ? text : `${text}\u00a0`;
  }

  sayTime(): void {
    const { state, prepared } = this.#attempt;
    const left = prepared.drill.ends_at - state.at_s;
    const paused = state.phase === 'paused' ? ' Paused.' : '';
    this.say(`T plus ${sayDuration(state.at_s)}. ${sayDuration(left)} left.${paused}`);
  }

  /** Called after each tick and deed: says what is new since the last time. */
  observe(): void {
    const before = this.#seen;
    const now = this.#look();
    this.#seen = now;
    const news = [
      ...this.#listArrivals(before.feed),
      ...this.#listDue(before.at_s, now.at_s),
      ...(now.decisions > before.decisions ? [this.#describeDecision()] : []),
      ...(now.updates > before.updates ? ['An update is asked for.'] : []),
      ...(now.ended && !before.ended ? ['The drill has ended.'] : []),
    ];
    if (news.length > 0) this.say(news.join(' '));
  }

  #look() {
    const { state, ended } = this.#attempt;
    return {
      at_s: state.at_s,
      feed: state.feed.size,
      decisions: state.decisions.size,
      updates: state.updates.size,
      ended,
    };
  }

  #listArrivals(known: number): readonly string[] {
    const { state, prepared } = this.#attempt;
    return [...state.feed.keys()].slice(known).flatMap((id) => {
      const item = prepared.byId.feed.get(id);
      if (!item) return [];
      const from = prepared.drill.people.find((person) => person.id === item.from)?.name ?? '';
      // The card of an interrupt is a live region of its own.
      if (item.interrupt && prepared.levers.interruptions) return [];
      return [`New ${item.kind} from ${from}: ${item.subject}.`];
    });
  }

  #listDue(from_s: number, to_s: number): readonly string[] {
    const { state, prepared } = this.#attempt;
    const passed = (time_s: number): boolean => from_s < time_s && time_s <= to_s;
    const left = said_s
      .filter((seconds) => passed(prepared.drill.ends_at - seconds))
      .map((seconds) => `${sayDuration(seconds)} left.`);
    const updates = [...state.updates.values()].flatMap(({ update, sent }) => {
      const item = prepared.byId.updates.get(update);
      return !sent && item && passed(item.due) ? [`${item.title} is due now.`] : [];
    });
    const answers = [...state.feed.values()].flatMap((delivery) => {
      const item = prepared.byId.feed.get(delivery.item);
      return item && !delivery.answer && delivery.due_s !== null && passed(delivery.due_s)
        ? [`The time to answer "${item.subject}" is over; a late answer still counts as one.`]
        : [];
    });
    return [...left, ...updates, ...answers];
  }

  #describeDecision(): string {
    const last = [...this.#attempt.state.decisions.keys()].at(-1);
    const title = this.#attempt.prepared.byId.decisions.get(last ?? '')?.title ?? '';
    return `A decision is open: ${title}`;
  }
}
