/** What claims in updates on incidents are about, and how each is said in other words. Data: themed-claims.ts reads it. */
export interface ClaimTheme {
  readonly id: string;
  /** By these words a claim that must not be made is known as one of this theme. */
  readonly claim: RegExp;
  /** What makes a claim another one all the same: "was not stolen" is no claim of theft. */
  readonly not?: RegExp;
  /** How people say it. Each is searched in a sentence in lower case, hyphens as blanks. */
  readonly said: RegExp;
  /** Words that have to stand in the same sentence as well. */
  readonly also?: RegExp;
  /**
   * What the sentence has to be about. `named`: a thing of the claim, or one of its kind; `pointed`: that, or no thing
   * of another kind; `whoever`: named there, or by the sentence before; `any`: the words alone tell it.
   */
  readonly about: 'named' | 'pointed' | 'whoever' | 'any';
  /** Said of what is to come. */
  readonly future?: true;
}

/** Who did it, in the words of people who do not know who it was. */
const who =
  "(?:(?:the |these |those |any |some |our )?(?:attackers?|intruders?|hackers?|burglars?|thie(?:f|ves)|criminals?|crooks?|gangs?|fraudsters?|robbers?|strangers?|outsiders?|visitors?|culprits?|somebody|someone)|they(?:'ve|'re|'d|'ll)?|he|she|whoever (?:did|was|it was|broke|got) ?(?:it|this|that|there|in)?)";

/**
 * Phrases as one pattern. `WHO` is whoever did it; `~` stands for up to three other words; the rest is a pattern in
 * the usual notation.
 */
function sayings(...phrases: readonly string[]): RegExp {
  const all = phrases
    .map((phrase) => phrase.replaceAll('WHO', who).replaceAll(' ~ ', " (?:[\\w'’%]+ ){0,3}"))
    .join('|');
  return new RegExp(`\\b(?:${all})(?![\\w'])`);
}

const deeds =
  'stolen|taken|copied|exfiltrated|leaked|viewed|read|seen|opened|accessed|downloaded|captured|exposed|published|sold|misused|looked at|lost|left|stole|took|copied|looked|saw|disclosed|obtained|exported';
