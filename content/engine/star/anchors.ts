import type { StarDimension } from './star-rule.ts';

/** What 1, 3 and 5 look like. Between them the score is a matter of how much of each is there. */
export interface Anchors {
  readonly title: string;
  readonly 1: string;
  readonly 3: string;
  readonly 5: string;
}

export const anchors: Readonly<Record<StarDimension, Anchors>> = {
  specificity: {
    title: 'Specificity',
    1: 'Could be anybody’s story: no time, no place, no names, “some issues”. Or it did not happen.',
    3: 'One event, but its size, its time or the people in it are left open.',
    5: 'When, where, who and how much are said; a listener could ask about each and get an answer.',
  },
  own_action: {
    title: 'Own action',
    1: 'Nothing was done, or it would be done, or only “we” did it.',
    3: 'You acted, in wide words (“handled”, “supported”), or your part cannot be told from the team’s.',
    5: 'Single steps in the first person, each with its object, and what others did beside them.',
  },
  judgement: {
    title: 'Judgement and alternatives',
    1: 'One way only, without a reason.',
    3: 'A reason is given, but no other way, or nobody who saw it otherwise.',
    5: 'Another way was weighed, with its price; somebody objected or had to be won; the reason is said.',
  },
  result: {
    title: 'Evidence of result',
    1: 'No outcome, or it is said that nobody knows.',
    3: 'An outcome in words, or a figure that stands alone.',
    5: 'A figure with its unit, what it was before, over what time, and how it was measured.',
  },
  reflection: {
    title: 'Reflection',
    1: 'None, “I learned a lot”, or it was the fault of others.',
    3: 'A lesson, without where it was used since.',
    5: 'What was missed is owned, the lesson is said in a sentence, and where it was used since.',
  },
  relevance: {
    title: 'Relevance to the principle',
    1: 'Another question’s answer, the question itself, or no story.',
    3: 'A real story that touches what was asked.',
    5: 'One event that shows what the question and its principle ask for.',
  },
};
