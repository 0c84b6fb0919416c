/** What may be claimed of a score, step by step. Ours reaches 1; the higher ones need people outside the team. */
const claimLadder = [
  { level: 0, text: 'A list of rules; nothing was measured.' },
  { level: 1, text: 'The code matches its rubric on the team’s own cases.' },
  { level: 2, text: 'Agreement with raters is known, with its interval.' },
  { level: 3, text: 'It holds on new questions and new authors.' },
  { level: 4, text: 'It relates to an outcome.' },
] as const;

/** Shown beside every score. */
export const claimReached = {
  level: 1,
  ladder: claimLadder,
  text: 'Practice rubric, step 1 of 4: the rules match the team’s own cases, no more. Nobody outside has rated it, and no employer’s bar is meant.',
} as const;
