import { writeFileName } from '../../content/engine/format/file-name.ts';
import {
  findTwin,
  guessImportFormat,
  importLimits,
  importStories,
  type ImportFormat,
  type StoryImport,
} from '../../content/engine/story/import-stories.ts';
import { makeStory } from '../../content/engine/story/story-draft.ts';
import type { Story } from '../../content/engine/story/story.ts';
import type { Stories } from './stories.svelte.ts';

/** What a file would add, before anything of it is taken in. */
export class StoryImportPreview {
  /** The file's name as it is shown. */
  readonly name: string;
  readonly #text: string;
  readonly #stories: Stories;
  #format = $state<ImportFormat>('text');
  skipTwins = $state(true);
  readonly read: StoryImport = $derived.by(() => importStories(this.#text, this.#format));

  constructor(stories: Stories, name: string, text: string) {
    this.#stories = stories;
    this.name = writeFileName(name);
    this.#text = text;
    this.#format = guessImportFormat(name, text);
  }

  get format(): ImportFormat {
    return this.#format;
  }
  /** The person knows better what the file is; it is read anew. */
  readAs(format: ImportFormat): void {
    this.#format = format;
  }

  /** Each story with whether it is here already, word for word. */
  readonly drafts = $derived.by(() =>
    this.read.ok
      ? this.read.drafts.map((one) => ({
          ...one,
          isHere: findTwin(one.draft, this.#stories.all) !== null,
        }))
      : [],
  );
  readonly twins = $derived(this.drafts.filter(({ isHere }) => isHere).length);
  readonly count = $derived(this.drafts.length - (this.skipTwins ? this.twins : 0));

  /** Takes all of it in as one deed, which can be taken back. Returns what came, in the file's order. */
  take(newId: () => string, now: Date): readonly Story[] {
    const at = now.toISOString();
    const fresh = this.drafts
      .filter(({ isHere }) => !isHere || !this.skipTwins)
      .map(({ draft }) => makeStory(draft, newId(), at));
    if (fresh.length > 0) this.#stories.addAll(fresh);
    return fresh;
  }
}

/** Reads a file as text; a sentence where it cannot be. */
export async function readStoryFile(file: File): Promise<{ text: string } | { problem: string }> {
  if (file.size > importLimits.bytes) {
    return {
      problem: `“${writeFileName(file.name)}” is larger than 5 MB. Nothing was taken in. Bring your stories in several files.`,
    };
  }
  try {
    return { text: new TextDecoder().decode(await file.arrayBuffer()) };
  } catch {
    return {
      problem: `“${writeFileName(file.name)}” could not be read. Nothing was taken in. Check that it is still there, and try again.`,
    };
  }
}
