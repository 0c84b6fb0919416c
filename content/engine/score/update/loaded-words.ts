import type { Finding } from './finding.ts';
import type { Span } from '../sentences.ts';
import type { Audience } from './update-request.ts';

const loaded =
  /\b(?:massive(?:ly)?|huge(?:ly)?|catastroph\w+|disast\w+|devastat\w+|terribl[ey]|horrific|horrible|nightmare|unprecedented|shocking(?:ly)?|dramatic(?:ally)?|enormous(?:ly)?|gigantic|epic|chaos|chaotic|extremely|incredibl[ey]|insane(?:ly)?|total meltdown|meltdown|highly sophisticated|extremely sophisticated|sophisticated|world[- ]class|heroic(?:ally)?|tireless(?:ly)?|amazing|minor|glitch(?:es)?|hiccups?|blips?|trivial|tiny|negligible|harmless|insignificant|no big deal|not a big deal|just a (?:small|little|brief|short)|only a (?:small|handful|few|tiny|minor|brief)|a bit of|little (?:issue|problem|incident|bug)|small (?:issue|problem|incident|bug|hiccup|matter)|slight(?:ly)?|merely(?!\s+(?:\d|a\b|one|two|three|four|five|six|seven|eight|nine|ten|twelve))|out of an abundance of caution|abundance of caution|nothing serious|nothing major|not serious|storm in a teacup|routine matter|mishap|technical difficulties|inconvenience)\b/gi;

/** Words that make it smaller or larger than the figures do. */
export function findLoadedWords(
  text: string,
  given: string,
  audience: Audience,
): readonly Finding[] {
  const known = given.toLowerCase();
  const spans = [...text.matchAll(loaded)]
    .filter((match) => !known.includes(match[0].toLowerCase()))
    // "We are sorry for the inconvenience" is courtesy to customers; elsewhere it plays down.
    .filter(
      (match) =>
        !(
          match[0].toLowerCase() === 'inconvenience' &&
          audience === 'customers' &&
          /sorry|apolog/i.test(text.slice(Math.max(0, match.index - 80), match.index))
        ),
    )
    // "The change looked harmless": how a thing seemed before, and nothing of what came of it.
    .filter(
      (match) =>
        !/\b(?:looked|seemed|appeared)(?: (?:like|to be|so|quite|a|an))*\s$/i.test(
          text.slice(Math.max(0, match.index - 40), match.index),
        ),
    )
    .map((match): Span => [match.index, match.index + match[0].length]);
  if (spans.length === 0) return [];
  const why =
    'This word makes it smaller or larger than the facts do. Give the figure and let the reader judge.';
  return [
    {
      rule: 'loaded-words',
      cost: Math.min(0.2, 0.05 + 0.03 * spans.length),
      spans: spans.slice(0, 12),
      why,
    },
  ];
}
