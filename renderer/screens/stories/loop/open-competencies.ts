import type { AppParts } from '../../../state/app-parts.ts';
import type { NamedCompetency } from './loop-words.ts';

/** The technical competencies of all packs, each once; none where the packs cannot be read. */
export async function openCompetencies(
  parts: Pick<AppParts, 'openQuestions'>,
): Promise<readonly NamedCompetency[]> {
  try {
    const bank = await parts.openQuestions();
    const byId = new Map(bank.competencies.map(({ id, title }) => [id, title]));
    return [...byId].map(([slug, name]) => ({ slug, name }));
  } catch {
    // A plan stands without them: what is chosen is shown by its slug.
    return [];
  }
}
