import type { PreparedDrill } from '../../../content/engine/drill/prepared-drill.ts';
import { formatScenarioTime } from '../../../content/engine/format/scenario-time.ts';
import type { SaidReview, SaidRule } from '../../../content/engine/score/said-check.ts';

/** One text to a person in words: whom to, when, and what it promises or leaks. */
export interface ToldSaid {
  readonly seq: number;
  readonly at: string;
  readonly reader: string;
  readonly text: string;
  readonly findings: readonly { readonly label: string; readonly words: string }[];
}

/** Where the rules found nothing in a text. */
export const nothingFound = 'Nothing that promises or leaks was found.';
export const ownWordsNote = 'Words are compared, nothing is understood. It costs no points.';

const labels: Readonly<Record<SaidRule, string>> = {
  secret: 'A secret',
  inside: 'For those inside',
  promise: 'A promise',
  claim: 'Not known yet',
  blame: 'Blame',
};

export function tellSaid({ drill, byId }: PreparedDrill, { said, findings }: SaidReview): ToldSaid {
  const from = byId.feed.get(said.item)?.from;
  return {
    seq: said.seq,
    at: formatScenarioTime(said.at_s),
    reader: drill.people.find(({ id }) => id === from)?.name ?? said.item,
    text: said.text,
    findings: findings.map(({ rule, spans, why }) => {
      const quoted = spans.map(([start, end]) => `“${said.text.slice(start, end)}”`).join(', ');
      return { label: labels[rule], words: `${quoted}. ${why}` };
    }),
  };
}
