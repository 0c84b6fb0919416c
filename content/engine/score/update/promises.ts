import { overlaps, type Finding } from './finding.ts';
import { findSentences, type Span } from '../sentences.ts';

const promises =
  /\b(?:never (?:ever )?(?:happen|occur|recur|be repeated)|(?:not|\w+n['’]t|cannot) (?:ever )?(?:happen|occur|recur|fail|go wrong) again|never (?:ever )?(?:fail|go wrong|go down|break) again|(?:will|shall) (?:not|never) (?:happen|occur|recur)|(?:recurrence|repetition|repeat) (?:can be|is|has been) (?:excluded|ruled out|impossible)|no (?:repeat|recurrence)(?! (?:since|so far|yet|until now))|never again|(?:happen|occur)s?(?:ing)? (?:a second time|twice|ever again)|(?:is|are) out of the question|gone for good|safe (?:for ever|forever|from now on)|the last time (?:that )?(?:this|you|anything)|no chance of|(?:is|are|will be) (?:certain|bound|sure|guaranteed) to|guarantee[ds]?|guaranteeing|(?:we|i|you have (?:our|my)) promise(?! (?:nothing|no)\b)|and promise (?:you|that)|you have (?:our|my) word|rest assured|(?:100|hundred) ?(?:%|per ?cent) (?:safe|secure|certain|sure|protected)|(?:completely|absolutely|totally|perfectly|entirely) (?:safe|secure|certain|sure|protected)|impossible (?:for|to)|make (?:absolutely )?(?:sure|certain) (?:that )?(?:this|it) (?:can |will |does |could )?(?:never|not)|ensure (?:that )?(?:this|it|nothing like this) (?:can |will |does )?(?:never|not)?|unhackable|bulletproof|without any doubt|once and for all|there is no (?:risk|danger)|zero risk|no risk (?:to|for|at all|whatsoever)|nothing to worry about|no (?:need|reason|cause|grounds?) (?:for (?:our )?\w+ )?(?:to|for) (?:be |feel )?(?:worr(?:y|ied)|concern(?:ed)?|alarm(?:ed)?|panic|afraid)|(?:need not|needn['’]t|(?:do not|don['’]t) (?:have|need) to|should not|shouldn['’]t) (?:worry|panic|be (?:worried|concerned|alarmed|afraid))|full(?:y)? compensat\w+ (?:to )?everyone)\b/gi;
const restoring =
  /(?<!\b(?:we|i)(?: |(?=['’])))(?:\b(?:will|shall)|'ll|’ll) (?:definitely |certainly |all )?be (?:back(?! (?:with|to|in touch|here))|up|restored|fixed|resolved|solved|running|online|available|over|fully \w+)(?: \w+){0,4} (?:by|at|before|within|in|tonight|tomorrow|today)\b/gi;

/** An outcome for all, told as certain: "we will get every file back", "nobody will lose a cent". */
const sweepingOutcome =
  /\b(?:will|shall|'ll|’ll|going to) (?:\w+ ){0,4}(?:get|have|see|recover)(?:\w*) (?:\w+ ){0,2}(?:every|all|each|everything)\b[^.!?;,]{0,40}\b(?:back|again|intact|restored)\b|\b(?:every|all|everything|everyone|everybody)\b[^.!?;,]{0,40} (?:will|shall|is going to|are going to) (?:\w+ ){0,2}(?:be (?:\w+ )?(?:back|restored|recovered|refunded|fine|safe|fixed|normal|repaid|ok|okay|compensated)|come back|get (?:their|its|it|a full))\b|\b(?:nobody|no one|none of (?:you|our|the)(?: \w+)?|nothing) (?:will|is going to) (?:\w+ )?(?:lose|be lost|be harmed|suffer|notice|get lost|go missing)\b/gi;

/** "We cannot promise that it will never happen again" promises nothing. */
const refusing =
  /\b(?:cannot|can['’]t|can not|could not|couldn['’]t|do not|don['’]t|will not|won['’]t|nobody can|no one can|not able to|unable to) (?:yet )?(?:honestly )?(?:promise|guarantee|say|claim|be sure|rule out|exclude)\b[^.!?;]*$/i;

/** "I cannot guarantee that it holds", "there is no guarantee", "nothing is guaranteed". */
const refused =
  /(?:\b(?:no|not|cannot|never|nobody|no one|nothing|without|unable to)|n['’]t)\b[^.!?;:,]{0,24}$/i;

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
        !(/guarant/i.test(said) && refused.test(before)) &&
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

/** The word is given, or passed on: "you can promise them", ", promised", "I swear", "that is a promise". */
const givenWord =
  /\byou (?:can|may|should) (?:\w+ly )?(?:promise|guarantee|assure)\b|(?<=[,;:–—-]\s*)promised(?=\s*[.!,;]|$)|^promised\b(?=\s*[.!,:;–—-]|$)|\b(?:that|this|it)(?:['’]s| is) (?:a|my|our) (?:firm |solemn )?promise(?=\s*[.!,;]|$)|\b(?:that|this)(?: much)?(?: is|['’]s) for (?:certain|sure)(?=\s*[.!]|$)|\b(?:we|i) (?:\w+ly )?(?:swear|vow|pledge|assure you|give you (?:my|our) word)\b|\b(?:my|our) word (?:on|of honou?r)\b|\bon my honou?r\b|\bcross my heart\b|\b(?:mark|take) (?:my|our) words?\b/gi;

/** Somebody is told to build on it: "you can count on it", "trust me". "We rely on it" tells of a part. */
const reliance =
  /(?:\byou (?:can|may|could) (?:all )?(?:\w+ly )?|^(?:and )?)(?:count|rely|depend|bank|bet|build) (?:up)?on (?:it|that|this|us|me)\b|(?:\byou (?:can|may) |^|, )trust (?:me|us)\b(?! to)/gi;

/** It holds whatever comes. */
const unconditional =
  /\bno matter what(?=\s*[.,;!)]|\s*$| happens| comes| it (?:takes|costs))|\bwhatever (?:happens|comes|it takes|it costs|the cost)\b|\bcome what may\b|\bunder no circumstances (?:will|shall|can|could)\b|\bat (?:any|all) (?:price|costs?)\b|\bwithout fail\b/gi;

/** What is to come is told as certain: "for certain", "will definitely", "there is no way it comes back". */
const certainty =
  /(?<!\b(?:will|to|can|cannot) (?:know|say|tell) )for (?:certain|sure)\b|(?:\b(?:will|shall)|['’]ll) (?:most |very )?(?:definitely|certainly|surely|undoubtedly|absolutely|positively)\b(?! (?:look|check|ask|tell|try|write|call|come back to|let you)\b)|\b(?:definitely|certainly|surely|undoubtedly|absolutely) (?:will|shall|stays?|remains?)\b|\bthere(?:['’]s| is) no way (?:that )?(?:it|this|they|any\w*|the)\b|\b(?:beyond|without) (?:any |all |a |the )*(?:shadow of a )?doubt\b|\b(?:a |one )?(?:hundred|100) ?(?:%|per ?cent)(?= (?:done|back|ready|finished|fixed|over|up)\b)|\bnothing to fear\b/gi;
const ofTheFuture =
  /\b(?:will|shall|going to|cannot|can['’]t|stays?|remains?|keeps?|comes?|holds?|runs?|works?|opens?|by (?:\d|noon|midnight|tonight|tomorrow)|tonight|tomorrow)\b|['’]ll\b|n['’]t\b|\bnothing to fear\b/i;

/** "I am sure that it is over": who writes stands for it. "I am sure you are busy" is a courtesy. */
const sureness =
  /\b(?:i am|we are|i['’]m|we['’]re) (?:\w+ly |quite |very |dead )?(?:certain|sure|positive) (?:that )?(?:it|this|that|nobody|no one|nothing|none|no|the|they|all|everything|we)\b|\b(?:it|that)(?: is|['’]s) (?:\w+ly |quite |dead )?certain that\b|^(?:undoubtedly|no doubt|without (?:a |any )?doubt)\b/gi;

/** "We do not know for certain", "once we are sure", "nobody can count on it yet". */
const leftOpen =
  /\b(?:not|cannot|never|nobody|no one|none|whether|if|unless|until|till|once|when|before|as soon as|who|hard to|rather than)\b[^,;:]*$|n['’]t\b[^,;:]*$/i;

/** "Leave it off, no matter what": what somebody is to do, and no promise. */
const order =
  /^(?:please|do not|don['’]t|never|keep|leave|stop|hold|wait|call|tell|ask|write|send|check|look|make|take|switch|turn|stay|note|let|avoid)\b/i;

/** "I write at noon, no matter what", "you can count on an update at ten": one's own word at a time, to be kept. */
const ownReport =
  /^(?:and )?(?:(?:we|i|you)(?: will|['’]ll| shall)? (?:\w+ )?(?:write|update|call|ring|report|answer|reply|hear|tell|post|be in touch|come back)|(?:you (?:can |may |will |['’]ll )?)?(?:count|rely|depend) on (?:(?:me|us) for )?(?:an? |the )?(?:answer|word|news|update|report))\b[^.!?;]*\b(?:at|by|before|within|in|every) (?:\d|noon|midnight|half|quarter|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?![^]*\b(?:will be|stays?|is (?:back|over|up|fixed))\b)/i;

/** "We are sure that it was the cache, the log shows it". */
const ground =
  /\b(?:logs?|records?|rows?|trail|evidence|shows?|says|because|counted|compared|checked|tested)\b/i;

/**
 * What own words give as certain: the word that is given, what may be counted on, what holds whatever
 * comes, and a sureness without its ground. One's own report at a time is a promise that can be kept.
 */
export function findAssurances(text: string, taken: readonly Span[]): readonly Finding[] {
  const spans = findSentences(text).flatMap(([from, to]): readonly Span[] => {
    const sentence = text.slice(from, to);
    if (sentence.endsWith('?') || ownReport.test(sentence)) return [];
    const isOpen = (match: RegExpMatchArray): boolean =>
      leftOpen.test(sentence.slice(0, match.index));
    return [
      ...sentence.matchAll(givenWord),
      ...[...sentence.matchAll(reliance)].filter((match) => !isOpen(match)),
      ...[...sentence.matchAll(unconditional)].filter(
        () => ofTheFuture.test(sentence) && !order.test(sentence),
      ),
      ...[...sentence.matchAll(certainty)].filter(
        (match) => ofTheFuture.test(sentence) && !isOpen(match),
      ),
      ...[...sentence.matchAll(sureness)].filter(
        (match) => !isOpen(match) && !ground.test(sentence),
      ),
    ].map((match): Span => [from + match.index, from + match.index + match[0].length]);
  });
  const fresh = spans
    .filter((span) => !overlaps(span, taken))
    .toSorted(([one], [two]) => one - two);
  if (fresh.length === 0) return [];
  const why =
    'This is told as certain, and they will count on it. Say what you do, what it rests on, and by when you report.';
  return [{ rule: 'empty-promise', cost: 0, spans: fresh, why }];
}
