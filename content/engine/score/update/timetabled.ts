const day =
  /\b(?:tomorrow|tonight|(?:on|by|until|before|at|from|next|this|till) (?:(?:the|next|this|about|around|coming) )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|noon|midday|midnight|\d{1,2}[:.]\d{2}|\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:january|february|march|april|may|june|july|august|september|october|november|december)|(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2}|\d{4}-\d{2}-\d{2}))\b/i;
/** Verbs of what has been, and what makes of a day a beginning in the past. */
const past =
  /\b(?:was|were|had|has|have|been|did|since|ago|yesterday|last|\p{L}{2,}ed|began|broke|brought|built|came|caught|fell|found|froze|gave|got|grew|held|kept|knew|led|left|lost|made|met|paid|ran|rose|said|sat|saw|sent|sold|spoke|spent|stole|stood|stopped|took|told|went|woke|won|wrote)\b/iu;

/**
 * "A report follows on 4 July", "customers get the result tomorrow": English says in the present what a
 * timetable holds, so who tells it with "will" is no less sure.
 */
export function isTimetabled(text: string): boolean {
  return day.test(text) && !past.test(text);
}

const clock = /\b\d{1,2} ?(?::|\.) ?\d{2}\b|\b(?:noon|midday|midnight)\b/;
const coming =
  /\b(?:next|further|final|intermediate|interim|follow-up|supplementary) (?:\w+ ){0,2}(?:post|update|report|note|notice|bulletin|message|letter|call|briefing|sync|checkpoint|statement)s?\b|^(?:more|next|again)\b/i;

/** "Our next post: Thursday, 10:00", "intermediate report: today by 18:00": a label that is as sure as "we will". */
export function isAnnounced(text: string): boolean {
  return coming.test(text) && (clock.test(text) || day.test(text)) && !past.test(text);
}
