/** A decision with what was said of it beforehand; right means the best that there was. */
export interface StatedDecision {
  /** Per cent. */
  readonly confidence: number;
  readonly right: boolean;
}

/** Decisions of which one was equally sure. */
interface CalibrationGroup {
  readonly confidence: number;
  readonly count: number;
  /** 0 to 1. */
  readonly right: number;
}

/** How sure and how right. */
interface CalibrationFigures {
  readonly groups: readonly CalibrationGroup[];
  /** In a sentence: the Brier score, or how many decisions a curve still needs. */
  readonly words: string;
}

export const calibrationHead = ['Sure', 'Right', 'Decisions'] as const;

const needed = 10;

/** No groups where there are too few decisions for a curve. */
export function findCalibration(decisions: readonly StatedDecision[]): CalibrationFigures {
  const count = decisions.length;
  if (count < needed) {
    return {
      groups: [],
      words: `${needed} decisions with a stated confidence are needed for a curve, ${count} so far.`,
    };
  }
  const hint = count < 50 ? ' Small numbers: read it as a hint.' : '';
  return {
    groups: [50, 60, 70, 80, 90, 99].flatMap((confidence) => {
      const own = decisions.filter((one) => one.confidence === confidence);
      const right = own.filter((one) => one.right).length / own.length;
      return own.length === 0 ? [] : [{ confidence, count: own.length, right }];
    }),
    words: `Brier score ${findBrier(decisions).toFixed(2)} over ${count} decisions (0 is best, 0.25 is a coin).${hint}`,
  };
}

/** A row of the table, in the order of its head. */
export function writeGroup({ confidence, right, count }: CalibrationGroup): readonly string[] {
  return [`${confidence} %`, `${Math.round(right * 100)} %`, String(count)];
}

/** Mean squared distance between what was said and what was so; 0 for none. */
export function findBrier(decisions: readonly StatedDecision[]): number {
  return (
    decisions.reduce(
      (sum, { confidence, right }) => sum + (confidence / 100 - (right ? 1 : 0)) ** 2,
      0,
    ) / Math.max(1, decisions.length)
  );
}
