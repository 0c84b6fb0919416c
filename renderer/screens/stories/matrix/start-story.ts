import type { PrincipleSlug } from '../../../../content/engine/story/principles.ts';
import type { StoryKind } from '../../../../content/engine/story/story.ts';
import type { AppParts } from '../../../state/app-parts.ts';
import type { Stories } from '../../../state/stories.svelte.ts';

/** Begins a story where one is missing and opens it; the question stays in sight as a notice. */
export function startStory(
  { navigation, notices }: Pick<AppParts, 'navigation' | 'notices'>,
  stories: Stories,
  given: { readonly principle?: PrincipleSlug; readonly kind?: StoryKind },
  question: string,
): void {
  const { id } = stories.create({
    ...(given.principle === undefined ? {} : { principles: [given.principle] }),
    ...(given.kind === undefined ? {} : { kind: given.kind }),
  });
  notices.show({ tone: 'note', text: `To begin with: ${question}` });
  navigation.go({ kind: 'stories', view: 'bank', story: id });
}
