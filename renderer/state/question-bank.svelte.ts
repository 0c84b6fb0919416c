import type { Fault } from '../../content/engine/format/fault.ts';
import { levels } from '../../content/engine/format/drill-terms.ts';
import { parsedQuestionsFile } from '../../content/engine/format/parsed-files.ts';
import { holdsQuestions } from '../../content/engine/format/question-files.ts';
import type { ParsedQuestions } from '../../content/engine/format/question-load.ts';
import type { Competency } from '../../content/engine/format/question-schema.ts';
import { findPrinciple } from '../../content/engine/story/principles.ts';
import type { PackListing } from '../../electron/ipc.ts';
import type { PackSource } from './read-packs.ts';
import {
  filterQuestions,
  filterTechnical,
  type BankQuestion,
  type QuestionFilter,
  type TechnicalFilter,
  type TechnicalQuestion,
} from './filter-questions.ts';

/** Rejects where no pack can be read; a file at fault only adds to `faults`. */
export async function openQuestionBank(
  source: PackSource,
  parse: ParseQuestions,
): Promise<QuestionBank> {
  const bank = new QuestionBank(source, parse);
  await bank.load();
  return bank;
}

export type ParseQuestions = (texts: Readonly<Record<string, string>>) => Promise<ParsedQuestions>;

/**
 * All questions of all packs. `parts.openQuestions()` reads them when a place first needs them, and
 * gives the same bank from then on. Questions keep the order of their files; ids are unique in a pack, and where
 * two packs share one, the first pack's is found.
 *
 * `questions` are the behavioural ones (principle × angle), `technical` those of the competencies.
 * `filter` and `filterTechnical` narrow both; `find` looks an id up; `competencies` hold what is
 * expected at each depth. Words for angles and roles stand in question-terms.ts.
 */
export class QuestionBank {
  #questions = $state.raw<readonly BankQuestion[]>([]);
  #technical = $state.raw<readonly TechnicalQuestion[]>([]);
  #competencies = $state.raw<readonly Competency[]>([]);
  #faults = $state.raw<readonly Fault[]>([]);
  readonly #source: PackSource;
  readonly #parse: ParseQuestions;

  constructor(source: PackSource, parse: ParseQuestions) {
    this.#source = source;
    this.#parse = parse;
  }

  get questions(): readonly BankQuestion[] {
    return this.#questions;
  }
  get technical(): readonly TechnicalQuestion[] {
    return this.#technical;
  }
  get competencies(): readonly Competency[] {
    return this.#competencies;
  }
  /** Files of questions that do not load, each with its remedy. */
  get faults(): readonly Fault[] {
    return this.#faults;
  }

  /** Reads all packs. Rejects where the shell cannot give them; what was read stays until then. */
  async load(): Promise<void> {
    const listings = await this.#source.list();
    const packs = await Promise.all(
      listings.map(async (listing) => ({
        packId: listing.id,
        parsed: await this.#readPack(listing),
      })),
    );
    this.#questions = packs.flatMap(({ packId, parsed }) => listQuestions(parsed, packId));
    this.#technical = packs.flatMap(({ packId, parsed }) =>
      parsed.competencies.flatMap((competency) => listTechnical(competency, packId)),
    );
    this.#competencies = packs.flatMap(({ parsed }) => parsed.competencies);
    this.#faults = packs.flatMap(({ parsed }) => parsed.faults);
  }

  find(id: string): BankQuestion | null {
    return this.#questions.find((question) => question.id === id) ?? null;
  }

  findTechnical(id: string): TechnicalQuestion | null {
    return this.#technical.find((question) => question.id === id) ?? null;
  }

  findCompetency(id: string): Competency | null {
    return this.#competencies.find((competency) => competency.id === id) ?? null;
  }

  filter(filter: QuestionFilter): readonly BankQuestion[] {
    return filterQuestions(this.#questions, filter);
  }

  filterTechnical(filter: TechnicalFilter): readonly TechnicalQuestion[] {
    return filterTechnical(this.#technical, filter);
  }

  /** As the build parsed them, or else now. */
  async #readPack({ id, files }: PackListing): Promise<ParsedQuestions> {
    const paths = files.map(({ path }) => path);
    if (paths.includes(parsedQuestionsFile)) {
      return JSON.parse(await this.#source.readText(id, parsedQuestionsFile)) as ParsedQuestions;
    }
    const wanted = paths.filter(holdsQuestions);
    if (wanted.length === 0) return { questions: [], competencies: [], faults: [] };
    const texts = await Promise.all(
      wanted.map(async (path) => [path, await this.#source.readText(id, path)] as const),
    );
    return this.#parse(Object.fromEntries(texts));
  }
}

function listQuestions(
  { questions: files }: ParsedQuestions,
  packId: string,
): readonly BankQuestion[] {
  return files.flatMap(({ principle, questions }) => {
    const principleName = findPrinciple(principle)?.name ?? principle;
    return questions.map((question) => ({ ...question, principle, principleName, packId }));
  });
}

function listTechnical(competency: Competency, packId: string): readonly TechnicalQuestion[] {
  return levels.flatMap((depth) =>
    competency.depths[depth].questions.map((question) => ({
      ...question,
      competency: competency.id,
      competencyTitle: competency.title,
      depth,
      packId,
    })),
  );
}
