import type { Span } from '../sentences.ts';
import type { Finding } from './finding.ts';
import { spanOf } from './match.ts';
import type { SaidSentence } from './said-sentence.ts';
import type { Token } from './token.ts';
import type { Audience } from './update-request.ts';

export type Tlp = 'red' | 'amber' | 'green' | 'clear';

const marker = /\bTLP\s*[:-]?\s*(RED|AMBER(?:\s*\+\s*STRICT)?|GREEN|CLEAR|WHITE)\b/gi;

export function findTlp(text: string): Tlp | null {
  // Of two markings the stricter holds.
  const marked = [...text.matchAll(marker)].map(([, colour = '']) => colour.toLowerCase());
  const found =
    marked.find((colour) => colour === 'red') ??
    marked.find((colour) => colour.startsWith('amber')) ??
    marked.find((colour) => colour === 'green') ??
    marked[0];
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

/** "The report is marked TLP:AMBER": how this update itself is to be marked. */
export function isOwnMarking(fact: string): boolean {
  return /^(?:the|this|our)(?: own)? (?:report|update|notification|notice|message|note)\b.{0,40}\bTLP/i.test(
    fact,
  );
}

/** "Their note is TLP:RED, for Ana and Ben only": that there is one, and how it is marked. What it holds is not told. */
export function isAboutMarking(fact: string): boolean {
  // "The centre provided a TLP:AMBER report about it".
  if (
    /\b(?:provided|shared|sent|gave|issued|supplied|passed|handed|received|got|have|has|holds?)\b.{0,40}\b(?:a|an|its|their|the|one|some|extra) (?:\w+ )?TLP\s*[:-]?\s*\w+(?:\s*\+\s*STRICT)? (?:reports?|notes?|lists?|notices?|documents?|advisory|advisories|papers?|bulletins?)(?: (?:about|on|of|with|describing) [^:;,]{1,60})?\.?$/i.test(
      fact,
    )
  )
    return true;
  return /\b(?:is|are|was|were|comes?|came|marked|under)\s+(?:marked |under |sent under )?TLP\s*[:-]?\s*\w+(?:\s*\+\s*STRICT)?(?:\.?$|[,;]?\s+(?:and |but |so )?(?:must|may|for|not|only|to be|cannot|should|stays?|meant)\b[^:]*$)/i.test(
    fact,
  );
}

const keeping =
  /\b(?:(?:may|must|can|do|will) not|cannot|can['’]t|don['’]t) (?:pass|share|forward|repeat|show|give|disclose|include|tell)|\b(?:keep|kept|keeping) (?:it|this|them|that) (?:to ourselves|back|out)|\bnot part of this\b|\bleft out\b/i;

/** Markings in the text itself that this audience must not see. What facts are marked is in claims.ts. */
export function findBrokenTlp(
  text: string,
  audience: Audience,
  given: readonly string[],
): readonly Finding[] {
  const outside = audience === 'customers' || audience === 'regulator';
  // "The report is marked TLP:AMBER, for the authority": the marking of this very text.
  if (!outside) return [];
  const own = audience === 'regulator' ? given.filter(isOwnMarking).map(findTlp) : [];
  const spans: Span[] = [];
  for (const match of text.matchAll(
    /\bTLP\s*[:-]?\s*(RED|AMBER(?:\s*\+\s*STRICT)?|GREEN)\b|\b(?:internal(?: use)? only|not for (?:further |external |public )?distribution|do not (?:forward|share|distribute)|in (?:strict )?confidence|under embargo|embargoed)\b/gi,
  )) {
    const tlp = match[1]?.toLowerCase();
    if (tlp === 'green' && audience === 'regulator') continue;
    if (tlp !== undefined && own.includes(findTlp(match[0]))) continue;
    // "Do not forward files of that hour": what the reader is to do with these, and no marking.
    if (
      /^do not/i.test(match[0]) &&
      /^ (?!(?:this|it|further|outside|beyond|externally|publicly|to|with)\b)\w/i.test(
        text.slice(match.index + match[0].length),
      )
    )
      continue;
    // "If you see somebody's picture, delete it and do not share it": a request about that thing.
    if (
      /^do not/i.test(match[0]) &&
      /^ (?:it|them)\b/i.test(text.slice(match.index + match[0].length)) &&
      /\b(?:pictures?|photos?|images?|files?|links?|screenshots?|e-?mails?|messages?|delete)\b[^.!?\n]*$/i.test(
        text.slice(0, match.index),
      )
    )
      continue;
    // "Report to the authority, marked TLP:AMBER": its sender marks it so for those who are to have it.
    if (
      audience === 'regulator' &&
      tlp?.startsWith('amber') === true &&
      /^[^.\n:]{0,120}\b(?:report|notification|notice|communication|submission|update)\b[^.\n:]{0,80}\bmarked $/i.test(
        text.slice(0, match.index),
      )
    )
      continue;
    if (
      audience === 'regulator' &&
      tlp?.startsWith('amber') === true &&
      isInOwnHeading(text, match.index)
    )
      continue;
    // "Under TLP:RED. We may not pass it on".
    const behind = text.slice(match.index, match.index + match[0].length + 90);
    if ((tlp !== undefined || /confidence$/i.test(match[0])) && keeping.test(behind)) continue;
    spans.push([match.index, match.index + match[0].length]);
  }
  spans.push(...findSetOut(text));
  if (spans.length === 0) return [];
  const why =
    'This came under a marking that does not let it out to these readers. Ask its source to release it, or leave it out.';
  return [{ rule: 'broken-tlp', cost: 0.3, spans, why }];
}

/** "Notification to the Authority, TLP:AMBER": what a text is, to whom it goes, and how its sender marks it. */
function isInOwnHeading(text: string, at: number): boolean {
  const heading = text.trimStart().split('\n', 1)[0] ?? '';
  return (
    at < heading.length + text.indexOf(heading) &&
    /^[([]?TLP\s*[:-]?\s*AMBER(?:\s*\+\s*STRICT)?[)\]]?[.:]?$|^(?:(?:incident|breach|initial|first|second|third|interim|follow-up|final|supervisory|our|this) ){0,3}(?:report|notification|notice|communication|submission|update)\b(?! (?:of|by|from)\b)[^.:;\n]{0,80}[\s,–—([-]{1,4}TLP\s*[:-]?\s*AMBER[)\]]?[.,]?(?: for [^.:;\n]{0,40})?$/i.test(
      heading.trimEnd(),
    )
  );
}

/** "We set out what they told us under AMBER+STRICT: …": what another's report holds, and not that there is one. */
function findSetOut(text: string): readonly Span[] {
  return [
    ...text.matchAll(
      /\b(?:set out|add|attach|quote|repeat|pass on|share|give|include|relay|reproduce|enclose|summari[sz]e|[Hh]ere (?:is|are|follows))\b[^.;:\n]{0,80}\b(?:AMBER\s*\+\s*STRICT|(?:TLP\s*[:-]?\s*|under |marked )RED)\b[^.;:\n]{0,40}:\s+\S/g,
    ),
  ].flatMap((match): Span[] => {
    const lead = text.slice(Math.max(0, match.index - 60), match.index);
    const isRefused = /\b(?:not|never|nothing|cannot|nor)\b|n['’]t\b/.test(
      lead.slice(lead.search(/[.;:\n][^.;:\n]*$/) + 1),
    );
    return isRefused ? [] : [[match.index, match.index + match[0].length - 1]];
  });
}

/** Whom an organisation that is told AMBER+STRICT or RED is not: those it works with. */
const outsiders =
  /\b(?:agents?|integrators?|insurers?|installers?|utilities|providers?|(?:neighbouring|other|fellow|nearby) (?:\w+ )?(?:utilities|companies|firms|banks|hospitals|schools|councils|municipalities|operators|plants|sites|organi[sz]ations|ports|airlines|shops)|partners?|customers?|clients?|suppliers?|vendors?|hauliers?|contractors?|resellers?|peers|press|journalists?|neighbours?|friends|branch(?:es)? of (?:our|the) partner\w*|everyone|everybody|all staff|group companies|sister compan\w+)\b/i;
const handedOn =
  /\b(?:(?:forward(?:ed)?|passed|sent|shared|gave|given|copied|showed)\b[^.;\n]{0,70}\b(?:AMBER\s*\+\s*STRICT|RED)\b[^.;\n]{0,60}\b(?:to|with)\b([^.;\n]{0,90}))/g;
const refused = /\b(?:not|never|nobody|no one|nothing|don['’]t|cannot|can['’]t|must|please|ask)\b/i;

/** "I have forwarded the centre's AMBER+STRICT notice to our agents": told of another document. */
function findHandedOn(text: string): readonly Finding[] {
  const spans = [...text.matchAll(handedOn)].flatMap((match): Span[] => {
    const [whole, to = ''] = match;
    const lead = text.slice(Math.max(0, match.index - 30), match.index);
    if (refused.test(lead.slice(lead.search(/[.;\n][^.;\n]*$/) + 1)) || !outsiders.test(to))
      return [];
    return [[match.index, match.index + whole.length]];
  });
  // "From their TLP:RED note, here is the list": its contents, in a text that more people read.
  const own = /\bTLP\s*[:-]?\s*(\w+)/i.exec(text);
  for (const match of text.matchAll(
    /\b(?:from|in|per|as in)\b[^.\n]{0,60}\bTLP\s*[:-]?\s*RED\b[^.\n]{0,60}\b(?:here (?:is|are)|reads|lists|says|as follows)\b/gi,
  )) {
    if (own?.[1]?.toLowerCase() !== 'red' || own.index >= match.index) {
      spans.push([match.index, match.index + match[0].length]);
    }
  }
  if (spans.length === 0) return [];
  const why =
    'This came under a marking that does not let it go there. Ask its source to release it, or leave it out.';
  return [{ rule: 'broken-tlp', cost: 0.3, spans, why }];
}

/** RED is for those who were named, and for nobody else of the same house. */
const unnamed =
  /\b(?:them|branch(?:es)?|call cent(?:re|er)s?|desks?|teams?|colleagues|departments?|shift|office|group|channel)\b/i;
const handing =
  /^(?:forward|share|send|pass|attach|give|mail|e-?mail|copy|show|hand|circulate|distribute|let|slip|drop|lend|shoot|pop|paste|upload|post)$/;

/** "Their list is AMBER+STRICT. Please attach it to the mail to our dealers": asked of the reader, of another document. */
function findAskedOn(text: string, said: readonly SaidSentence[]): readonly Finding[] {
  const markings = said.map(({ span }) =>
    /\bTLP\s*[:-]?\s*(AMBER\s*\+\s*STRICT|RED)\b/i.exec(text.slice(...span))?.[1]?.toLowerCase(),
  );
  // "TLP:AMBER+STRICT" above a text is of all of it.
  const [own] = /^\W*TLP\b/i.test(text) ? markings : [];
  const spans = said.flatMap((sentence, index) => {
    const near = markings
      .slice(Math.max(0, index - 3), index + 1)
      .filter((one) => one !== undefined);
    if (near.length === 0 && own === undefined) return [];
    const earlier = said[index - 1];
    const before = earlier ? text.slice(...earlier.span) : '';
    return sentence.byClause.flatMap((tokens, clause): Span[] => {
      const at = tokens.findIndex(({ text: own, negated }) => handing.test(own) && !negated);
      // "If the call centre asks, forward it", "they are in the group, forward them": what is asked stands behind the comma.
      const comma = tokens.findLastIndex(({ gap }, to) => to <= at && gap.includes(','));
      const from = /^(?:if|when|should|once)$/.test(tokens[0]?.text ?? '')
        ? comma
        : Math.max(0, comma);
      const isAsked =
        at >= 0 &&
        from >= 0 &&
        tokens
          .slice(from, at)
          .every(({ text: own }) =>
            /^(?:so|and|please|then|just|also|you|can|may|should|do)$/.test(own),
          );
      if (!isAsked || tokens.some(({ text: own }) => keepingBack.test(own))) return [];
      const span = spanOf(sentence, clause);
      const to = text.slice(...span).replace(/\b(?:from|of) (?:the |our |their )?\w+/g, '');
      return tokens
        .slice(at + 1)
        .some(
          ({ text: own }) =>
            document.test(own) || pages.test(own) || (own === 'them' && tellsOfPages(sentence)),
        ) &&
        (((near.length > 0 || own !== undefined) && outsiders.test(to)) ||
          (near.includes('red') && unnamed.test(to)) ||
          // "Our resellers ask for the list. Mail it over to them".
          (/\b(?:them|him|her)\b/.test(to) && outsiders.test(before)))
        ? [span]
        : [];
    });
  });
  if (spans.length === 0) return [];
  const why =
    'This came under a marking that does not let it go there. Ask its source to release it, or leave it out.';
  return [{ rule: 'broken-tlp', cost: 0.3, spans, why }];
}

const keepingBack =
  /^(?:not|never|nothing|nobody|none|no|without|unless|only|cannot|clear|released)$/;

const passing =
  /^(?:forward|forwarded|share|shared|post|posted|publish|published|tweet|tweeted|distribute|distributed|circulate|circulated|pass|passed|send|sent|put|upload|uploaded|copy|copied|go|goes|went|release|released|print|printed)$/;
const document =
  /^(?:this|it|report|update|message|mail|e-?mail|note|summary|copy|copies|indicators?|notification|document|letter|notes|list|iocs?|details|version|annex|appendix|advisory)$/;
/** "I took photos of the pages, forward them"; people are sent somewhere, too. */
function tellsOfPages({ tokens }: SaidSentence): boolean {
  return tokens.some(({ text }) => pages.test(text));
}

/** What somebody took of a document. */
const pages = /^(?:pages?|photos?|pictures|screenshots?|excerpts?)$/;
const publicly =
  /^(?:tweet|tweeted|public|publicly|press|journalists?|reporters?|media|newspapers?|websites?|web|page|site|blog|forum|twitter|linkedin|facebook|mastodon|social|internet|online|world)$/;
const anybody =
  /^(?:everyone|everybody|anyone|anybody|whoever|others|partners?|outside|outsiders|operators?|agencies|sector|industry|friends|widely|freely|peers)$/;
/** RED stays with those who were named, also in the same house. */
const inside =
  /^(?:staff|colleagues|employees|everyone|team|teams|company|intranet|department|departments|channel|managers)$/;
const strangers = new Set(['attacker', 'they', 'he', 'she', 'criminal']);

/** A text that is handed on, or tells of handing on, beyond what a marking allows. */
export function findSpreading(text: string, said: readonly SaidSentence[]): readonly Finding[] {
  return [...findOwnSpreading(text, said), ...findHandedOn(text), ...findAskedOn(text, said)];
}

/** A text that asks to hand on, or was handed on, beyond what its own marking allows. */
function findOwnSpreading(text: string, said: readonly SaidSentence[]): readonly Finding[] {
  const tlp = findTlp(text);
  if (tlp === null || tlp === 'clear') return [];
  const spans: Span[] = [];
  for (const sentence of said) {
    for (const [clause, tokens] of sentence.byClause.entries()) {
      if (spreads(tokens, tlp)) spans.push(spanOf(sentence, clause));
    }
  }
  if (spans.length === 0) return [];
  const why = `TLP:${tlp.toUpperCase()} does not let it go there. Leave the wider circle out, or ask for another marking.`;
  return [{ rule: 'broken-tlp', cost: 0.3, spans, why }];
}

function spreads(tokens: readonly Token[], tlp: Tlp): boolean {
  const at = tokens.findIndex(
    ({ text, negated, mood }) => passing.test(text) && !negated && mood !== 'open',
  );
  if (at < 0) return false;
  // "They posted it on a public site" is what was done to us.
  if (tokens.slice(0, at).some(({ text, concept }) => strangers.has(concept?.id ?? text)))
    return false;
  // "Share freely", "Handling | Feel free to forward": what is to be shared is the text itself.
  const label = tokens.findLastIndex(({ gap }, to) => to <= at && /[|:]/.test(gap));
  const asked = tokens
    .slice(Math.max(0, label), at)
    .every(({ text }) => /^(?:please|feel|free|to|do|and|you|may|can|be|tlp.{0,14})$/.test(text));
  return (
    (asked || isHandedAll(tokens) || tokens.some(({ text }) => document.test(text))) &&
    tokens.some(
      ({ text, negated }, to) =>
        !negated &&
        // "The sector's CERT sent indicators": from whom it came.
        (to >= at || tokens.some((word) => /^(?:was|were|been|is|are)$/.test(word.text))) &&
        (publicly.test(text) ||
          /^(?:press|news\w{0,10}|media|tips|editors?)@/.test(text) ||
          (tlp === 'red' && inside.test(text)) ||
          (tlp !== 'green' && anybody.test(text))),
    )
  );
}

/** "Then forward the lot to them and post them on a forum". */
function isHandedAll(tokens: readonly Token[]): boolean {
  return tokens.some(
    ({ text, negated }, at) =>
      /^(?:forward|share|post|publish|pass|circulate|distribute|upload)$/.test(text) &&
      !negated &&
      (tokens[at + 1]?.text === 'them' ||
        (tokens[at + 1]?.text === 'the' && tokens[at + 2]?.text === 'lot')) &&
      !tokens.slice(0, at).some(({ text: own }) => /^(?:we|i|they|he|she)$/.test(own)),
  );
}
