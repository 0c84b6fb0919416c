import type { RoleCue } from './role-cue.ts';

/** What was done, and what came of it. */
export const cuesOfAction: readonly RoleCue[] = [
  // Action: what the first person did, one after the other.
  [
    'action',
    3.2,
    / (?:(?:first|next|second|other|only) thing (?:that )?i did (?:\S+ )?(?:was|is)|what i did (?:next |first |then |instead )?(?:was|is)|my (?:first|next|second|last) (?:step|move|action) was) /,
  ],
  [
    'action',
    2.6,
    / i had (?:a (?:\S+ )?(?:look|word|chat|talk|conversation|go) |(?:the|my|our|his|her|their|all|both|each|every|it|them|him|someone|somebody|everyone) (?:\S+ ){0,4}(?:[a-z]+ed|written|rewritten|sent|done|read|check|explain|write|run|show|test|sign) )/,
  ],
  ['action', 2, / i was (?:about|tempted|inclined|on the point of) (?:to )?/],
  [
    'action',
    1.4,
    /^ (?:first|firstly|then|next|after that|afterwards|so|finally|therefore|instead|second|secondly|to (?:do|get|find|make|solve|fix|check|win|be)|together with|with that|once|rather than|instead of|in parallel|meanwhile|when that|before the|every evening|over|for (?:each|the|that|this))(?: ,)? (?:\S+ ){0,12}(?:i|we) /,
  ],
  [
    'action',
    2.2,
    / (?:could have|would have (?:been|meant|cost|taken|hurt|kept|let|moved|stayed|hidden|spoiled|left|made|bought|given|brought)|might have) /,
  ],
  [
    'action',
    1.6,
    / (?:instead|rather than|alternative|option|options|considered|weighed|trade-off|decided (?:to|against|not)|chose|opted|preferred|picked|settled for|turned down|ruled out|i could|versus|middle way|middle path|compromise) /,
  ],
  [
    'action',
    1.5,
    / (?:disagreed|objected|argued|(?:was|were) (?:\S+ )?(?:against|afraid|worried|s[ck]eptical|nervous|reluctant|hesitant|uneasy|opposed|doubtful|unconvinced|unhappy|upset|not happy|not convinced|angry|tired)|(?:had|raised|voiced) (?:\S+ ){0,2}(?:doubts?|concerns?|reservations?|misgivings|objections?)|pushback|not keen|would not (?:budge|let go|hear of)|worried about|worried that|did not believe|did not want|refused|feared|thought that it|was overkill|pushed back|resisted|hesitated|persuaded|convinced|talked)/,
  ],
  ['action', 1, / (?:so|and|but|therefore|which is why) i /],
  [
    'action',
    0.9,
    / (?:step by step|line by line|one by one|by hand|twice|from scratch|on a copy|with (?:him|her|them)|personally|myself|each of them|the same day|right away|at once|every) /,
  ],
  ['action', 0.8, / (?:we agreed|and agreed|agreed on|agreed with|agreed that|approval|sign-off) /],
  ['action', 0.6, / (?:because|since|so that|in order to|to see if|to make sure) /],

  // Result: what came of it.
  [
    'result',
    4,
    /^ (?:as a result|the result|the outcome|in the end|in total|at the end|ultimately|the effect|this (?:led|resulted|meant|reduced|cut|saved|brought|allowed)|thanks to|consequently|overall) /,
  ],
  [
    'result',
    3,
    / (?:fell|dropped|went|rose|grew|reduced|decreased|increased|down|cut|improved|climbed|shrank|moved|came down|sank|jumped|gone) (?:\S+ ){0,8}?(?:from (?:\S+ ){0,6}?to|by (?:about |almost |over |nearly )?(?:#|half|a (?:third|quarter|half|tenth))|to (?:about |almost |under |below |just |only |nearly |fewer than |less than )*(?:#|zero|none|nothing|a tenth|half|one)) /,
  ],
  [
    'result',
    2,
    / (?:fell|dropped|rose|grew|halved|doubled|tripled|decreased|increased|shrank|declined) /,
  ],
  [
    'result',
    2.2,
    / (?:compared (?:with|to)|instead of (?:the )?(?:#|an unknown|two|three|eight)|rather than #|down from|up from|where (?:it|the|they) (?:\S+ ){0,3}(?:had been|was|were|between|took)|than the year before|against # |had been #|before it was) /,
  ],
  [
    'result',
    2.4,
    /^ (?:within|after|by|over|in|from|on|from the) (?:the )?(?:first |next |following |last |end of |early |noon|half )?(?:#|a|one|two|six|twelve|\S+ )?(?:hours?|days?|weeks?|months?|years?|quarter|summer|spring|autumn|winter|evening|morning|january|february|march|april|may|june|july|august|september|october|november|december|noon|monday|tuesday|wednesday|thursday|friday|easter|christmas|ninety|the)? ?(?:, )?(?:of )?(?:\S+ ){0,3}(?:we|the|all|it|she|he|they|only|no|eleven|nobody|everyone|thirteen|five|#) (?:\S+ ){0,6}(?:was|were|had|fell|dropped|ran|could|stood|went|used|led|showed|became|told|passed|closed|came|caught) /,
  ],
  [
    'result',
    2.2,
    / (?:passed|closed|renewed|went live|shipped|launched|was (?:back|closed|done|ready|restored|finished|fixed|cancel+ed|solved|over|adopted|accepted|up|out|live|saved|caught|in place)|were (?:back|closed|done|online|restored|updated|refunded|patched|fixed|recovered|working|saved|caught|changed)|stopped|recovered|stayed (?:under|at|below|and)|on time|ran clean|is still|are still|still uses?|extended|became (?:the|a|our) (?:standard|official|default)|made (?:it|the \S+) a standard|copied|opened on|was found|has stopped|have since|got (?:\S+ ){1,3}back|in use|has (?:not )?happened|standard for)/,
  ],
  [
    'result',
    2,
    / (?:no|not a single|none|zero|without|nobody|neither|nothing) (?:\S+ ){0,5}(?:complain(?:ed|ts?)|findings|reported|incidents?|lost|reached|sign of|had read|opened|outages?|since|came|cheating|failed|seen|missed|ever) /,
  ],
  [
    'result',
    1.5,
    / (?:# (?:of|out of) (?:the |our |all |\S+ )?#|(?:#|all|most|thirteen|five) of the (?:#|\S+ )|# percent|# points?|all (?:#|agents|forty|sixty|other|buyers|people|of them)|worth|saved|won|earned|less than|under|fewer) /,
  ],
  [
    'result',
    1.8,
    / (?:customers?|clients?|regulator|auditor|insurer|city|board|team|researcher|user|retailer|director|school|teams?|partner|she|he|they) (?:\S+ ){0,2}(?:renewed|signed|closed|booked|thanked|accepted|adopted|used our|wrote that|extended|confirmed|cut the|got|asked for me|later asked|made it|agreed to keep|mentors|leads|stayed|was promoted|praised|copied) /,
  ],
  [
    'result',
    1,
    / (?:now|today|still|to this day|later|since) (?:\S+ ){0,2}(?:runs?|uses?|used|works?|needs?|leads?|mentors?|stands?|in) /,
  ],
  [
    'result',
    1,
    / (?:according to|as (?:the|counted|measured|our)|measured|by the|by our|confirmed|showed|counted) (?:\S+ ){0,5}(?:report|count|figures|log|scanner|file|review|own|dashboard|tally|survey|clock|stopwatch|job|gateway|officer)? /,
  ],
  [
    'result',
    1.6,
    / we (?:passed|missed|lost|won|launched|met|reached|hit|saved|recovered|could show|had answers|found|delivered|shipped|finished|kept|got) /,
  ],

  [
    'result',
    2.6,
    / (?:promoted|has since been|have since been|we (?:served|reached|processed|handled) #|recovered (?:from|to|within)|accounted for|was approved|approved it|unanimously|on schedule|no errors|ahead of|under budget|versus|a month early|went down|went up|remained (?:flat|stable)|no (?:one|data|customer|customers?) (?:\\S+ ){0,3}(?:lost|left|affected|accessed|noticed)) /,
  ],

  ['result', 2, /^ the (?:final|total|overall|eventual|corrected|new) /],

  // What others decided or did in the end, by whatever was told them.
  [
    'result',
    3,
    /^ (?:he|she|they|(?:the|my|our) \S+|leadership|management|audit|finance|legal) (?:then |finally |still |also )?(?:chose|picked|settled on|went (?:with|for|along)|opted|followed (?:the|my|our)|stuck (?:to|with)|decided (?:to|for|on|against)|took the|agreed (?:to|in|within|at once|the|that)|repeated|withdrew|backed|approved|signed|endorsed) /,
  ],
  // That no harm was found is what came of looking.
  [
    'result',
    3,
    / (?:no (?:\S+ )?(?:sign|proof|evidence|trace|indication) (?:of|that)|nothing (?:happened to|was (?:found|lost|taken|read|copied|missing|missed))|nothing (?:suspicious|unusual|else) was (?:found|seen)|no (?:\S+ )?(?:customers?|users?|data|records?|accounts?|orders?|payments?|patients?) (?:was|were) (?:\S+ )?(?:lost|affected|touched|missing|harmed|exposed)) /,
  ],
  ['result', 2.2, /^ only (?:#|one|a (?:third|quarter|half|handful|few)|half) /],
  // Where a figure is from is said with what came of it.
  [
    'result',
    3,
    / (?:(?<=^ )(?:the|this|that|these|those|both|our|my) (?:\S+ )?(?:numbers?|figures?|counts?|totals?|data) (?:\S+ )?(?:is|are|was|were|comes?|came|stands?)|i (?:know|knew|have|took|got) (?:this|it|that|them|(?:the|this|that|these|both) (?:numbers?|figures?|counts?)) from) /,
  ],
  ['result', 3, /^ i (?:saved|recovered|won|gained) (?:\S+ )?(?:dollars |#)/],
  ['result', 3, / (?:is|are|stands) (?:now |today |currently )?(?:down|up) (?:to|from|by|at) /],
  [
    'result',
    3,
    /^ (?:since then|ever since) (?:, )?(?:we|it|the|they|all|not|no|nobody|none|only|there|# |she|he) (?:\S+ ){0,12}(?:#|no|not|none|never|without|half|every) /,
  ],
];
