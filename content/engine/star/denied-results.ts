import type { AnswerReading, AnswerSentence } from './read-answer.ts';
import { nothing, spansOf, type Finding } from './star-rule.ts';

/**
 * Sentences that say that nothing was measured or came of it. In the later part of the text: before
 * that, "I did not look at …" is a road not taken.
 */
export function findDenials({ sentences }: AnswerReading): Finding {
  const told = sentences.filter(
    (sentence, at) =>
      sentence.role !== 'situation' &&
      sentence.role !== 'task' &&
      (at / sentences.length >= 0.45 ||
        / (?:no|any) (?:result|effect|evidence) /.test(sentence.line)) &&
      isDeniedResult(sentence, sentences[at - 1]?.line ?? ''),
  );
  return told.length === 0 ? nothing : { share: 0.5, spans: spansOf(told) };
}

/** @param before the sentence before it, as a line of plain forms: "I had a way back. We never ran it." */
export function isDeniedResult(
  { line, role }: Pick<AnswerSentence, 'line' | 'role'>,
  before = '',
): boolean {
  const told = line.replaceAll(spared, ' @spared').replaceAll(harmDenied, ' ');
  // "So that they would not repeat it" denies nothing.
  if (effectDenied.test(told) && !/ so (?:that )?(?:\S+ ){1,4}would not /.test(told)) return true;
  if (neverUsed.test(told) && !wayBack.test(`${before}${line}`)) return true;
  if (/ nothing (?:\S+ ){0,2}was found /.test(told) && soughtFor.test(line)) return true;
  return role !== 'reflection' && unknown.test(told);
}

/** Whom or what harm would have reached, with the word before it. */
const spared =
  / (?:on|for|to) (?:the |our |my |their |any |other |all |its |live |paying |existing )*(?:customers?|clients?|users?|guests?|patients?|shoppers?|buyers?|members|visitors?|passengers?|pupils?|students?|tenants?|residents?|staff|people|teams?|shops?|stores?|orders?|payments?|traffic|production|services?|operations|trading|business|anyone|anybody|anything else)(?= )/g;

/**
 * That no harm came is a result, and often the best one: "nothing was lost", "no sign that a file was
 * copied", "no effect on customers". That no effect came is none: "nothing changed", "no evidence that
 * it helped".
 */
const harmDenied =
  / (?:no|any) (?:evidence|proof|sign|indication) (?:of|that) (?:\S+ ){0,6}?(?:read|lost|taken|stolen|copied|leaked|exposed|deleted|destroyed|damaged|broken|harmed|hurt|injured|affected|compromised|encrypted|downloaded|exfiltrated|accessed|opened|touched|tampered|misused|abused|missed|spoil(?:t|ed)|disrupted|interrupted|misuse|abuse|loss|leak|breach|damage|fraud|intrusion|tampering|exfiltration|access|attack)(?= )| nothing happened to (?:the|our|his|her|their|its|any)(?= )| (?:no|any) (?:\S+ )?(?:effect|impact|consequences?|difference|change) (?:at all )?@spared(?= )| @spared (?:, )?(?:nothing|it did not) changed?(?= )| (?:nothing changed|did not change anything) @spared(?= )| no (?:bad|ill|adverse|negative|harmful|side) (?:effects?|impact)(?= )/g;

// "They never asked again" is a good end; "I never asked" is none.
const effectDenied =
  / (?:no (?:measurable |real |lasting |visible )?(?:results?|effect|proof|evidence|sign that|way to tell|idea)|made no difference|not (?:\S+ )?(?:know|check|find out|hear|say|tell) (?:what (?:came|became)|(?:whether|if) (?:it|that|this|they)|how (?:it|that|this))|not (?:\S+ )?(?:count|measure|look (?:at|back|later|again)|follow (?:it|up)|repeat|time it|watch|reach the|go back|prove|track)|(?:nobody|no one) (?:ever )?(?:measured|counted|can say|looked at|checked)|(?:i|we) never (?:\S+ )?(?:measured|asked|looked|checked|counted|went back|followed|heard|found out)|never (?:\S+ )?(?:measured|counted|found (?!another|any|a second|further|again))|never ran (?:the|any|a) (?:numbers?|figures|tests?|count|comparison|survey|report|query)|nothing (?:\S+ )?(?:changed|(?:came|comes) (?:of|from|out of)|happened)|nothing was (?:done|decided|measured|counted|changed|improved|fixed|solved|learned|agreed|gained|achieved|published)|did not change|was not any better) /;
/** What was made and lies unused; a way back that nobody needed is something else. */
const neverUsed =
  / never (?:\S+ )?(?:ran (?:it|them|that|this)|(?:used|adopted|finished|implemented|deployed|published|carried out|rolled out|put in place) $)/;
const wayBack =
  / (?:roll(?:ed|ing)? (?:it )?back|rollback|fallback|fall-back|back-?out|emergency|plan b|contingency|backup|spare|reserve|kill switch|way back|safety net|standby|last resort|undo|insurance|escape) /;
/** What was looked for to mend something, and not as a trace of harm. */
const soughtFor =
  /(?: but .*| )(?:cause|reason|explanation|explained|explains?|fix|solution|culprit|fault) /;
const unknown =
  / (?:not (?:\S+ )?(?:check|know|find out|hear|sure|say|tell)|cannot (?:say|tell)|is not known|hard to say) /;
