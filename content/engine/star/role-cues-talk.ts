import type { RoleCue } from './role-cue.ts';

/** What was made of it since, and what belongs to the talk and not to the story. */
export const cuesOfTheTalk: readonly RoleCue[] = [
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
  ['reflection', 2, / (?:keeps|reminds|stops|helps) me /],
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

  [
    'reflection',
    4,
    / i would (?!have |not )(?:\S+ ){1,9}(?:earlier|sooner|from the (?:start|beginning)) /,
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
    / (?:it was (?:a mistake|wrong|naive|unwise) (?:of me )?(?:to|that)|i am (?:glad|sorry|grateful|ashamed) (?:that|i|of|about)|(?:the|one) (?:big|biggest|main|real|important|most important)? ?thing (?:for me|i (?:kept|keep|took)|that (?:i|stayed))|my (?:\S+ )?(?:theory|guess|assumption|instinct|hunch|idea|belief) was (?:wrong|false|mistaken)|i had (?:thought|believed|expected|supposed|imagined) (?:that|of|it|people|\S+ing)|i used to (?:think|believe|assume)|i keep (?:telling|saying|that in mind|in mind)|(?:surprised|stayed with|impressed|struck) me (?:most |that |was |is )|i (?:was|had been) (?:proud of|too sure|afraid of|nervous about|in love with)) /,
  ],

  // What one holds since, and whom it has served.
  [
    'reflection',
    3.6,
    / (?:(?:i|we) (?:came|went|walked) away (?:convinced|sure|certain|knowing|with|thinking|from)|(?:has|have) (?:worked|served|helped|held|stood me|paid off) (?:\S+ )?(?:for me|for us|me|us|well)|is (?:how|what) i (?:put|say|tell|call)) /,
  ],

  // Other: what belongs to the talk and not to the story.
  [
    'other',
    6,
    / i (?:can|could|am able to) (?:\S+ ){1,6}(?:if|whenever) (?:you (?:like|want|wish|would like|care|prefer|need)|that (?:helps|is (?:useful|of use|of interest))|it (?:helps|is (?:useful|of use))) (?:\S+ )?$/,
  ],
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
    6,
    / (?:let me|i will|i would like to|i want to|i can) (?:first |just |quickly )?(?:give|tell|share|set|start with|take) (?:you )?(?:with )?(?:a|an|some|the|one) (?:\S+ )?(?:bit of )?(?:background|context|example|story|scene|overview|case) (?:first )?$/,
  ],
  [
    'other',
    5,
    / (?:(?:that|this) (?:is|was) (?:\S+ )?(?:the gist|the (?:whole |short )?(?:story|version)|my (?:story|example|answer)|how it went)|the (?:one|story|example|case|time|situation) (?:that )?i (?:would|will|want|am going) (?:like )?(?:to )?(?:pick|tell|choose|use|share|talk about|go with|give)) /,
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
