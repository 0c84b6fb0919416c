export interface GuideStep {
  /** The part of the room it points at: `pane-<target>`. */
  readonly target: 'clock' | 'feed' | 'bench' | 'dock' | 'notebook';
  readonly title: string;
  readonly text: string;
}

export const guideSteps: readonly [GuideStep, ...GuideStep[]] = [
  {
    target: 'feed',
    title: 'What comes in',
    text: 'Alerts, mail, chat and calls arrive here, newest on top. Open one to read it and to answer. F leads here; some want an answer in time, and say so in words.',
  },
  {
    target: 'bench',
    title: 'What you can look at',
    text: 'Brief, evidence and tools stand in tabs. Opening evidence or using a tool may cost minutes, shown before you do it. On a row or line, P pins, T puts it on your timeline, I notes an indicator, L links it to the decision.',
  },
  {
    target: 'dock',
    title: 'What you decide',
    text: 'Open decisions wait here while the clock runs on. Choose with A to E, say how sure you are, link what it rests on. "Not yet" sets it aside with a note.',
  },
  {
    target: 'notebook',
    title: 'What you make of it',
    text: 'Your timeline, hypotheses, indicators and notes. They are compared with what was true in the debrief. Ctrl+Z takes back what you wrote.',
  },
  {
    target: 'clock',
    title: 'Time is yours',
    text: 'Space pauses, and you can go slower, faster or to the next event (Alt+J). Pausing never costs points. Alt+C says the time. A hint shows its price before you take it.',
  },
];

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const gap = 12;

/** Where the card stands in the window: beside what it points at, where there is room, else inside it. */
export function placeCard(
  box: Box | null,
  width: number,
  height: number,
  card_w: number,
  card_h: number,
): { readonly left: number; readonly top: number } {
  const within = (value: number, most: number): number =>
    Math.max(gap, Math.min(value, most - gap));
  const at = (left: number, top: number) => ({
    left: within(left, width - card_w),
    top: within(top, height - card_h),
  });
  if (!box) return at((width - card_w) / 2, height - card_h - 40);
  const right = box.left + box.width;
  const bottom = box.top + box.height;
  if (box.width > width * 0.6 && bottom + card_h + gap < height)
    return at(box.left + gap, bottom + gap);
  if (box.width > width * 0.6) return at(box.left + gap, box.top - card_h - gap);
  if (right + card_w + 2 * gap < width) return at(right + gap, box.top + 40);
  if (box.left - card_w - 2 * gap > 0) return at(box.left - card_w - gap, box.top + 40);
  return at(right - card_w - gap, bottom - card_h - gap);
}
