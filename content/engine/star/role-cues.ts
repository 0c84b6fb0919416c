import type { AnswerRole } from './answer-role.ts';

/** What speaks for a role, and how much; over a line of plain forms (see answer-words.ts). */
export type RoleCue = readonly [role: AnswerRole, weight: number, pattern: RegExp];

export const roleCues: readonly RoleCue[] = [
  // Labels that the writer set.
  [
    'situation',
    9,
    /^ (?:, )?(?:s|situation|context|background|the situation|the context|problem|setting) , /,
  ],
  [
    'task',
    9,
    /^ (?:, )?(?:t|task|(?:my |our |the )?(?:task|goal|aim|target|objective|challenge|brief|mission|job|assignment)) , /,
  ],
  ['action', 9, /^ (?:, )?(?:a|action|actions|my actions?|approach|what i did|steps?) , /],
  [
    'result',
    9,
    /^ (?:, )?(?:r|result|results|outcome|outcomes|impact|effect|the results?|the outcome) , /,
  ],
  [
    'reflection',
    9,
    /^ (?:, )?(?:reflection|reflections|lessons?|learnings?|lessons? learned|takeaways?|what i learned|the lesson|in hindsight|looking back) , /,
  ],

  // Situation: when, where, what it was like.
  [
    'situation',
    2.2,
    /^ (?:, )?(?:in|back in|during|around|since) (?:early |late |the (?:spring|summer|autumn|fall|winter) of |spring |summer |autumn |winter |fall |my |our |a previous |the )?(?:@year|first year|second year|third year|last job|last role|previous (?:job|role|company|team)|current (?:job|role)|role as|time (?:at|as)|first (?:job|month|week|year)|university|college|internship)/,
  ],
  [
    'situation',
    1.8,
    /^ (?:last|in|this|one|on a|on|two|# )?(?:last |in |a )?(?:year|spring|summer|autumn|winter|fall|january|february|march|april|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|night|day|evening|morning)s? /,
  ],
  [
    'situation',
    1.8,
    /^ (?:a few |a couple of |about |some |several )?(?:#|one|a|some) (?:years?|months?|weeks?|days?|summers?|winters?|time) (?:ago|before|in|into) /,
  ],
  [
    'situation',
    1.6,
    /^ (?:when|while|after|before|as) (?:i|we|the|my|our) (?:\S+ ){1,5}(?:joined|started|was|were|began|moved|took|worked|became|bought|had)? /,
  ],
  [
    'situation',
    2,
    / i (?:was|am|used to be|worked|work|had been|have been|had just become|had just|used to) (?:working |a |an |the |as |for |at |in |on call|on-call|on |new |part |leading |running |hired |employed |coach |run |studying )/,
  ],
  [
    'situation',
    1.8,
    / (?:i|we) (?:joined|led|ran|was leading|was running|were building|was building|was the|looked after|headed|lead) /,
  ],
  [
    'situation',
    1.2,
    / (?:my|our|the) (?:company|team|employer|client|customer|firm|department|group|app|site|service|shop|product|system|platform|manager|boss|colleague)s? (?:was|were|had|ran|wanted|used|lost|did|kept|got|had been|could|would|bought|sold|broke) /,
  ],
  [
    'situation',
    1.2,
    / (?:was|were|had been|got|is) (?:already |suddenly |still |often |always |mostly |never )?(?:down|broken|late|slow|out of|missing|failing|unhappy|angry|unstable|flooded|hit|stuck|behind|under|about to|not|red|low|chaos|overloaded|exposed|offline|tired|convinced|down to)/,
  ],
  [
    'situation',
    1,
    / (?:nobody|no one|no team|none of|neither) (?:\S+ ){0,3}(?:knew|know|had|owned|trusted|felt|was|wanted|noticed|used|spoke|remembered|could|ever) /,
  ],
  [
    'situation',
    0.9,
    / (?:every|each|most of|half of|twice|several times|many|some of|times a|a month|a week|a day) /,
  ],
  [
    'situation',
    1.3,
    / (?:customers?|users?|patients?|people|clients?|somebody|someone|a researcher|an alert|the alert|a page|an outage|the first|a colleague|two of|developers?) (?:\S+ ){0,3}(?:complained|reported|came|were|got|had|rang|saw|started|could not|threatened|said|cancelled|broke|left|found|showed|wrote|called) /,
  ],
  ['situation', 1.4, / (?:there (?:was|were|is|are) (?:a|an|no|only|some|many|several|#|never)) /],
  ['situation', 2, /^ (?:, )?let me (?:give|tell|share|take|start) /],
  [
    'situation',
    1.4,
    / (?:i am going to|i will|i would like to|let me|i want to|i can) (?:talk|tell|share|describe|give|start|speak|use) /,
  ],
  [
    'situation',
    1.3,
    / (?:had|has) (?:just |already |never |also |only |all |been |gone |run |ended |frozen |come |left )+/,
  ],
  [
    'situation',
    0.8,
    /^ (?:the|a|an|our|my|their|his|her|its|one|this|it|somebody|someone) (?:\S+ ){1,7}(?:was|were|had|broke|failed|did not|could not|went|needed|took|got|lost|kept|wanted|used|stopped|ran|cut|ended) /,
  ],
  ['situation', 1.2, / (?:happened|discovered that|turned out that|broke every|complaints?) /],
  [
    'situation',
    1.1,
    /^ (?:we|our) (?:\S+ ){0,2}(?:had|were|got|found|discovered|saw|lost|noticed|ran|used|received) /,
  ],

  ['situation', 1.6, / in @year /],
  ['situation', 1.6, / (?:i|we) had (?:just |already |never |once |been )?[a-z]+(?:ed|wn|en) /],

  // Task: what was asked or needed.
  [
    'task',
    4,
    / (?:my|the|our|her|his) (?:own )?(?:task|job|goal|aim|role|duty|responsibility|target|mission|objective|assignment|brief|priority|first priority|challenge|part|mandate|requirement|job as a \S+|plan|main task|main goal|ask|question for me) (?:was|were|is|had been|became|would be|meant|here was) /,
  ],
  [
    'task',
    3.6,
    / (?:i|we) (?:was|were|am|had been|got|have been) (?:also |then |\S+ly |soon )?(?:asked|told|tasked|given|assigned|responsible|supposed|expected|to|in charge|accountable|made responsible|required|chosen|appointed|hired to|meant to|charged) /,
  ],
  [
    'task',
    3,
    / (?:i|we|somebody|someone|something) (?:also |then |now |still |therefore |really |only )?(?:had|needed|have|need|must|has|got) (?:to (?!admit|say|smile|laugh|search)|(?:about |only |just )?# (?:hours?|days?|weeks?|months?|minutes?)|until|about|a week|a day|ninety|less than|one|only|be )/,
  ],
  [
    'task',
    2.6,
    / (?:i|we|they|he|she|management|director|manager|boss|supervisor|lead|nurse|customer|contract|client|ceo|cto|cfo) (?:also |only |really |then |just |had |said that we |said that i )?(?:wanted|hoped|expected|asked|needed|required|wished|want|decided that i|said) (?:\S+ ){0,3}(?:to|for|that|by|them|nobody|one|me|a|less|more|it|us) /,
  ],
  [
    'task',
    3.4,
    / (?:asked|wanted|told|expected|needed|required|assigned|trusted|hired) (?:me|us) (?:to|with|for) /,
  ],
  [
    'task',
    3,
    / (?:fell to me|up to me|on me to|mine to|left to me|my decision|my call|my turn|my job|my responsibility|it was on me|landed on my|fell on me|for me to) /,
  ],
  [
    'task',
    2.4,
    / (?:the|a|our|my) (?:deadline|target|goal|aim|requirement|challenge|idea|objective) (?:was|were|is|of|for|mine|that) /,
  ],
  [
    'task',
    2.2,
    / i (?:volunteered|owned|took on|proposed to do|agreed to take|took over responsibility|took it upon|decided that i would|had promised|was the (?:contact|owner|only|one|lead)|felt that (?:somebody|someone|i)|thought it was my|wanted (?:to|a|the|them|her|him|nobody|every|less|more)|held that|needed|said i would|promised|owed|was the (?:mentor|manager)|saw it as my) /,
  ],
  [
    'task',
    2,
    / (?:had to be done|needed to be|was needed|meant to go|was due|were due|had to (?:be|go|move|close|open|correct|come|decide|find|say)|has to|to prove|in charge of) /,
  ],
  [
    'task',
    1,
    / (?:within|before|by|until|in|under|above) (?:the |a |one |\S+ )?(?:#|quarter|week|month|year|christmas|easter|summer|winter|deadline|end of|first of|friday|monday|tuesday|wednesday|thursday|noon|audit|peak|september|october|june|july|january|may) /,
  ],
  ['task', 1.6, /^ as (?:the |a |their |an )?(?:\S+ ){1,4}, ?(?:i|it) /],
  ['task', 1.2, /^ as (?:the|a|their|an) (?:\S+ ){1,3}(?:i|it) (?:was|had|needed|were) /],

  // What was put into one's hands, by whatever words.
  [
    'task',
    3,
    / (?:gave|handed|left|allowed|granted) (?:me|us) (?:# |a |one |half a |the )(?:\S+ )?(?:hours?|days?|weeks?|months?|weekend|job|task|deadline) /,
  ],
  [
    'task',
    3,
    / (?:put me (?:on|in charge)|made me (?:the )?(?:owner|lead|responsible)|(?:landed|sat|ended up|was|lay) (?:on|with|in) (?:my desk|me|my hands|my lap|my plate)|came to me|for me to (?:decide|find|fix|solve|stop)|(?:mine|ours) was the|that (?:\S+ )?would be mine|i took (?:on|over) the|i offered to (?:lead|take|run|own)|i (?:set out|set myself|made it my|dreamed of|aimed|resolved|undertook)|i (?:\S+ )?(?:wanted|hoped|meant) (?:us|it|them|nobody|no one|everyone)) /,
  ],

  ['task', 3, / so i took it (?:on |over |up )?(?:, .*)?$/],
  ['task', 3, / i took (?:it|them|this|that|him|her) (?:on|over) $/],
  ['task', 1.2, / i (?:volunteered|offered|agreed) to /],
  [
    'task',
    2.4,
    / (?:wanted|needed|demanded|expected|asked for) (?:a|an|the|no|one|nothing) (?:\S+ ){0,6}(?:before|by|until|within|longer than|more than|less than) /,
  ],

  // Action: what the first person did, one after the other.
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
    / (?:disagreed|objected|argued|was (?:against|afraid|worried|skeptical|unhappy|upset|not happy|not convinced|angry|tired)|were worried|worried about|worried that|did not believe|did not want|refused|feared|thought that it|was overkill|pushed back|resisted|hesitated|persuaded|convinced|talked)/,
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

  // Reflection: what was made of it since.
  [
    'reflection',
    5,
    / (?:learned|learnt|learn) (?:that|to|from|the|how|a|in|more|not|something|my|much|always|never|it|,)/,
  ],
  [
    'reflection',
    5,
    / (?:looking back|in hindsight|in retrospect|with hindsight|next time|in future|in the future|lesson|lessons|taught me|takeaway|took away|take away|took from|i take from|stayed with me|stuck with me|differently|if i (?:did|had|were|could|do) (?:it|to do)|i regret|my mistake was|i would (?:now|still|have|start|involve|check|do|begin|record|also|order|rather|bring|not)|showed me that|made me|what i (?:learned|took|would|know))/,
  ],
  [
    'reflection',
    4.4,
    / (?:since then|ever since|from then on|since that (?:time|day)|since this time|from that (?:day|time|point)|these days|nowadays|after that experience|each time since|i have (?:\S+ ){0,14}(?:ever )?since) /,
  ],
  ['result', 2.6, / (?<!i )(?:have|has) (?:\S+ ){0,8}since /],
  [
    'reflection',
    4,
    / (?:i should have|i should not have|i could have done|i underestimated|i overestimated|i had (?:taken|assumed|not|asked what|set|seen (?:this|that|the)|trusted|sent)|i (?:realized|discovered|found out|understood|came to see|became (?:much )?more|now know|found) that )/,
  ],
  [
    'reflection',
    3.2,
    / i (?:was|had been|am|spoke|went|came|began|started|ran|waited|talked|acted|reacted|\S+ed) (?:\S+ ){0,4}too (?:fast|late|early|long|slow|slowly|quickly|soon|loud|strict|much|little|hard|harsh|impatient|often) /,
  ],
  [
    'reflection',
    3.2,
    / (?:what i (?:got wrong|missed|failed|forgot|did not \S+|had not \S+)|where i (?:went wrong|failed)|occurred to me|dawned on me|struck me (?:later|that)|i only (?:saw|noticed|realized|understood|learned|found out)|would have been (?:better|fairer|wiser|kinder)) /,
  ],
  [
    'reflection',
    3,
    /^ (?:in|with|on|at|for|when) (?:the|my|our|every|each|a) (?:next|second|following|later) (?!day|morning|week|month|evening|hour|night|minute|afternoon|step)(?:\S+ ){1,4}i /,
  ],
  ['reflection', 3, / i (?!was|had|did|were)[a-z]+ (?:\S+ ){0,14}now $/],
  ['reflection', 1.8, / i had (?:never|only|always|simply) /],
  [
    'reflection',
    1.6,
    / i had (?:just |already |also |been )?[a-z]+(?:ed|en|wn|ght|pt|ft|lt|nt|ut|ing) /,
  ],
  ['reflection', 3, / i [a-z]+ (?:today|nowadays|these days) /],
  [
    'reflection',
    2.5,
    / (?:is|are) (?:often |usually |always )?(?:better|worse|faster|slower|quicker|cheaper|easier|harder|safer|worth more|stronger|kinder) (?:\S+ ){0,6}than /,
  ],
  ['reflection', 3.4, / (?:now|today|these days) (?:i|we|the first thing i) /],
  [
    'reflection',
    3.4,
    / i (?:now|always now|still|have learned|carry|remember|think back|never|today) /,
  ],
  [
    'reflection',
    2,
    / (?:i (?:always|never|remember|try to|teach|keep|ask|begin|start|look|check|write|like|agree|put|use|test|sample) (?:\S+ ){1,7}(?:before|first|every|each|newcomers?|now|whenever|when|for|than|that|the))/,
  ],
  [
    'reflection',
    1.8,
    / (?:it|this|that) (?:\S+ )?(?:taught|showed|reminded|changed how|shaped|convinced me|gave me|made me) /,
  ],
  [
    'reflection',
    1.4,
    / (?:so now|and now|and since|so i now|now the|which i do not|not any more|any more|for the next|after that|to this day) /,
  ],
  [
    'reflection',
    1.3,
    /^ (?:being|trust|numbers|simple|people|a|an|honesty|good|bad|small|speed) (?:\S+ ){0,9}(?:is|are|needs?|grows?|costs?|survives?|beats?|means|convince|works?|like|gave|has) /,
  ],
  [
    'reflection',
    1.2,
    / (?:the hard way|important to|matters|worth more|better than|a habit|is often|is worth) /,
  ],

  ['reflection', 3, / the (?:fault|error|mistake) was (?:mine|not|that i|to) /],
  // Done once more, at another time: the lesson was used.
  [
    'reflection',
    2.8,
    / (?:again|the same(?: \S+){0,2}|in (?:the same|that) (?:way|manner)|like (?:this|that) (?:also|again)|likewise|did so) (?:\S+ ){0,5}(?:(?:last|next|this) (?:year|spring|summer|autumn|winter|month|week|time)|later|the (?:next|following|second)|when (?:i|we)|with (?:the|my)|for (?:the|my)|elsewhere|as (?:a|an)|at (?:my|the|university)) /,
  ],
  [
    'reflection',
    2.8,
    / (?:(?:last|this|the next|the following) (?:year|spring|summer|autumn|winter|month|semester|term)|later|when (?:i|we) (?:\S+ ){1,6},) (?:\S+ ){0,5}(?:again|the same|likewise|in (?:the same|that|a similar) (?:way|manner)|did so|like (?:this|that) also) /,
  ],
  [
    'reflection',
    2.4,
    / i (?:used|tried|did|put) (?:it|this|that|them|the same|the \S+) (?:again |too |also )?(?:(?:last|this) (?:year|month|week|spring|summer|autumn|winter)|later|elsewhere|for|with|on|at|in|when) /,
  ],
  [
    'reflection',
    3,
    / (?:it was (?:a mistake|wrong|naive|unwise) (?:of me )?(?:to|that)|i am (?:glad|sorry|grateful|ashamed) (?:that|i|of|about)|(?:the|one) (?:big|biggest|main|real|important)? ?thing (?:for me|i (?:kept|keep|took)|that (?:i|stayed))|my (?:\S+ )?(?:theory|guess|assumption|instinct|hunch|idea|belief) was (?:wrong|false|mistaken)|i had (?:thought|believed|expected|supposed|imagined) (?:that|of|it|people|\S+ing)|i used to (?:think|believe|assume)|i keep (?:telling|saying|that in mind|in mind)|(?:surprised|stayed with|impressed|struck) me (?:most |that |was |is )|i (?:was|had been) (?:proud of|too sure|afraid of|nervous about|in love with)) /,
  ],

  // Other: what belongs to the talk and not to the story.
  [
    'other',
    4,
    / i (?:am|consider myself) (?:\S+ ){0,3}(?:person|thinker|player|worker|leader|professional|perfectionist) /,
  ],
  [
    'other',
    5,
    / (?:i hope (?:this|that) (?:fits|answers|helps|is what)|(?:this|that) is (?:pretty much|basically|more or less|all|about) (?:it|all|what)|(?:another|more|other) (?:examples?|stor(?:y|ies))|(?:excited|thrilled|delighted|keen|happy) (?:about (?:this|the)|to (?:join|work|answer|be here|talk))|(?:this|your) (?:role|position|company|vacancy|interview)|looking (?:for|forward to)|my (?:greatest |main |biggest )?(?:strengths?|weakness(?:es)?|hobb(?:y|ies)|children|family) (?:is|are)|i have (?:# |two |a )?(?:children|kids|dogs?)|(?:people|others|colleagues|friends|they) (?:\S+ )?(?:describe|call|know|see) me (?:as)?) /,
  ],
  [
    'other',
    6,
    /^ (?:, )?(?:thank you|thanks|hello|hi|good (?:morning|afternoon|evening|question)|nice to|sure|okay|ok|yes|no problem|of course|great question|well|right|so)(?: ,)?(?: so)? $/,
  ],
  [
    'other',
    5,
    /^ (?:, )?(?:sure|yes|yeah|okay|ok|absolutely|certainly|of course|well|right) ?,(?: \S+){1,5} $/,
  ],
  [
    'other',
    5,
    /^ (?:thank you|thanks|hello|hi|good (?:morning|afternoon|evening)|nice to meet|pleased to) /,
  ],
  [
    'other',
    5,
    / (?:good question|great question|interesting (?:one|question)|tough (?:one|question)|hard question|let me (?:think|see)|give me a (?:moment|second)|answers? (?:your|the) question|does that (?:make|answer)|happy to (?:go|talk|share|say|explain|answer)|comes to mind|where (?:do|shall|should) i (?:start|begin)|any (?:other )?questions|should i|shall i|do you want|would you like|let me know|that is (?:it|all|my|about it|the story)|one moment|as i said|if that makes sense|to be honest with you)/,
  ],
  ['other', 2, /^ (?:\S+ ){1,3}$/],
  [
    'other',
    2,
    /^ (?:i (?:am|consider myself|would say|believe|pride|think) (?:a |that i am |very |always |myself |someone )(?:\S+ ){0,12})$/,
  ],
];
