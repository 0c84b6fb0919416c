import type { PrincipleSlug } from './principles.ts';
import type { StoryKind } from './story.ts';

/** Where a principle has no story: a question that brings one to mind. It starts one, and is no interview question. */
export const starters: Readonly<Record<PrincipleSlug, string>> = {
  'customer-obsession': 'When did you change something because of what one customer told you?',
  ownership: 'What did you put right although it was nobody’s task, or another team’s?',
  'invent-and-simplify': 'Which step of your work is gone today because you took it out?',
  'are-right-a-lot': 'When did a fact that you went looking for change your own mind?',
  'learn-and-be-curious': 'What did you teach yourself that your work made use of later?',
  'hire-and-develop-the-best': 'Who does something alone today that you once did with them?',
  'insist-on-the-highest-standards':
    'What did you send back or stop because it was not good enough?',
  'think-big': 'Have you changed how several teams work, or laid a plan that they could?',
  'bias-for-action': 'When did you act before you knew everything, and how could it be undone?',
  frugality: 'Where did you save money or time, and how did you measure it?',
  'earn-trust': 'Whom did you tell an unwelcome truth, or an error of your own, before they asked?',
  'dive-deep': 'When did the raw records say something else than the report did?',
  'have-backbone-disagree-and-commit':
    'Which decision did you argue against, and then help to carry out?',
  'deliver-results': 'What did you bring in on its date although something stood in the way?',
  'strive-to-be-earths-best-employer': 'Whose working day is lighter or safer through you?',
  'success-and-scale-bring-broad-responsibility':
    'When did you weigh what your work does to people who never use it?',
};

/** What is said where no story is of a kind: kindly, and with a way to begin. */
export const kindBeginnings: Readonly<
  Record<StoryKind, { readonly said: string; readonly begin: string }>
> = {
  success: {
    said: 'You have no success story yet. It need not be large: something worked, and you can say what you did for it.',
    begin: 'What are you asked to do again, because it went well the last time?',
  },
  failure: {
    said: 'You have no failure story yet. Most people find this one hard to write. A small, honest one is enough: what you missed, what you did when you saw it, what you do since.',
    begin: 'What did you get wrong that you would do differently today?',
  },
  risk: {
    said: 'You have no story of a risk yet. It may have ended well or badly: what counts is that you weighed it first.',
    begin: 'When did you decide with something at stake, and what was your way back?',
  },
  growth: {
    said: 'You have no growth story yet. It tells how you work differently now than you did, and what brought you there.',
    begin: 'Which advice was hard to hear, and what do you do since?',
  },
};
