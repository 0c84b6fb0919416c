import type { Span } from '../../content/engine/score/sentences.ts';
import type { AnswerRole } from '../../content/engine/star/answer-role.ts';
import { setSentenceRole, readSentences } from '../../content/engine/story/story-sentences.ts';
import {
  findConfidential,
  replaceFinding,
  type ConfidentialFinding,
  type ConfidentialTerms,
} from '../../content/engine/story/find-confidential.ts';
import type { PrincipleSlug } from '../../content/engine/story/principles.ts';
import type { Story, StoryLength, StoryText } from '../../content/engine/story/story.ts';
import type { Stories } from './stories.svelte.ts';
import { StoryReading } from './story-reading.svelte.ts';

/** One story that is open: which of its texts is written, and what is shown in it. */
export class StoryWork {
  /** The text that is written; `open` takes another one. */
  length = $state<StoryLength>('middle');
  view = $state<'flow' | 'fields'>('flow');
  #principle = $state<PrincipleSlug | null>(null);
  #shown = $state.raw<{ readonly of: string; readonly spans: readonly Span[] } | null>(null);
  readonly reading: StoryReading;
  readonly id: string;
  readonly #stories: Stories;
  readonly #first: Story;

  /** @param first the story as it is now, shown on until it is known to be gone */
  constructor(stories: Stories, first: Story, reading = new StoryReading()) {
    this.#stories = stories;
    this.#first = first;
    this.id = first.id;
    this.reading = reading;
    // What there is to read is in front.
    const written = (['middle', 'short', 'long'] as const).find(
      (length) => first.texts[length].text !== '',
    );
    this.length = written ?? 'middle';
  }

  get story(): Story {
    return this.#stories.find(this.id) ?? this.#first;
  }
  get text(): StoryText {
    return this.story.texts[this.length];
  }
  /** The one that the score goes by: what the person chose of the story's own, else the leading one. */
  get principle(): PrincipleSlug | null {
    const { principles } = this.story;
    return principles.find((one) => one === this.#principle) ?? principles[0] ?? null;
  }
  /** Words that the person asked to see, while the text is as it was then. */
  get shown(): readonly Span[] {
    return this.#shown?.of === this.text.text ? this.#shown.spans : [];
  }

  /** What should not be told outside, of the text that was read last. */
  get findings(): readonly ConfidentialFinding[] {
    return this.reading.told?.findings ?? [];
  }
  /** What the check goes by. */
  get terms(): ConfidentialTerms {
    const { allowed_words, metrics } = this.story;
    return { ownWords: this.#stories.settings.values.ownWords, allowed: allowed_words, metrics };
  }

  /** Marks, score and findings of the text as it is now. */
  read(): void {
    this.reading.read({ story: this.text, principle: this.principle ?? '', terms: this.terms });
  }

  /** Another length is written from now on. */
  open(length: StoryLength): void {
    if (length === this.length) return;
    this.#stories.flush();
    this.length = length;
    this.reading.forget();
  }

  scoreBy(principle: PrincipleSlug): void {
    this.#principle = principle;
  }

  show(spans: readonly Span[]): void {
    this.#shown = { of: this.text.text, spans };
  }

  /** Says the same in more general words. */
  generalise(finding: ConfidentialFinding): void {
    this.#stories.flush();
    const { text } = this;
    // The text may have moved on since it was read.
    const now = findConfidential(text.text, this.terms)
      .filter(({ words }) => words === finding.words)
      .sort((a, b) => distance(a, finding) - distance(b, finding));
    if (now[0])
      this.put(
        replaceFinding(text, { ...now[0], suggestion: finding.suggestion }),
        'a more general wording',
      );
  }

  /** The person has looked at it and keeps it: in this story it is no longer named. */
  allow({ words }: ConfidentialFinding): void {
    const { allowed_words } = this.story;
    this.#stories.arrange(
      this.id,
      { allowed_words: [...allowed_words, words.slice(0, 400)] },
      'allowed words',
    );
  }

  write(text: string, length: StoryLength = this.length): void {
    this.#stories.setText(this.id, length, text);
  }

  /** Puts a whole text in the place of the one that is written, with its roles. */
  put(text: StoryText, what: string): void {
    this.#stories.arrange(this.id, { texts: { ...this.story.texts, [this.length]: text } }, what);
  }

  /**
   * Gives the sentence at a place of the text a role; the same role once more leaves it to the rules
   * again. Says what was done; null where no sentence is there.
   */
  giveRole(at: number, role: AnswerRole): 'given' | 'by_rule' | null {
    this.#stories.flush();
    const { text } = this;
    const sentences = readSentences(text);
    const index = sentences.findIndex(({ end }) => at <= end);
    const sentence = sentences[index];
    if (!sentence || at < sentence.start) return null;
    const back = sentence.own && sentence.role === role;
    this.put(setSentenceRole(text, index, back ? null : role), 'role of a sentence');
    return back ? 'by_rule' : 'given';
  }
}

function distance(a: ConfidentialFinding, b: ConfidentialFinding): number {
  return Math.abs(a.span[0] - b.span[0]);
}
