import { locateClues } from '../../drill/citation.ts';
import { instantiateWith } from '../../drill/instantiate.ts';
import { readEvidence, type EvidenceContent } from '../../evidence/read-evidence.ts';
import type { LintHit, LintRule, LintSubject } from '../rule.ts';

export const tornVariant: LintRule = {
  name: 'torn-variant',
  severity: 'error',
  reason:
    'A clue that a variant loses cannot be cited there, so what rests on it cannot be earned.',
  remedy: 'Let the clue hold the whole literal, or none of it.',
  bad: `parameters:
  - { id: time, literal: 'pushed at 08:46 by', values: ['pushed at 07:31 by'] }`,
  good: `parameters:
  - { id: time, literal: '08:46', values: ['07:31'] }`,
  check: (subject) => {
    const lost = new Set(listClues(subject));
    // What is lost in the drill as written is reported as lost-clue.
    const located = locateClues(subject.drill, subject.prepared.evidence);
    const whole = new Set(located.map(({ clue }) => clue));
    const torn = subject.drill.clues.flatMap(({ id }, index): LintHit[] =>
      lost.has(id) && whole.has(id)
        ? [
            {
              path: ['clues', index],
              message: `The clue "${id}" is not found where a parameter takes another value.`,
            },
          ]
        : [],
    );
    return [...torn, ...findBreaking(subject)];
  },
};

/** A value with one of these, where its literal has none, may end what it is written into. */
const marks = /["'\\<>&,;\t\r\n]/g;

/** Values with which a file of evidence is read otherwise, such as one with a quote in JSON. */
function findBreaking({ drill, prepared, content }: LintSubject): LintHit[] {
  return drill.parameters.flatMap((parameter, i) => {
    if (!('literal' in parameter)) return [];
    const { id, literal, values } = parameter;
    const known = literal.match(marks)?.length ?? 0;
    return values.flatMap((value, j): LintHit[] => {
      if ((value.match(marks)?.length ?? 0) <= known) return [];
      const broken = drill.evidence.find((shape) => {
        const text = prepared.evidence.get(shape.id);
        const before = content(shape.id);
        if (shape.format === 'image' || !before || !text?.includes(literal)) return false;
        const after = readEvidence(
          shape,
          text.replaceAll(literal, () => value),
        );
        return writeForm(before) !== writeForm(after);
      });
      if (!broken) return [];
      const message = `With ${JSON.stringify(value)} for "${id}", ${broken.file} is read otherwise: a sign of it ends a cell or a text.`;
      const remedy = 'Take a value without that sign.';
      return [{ path: ['parameters', i, 'values', j], message, remedy }];
    });
  });
}

/** How a file is read, without what it says. */
function writeForm(content: EvidenceContent): string {
  if (content.kind !== 'table') return content.kind;
  const { columns, rows, brokenLines, unevenLines = [] } = content;
  return [columns, rows, brokenLines, unevenLines].map(({ length }) => length).join(' ');
}

/** Clues that some variant loses: each value of every parameter is tried once. */
function listClues({ drill, prepared }: LintSubject): readonly string[] {
  const most = Math.max(
    0,
    ...drill.parameters.map((one) => ('values' in one ? one.values.length : 0)),
  );
  return Array.from({ length: most }, (_, turn) => {
    const variant = instantiateWith(drill, prepared.evidence, (_parameter, count) => turn % count);
    const found = new Set(locateClues(variant.drill, variant.evidence).map(({ clue }) => clue));
    return variant.drill.clues.flatMap(({ id }) => (found.has(id) ? [] : [id]));
  }).flat();
}
