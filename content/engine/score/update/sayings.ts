/** Who did it, in the words of people who do not know who it was. */
const who =
  "(?:(?:the |these |those |any |some |our )?(?:attackers?|intruders?|hackers?|burglars?|thie(?:f|ves)|criminals?|crooks?|gangs?|fraudsters?|robbers?|strangers?|outsiders?|visitors?|culprits?|threat actors?|adversar(?:y|ies)|unauthori[sz]ed (?:persons?|people|part(?:y|ies)|users?|third part(?:y|ies))|persons? behind (?:it|this|(?:the|that) [\\w ]{3,20}?)|somebody|someone)|they(?:'ve|'re|'d|'ll)?|he|she|whoever (?:did|was|it was|broke|got) ?(?:it|this|that|there|in)?)";

/**
 * Phrases as one pattern, searched in a sentence in lower case with blanks for hyphens. `WHO` is whoever did it; `~`
 * stands for up to three other words; the rest is a pattern in the usual notation.
 */
export function sayings(...phrases: readonly string[]): RegExp {
  const all = phrases
    .map((phrase) => phrase.replaceAll('WHO', who).replaceAll(' ~ ', " (?:[\\w'’%]+ ){0,3}"))
    .join('|');
  // oxlint-disable-next-line eslint-js/no-restricted-syntax -- our own phrases, put together so that each can be read
  return new RegExp(`\\b(?:${all})(?![\\w'])`);
}

export const denial = /\b(?:no|not|nobody|none|nothing|never|neither|without)\b|n['’]t\b/i;
