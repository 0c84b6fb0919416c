import type { LearnerName } from './learners.ts';
import type { Earned } from './earned.ts';

/** A way of playing that earns more, or less, than a drill should let it. */
export interface EasyGame {
  readonly learner: LearnerName;
  readonly message: string;
  readonly why: string;
}

/** What each learner may earn of a drill's total, and of its decisions, on average. */
const limits: readonly {
  readonly learner: LearnerName;
  readonly most: number;
  readonly of: 'total' | 'decisions';
  readonly why: string;
}[] = [
  ...(['first', 'longest', 'escalate'] as const).flatMap((learner) =>
    (['total', 'decisions'] as const).map((of) => ({
      learner,
      most: 0.55,
      of,
      why: 'Who does not read must not come through: the options tell too much, or their ratings lie too close.',
    })),
  ),
  {
    learner: 'random',
    most: 0.45,
    of: 'total',
    why: 'Chance must not come near to half: rate wrong options lower, or weigh what needs the evidence.',
  },
  {
    learner: 'careless',
    most: 0.5,
    of: 'total',
    why: 'Being sure without having read must cost: ask for evidence, or set confidence_cost.',
  },
  {
    learner: 'hasty',
    most: 0.7,
    of: 'total',
    why: 'Half of the decisions right by luck must not be enough: let more points rest on evidence and updates.',
  },
];
/** Of the decisions, by who knows every rating and cites all that is accepted. */
const leastOfExpert = 0.9;

/** Compares what learners earned with the limits. */
export function findEasyGames(earned: readonly Earned[]): readonly EasyGame[] {
  const by = new Map(earned.map((one) => [one.learner, one]));
  const easy = limits.flatMap(({ learner, most, of, why }): EasyGame[] => {
    const share = by.get(learner)?.[of].mean ?? 0;
    if (share <= most) return [];
    const what = of === 'total' ? 'the points' : 'the points for decisions';
    const message = `The ${learner} learner earns ${percent(share)} of ${what}; ${percent(most)} is the limit.`;
    return [{ learner, message, why }];
  });
  const best = by.get('expert')?.decisions.mean ?? 1;
  if (best >= leastOfExpert) return easy;
  return [
    ...easy,
    {
      learner: 'expert',
      message: `The expert earns ${percent(best)} of the points for decisions; ${percent(leastOfExpert)} should be there to be had.`,
      why: 'Who knows every answer cannot earn it: a decision closes too soon, or what it accepts as evidence cannot be cited.',
    },
  ];
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
