import type { RoleCue } from './role-cue.ts';

/** Labels, and how a story begins: what was, and what was asked. */
export const cuesOfTheStart: readonly RoleCue[] = [
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
  ['situation', 1.8, /^ (?:in|last|early in|late in|one day in) may /],
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
    / (?:i|we) (?:was|were|am|had (?:just |only |already )?been|got|have (?:just |only )?been) (?:also |then |\S+ly |soon )?(?:asked|told|tasked|given|assigned|responsible|supposed|expected|to|in charge|accountable|made responsible|required|chosen|appointed|hired to|meant to|charged) /,
  ],
  [
    'task',
    3,
    / (?:i|we|somebody|someone|something) (?:also |then |now |still |therefore |really |only )?(?:had|needed|have|need|must|has|got) (?:to (?!admit|say|smile|laugh|search)|(?:about |only |just )?# (?:hours?|days?|weeks?|months?|minutes?)|until|about|a week|a day|ninety|less than|one|only|be )/,
  ],
  [
    'task',
    2.6,
    / (?:they|he|she|management|director|manager|boss|supervisor|lead|nurse|customer|contract|client|ceo|cto|cfo) (?:also |only |really |then |just |had |said that we |said that i )?(?:wanted|hoped|expected|asked|needed|required|wished|want|decided that i|said) (?:\S+ ){0,3}(?:to|for|that|by|them|nobody|one|me|a|less|more|it|us) /,
  ],
  // What I asked for and said I did; what I wanted I had still to do.
  [
    'task',
    2.6,
    / (?:i|we) (?:also |only |really |then |just |had )?(?:wanted|hoped|expected|needed|wished|want) (?:\S+ ){0,3}(?:to|for|that|by|them|nobody|one|me|a|less|more|it|us) /,
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
    / i (?:volunteered|owned|took on|proposed to do|agreed to take|took over responsibility|took it upon|decided that i would|had promised|was the (?:contact|owner|only|one|lead)|felt that (?:somebody|someone|i)|thought it was my|wanted (?:to|a|the|them|her|him|nobody|every|less|more)|held that|needed|said i would (?!prefer|rather|like|not)|promised|owed|was the (?:mentor|manager)|saw it as my) /,
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

  // Put into one's hands, or allowed.
  ['task', 3.6, / (?:i|we) had (?:just |only |already )?been (?:handed|entrusted|left|passed) /],
  [
    'task',
    3,
    / (?:let|allowed) (?:me|us) (?:to )?(?:try|have (?:a|one) (?:last )?(?:go|try|look|shot|week|day)|attempt|look into|take (?:a|one) (?:last )?look) /,
  ],
  ['task', 3, / so i took it (?:on |over |up )?(?:, .*)?$/],
  ['task', 3, / i took (?:it|them|this|that|him|her) (?:on|over) $/],
  ['task', 1.2, / i (?:volunteered|offered|agreed) to /],
  [
    'task',
    2.4,
    / (?:wanted|needed|demanded|expected|asked for) (?:a|an|the|no|one|nothing) (?:\S+ ){0,6}(?:before|by|until|within|longer than|more than|less than) /,
  ],

  // Who was in charge, and what follows from it; what was nobody's.
  [
    'task',
    3.6,
    / i (?:was|am|were) (?:the |a |our |their |on |in )(?:\S+ ){1,4}, so (?:it|this|that|the|they|these|all|any) /,
  ],
  [
    'task',
    4,
    / i (?:was|am) (?:also |then |now )?(?:the |a |an )?(?:\S+ ){0,3}(?:lead|leader|commander|manager|coordinator|owner|primary|contact) (?:for|of|on) (?:the|that|this) (?:night|day|evening|week|weekend|shift|call|incident|project|part) /,
  ],
  [
    'task',
    3,
    / (?:it|this|that) (?:was|is) not (?:strictly |really |exactly )?(?:my|our|anybody|anyone|part of my|up to me) (?:role|job|task|responsibility|duty|place|team|call|to) /,
  ],
  ['task', 3, / i had (?:the )?(?:authority|permission|power|mandate|right|final say) to /],
  [
    'task',
    4,
    /^ (?:, )?(?:asked|told|tasked|hired|appointed|brought in|given it) (?:by (?:\S+ ){1,4}(?:to|for|with)|with) /,
  ],

  [
    'task',
    3,
    / (?:(?:sent|put|brought|called|pulled|drafted) me (?:in|on|onto|into)|asked (?:me )?(?:if|whether) (?:i|we) (?:could|would)|(?:was|is) not (?:strictly |really )?(?:part of|within|in) my (?:remit|job|role|brief|area)) /,
  ],
  [
    'task',
    2.4,
    /^ the (?:\S+ ){1,3}(?:wanted|needed|expected|required|demanded|asked for) (?:\S+ ){1,8}(?:in time for|by|before|within|until) /,
  ],
];
