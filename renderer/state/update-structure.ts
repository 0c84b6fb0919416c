import type { Update } from '../../content/engine/format/drill-schema.ts';

type FactKind = Update['facts'][number]['kind'];

/** What tells, in any drill, that a text speaks of a matter. It knows nothing of this drill's facts. */
const signs: Readonly<Record<FactKind, RegExp>> = {
  impact:
    /\b(?:affect|impact|customer|user|service|data|down|degraded|lost|exposed|used by|outage)/i,
  scope:
    /\b(?:scope|region|account|host|system|only|all|how many|so far|limited|other|\d+ of \d+)/i,
  status:
    /\b(?:now|currently|status|contained|open|running|stopped|off|restored|ongoing|closed)\b/i,
  severity: /\b(?:severity|P[1-4]|critical|high|medium|low)\b/i,
  action:
    /\b(?:we (?:have|are|will|turned|did)|deactivat|revok|isolat|replac|block|rotat|rebuil|paus|restor)/i,
  owner: /\b(?:own(?:s|er|ed)|is doing|takes|responsible|assigned|lead(?:s|ing)?|on it)\b/i,
  unknown:
    /\b(?:(?:do|does) not (?:yet )?know|unknown|not yet|unclear|checking|unconfirmed|still (?:looking|open))\b/i,
  next_update:
    /\b(?:next update|(?:write|report|update|hear)(?: you)? (?:again|next|back|at|by|in)|again at)\b/i,
};

export const structureWords: Readonly<Record<FactKind, string>> = {
  impact: 'Impact',
  scope: 'Scope so far',
  status: 'Status now',
  severity: 'Severity',
  action: 'What we are doing',
  owner: 'Owner of each action',
  unknown: 'What we do not know',
  next_update: 'Next update, a time',
};

export interface StructureLine {
  readonly kind: FactKind;
  readonly found: 'full' | 'part' | 'none';
}

/** Which matters that a reader needs the text speaks of: structure only, never whether it is right. */
export function checkStructure(update: Update, text: string): readonly StructureLine[] {
  const kinds = [...new Set(update.facts.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const said = signs[kind].test(text);
    if (kind !== 'next_update') return { kind, found: said ? 'full' : 'none' };
    const timed = /\b\d{1,2}[:.]\d{2}\b|\bT\+\d|\b(?:in|within) \d+/i.test(text);
    return { kind, found: said && timed ? 'full' : said || timed ? 'part' : 'none' };
  });
}

/** Sentences that rule something out without saying what was checked: they need a source. */
export function findBareClaims(text: string): readonly string[] {
  const sentences = text.match(/[^.!?\n]+[.!?]?/g) ?? [];
  return sentences
    .map((sentence) => sentence.trim())
    .filter(
      (sentence) =>
        /\b(?:no|none|never|nobody|nothing|all)\b/i.test(sentence) &&
        /\b(?:access|affect|los[te]|taken|stolen|leak|exfiltrat|compromis|safe|secure)/i.test(
          sentence,
        ) &&
        !/\b(?:evidence|seen|so far|found|checked|until|yet)\b/i.test(sentence),
    );
}
