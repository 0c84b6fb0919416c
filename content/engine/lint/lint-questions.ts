import { findIds } from './find-ids.ts';
import { placeFindings } from '../format/parse-yaml.ts';
import type { LoadedQuestions } from '../format/question-load.ts';
import type { LintFault } from './lint-drill.ts';
import { questionRules } from './question-rules.ts';
import { makeQuestionSubject } from './question-subject.ts';

/**
 * What is wrong with the questions of a pack that load, by file and place. The `slug` of a fault is
 * the path of its file, `ids` the questions and probes within which it lies.
 */
export function lintQuestions(questions: LoadedQuestions): readonly LintFault[] {
  const subject = makeQuestionSubject(questions);
  return questionRules.flatMap((rule) =>
    rule.checkQuestions(subject).flatMap(({ source, path, message, remedy }) =>
      placeFindings(source, [
        {
          code: rule.name,
          severity: rule.severity,
          path,
          message,
          remedy: remedy ?? rule.remedy,
        },
      ]).map((fault) => ({ ...fault, slug: source.file, ids: findIds(source.data, path) })),
    ),
  );
}