const denial = /\b(?:no|not|nobody|none|nothing|never|neither|without)\b|n['’]t\b/i;

/** Tested in this order; the first of which a claim is one. */
export const claimThemes: readonly ClaimTheme[] = [
  {
    id: 'useless to whoever has it',
    claim: /\b(?:unreadable|useless|worthless|cannot be (?:read|used|decrypted)|not readable)\b/i,
    said: sayings(
      'gibberish',
      '(?:nothing|little) (?:they|he|she|anyone|anybody|thieves|a thief) can do (?:anything )?with',
      "(?:can(?:'t|not| not)|will never|won't) (?:be able to )?(?:do|make|start) (?:anything|much|head or tail|sense)",
      '(?:only|just|mere|a heap of|random|nothing but) (?:noise|random|garbage|scrap|rubbish|letters)',
      '(?:of )?no (?:use|value|good|worth) to (?:WHO|anyone|anybody|them)',
      'paperweight|dead weight|locked box|a safe without a key|closed book',
      'good luck (?:to WHO |to them )?(?:cracking|reading|opening)',
    ),
    about: 'any',
  },
  {
    id: 'nobody had it',
    claim: new RegExp(
      `\\b(?:no|not|nobody|none|nothing|never)\\b.*\\b(?:${deeds})\\b|\\b(?:data|files?|photos|pictures|passwords|records|cards?|keys?) (?:is|are|was|were|stayed) (?:safe|secure)\\b`,
      'i',
    ),
    not: /\b(?:evidence|signs?|indications?|known|restored|replaced|notified|production)\b/i,
    said: sayings(
      '(?:WHO|anyone|nobody) ~ (?:went|go|gone|came|left|leave|walked|crept|sent|turned) ~ (?:without (?:it|them|that|any|a single|the|our|your)|empty handed|with (?:nothing|empty (?:hands|pockets)))',
      'WHO ~ (?:took|got|carried|grabbed|bagged|gained|saw|left with|walked off with|made off with) (?:away )?(?:nothing|not a thing|zero|zilch)',
      '(?:stayed|remained|kept|was|were|is|are) ~ (?:unseen|unread|unopened|unviewed|for your eyes only|under lock and key|out of (?:sight|reach))',
      '(?:stayed|remained|stays|remains) ~ (?:private|confidential|secret|hidden|put|where (?:it|they) (?:was|were|belongs?)|between us|in the family|within our (?:own )?(?:four )?walls)',
      "(?:never|not|hasn't|haven't|didn't|none ~ ) ~ (?:end(?:ed)? up|land(?:ed)?|f[ae]ll(?:en)?|g[eo]t|c[oa]me|w[io]nd up|passed) (?:in|into|to|before) ~ (?:hands?|eyes|possession|pockets?)",
      "(?:beyond|out of|outside|far from) (?:[\\w']+ ){0,3}(?:reach|grasp|grip)",
      '(?:nobody|no one|no (?:stranger|outsider|third party|intruder|thief|hacker)s?|not a soul|not one (?:person|stranger|outsider)) ~ (?:laid|set|cast|clapped|peek(?:ed)?|glimpse[ds]?|snoop(?:ed)?|brows(?:ed)?|leaf(?:ed)?|rummag(?:ed)?|poked|pried|nosed|eyeballed|thumbed|made off|walked off|ran off|got away|helped (?:him|them)sel\\w+)',
      '(?:no|not a single|no (?:other|strange|prying|foreign|unauthori[sz]ed) (?:pair of )?) ?(?:eyes?|glance|hands?|fingers?) ~ (?:fell|rested|saw|seen|got|came|touched|on (?:it|them|the|your))',
      "(?:never|not|n't|didn't|hasn't) ~ (?:leave|left) (?:the|our|this|your) ~ (?:building|house|company|network|premises|walls|doors|server|system|vault|safe|hands)",
      '(?:not (?:a|one)(?: single)?|no) (?:byte|bit|page|file|letter|row|record|picture|photo|line|scrap|word|image|sheet|invoice|paper|frame|song|digit)(?: of ~ \\w+)? (?:has |have |was |were |is |had )?(?:ever )?(?:left|gone|missing|went|got|slipped|leaked|walked|crossed|made it|been touched|seen)',
      "(?:never|not|n't|hasn't|haven't) (?:got|get|gotten|slip(?:ped)?|leak(?:ed)?|made it|gone|been) out(?! of (?:office|date))",
      'kept (?:their|his|her) (?:hands|fingers|eyes) off',
      '(?:safe and sound|safely (?:tucked|locked) away|tucked away safely|where (?:it|they) (?:always )?(?:belongs?|always (?:was|were|has been)))',
      '(?:only|nobody but|no one but|none but) (?:you|we|you and we|its? owners?|the owners?) (?:ever |could |can |has |have )?(?:saw|seen?|looked|had|got)',
      'WHO ~ (?:walked|went|passed|ran) (?:right |straight )?past (?:it|them|the|your)',
      'WHO ~ (?:left|leave) (?:it|them|that|your \\w+|the \\w+) (?:alone|be|where (?:it|they) (?:was|were)|in peace)',
      'WHO ~ (?:showed|had) no (?:interest|eye)',
    ),
    about: 'pointed',
  },
  {
    id: 'everybody was told',
    claim: /\b(?:all|every\w*|each)\b.*\b(?:notified|informed|told|contacted|warned|know)\b/i,
    not: denial,
    said: sayings(
      "(?:nobody|no one|not one|not a single \\w+|none|no \\w+) (?:[\\w']+ ){0,6}(?:has|have|had|is|are|does|do|will)(?:n't| not) (?:[\\w']+ ){0,4}(?:heard|know|been|got|had|received|told|aware)",
      '(?:nobody|no one|none of them|not one) ~ (?:in the dark|left to (?:tell|inform|notify|call|write to)|to be told|unaware|uninformed|waiting for (?:our|a|the) (?:letter|mail|call))',
      "(?:everyone|everybody|every last \\w+|every \\w+|each(?: one)?|all of them|they all|the whole list|all \\w+) (?:[\\w']+ ){0,4}(?:has heard|have heard|heard from us|in the picture|in the loop|knows? (?:about|what|where|by now)|(?:has|have|had|got|received) (?:had |got |received )?(?:a|our|the|their) (?:letter|mail|message|call|note|notice)|been reached|in the know|put in the picture|up to speed)",
      'the (?:last|final) (?:of the )?(?:letters?|mails?|messages?|calls?|envelopes?|notices?) (?:[\\w]+ ){0,3}(?:is|are|went|has|have|was|were|left) ?(?:now |already )?(?:out|gone|sent|posted|been|in the post|the (?:house|building))',
      'the (?:whole )?list (?:is|has been) (?:done|worked (?:through|off)|ticked off|finished|empty)',
      "(?:we|i)(?: have|'ve)? (?:left|forgot|missed) (?:nobody|no one) ?(?:out)?",
      'news has reached (?:all|every)',
    ),
    about: 'any',
  },
  {
    id: 'all were replaced',
    claim:
      /\b(?:all|every\w*|each)\b.*\b(?:replaced|rotated|changed|revoked|patched|reset|renewed|updated|swapped)\b/i,
    not: denial,
    said: sayings(
      "(?:every|all|each|the whole|the entire|both) (?:[\\w']+ ){0,6}(?:is|are|was|were|has been|have been|'s) (?:[\\w]+ )?(?:dead|swapped|brand new|fresh|worthless|useless|exchanged|binned|burned|burnt|invalid|void|history|sorted|retired|sealed|taken care of|out of use|out of service)",
      '(?:not one|no|none|not a single one) (?:[\\w]+ ){0,5}(?:still )?(?:works?|opens? (?:anything|a|any)|is (?:still )?(?:valid|alive|live|left|in use)|are (?:still )?(?:left|valid|alive|in use)|(?:is|are) outstanding)',
      "(?:nothing|none)(?:'s| is| are)? (?:is )?left to (?:rotate|replace|swap|patch|change|revoke|do there)",
      'the (?:last|final)(?: one| key| \\w+)?(?: of (?:them|these|those))? (?:is|was|has been|got|went) (?:now |just )?(?:swapped|changed|replaced|done|gone|rotated|patched|binned)',
      '(?:the )?(?:whole )?(?:lot|bunch|batch|set) (?:is|are|has been|was) (?:now )?(?:new|done|swapped|rotated|through|replaced|patched)',
      "(?:we|i)(?: are|'re| have| am|'m) (?:been |gone )?through (?:with )?(?:the )?(?:whole |entire |full )?(?:list|lot|them all|all of them)",
    ),
    about: 'any',
  },
  {
    id: 'the money is back',
    claim:
      /\b(?:money|funds|sum|payouts?|amount|loss)\b.*\b(?:recovered|returned|back|refunded)\b/i,
    not: denial,
    said: sayings(
      "(?:every|all|each)(?: last| single)? (?:cent|penny|dollar|euro|pound|coin|bit|of it)(?:[\\w' ]{0,30}?) (?:home|back|ours|in our \\w+|recovered|accounted for)",
      'not (?:a|one)(?: single)? (?:cent|penny|euro|dollar|pound|coin) (?:is |has )?(?:[\\w]+ )?(?:missing|short|lost|gone|outstanding|escaped|away)',
      '(?:money|sum|cash|funds|lot|amount) ~ (?:back where (?:it|they) belongs?|safely home|home again|home and dry|found (?:its|their) way (?:home|back)|back in (?:our|the) (?:account|coffers|till|pocket|bank)s?)',
      '(?:clawed|got|fetched|won|pulled|have|had) (?:it all|everything|the (?:whole )?(?:lot|sum|amount)|every \\w+|all of it) (?:back|home)',
      "(?:we|they|you|sellers?|everyone)(?: are| is|'re|'s) (?:whole again|out of pocket by nothing|not a \\w+ poorer)|made whole",
      'nothing (?:is )?(?:missing|outstanding) (?:any ?more|any longer|now)',
    ),
    about: 'any',
  },
  {
    id: 'it will be paid for us',
    claim: /\b(?:insur\w+|policy|cover)\b.*\b(?:cover\w*|pays?|reimburs\w+|compensat\w+)\b/i,
    not: denial,
    said: sayings(
      'foots? (?:the|this) (?:whole )?bill',
      'picks? up the (?:tab|bill|cheque|check)',
      "(?:insur\\w+|underwriters?|policy|they|he|she|it)(?:'ll| will| is going to)? (?:pays?|covers?|takes?|bears?|carr(?:y|ies)|swallows?|settles?|absorbs?) (?:for )?(?:it all|all of (?:it|this)|everything|the (?:lot|whole \\w+|damage|cost|bill|loss)|every|all this|that for us|this for us)",
      "(?:won't|will not|doesn't|does not|isn't going to) cost us (?:a |one |any|much)",
      "(?:we|you)(?:'re| are) (?:fully |well |completely )?(?:covered|insured for)",
      '(?:has|have|got) our backs? (?:on|with|here|for)',
      "(?:somebody|someone) else'?s? (?:purse|wallet|money|problem)",
      "(?:not|won't|nothing) ~ out of (?:our|your) (?:own )?pockets?",
      'the money (?:is|comes) from the (?:insur\\w+|underwriters?)',
    ),
    about: 'any',
  },
  {
    id: 'they will be paid',
    claim:
      /\b(?:pay|paid|paying|settle|meet)\b.*\b(?:ransom|demand|attackers?|gang|extort\w+|them|blackmail\w*)\b|\bransom\b.*\bpaid\b/i,
    not: denial,
    said: sayings(
      "(?:coins?|bitcoins?|monero|crypto|money|payment|sum|ransom|cash|transfer)(?:'s)? (?:[\\w]+ ){0,2}(?:goes?|going|go|is on (?:its|the) way|are on (?:their|the) way|moves?|leaves?|will be (?:sent|wired|moved)|is (?:sent|wired|ready|in the \\w+)|lands?|changes? hands) ~ (?:to them|over|out|off|across|friday|monday|tuesday|wednesday|thursday|saturday|sunday|tonight|tomorrow|today|way|ready|hands)",
      '(?:wire|wiring|send|sending|transfer|transferring|hand|handing|give|giving) (?:them|WHO|over) (?:the |their |its |what )(?:money|coins?|bitcoins?|sum|ransom|cash|they (?:want|ask|demand)\\w*)',
      '(?:cough|fork|shell|stump|pony|pay)(?:ing)? up',
      "(?:meet|meeting|accept|accepting|agree to|give in to|giving in to|cave in to|caving in to|bow to|bowing to) (?:their|the \\w+'s?|the) (?:demands?|terms|price|conditions|wishes)",
      '(?:buy|buying|purchase|purchasing) (?:our way out|our way back|the (?:key|decryptor|decryption)|our (?:data|files|freedom) back|ourselves free)',
      "(?:WHO|gang|extortionists?|blackmailers?)(?:'ll| will)? (?:gets?|have|has|see) (?:what they (?:want|ask|came for)\\w*|their (?:money|coins?|way|price)|the (?:money|coins?)|paid)",
      'settle (?:up )?with (?:them|WHO)',
      "the deal(?:'s| is)? (?:done|struck|agreed|sealed)",
      'opened? the (?:purse|wallet|chequebook|checkbook)',
    ),
    about: 'any',
    future: true,
  },
  {
    id: 'somebody was caught',
    claim: /\b(?:arrest\w*|caught|detained|in custody|convicted|jailed)\b/i,
    not: denial,
    said: sayings(
      'behind bars',
      'in (?:a |their |police )?(?:custody|cells?|jail|prison|gaol|handcuffs|cuffs|detention)',
      'locked up|under lock and key|handcuffed|nicked by|off the streets|under arrest|in the slammer',
      '(?:been|was|were|is|are|got) (?:now |already )?(?:caught|nabbed|nicked|collared|picked up|hauled in|taken in|led away|taken away|rounded up|seized|apprehended)',
      "(?:police|officers?|detectives?|they|cops)(?: have|'ve| has)? (?:got|have|nabbed|caught|collared|picked up|rounded up|taken away|their hands on) (?:the (?:culprit|man|woman|thief|person|one|guy|hacker|offender)|him|her|their man)",
      '(?:no longer|not) (?:a free \\w+|at large|on the loose|free|out there)',
    ),
    about: 'any',
  },
  {
    id: 'it will be back',
    claim:
      /\b(?:will|shall|going to)\b.*\b(?:back|restored|available|online|working|running|fixed|up|ready|resolved|open)\b/i,
    not: denial,
    said: sayings(
      "(?:you|everyone|everybody|we|it|they|all|everything|service|site|shop|archive|system|\\w+s)(?:'ll| will| can|'re| are|'s| is| should) (?:all |be |all be |soon be |once more |again |then )*(?:watch|listen|brows|look|hav|see|enjoy|play|order|work|shop|log|us|stream|open|pay|book|read|back|up|there|whole|complete|running|in business|where|as good|good as)\\w*",
      'wakes? up to|greets? you|awaits? you|waiting for you',
      'is (?:all )?(?:there|yours) again',
    ),
    also: /^(?=.*\b(?:again|back|whole|complete|everything|as (?:usual|before|always|ever)|normal|up and running|in business|full)\b)(?=.*\b(?:tonight|tomorrow|this (?:evening|afternoon|morning)|today|bed|bedtime|breakfast|dinner|supper|lunch|midnight|noon|overnight|dawn|sunrise|weekend|monday|tuesday|wednesday|thursday|friday|saturday|sunday|by (?:\d|the time)|before (?:\d|you)|in (?:an|two|three|a few|\d+) (?:hours?|minutes?)|wakes? up)\b)(?!.*\b(?:hear|updates?|news|write|report|post|word|answer|reply|e ?mail|email|touch|aim|aims|hope|plan|expect|try|trying|come back to|call|tell|check back|look again|estimate|target)\b)/,
    about: 'pointed',
    future: true,
  },
  {
    id: 'the cause is known',
    claim:
      /\b(?:root cause|(?:is|was) (?:the|its) (?:\w+ )?cause|was caused by|is the reason|triggered|led to)\b/i,
    not: denial,
    said: sayings(
      "what (?:opened|did|broke|let|brought|started|killed|made|blew|tripped|took) (?:[\\w']+ ){1,6}(?:was|is)",
      "(?:it|that) (?:was|is) (?:[\\w']+ ){1,6}(?:that|which|what|who) (?:did|broke|let|opened|brought|started|killed|made|blew|tripped|took)",
      '(?:goes|go|traces?|traced|leads?|comes|came|points?|boils|is|are) (?:straight |all |right |squarely )?(?:back|down) to',
      'look no (?:further|farther) than',
      '(?:is|was) (?:what did it|the one that did it|where (?:it|this|all this) (?:all )?(?:began|started|comes from|came from)|(?:our|the) (?:smoking gun|culprit|villain|trigger|guilty party|last straw|spark))',
      '(?:opened|tore|ripped|left|made|punched|cut|blew) (?:the|a|this|that|us a|open the|our) (?:hole|gap|door|breach|way|window)',
      '(?:you )?(?:can|may) (?:safely )?(?:forget|drop|bin|cross off|strike) (?:the (?:rest|others?|other \\w+)|\\d|about the)',
      '(?:has|have) (?:it|this|that|all this|the \\w+) on (?:its|their) conscience',
      '(?:started|began|set off|kicked off|did|broke) (?:it all|all this|all of this|the whole (?:thing|mess)|this mess)',
      'we have (?:our|the) (?:culprit|answer|smoking gun)',
    ),
    about: 'named',
  },
  {
    id: 'somebody is to blame',
    claim:
      /\b(?:to blame|responsible|at fault|guilty|negligent|careless|caused|let (?:them|the \w+) in|mistake of|fault of|error of|leaked)\b/i,
    not: denial,
    said: sayings(
      'to thank for',
      '(?:we )?ow(?:e|ed) (?:all |the )?(?:this|that|it|mess|trouble)(?: all)? to',
      '(?:all )?(?:down|up) to (?:a |an |one of |somebody |someone |the |our |that )',
      "(?:is|was|are|were) (?:all )?(?:[\\w']+ ){1,4}(?:doing|fault|handiwork|mess|slip)",
      '(?:did|done|brought) (?:this|that|it|all this) (?:to|on|upon) us',
      '(?:opened|left|held|propped) (?:open )?the (?:door|gate|window|barn)(?: \\w+)?(?: open)?',
      'let (?:them|the \\w+|him|her|it) in',
      '(?:landed|got|dropped|put) us in(?:to)? (?:this|it|the|that|all)',
      'set (?:it|this|all this) (?:all )?off|started (?:it all|all this|all of this)',
      '(?:had|has|have) (?:a|its|their|his|her|both) (?:hand|hands|fingers?) in (?:it|this|the)',
      "(?:had|if) (?:[\\w']+ ){1,5}(?:done (?:their|its|his|her) (?:homework|job|work|duty)|been awake|paid attention|looked (?:properly|twice)|been on (?:their|his|her) toes)",
      '(?:is|was) where (?:it|this|all this) (?:all )?(?:started|began|went wrong)',
      '(?:has|have) (?:it|this|that|all this|the \\w+) on (?:their|its|his|her) conscience',
      '(?:the )?fingers? points? (?:\\w+ )?(?:at|to)',
      '(?:lies?|sits?|rests?|falls?) (?:squarely|entirely|solely|wholly|firmly) (?:with|at|on)',
      'carr(?:y|ies) the can|has a lot to answer for|have a lot to answer for|made this possible',
      'only (?:because|since) (?:of )?',
      "without (?:[\\w']+ ){1,5}(?:none of this|nothing of this|this would)",
    ),
    about: 'whoever',
  },
  {
    id: 'a guard was got past',
    claim: /\b(?:bypass\w*|circumvent\w*|got (?:past|around)|evaded|defeated|broke through)\b/i,
    not: denial,
    said: sayings(
      '(?:strolled|walked|waltzed|sailed|marched|breezed|slipped|went|got|danced|drove|came|cruised|skipped|hopped|stepped|sneaked|snuck|glided|strode|ran|flew) ~ (?:past|through|around|round|over|by)',
      'side ?stepped|dodged|outfoxed|outwitted|outsmarted|fooled|tricked|beaten|had the better of|got the better of',
      'made (?:a mockery|short work|light work) of',
      "as if (?:it|they|there) (?:weren't|wasn't|were not|was not|had never|were no|was no)",
      '(?:was|were|proved|is) no (?:obstacle|hurdle|match|hindrance|help|barrier)',
      "(?:did not|didn't|never|failed to) (?:stop|slow|hold|bother|trouble|keep) (?:them|him|her|WHO|out)",
      'waved (?:them|him|her|WHO) through',
    ),
    about: 'named',
  },
  {
    id: 'who was behind it',
    claim:
      /\b(?:(?:is|are|was|were|stands?|stood) behind|carried out by|was the work of|attributed to|did it|sponsored|state)\b/i,
    not: denial,
    said: sayings(
      '(?:the )?(?:work|handiwork|doing|hand|handwriting|signature|calling card|greetings?|fingerprints?|compliments) of',
      'courtesy of',
      'written all over (?:it|this)|all over (?:it|this)',
      '(?:pulled (?:this|it) off|staged (?:this|it)|mounted (?:this|it)|pulls the strings|pulling the strings|sits behind|at the other end)',
      '(?:did|sent|paid for|ordered) (?:this|it|them|these people)',
      'we know who (?:it was|did|sent|they are)',
      "(?:is|are|was|were|it's) (?:[\\w']+ )?(?:who|that) (?:did|hit|attacked|got|broke|robbed|struck)",
    ),
    about: 'named',
  },
  {
    id: 'the intruder is out',
    claim:
      /\b(?:attackers?|intruders?|hackers?|actors?|gang|burglars?|they|nobody|no one|criminals?|adversary)\b.*\b(?:out|gone|evicted|expelled|removed|left|locked out|no longer|has no access|have no access|still in|inside)\b/i,
    said: sayings(
      '(?:thrown?|threw|kicked|booted|locked|shut|chased|driven|drove|drummed|flushed|turfed|pushed|got|cleared|swept|weeded|smoked|rooted|shown|slung) (?:WHO|them|him|her|the \\w+|every \\w+|the last of them) ~ out',
      '(?:have|has|been|were|was|are|is|got) (?:[\\w]+ )?(?:thrown|kicked|booted|chased|driven|flushed|turfed|swept|smoked|rooted) out',
      '(?:no|without (?:a|any)|any) (?:foothold|toehold|way back(?: in)?|hiding place|hold|grip|seat) (?:[\\w]+ )?(?:left|any ?more|any longer|here|in our|with us|remains)',
      '(?:have|has|got|with) no (?:foothold|toehold|way back|hiding place)',
      'show(?:ed|n) (?:WHO|them|him|her) the door',
      "(?:are|is|'re|'m|now|got|finally) rid of (?:WHO|them|him|her|it)",
      '(?:seen|saw) the (?:last|back) of (?:WHO|them|him|her)',
      'WHO ~ packed (?:their|his|her|up)',
      '(?:coast|house|estate|air|field) is (?:\\w+ )?clear',
      "we(?:'re| are| have been) (?:\\w+ )?(?:alone|by ourselves|among ourselves|on our own|back in charge|masters)",
      '(?:nobody|no one) (?:but us|else|other than us) ~ (?:in|inside|there|around|on board|at home)',
      'have (?:the )?(?:house|place|network|tenant|systems?|it all|everything) (?:back )?(?:to ourselves|back in our (?:own )?hands)',
      '(?:door|gate|hatch|lid)s? (?:is|are|has been|was|were) (?:\\w+ )?(?:shut|closed|slammed|bolted|barred) (?:on|behind|to|for) (?:WHO|them|him|her)',
      'slammed the door (?:on|in|behind)',
      "WHO(?: have| has|'ve|'s|'re| are| is)? (?:left the building|flown the nest|cleared off|moved on|taken to (?:their|his) heels|turned tail|out on (?:their|his|her) ear|history|long gone|out of (?:our|the) (?:hair|house|door))",
    ),
    about: 'any',
  },
  {
    id: 'it is clean',
    claim:
      /\b(?:clean|intact|trusted|trustworthy|malware-free|free of|not (?:infected|tampered|compromised|affected)|unaffected|untouched|uninfected|safe|harmless)\b/i,
    said: sayings(
      "(?:you|we|one|they|anybody|everybody)(?: can| may| could|'re free to| are free to) (?:[\\w]+ ){0,2}(?:rely|count|depend|build|bank|lean|bet) (?:\\w+ )?(?:up)?on (?:it|them|these|those|the|that|our|every)",
      '(?:can|may) (?:[\\w]+ )?(?:be trusted|trust (?:it|them|these|those|the|our))',
      'nothing (?:nasty|bad|evil|hidden|malicious|hostile|sinister|untoward|ugly|fishy|rotten|alive|lurking|hiding|sleeping|foul|wrong)(?: \\w+){0,3} (?:in|on|inside|with|there|about)',
      'squeaky clean|spotless|pristine|untainted|uncontaminated|unspoilt|germ free|clean as a (?:whistle|pin)|not a speck|healthy|in perfect (?:health|order|shape)|in rude health',
      'free (?:of|from) (?:any )?(?:malware|infection|nasties|bugs|trouble|surprises|vermin|unwanted)',
      '(?:given|got|gets|have|has|had) (?:a|their|its) clean bill of health',
      'as good as (?:new|gold)|good to go|fine to (?:use|restore|go)|safe to (?:restore|use|plug)',
      "(?:malware|virus|ransomware|infection|worm|rot|poison|WHO)(?: \\w+)? (?:never|didn't|did not|hasn't|has not) (?:[\\w]+ )?(?:got|get|reach(?:ed)?|made it|make it|touch(?:ed)?|come near|came near|found|infect(?:ed)?|crept|spread|climbed)",
      "restore (?:[\\w']+ ){0,5}(?:without (?:a second thought|worry|fear|checking|scanning)|with an? easy mind|blind|with confidence)",
      '(?:nobody|no one|WHO never|never) (?:has |have )?(?:tampered|messed|meddled|fiddled|tinkered) with',
    ),
    about: 'pointed',
  },
  {
    id: 'it went no further',
    claim:
      /\b(?:only|just|solely|limited to|confined to|never (?:ran|reached|left|spread|ran)|(?:not|n['’]t) (?:\w+ )?(?:run|reach\w*|spread|affect\w*|left)|no other|contained to)\b/i,
    said: sayings(
      '(?:got|went|gets|goes|came|travelled|traveled|spread|made it|reached|ran|run) (?:no|not|not any|nowhere) (?:further|farther|beyond|past)',
      '(?:stopped|ended|ends|stops|halted|died|stuck|fizzled out|burned out|burnt out) (?:short of|at|before|in|dead (?:in|at)) (?:the )?(?:staging|test|lab|border|gate|door|edge|network edge|firewall|there|front)',
      "(?:beyond|outside|abroad|elsewhere|across) (?:[\\w']+ ){0,6}(?:is|are|was|were|stays?|remains?|has|have) (?:[\\w]+ ){0,2}(?:untouched|unaffected|spared|fine|safe|out of it|clear|unharmed|left alone|nothing to do)",
      '(?:nobody|no one|nothing|none|no one person|not a soul) (?:outside|beyond|else|abroad|elsewhere|living abroad|in (?:any )?other|across)',
      '(?:stays|stayed|remained|remains|kept|keeps) (?:[\\w]+ )?(?:within (?:the|our|its)|inside (?:the|our|its)|on this side of|confined to|bottled up|penned in|boxed in|fenced in)',
      "(?:never|not|n't) (?:[\\w]+ )?(?:made it|make it|set foot|crossed|cross|saw the light|see the light|got|get|came|come|showed its face|touched|arrived|served|entered|jumped) (?:[\\w]+ )?(?:to|into|in|over|as far as|near|live|prod|production|the|across|of|by)",
      '(?:is|was|remains|stays) (?:a |an |purely |strictly |just a |only a )+(?:\\w+ )?(?:matter|affair|thing|problem|issue|story)',
      '(?:goes?|went|reach\\w*) only as far as',
      'live (?:\\w+ )(?:was|were|is|are|has) (?:never|not)',
    ),
    about: 'named',
  },
  {
    id: 'it is over',
    claim:
      /\b(?:incident|attack|problem|threat|danger|matter|breach|outage|it)\b.*\b(?:over|contained|closed|resolved|finished|under control|fixed|ended|solved)\b/i,
    not: denial,
    said: sayings(
      '(?:is|are|lies|lie|it|this|that|all|worst|everything)(?: now| all| well| safely| firmly)* behind us',
      '(?:draw|drew|drawn|drawing) a (?:\\w+ )?line under',
      'the dust has settled|case (?:is )?closed|in the clear|out of the woods|storm (?:has|is) (?:passed|over)|worst is over|fire is out|all clear',
      '(?:put|laid|lay) (?:it|this|that|the \\w+) to (?:bed|rest)',
      'done and dusted|ticked (?:it |this )?off|(?:shut|close[ds]?|closing) the (?:book|file|chapter)',
      'back to (?:normal|business)|business as usual',
      'nothing (?:more|left|further) to (?:see|fear|do)',
    ),
    about: 'any',
  },
  {
    id: 'others have it',
    claim: new RegExp(`\\b(?:${deeds})\\b`, 'i'),
    not: denial,
    said: sayings(
      "WHO(?: have| has|'ve|'s| had)? ~ (?:run|ran|made|walked|got|gone|took|taken|sneaked|waltzed|went|slipped|fled) (?:off|away|out|home) (?:of [\\w ]{3,20} )?with",
      'WHO(?: \\w+)? (?:holds?|owns?|possess(?:es)?|sits? on|are sitting on|is sitting on|bagged|pocketed|grabbed|lifted|pinched|swiped|nicked|hoovered up|scooped up|harvested|cleaned out|emptied|helped themselves to|laid (?:their )?hands on|got hold of|got their hands on|(?:has|have|had) (?:got )?(?:the|your|our|all|every|each|it|them|copies))',
      "(?:in|into) (?:the )?(?:wrong|foreign|criminal|strange|enemy|strangers'?|crooks'?|thieves'?) hands|in the hands of (?:WHO|the wrong)",
      'changed hands|(?:up )?for sale|on sale|on the (?:dark ?web|dark net|darknet|black market)|making the rounds|out in the open|an open book|gone for good',
      '(?:is|are) (?:no longer (?:a |your )?secret|no secret any ?more|known to (?:WHO|strangers|others)|public property)',
    ),
    about: 'named',
  },
];

/** Things of one kind: whoever says one of these of another means that one, or one like it. */
export const thingKinds: readonly RegExp[] = [
  /\b(?:invoices?|documents?|papers?|files?|records?|contracts?|forms?|database|data|details|dumps?)\b/,
  /\b(?:photos?|pictures?|albums?|images?|videos?|films?|collections?|archives?|snaps)\b/,
  /\b(?:cards?|card numbers?|long numbers?|pans?)\b/,
  /\b(?:passwords?|log-?ins?|login secrets?|passphrases?|passcodes?|pins?)\b/,
  /\b(?:keys?|tokens?|certificates?|credentials?)\b/,
  /\b(?:chats?|messages?|e-?mails?|mails?|conversations?|letters?)\b/,
  /\b(?:backups?|restore points?|snapshots?|tapes?)\b/,
  /\b(?:releases?|versions?|packages?|builds?|libraries|library|malware|script)\b/,
  /\b(?:money|funds|cents?|penny|euros?|dollars?|cash|coins?|bitcoins?|payouts?)\b/,
  /\b(?:mfa|multi-?factor|two-?factor|second factors?|second step|2fa|one time (?:code|password)s?|authenticator)\b/,
  /\b(?:support desk|help ?desk|service desk|hotline|support people|support)\b/,
  /\b(?:deploy\w*|rollouts?|roll out|releases?|pushe?s?|change)\b/,
  /\b(?:production|prod|live|customers?)\b/,
  /\b(?:denmark|danish|borders?|countr(?:y|ies)|abroad|countries)\b/,
  /\b(?:staff|employees?|colleagues?|people|team|worker|workers|contractors?|interns?)\b/,
];

/** Who is meant by "they" is told by the sentence before. */
export const pointingAtPeople =
  /\b(?:they|them|their|these (?:people|guys|gentlemen|folks)|those (?:people|guys)|he|she|his|her|him)\b/;
