import type { AnswerRole } from './answer-role.ts';
import type { StarDimension } from './star-rule.ts';

/** An answer to a probe, with the dimension that the probe asked after. */
export interface ProbeAnswer {
  readonly id: string;
  readonly dimension: StarDimension;
  readonly text: string;
}

/** Where each piece of the account comes from; UTF-16, end exclusive, in order, without gaps but blank ones. */
export interface AccountPart {
  /** null: of the answer itself. */
  readonly probe: string | null;
  readonly start: number;
  readonly end: number;
}

export interface Account {
  readonly text: string;
  readonly parts: readonly AccountPart[];
}

/** The role after which an answer to a probe belongs; what it asks after is told there. */
const place: Readonly<Record<StarDimension, AnswerRole>> = {
  specificity: 'situation',
  own_action: 'action',
  judgement: 'action',
  result: 'result',
  reflection: 'reflection',
  relevance: 'action',
};
const order: readonly AnswerRole[] = ['situation', 'task', 'action', 'result', 'reflection'];

/**
 * The answer and what probes brought, as one account that can be scored. A probe's answer comes late
 * only because it was asked late, so it is put where the answer tells of the same thing: after the
 * last sentence of that role, or of the roles before it. Nothing is changed or left out; what has no
 * words adds nothing.
 *
 * @param sentences of the answer, with their roles
 */
export function joinAccount(
  answer: string,
  sentences: readonly { readonly end: number; readonly role: AnswerRole }[],
  probes: readonly ProbeAnswer[],
): Account {
  const told = probes
    .filter(({ text }) => text.trim() !== '')
    .map((probe, asked) => ({ probe, asked, at: findPlace(probe.dimension, sentences) }))
    .sort((a, b) => a.at - b.at || a.asked - b.asked);
  let text = '';
  const parts: AccountPart[] = [];
  const add = (piece: string, probe: string | null): void => {
    if (piece.trim() === '') return;
    if (text !== '') text += '\n\n';
    const start = text.length;
    text += piece;
    parts.push({ probe, start, end: text.length });
  };
  let from = 0;
  for (const { probe, at } of told) {
    if (at > from) add(answer.slice(from, at), null);
    from = Math.max(from, at);
    add(probe.text, probe.id);
  }
  add(answer.slice(from), null);
  return { text, parts };
}

function findPlace(
  dimension: StarDimension,
  sentences: readonly { readonly end: number; readonly role: AnswerRole }[],
): number {
  const wanted = order.slice(0, order.indexOf(place[dimension]) + 1);
  const before = sentences.findLast(({ role }) => wanted.includes(role));
  // Without any such sentence: the scene before all, the rest after all.
  return before?.end ?? (dimension === 'specificity' ? 0 : (sentences.at(-1)?.end ?? 0));
}
