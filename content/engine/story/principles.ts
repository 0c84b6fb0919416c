/**
 * The sixteen leadership principles by name. Their wording belongs to their owner, so each gloss is
 * our own; the product is not affiliated. Order and names as published.
 */
export const principles = [
  {
    slug: 'customer-obsession',
    name: 'Customer Obsession',
    gloss: 'Start from what a customer needs, and check it with customers.',
  },
  {
    slug: 'ownership',
    name: 'Ownership',
    gloss: 'Treat what goes wrong as yours, beyond your own team and quarter.',
  },
  {
    slug: 'invent-and-simplify',
    name: 'Invent and Simplify',
    gloss: 'Find a new way, and leave fewer moving parts behind.',
  },
  {
    slug: 'are-right-a-lot',
    name: 'Are Right, A Lot',
    gloss: 'Judge well, look for what would prove you wrong, and change your mind.',
  },
  {
    slug: 'learn-and-be-curious',
    name: 'Learn and Be Curious',
    gloss: 'Try what is new before you need it, and pass it on.',
  },
  {
    slug: 'hire-and-develop-the-best',
    name: 'Hire and Develop the Best',
    gloss: 'Choose people with care, and make them better than you.',
  },
  {
    slug: 'insist-on-the-highest-standards',
    name: 'Insist on the Highest Standards',
    gloss: 'Hold a bar others find high, and help them reach it.',
  },
  {
    slug: 'think-big',
    name: 'Think Big',
    gloss: 'Draw the larger end state, and take its first real step.',
  },
  {
    slug: 'bias-for-action',
    name: 'Bias for Action',
    gloss: 'Act in time on what can be undone, with open eyes.',
  },
  {
    slug: 'frugality',
    name: 'Frugality',
    gloss: 'Get more done with less, and measure what it saved.',
  },
  {
    slug: 'earn-trust',
    name: 'Earn Trust',
    gloss: 'Speak plainly, own your errors early, keep your word.',
  },
  {
    slug: 'dive-deep',
    name: 'Dive Deep',
    gloss: 'Go to the raw facts when figures and stories disagree.',
  },
  {
    slug: 'have-backbone-disagree-and-commit',
    name: 'Have Backbone; Disagree and Commit',
    gloss: 'Disagree with reasons while it is open, support it wholly once decided.',
  },
  {
    slug: 'deliver-results',
    name: 'Deliver Results',
    gloss: 'Remove what is in the way and bring what was promised, in time.',
  },
  {
    slug: 'strive-to-be-earths-best-employer',
    name: "Strive to be Earth's Best Employer",
    gloss: 'Make work safer, fairer and lighter for the people who do it.',
  },
  {
    slug: 'success-and-scale-bring-broad-responsibility',
    name: 'Success and Scale Bring Broad Responsibility',
    gloss: 'Weigh what your success does to others far from you.',
  },
] as const;

export type PrincipleSlug = (typeof principles)[number]['slug'];
export type Principle = (typeof principles)[number];

const bySlug = new Map<string, Principle>(principles.map((one) => [one.slug, one]));

export function findPrinciple(slug: string): Principle | null {
  return bySlug.get(slug) ?? null;
}

/** By name or slug, whatever its case, apostrophes and stops; null where there is none of that name. */
export function findPrincipleNamed(given: string): Principle | null {
  if (given.length > 200) return null;
  const slug = given
    .toLowerCase()
    .replaceAll(/['’‘]/g, '')
    .replaceAll(/[^a-z]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return findPrinciple(slug);
}
