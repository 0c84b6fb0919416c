import type { YamlSource } from '../format/parse-yaml.ts';
import { levels } from '../format/drill-terms.ts';
import type { LoadedQuestions } from '../format/question-load.ts';
import type { CompetencyQuestion, Probe, Question } from '../format/question-schema.ts';
import { probeKinds } from '../format/question-terms.ts';
import type { LintHit, RuleText } from './rule.ts';

type Path = LintHit['path'];

/** A sentence that is said or read, with its place. */
export interface QuestionLine {
  readonly source: YamlSource;
  readonly path: Path;
  readonly text: string;
  /** Said by the interviewer; otherwise read beside the question. */
  readonly kind: 'question' | 'probe' | 'note';
}

/** All that a pack brings for interviews, as rules ask about it. */
export interface QuestionSubject {
  readonly files: LoadedQuestions['files'];
  readonly lines: readonly QuestionLine[];
}

export interface QuestionHit extends LintHit {
  /** The file that `path` is of. */
  readonly source: YamlSource;
}

/** One thing that the questions of a pack can have wrong although they load. */
export interface QuestionRule extends RuleText {
  checkQuestions(subject: QuestionSubject): readonly QuestionHit[];
}

export function makeQuestionSubject({ files, competencies }: LoadedQuestions): QuestionSubject {
  const behavioural = files.flatMap(({ questions, source }) =>
    questions.questions.flatMap((question, index) =>
      listLines(question, source, ['questions', index]),
    ),
  );
  const technical = (competencies?.list ?? []).flatMap(({ depths }, index) =>
    levels.flatMap((depth) =>
      depths[depth].questions.flatMap((question, at) => {
        const path = ['competencies', index, 'depths', depth, 'questions', at];
        return competencies ? listLines(question, competencies.source, path) : [];
      }),
    ),
  );
  return { files, lines: [...behavioural, ...technical] };
}

function listLines(
  question: Question | CompetencyQuestion,
  source: YamlSource,
  path: Path,
): readonly QuestionLine[] {
  const line = (kind: QuestionLine['kind'], own: Path, text: string): QuestionLine => ({
    source,
    path: [...path, ...own],
    text,
    kind,
  });
  const probes = (own: Path, list: readonly Probe[]) =>
    list.flatMap(({ text, then }, index) => [
      line('probe', [...own, index, 'text'], text),
      ...(then ? [line('probe', [...own, index, 'then', 'text'], then.text)] : []),
    ]);
  const notes = (name: string, list: readonly string[]) =>
    list.map((text, index) => line('note', [name, index], text));
  const tree = question.probes;
  return [
    line('question', ['text'], question.text),
    ...('what' in tree
      ? probeKinds.flatMap((kind) => probes(['probes', kind], tree[kind]))
      : probes(['probes'], tree)),
    ...notes('strong', question.strong),
    ...notes('weak', question.weak),
    ...('traps' in question ? notes('traps', question.traps) : []),
  ];
}
