import { findConfidential } from '../story/find-confidential.ts';

export interface ConfidentialFigures {
  readonly texts: number;
  /** What was marked, and what of it was found. */
  readonly marked: number;
  readonly found: number;
  /** What the check said, and what of it was right. */
  readonly said: number;
  readonly right: number;
  readonly missed: readonly string[];
  readonly needless: readonly string[];
}

/** A text whose confidential words stand in braces with their rule: "at {company:Harrow Freight}". */
export function readMarked(line: string): {
  readonly text: string;
  readonly marks: readonly { readonly rule: string; readonly span: readonly [number, number] }[];
} {
  const marks: { rule: string; span: readonly [number, number] }[] = [];
  let text = '';
  let at = 0;
  for (const match of line.matchAll(/\{([a-z-]+):([^}]+)\}/g)) {
    text += line.slice(at, match.index);
    const [whole, rule = '', words = ''] = match;
    marks.push({ rule, span: [text.length, text.length + words.length] });
    text += words;
    at = match.index + whole.length;
  }
  return { text: text + line.slice(at), marks };
}

/** A mark counts as found, and a finding as right, where they share a stretch of the text. */
export function measureConfidential(lines: readonly string[]): ConfidentialFigures {
  const figures = { marked: 0, found: 0, said: 0, right: 0 };
  const missed: string[] = [];
  const needless: string[] = [];
  for (const line of lines) {
    const { text, marks } = readMarked(line);
    const findings = findConfidential(text);
    const meets = (one: readonly [number, number], other: readonly [number, number]): boolean =>
      one[0] < other[1] && other[0] < one[1];
    for (const { rule, span } of marks) {
      figures.marked += 1;
      if (findings.some((finding) => meets(finding.span, span))) figures.found += 1;
      else missed.push(`${rule}: ${text.slice(...span)}`);
    }
    for (const { rule, span, words } of findings) {
      figures.said += 1;
      if (marks.some((mark) => meets(mark.span, span))) figures.right += 1;
      else needless.push(`${rule}: ${words}`);
    }
  }
  return { texts: lines.length, ...figures, missed, needless };
}
