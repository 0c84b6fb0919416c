import type { Finding } from './finding.ts';
import type { Span } from '../sentences.ts';

const promises =
  /\b(?:never (?:ever )?(?:happen|occur|recur|be repeated)|(?:not|n['’]t|cannot|won['’]t) (?:ever )?(?:happen|occur|recur|fail|go wrong) again|never (?:ever )?(?:fail|go wrong|go down|break) again|(?:will|shall) (?:not|never) (?:happen|occur|recur)|no (?:repeat|recurrence)(?! (?:since|so far|yet|until now))|never again|(?:happen|occur)s?(?:ing)? (?:a second time|twice|ever again)|(?:is|are) out of the question|gone for good|safe (?:for ever|forever|from now on)|the last time (?:that )?(?:this|you|anything)|no chance of|guarantee[ds]?|guaranteeing|(?:we|i|you have (?:our|my)) promise|and promise (?:you|that)|you have (?:our|my) word|rest assured|(?:100|hundred) ?(?:%|per ?cent) (?:safe|secure|certain|sure|protected)|(?:completely|absolutely|totally|perfectly|entirely) (?:safe|secure|certain|sure|protected)|impossible (?:for|to)|make (?:absolutely )?(?:sure|certain) (?:that )?(?:this|it) (?:can |will |does |could )?(?:never|not)|ensure (?:that )?(?:this|it|nothing like this) (?:can |will |does )?(?:never|not)?|unhackable|bulletproof|without any doubt|once and for all|there is no (?:risk|danger)|zero risk|no risk (?:to|for|at all|whatsoever)|nothing to worry about|no (?:need|reason|cause|grounds?) (?:for (?:our )?\w+ )?(?:to|for) (?:be |feel )?(?:worr(?:y|ied)|concern(?:ed)?|alarm(?:ed)?|panic|afraid)|(?:need not|needn['’]t|(?:do not|don['’]t) (?:have|need) to|should not|shouldn['’]t) (?:worry|panic|be (?:worried|concerned|alarmed|afraid))|full(?:y)? compensat\w+ (?:to )?everyone)\b/gi;
const restoring =
  /(?<!\b(?:we|i)(?: |(?=['’])))(?:\b(?:will|shall)|'ll|’ll) (?:definitely |certainly |all )?be (?:back(?! (?:with|to|in touch|here))|up|restored|fixed|resolved|solved|running|online|available|over|fully \w+)(?: \w+){0,4} (?:by|at|before|within|in|tonight|tomorrow|today)\b/gi;

/** An outcome for all, told as certain: "we will get every file back", "nobody will lose a cent". */
const sweepingOutcome =
  /\b(?:will|shall|'ll|’ll|going to) (?:\w+ ){0,4}(?:get|have|see|recover)(?:\w*) (?:\w+ ){0,2}(?:every|all|each|everything)\b[^.!?;,]{0,40}\b(?:back|again|intact|restored)\b|\b(?:every|all|everything|everyone|everybody)\b[^.!?;,]{0,40} (?:will|shall|is going to|are going to) (?:\w+ ){0,2}(?:be (?:\w+ )?(?:back|restored|recovered|refunded|fine|safe|fixed|normal|repaid|ok|okay|compensated)|come back|get (?:their|its|it|a full))\b|\b(?:nobody|no one|none of (?:you|our|the)(?: \w+)?|nothing) (?:will|is going to) (?:\w+ )?(?:lose|be lost|be harmed|suffer|notice|get lost|go missing)\b/gi;

/** "We cannot promise that it will never happen again" promises nothing. */
const refusing =
  /\b(?:cannot|can['’]t|can not|could not|couldn['’]t|do not|don['’]t|will not|won['’]t|nobody can|no one can|not able to|unable to) (?:yet )?(?:honestly )?(?:promise|guarantee|say|claim|be sure|rule out|exclude)\b[^.!?;]*$/i;

/** "Passengers of other lines need not worry": who is not concerned, and no promise to those who are. */
const others =
  /\b(?:other|others|remaining|everyone else|everybody else|the rest)\b[^.!?;,]{0,40}$/i;

/** "The next notice will be up by 19:00". */
const ofTheNextWord =
  /\b(?:notices?|updates?|posts?|messages?|statements?|bulletins?|reports?|notes?|news)\s+$/i;

/** What nobody can keep. */
export function findPromises(text: string, borne: (span: Span) => boolean): readonly Finding[] {
  const spans = [...text.matchAll(promises)]
    .filter(({ index, 0: said }) => {
      const before = text.slice(Math.max(0, index - 80), index);
      return (
        !refusing.test(before) &&
        !(/worr|concern|panic|alarm|afraid/i.test(said) && others.test(before))
      );
    })
    .map((match): Span => [match.index, match.index + match[0].length]);
  const times = [...text.matchAll(restoring), ...text.matchAll(sweepingOutcome)]
    .filter(({ index }) => {
      const before = text.slice(Math.max(0, index - 80), index);
      return !refusing.test(before) && !ofTheNextWord.test(before);
    })
    .map((match): Span => [match.index, match.index + match[0].length])
    .filter((span) => !borne(span));
  const found: Finding[] = [];
  if (spans.length > 0) {
    const why = 'Nobody can keep this promise. Say what you do and by when you report on it.';
    found.push({
      rule: 'empty-promise',
      cost: Math.min(0.3, 0.17 + 0.05 * (spans.length - 1)),
      spans,
      why,
    });
  }
  if (times.length > 0) {
    const why =
      'No fact bears out that it will be so. Give an aim and what it depends on, or the time of the next update.';
    found.push({ rule: 'empty-promise', cost: 0.1, spans: times, why });
  }
  return found;
}
