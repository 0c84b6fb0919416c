import { allRules, lintRules, loadRules, packRules, settingRules } from './lint-rules.ts';
import { smallDrill, smallFiles } from './examples/small-drill.ts';
import { smallExercise, smallMaterial } from './examples/small-exercise.ts';
import { writeSmallQuestions } from './examples/small-questions.ts';
import { exerciseRules } from './exercise-rules.ts';
import { questionRules } from './question-rules.ts';
import type { RuleText } from './rule.ts';

/** One rule as Markdown: why it is one, what to do, and both examples. */
export function writeRule({ name, severity, reason, remedy, bad, good }: RuleText): string {
  const fixed = loadRules.some((rule) => rule.name === name)
    ? ' It keeps the file from loading and cannot be set.'
    : '';
  return [
    `### ${name}`,
    '',
    `${severity === 'error' ? 'Error' : 'Warning'}. ${reason}${fixed}`,
    '',
    `**What to do:** ${remedy}`,
    '',
    'Bad:',
    '',
    writeBlock('yaml', bad),
    '',
    'Good:',
    '',
    writeBlock('yaml', good),
  ].join('\n');
}

/** The rule of a name; null if there is none. */
export function findRule(name: string): RuleText | null {
  return allRules.find((rule) => rule.name === name) ?? null;
}

/** The whole reference of the rules, docs/lint-rules.md: made from the rules, never by hand. */
export function writeRulePage(): string {
  const groups: readonly (readonly [string, string, readonly RuleText[]])[] = [
    [
      'What keeps a file from loading',
      'The schema and the references are checked first: a drill that fails here is listed with its fault and cannot be played.',
      loadRules,
    ],
    ['Drills', 'Asked of every drill that loads.', lintRules],
    ['Packs', 'Asked of the drills of a pack together.', packRules],
    [
      'Questions',
      'Asked of the interview questions and competencies of a pack that load.',
      questionRules,
    ],
    [
      'Exercises',
      'Asked of the exercises of a pack that load, beside the rules for texts and for what is invented, which drills share.',
      exerciseRules,
    ],
    ['Settings', 'Asked of what pack.yaml says to lint.', settingRules],
  ];
  return [
    '# The rules of lint',
    '',
    '<!-- Written from the rules by `node content/cli/write-rule-page.ts`; a test compares them. -->',
    '',
    `\`drillbook lint PATH…\` checks packs, drills, or files of a pack by ${allRules.length} rules. \`drillbook lint --explain RULE\` prints one of them.`,
    '',
    'A pack sets the severity of rules, and excepts single faults with a reason, in pack.yaml:',
    '',
    writeBlock(
      'yaml',
      `lint:
  severity: { long-text: 'off', unread-effect: error }
  except:
    - rule: lone-clue
      at: a-drill/first-decision
      reason: The rule stands in the policy alone, and looking for it there is what is asked.`,
    ),
    '',
    "`at` is `pack.yaml`, a drill's folder, or the folder with an id or a path in drill.yaml; for questions and exercises, the path of their file takes the place of the folder, as in `questions/ownership.yaml/ownership-best`. Every example below is run by the tests: it is what changes in the small drill at the end of this page. Lists whose members have an id are merged by it; `null` takes a field away. `pack`, `glossary`, `files` and `drills` stand for pack.yaml, glossary.yaml, files beside drill.yaml and several drills; `raw` is a drill.yaml as a text, `padding` makes it so much longer, and `questions` and `exercise` change the small questions and the small exercise there.",
    '',
    '`lint --json` writes one object: `errors` and `warnings` (numbers), `faults` and `walks`. A fault has `code` (the rule), `severity` (`error` or `warning`), `file` as it can be opened from here, `line` and `column` from 1, `path` (where in the data, `decisions.2.options.0.rating`; empty for a whole file), `message`, `remedy`, `slug` (the folder of the drill, the path of the file for questions and exercises, null for the pack), `ids` (what it lies in, outermost first), and where it is a matter of play `way`, the events of a shortest play to it, and with --ways `log`, the file that holds them. A walk has `drill`, `states`, `exhaustive` (every path was walked), and if not `left`, `dives` and `uncovered`. Fields may be added; none of these changes its meaning. Exit code 0 without an error, 1 with one; what cannot be read is one line on the error output and exit code 2, and then nothing is written here.',
    '',
    ...groups.flatMap(([title, about, rules]) => [
      `## ${title}`,
      '',
      about,
      '',
      ...rules.flatMap((rule) => [writeRule(rule), '']),
    ]),
    '## The small drill, questions and exercise of the examples',
    '',
    writeBlock('yaml', smallDrill.trimEnd()),
    '',
    ...Object.entries(smallFiles).flatMap(([path, text]) => [
      `\`${path}\`:`,
      '',
      writeBlock('text', text.trimEnd()),
      '',
    ]),
    '`questions/ownership.yaml`, in the examples about questions:',
    '',
    writeBlock('yaml', writeSmallQuestions([]).trimEnd()),
    '',
    '`exercises/code-review/example.yaml`, in the examples about exercises:',
    '',
    writeBlock('yaml', smallExercise.trimEnd()),
    '',
    ...Object.entries(smallMaterial).flatMap(([path, text]) => [
      `\`exercises/code-review/example/${path}\`:`,
      '',
      writeBlock('text', text.trimEnd()),
      '',
    ]),
  ]
    .join('\n')
    .replace(/\n+$/, '\n');
}

/** A fenced block; the fence is longer than any in the text. */
function writeBlock(language: string, text: string): string {
  const fence = text.includes('```') ? '~~~~' : '```';
  return `${fence}${language}\n${text}\n${fence}`;
}
