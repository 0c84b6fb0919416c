import type { Story, StoryKind, StoryLength } from '../../../content/engine/story/story.ts';

export const kindWords: Readonly<Record<StoryKind, string>> = {
  success: 'Success',
  failure: 'Failure',
  risk: 'Risk taken',
  growth: 'Growth',
};

export const lengthWords: Readonly<Record<StoryLength, string>> = {
  short: '30 s',
  middle: '2 min',
  long: '5 min',
};

export function writeTitle({ title }: Pick<Story, 'title'>): string {
  return title.trim() === '' ? 'Untitled story' : title;
}

/** What is said where something of which a part waits to be saved cannot be deleted. */
export function writeNotDeleted(name: string): string {
  return `${name} was not deleted: a part of it is not saved yet. It is unchanged. Choose “Try again” in the status bar, then delete it once more.`;
}

/** What is said where a notice offers to take back what is no longer the last deed. */
export const laterDeedsFirst =
  'Something was changed since then. Take that back first: Undo stands in the menu of the stories.';

/** "from drill D01": says wherever it is shown that this was practice. */
export function writeOrigin({ origin }: Pick<Story, 'origin'>): string | null {
  return origin.kind === 'drill' ? `rehearsal, from drill ${origin.code}` : null;
}

/** "1:41" */
export function writeSeconds(seconds: number): string {
  return `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`;
}
