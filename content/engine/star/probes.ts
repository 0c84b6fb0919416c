import type { ProbeKind } from '../format/question-terms.ts';
import { anchors } from './anchors.ts';
import { liftByOne } from './lift-by-one.ts';
import type { StarScore } from './score-answer.ts';
import { starDimensions, type StarDimension } from './star-rule.ts';

/** What may be asked further, as a question brings it along. */
export interface ProbeNode {
  readonly id: string;
  /** null where the question does not sort its probes by what, how and why. */
  readonly kind: ProbeKind | null;
  readonly text: string;
  /** The dimension whose weakness raises it. */
  readonly lacks: StarDimension;
  /** Asked next where the answer to it stays thin. */
  readonly next: { readonly text: string; readonly lacks: StarDimension } | null;
}

/** A probe that was asked already, in the order of asking. */
export interface EarlierProbe {
  readonly id: string;
  readonly text: string;
  readonly dimension: StarDimension;
  /** The dimension when it was asked, 1..5. */
  readonly before: number;
}

export interface ChosenProbe {
  readonly id: string;
  readonly kind: ProbeKind | null;
  readonly text: string;
  readonly dimension: StarDimension;
  /**
   * What raised it: `follow-up`, its dimension did not rise; `lacking`, it is the lowest and under 4;
   * `lowest`, nothing lacks much, and it is the lowest. A slash, and the rule that had most to give.
   */
  readonly rule: string;
  /** For the person: the figure, and what of the rules is open. */
  readonly why: string;
  /** The dimension now, 1..5. */
  readonly before: number;
}

type Scored = Pick<StarScore, 'dimensions' | 'points'>;

/** Under this a dimension lacks something. */
const enough = 4;
/** An answer that raised its dimension by this much has answered its probe. */
const rise = 0.5;
/** So many are asked always, as far as there are probes, … */
const fewest = 2;
/** … and no more than so many. */
const most = 3;

/** The id of what is asked next after a probe. */
export function writeNextId(probe: string): string {
  return `${probe}/then`;
}

/**
 * The next probe, by rules, from what the account lacks now (the answer and what earlier probes
 * brought); null when it is time for the result. Two are asked, and a third while anything that can be
 * asked after is under 4. First comes the follow-up of the last probe, if its dimension is under 4 and
 * did not rise by half a point; then the probe of the lowest dimension that was not asked after yet,
 * in the order of the dimensions and of the tree. No probe, and no wording, comes twice.
 */
export function chooseProbe(
  tree: readonly ProbeNode[],
  score: Scored,
  asked: readonly EarlierProbe[],
): ChosenProbe | null {
  if (asked.length >= most) return null;
  const last = asked.at(-1);
  const parent = tree.find(({ id }) => id === last?.id);
  if (last && parent?.next) {
    const now = score.dimensions[last.dimension];
    const id = writeNextId(parent.id);
    if (now < enough && now - last.before < rise && isNew(id, parent.next.text, asked)) {
      return describe({ id, kind: parent.kind, ...parent.next }, score, 'follow-up');
    }
  }
  const open = tree
    .filter(({ id, text }) => isNew(id, text, asked))
    .map((node, place) => ({ node, place, rank: rankOf(node.lacks, score, asked) }))
    .sort((a, b) => a.rank - b.rank || a.place - b.place);
  const [first] = open;
  if (!first) return null;
  const lacking = score.dimensions[first.node.lacks] < enough;
  if (asked.length >= fewest && !lacking) return null;
  return describe(first.node, score, lacking ? 'lacking' : 'lowest');
}

/** Low comes first. A dimension that was asked after stands behind all that were not. */
function rankOf(dimension: StarDimension, score: Scored, asked: readonly EarlierProbe[]): number {
  const again = asked.some((one) => one.dimension === dimension) ? 100 : 0;
  return again + score.dimensions[dimension] + starDimensions.indexOf(dimension) / 1000;
}

function isNew(id: string, text: string, asked: readonly EarlierProbe[]): boolean {
  return !asked.some((one) => one.id === id || one.text === text);
}

function describe(
  node: Pick<ProbeNode, 'id' | 'kind' | 'text' | 'lacks'>,
  score: Scored,
  raised: 'follow-up' | 'lacking' | 'lowest',
): ChosenProbe {
  const before = score.dimensions[node.lacks];
  const title = anchors[node.lacks].title;
  const step = liftByOne(score).find(({ dimension }) => dimension === node.lacks)?.steps[0];
  const stands = `${title} stands at ${writeFigure(before)} of 5`;
  const open = step ? ` ${step.advice}` : '';
  const lead = {
    'follow-up': `${stands} and the last answer did not raise it.`,
    lacking: `${stands}, the lowest that was not asked after yet.`,
    lowest: `Nothing lacks much: ${stands}, which is the lowest that can still be asked after.`,
  }[raised];
  return {
    id: node.id,
    kind: node.kind,
    text: node.text,
    dimension: node.lacks,
    rule: step ? `${raised}/${step.rule}` : raised,
    why: `${lead}${open}`,
    before,
  };
}

function writeFigure(value: number): string {
  return (Math.round(value * 10) / 10).toFixed(1);
}
