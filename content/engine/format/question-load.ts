import type { Checked, Fault, Finding } from './fault.ts';
import { levels } from './drill-terms.ts';
import { competenciesFile, holdsQuestions } from './question-files.ts';
import { checkShape, parseYaml, placeFindings, type YamlSource } from './parse-yaml.ts';
import {
  CompetenciesSchema,
  QuestionsSchema,
  type Competency,
  type PrincipleQuestions,
} from './question-schema.ts';

/** A file of questions that loads. */
export interface QuestionsFile {
  readonly questions: PrincipleQuestions;
  readonly source: YamlSource;
}

/** What a pack brings for interviews. A file at fault brings nothing and is named in `faults`. */
export interface LoadedQuestions {
  readonly files: readonly QuestionsFile[];
  readonly competencies: {
    readonly list: readonly Competency[];
    readonly source: YamlSource;
  } | null;
  readonly faults: readonly Fault[];
}

/** The same without its sources: plain data that can be posted and written. */
export interface ParsedQuestions {
  readonly questions: readonly PrincipleQuestions[];
  readonly competencies: readonly Competency[];
  readonly faults: readonly Fault[];
}

/** Reads the questions and competencies of a pack. Total: what is wrong is a value with a remedy. */
export function loadQuestions(texts: ReadonlyMap<string, string>): LoadedQuestions {
  const taken = new Map<string, string>();
  const competencies = texts.has(competenciesFile)
    ? readCompetencies(texts.get(competenciesFile) ?? '', taken)
    : null;
  const topics = competencies?.ok === true ? competencies.value : null;
  const known = topics === null ? null : new Set(topics.list.map(({ id }) => id));
  const files = [...texts.keys()]
    .filter((path) => path !== competenciesFile && holdsQuestions(path))
    .sort()
    .map((path) => readQuestions(path, texts.get(path) ?? '', taken, known));
  return {
    files: files.flatMap((file) => (file.ok ? [file.value] : [])),
    competencies: topics,
    faults: [competencies, ...files].flatMap((read) => (read?.ok === false ? read.faults : [])),
  };
}

export function stripQuestionSources(loaded: LoadedQuestions): ParsedQuestions {
  return {
    questions: loaded.files.map(({ questions }) => questions),
    competencies: loaded.competencies?.list ?? [],
    faults: loaded.faults,
  };
}

function readQuestions(
  file: string,
  text: string,
  taken: Map<string, string>,
  known: ReadonlySet<string> | null,
): Checked<QuestionsFile> {
  const source = parseYaml(file, text);
  if (!source.ok) return source;
  const shape = checkShape(source.value, QuestionsSchema);
  if (!shape.ok) return shape;
  const findings = shape.value.questions.flatMap((question, index): Finding[] => {
    const path = ['questions', index];
    const { what, how, why } = question.probes;
    // A pack without topics of its own may name those that come with the app.
    const unknown =
      known !== null && question.competency !== undefined && !known.has(question.competency);
    return [
      ...takeId(taken, question.id, file, path),
      ...findRepeatedProbes([...what, ...how, ...why], [...path, 'probes']),
      ...(unknown
        ? [
            {
              code: 'unknown-reference',
              path: [...path, 'competency'],
              message: `There is no competency "${question.competency}".`,
              remedy: `Use an id of ${competenciesFile}, or leave the field out.`,
            },
          ]
        : []),
    ];
  });
  if (findings.length > 0) return { ok: false, faults: placeFindings(source.value, findings) };
  return { ok: true, value: { questions: shape.value, source: source.value } };
}

function readCompetencies(
  text: string,
  taken: Map<string, string>,
): Checked<NonNullable<LoadedQuestions['competencies']>> {
  const source = parseYaml(competenciesFile, text);
  if (!source.ok) return source;
  const shape = checkShape(source.value, CompetenciesSchema);
  if (!shape.ok) return shape;
  const list = shape.value.competencies;
  const topics = new Map<string, string>();
  const findings = list.flatMap((competency, index) => [
    ...takeId(topics, competency.id, competenciesFile, ['competencies', index]),
    ...levels.flatMap((depth) =>
      competency.depths[depth].questions.flatMap((question, at) => {
        const path = ['competencies', index, 'depths', depth, 'questions', at];
        return [
          ...takeId(taken, question.id, competenciesFile, path),
          ...findRepeatedProbes(question.probes, [...path, 'probes']),
        ];
      }),
    ),
  ]);
  if (findings.length > 0) return { ok: false, faults: placeFindings(source.value, findings) };
  return { ok: true, value: { list, source: source.value } };
}

function takeId(
  taken: Map<string, string>,
  id: string,
  file: string,
  path: Finding['path'],
): Finding[] {
  const before = taken.get(id);
  if (before === undefined) {
    taken.set(id, file);
    return [];
  }
  return [
    {
      code: 'duplicate-id',
      path: [...path, 'id'],
      message: `The id "${id}" stands a second time; it is taken in ${before}.`,
      remedy: 'Give this one an id of its own.',
    },
  ];
}

function findRepeatedProbes(
  probes: readonly { readonly id: string }[],
  path: Finding['path'],
): Finding[] {
  const ids = probes.map(({ id }) => id);
  const repeated = new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
  return [...repeated].map((id) => ({
    code: 'duplicate-id',
    path,
    message: `Two probes of this question have the id "${id}".`,
    remedy: 'Give each probe of a question an id of its own.',
  }));
}
