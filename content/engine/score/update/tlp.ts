import type { Span } from '../sentences.ts';
import type { Finding } from './finding.ts';
import type { Audience } from './update-request.ts';

export type Tlp = 'red' | 'amber' | 'green' | 'clear';

const marker = /\bTLP\s*[:-]?\s*(RED|AMBER(?:\s*\+\s*STRICT)?|GREEN|CLEAR|WHITE)\b/i;

export function findTlp(text: string): Tlp | null {
  const found = marker.exec(text)?.[1]?.toLowerCase();
  if (found === undefined) {
    return /\b(?:in (?:strict )?confidence|under embargo|embargoed|not for (?:further )?distribution)\b/i.test(
      text,
    )
      ? 'amber'
      : null;
  }
  return found.startsWith('amber')
    ? 'amber'
    : found === 'red'
      ? 'red'
      : found === 'green'
        ? 'green'
        : 'clear';
}

export function stripTlp(text: string): string {
  return text.replace(
    /[([]?\bTLP\s*[:-]?\s*(?:RED|AMBER(?:\s*\+\s*STRICT)?|GREEN|CLEAR|WHITE)\b[)\]]?\s*[:,–—-]?\s*/gi,
    '',
  );
}

/**
 * Traffic Light Protocol 2.0: RED is for the named recipients alone, AMBER for the organisation and
 * those of its clients who need it, GREEN for its community, CLEAR for everybody.
 */
export function mayRead(audience: Audience, tlp: Tlp | null): boolean {
  if (tlp === null || tlp === 'clear') return true;
  if (audience === 'customers') return false;
  if (audience === 'regulator') return tlp === 'green';
  return tlp !== 'red';
}

/** Markings in the text itself that this audience must not see. What facts are marked is in claims.ts. */
export function findBrokenTlp(text: string, audience: Audience): readonly Finding[] {
  const outside = audience === 'customers' || audience === 'regulator';
  if (!outside) return [];
  const spans: Span[] = [];
  for (const match of text.matchAll(
    /\bTLP\s*[:-]?\s*(RED|AMBER(?:\s*\+\s*STRICT)?|GREEN)\b|\b(?:internal(?: use)? only|not for (?:further |external |public )?distribution|do not (?:forward|share|distribute)|in (?:strict )?confidence|under embargo|embargoed)\b/gi,
  )) {
    const tlp = match[1]?.toLowerCase();
    if (tlp === 'green' && audience === 'regulator') continue;
    spans.push([match.index, match.index + match[0].length]);
  }
  if (spans.length === 0) return [];
  const why =
    'This came under a marking that does not let it out to these readers. Ask its source to release it, or leave it out.';
  return [{ rule: 'broken-tlp', cost: 0.3, spans, why }];
}
