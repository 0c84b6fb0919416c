import type { StarDimension } from '../star/star-rule.ts';
import { isExperience, type CoveredStory } from './coverage.ts';
import { findLowest, type LowestDimension } from './coverage-telling.ts';
import { principles, type PrincipleSlug } from './principles.ts';

/** A practised answer, as far as evidence needs it. */
export interface PractisedAnswer {
  readonly id: string;
  /** When it was finished. ISO 8601, UTC. */
  readonly at: string;
  /** As it was asked. */
  readonly question: string;
  readonly principle: PrincipleSlug | null;
  /** A technical competency by its slug; null for a behavioural question. */
  readonly competency: string | null;
  readonly story: string | null;
  readonly spoken: boolean;
  /** 1..5 each; null where there was too little to score. */
  readonly dimensions: Readonly<Record<StarDimension, number>> | null;
}

/** What is known of one principle or competency: what was done, when, how it scored. Nothing more. */
export interface Evidence {
  readonly slug: string;
  readonly name: string;
  /** Stories of one's own experience that are tied to it; null for a competency. */
  readonly stories: number | null;
  /** The practised answers, newest first. */
  readonly answers: readonly PractisedAnswer[];
  /** Different questions among them, by their text. */
  readonly questions: number;
  /** The first and the newest scored answer; null where none has a score. */
  readonly first: ScoredAnswer | null;
  readonly last: ScoredAnswer | null;
  readonly untried: boolean;
}

export interface ScoredAnswer {
  readonly at: string;
  readonly lowest: LowestDimension;
  readonly dimensions: Readonly<Record<StarDimension, number>>;
}

export interface Readiness {
  readonly principles: readonly Evidence[];
  readonly competencies: readonly Evidence[];
}

/**
 * The evidence by principle and by competency, each in its given order. It states; it weighs nothing
 * against an interview, since nothing here is known to relate to one.
 */
export function findReadiness({
  stories,
  answers,
  competencies,
}: {
  readonly stories: readonly CoveredStory[];
  readonly answers: readonly PractisedAnswer[];
  readonly competencies: readonly { readonly slug: string; readonly name: string }[];
}): Readiness {
  const own = stories.filter(isExperience);
  return {
    principles: principles.map(({ slug, name }) =>
      gather(
        { slug, name, stories: own.filter((story) => story.principles.includes(slug)).length },
        answers.filter(({ principle }) => principle === slug),
      ),
    ),
    competencies: competencies.map(({ slug, name }) =>
      gather(
        { slug, name, stories: null },
        answers.filter(({ competency }) => competency === slug),
      ),
    ),
  };
}

function gather(
  about: Pick<Evidence, 'slug' | 'name' | 'stories'>,
  given: readonly PractisedAnswer[],
): Evidence {
  const answers = given.toSorted((a, b) =>
    a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? 1 : -1,
  );
  const scored = answers.flatMap(({ at, dimensions }): ScoredAnswer[] =>
    dimensions === null ? [] : [{ at, dimensions, lowest: findLowest(dimensions) }],
  );
  return {
    ...about,
    answers,
    questions: new Set(answers.map(({ question }) => question)).size,
    first: scored.at(-1) ?? null,
    last: scored[0] ?? null,
    untried: answers.length === 0,
  };
}
