import type { Component } from 'svelte';
import type { AppParts } from '../../state/app-parts.ts';
import type { StoryView } from '../../state/navigation.svelte.ts';
import type { Stories } from '../../state/stories.svelte.ts';

/** What every view of the stories is given. */
export interface StoryViewProps {
  readonly parts: AppParts;
  /** Read already. */
  readonly stories: Stories;
  /** The story that the address names: it may have been deleted since. */
  readonly story: string | null;
  readonly asked?: AskedPractice;
}

/** What practice is asked for from elsewhere: a principle by its slug, and one of its questions. */
export interface AskedPractice {
  readonly principle?: string;
  readonly question?: string;
}

interface View {
  readonly load: () => Promise<{ readonly default: Component<StoryViewProps> }>;
}

/** The views that stand, in the order of their tabs. Each is loaded when it is opened. */
export const views: Readonly<Partial<Record<StoryView, View>>> = {
  bank: { load: () => import('./bank/StoryBank.svelte') },
  coverage: { load: () => import('./matrix/Coverage.svelte') },
  practice: { load: () => import('./practice/PracticeView.svelte') },
  loop: { load: () => import('./loop/LoopView.svelte') },
  readiness: { load: () => import('./readiness/ReadinessView.svelte') },
};
