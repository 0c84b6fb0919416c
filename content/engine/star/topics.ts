import type { PrincipleSlug } from '../story/principles.ts';

/** What a question may be after: how questions ask for it, and how answers tell of it. */
export interface Topic {
  readonly id: string;
  /**
   * The share that the topic has of all that is told in stories which tell of something else, and how
   * far their shares lie apart: mean and standard deviation over our own answers for tuning.
   */
  readonly usual: number;
  readonly spread: number;
  readonly asks: RegExp;
  /** Run over each sentence; distinct words found count. */
  readonly tells: RegExp;
}

// Both run over lines of plain forms: lower case, blanks around each word, # for a figure.
export const topics: readonly Topic[] = [
  {
    id: 'failure',
    usual: 0.027,
    spread: 0.025,
    asks: / (?:let (?:people|somebody|someone|them) down|let slip|got wrong|messed up|own mistake|fail\w*|mistakes?|went (?:badly )?wrong|was wrong|were wrong|regret|errors?|did not go|setback|disappoint\w*|fell short|missed) /,
    tells:
      / (embarrassed|without reading|caused|cost my|i had approved|took down|outage|regret|messed up|blamed?|apologi[sz]ed|was late|did not test|mistakes?|wrong|failed|failure|missed|error|overlooked|forgot|should have|broke|badly|fault|underestimated|mine|admitted|apologized|too late|disaster|lost|my gap) /g,
  },
  {
    id: 'conflict',
    usual: 0.029,
    spread: 0.027,
    asks: / (?:argued?|arguing|against (?:a|an|the|it|your|them|everybody|everyone|what|something)|spoke up|speak up|spoken up|kept quiet|keep quiet|not popular|outvoted|voted|differ\w*|stood up|difference of opinion|tension|disagree\w*|conflicts?|backbone|push(?:ed)? back|overruled|oppos\w+|unpopular|challenged|argument|dispute|difficult (?:colleague|person|co-worker|stakeholder)) /,
    tells:
      / (furious|tension|pushed back|pushed to|held firm|argued for|worried|escalated|compromise|disagreement|resisted|hostile|stopped speaking|harsh|disagreed|disagree|not agree|(?:his|her|their) way|say no|said no|argued|argument|objected|objections?|against|did not want|did not agree|refused|conflict|angry|insisted|opposed|overruled|thought it was|was overkill|accepted|acceptance|their decision|their call|backed|in front of everyone|wrong call|over their heads|rude|options) /g,
  },
  {
    id: 'delivery',
    usual: 0.077,
    spread: 0.051,
    asks: / (?:achievements?|accomplish\w*|proud(?:est)? of|over the line|about to miss|a date|due|difficult project|brought to an end|finish\w*|tight|time limit|urgent|committed to|schedule|late|deadlines?|goals?|at risk|on time|deliver\w*|targets?|results|obstacles?|commitment) /,
    tells:
      / (schedule|scheduled|ship|shipped|milestones?|deadlines?|thursday|friday|ahead of|early|delayed|critical path|unblocked|scope|load test|launch|release|deadline|by the end of|on time|due|late|later|target|at risk|to spare|in time|closed|blocked|behind|waited for|obstacle|went live|shipped|finished|hours|delivered|due in|goal|passed|exams?|last (?:try|chance)|weeks (?:until|till|to go)) /g,
  },
  {
    id: 'speed',
    usual: 0.067,
    spread: 0.047,
    asks: / (?:contained|before you (?:knew|had|were|could)|risk (?:that )?you took|took a risk|of the facts|all the facts|full picture|wait|waited|waiting|hesitat\w*|right away|at once|on the spot|no time|collecting facts|hunch|acted|acting|act fast|immediate\w*|stop harm|in the moment|incident|quickly|quick|without (?:all|having all|enough|full)|incomplete|too little (?:data|information|time)|not enough (?:data|information|time)|fast|bias for action|uncertain\w*|ambigu\w+|calculated risk|speed|urgent\w*|time pressure|under pressure|little time|short of (?:data|time)) /,
    tells:
      / (within minutes|deactivated|disabled|contain|contained|paused|cut off|kill|killed|shut|switched off|emergency|guardduty|live|snapshot|could not wait|revert|reverted|assumed|best guess|gamble|temporary|minutes|undone|undo|reversible|reverse|roll(?:ed)? back|fallback|back out|right away|at once|immediately|isolated|stopped|time-boxed?|within the hour|did not know|not know|unknown|nobody could explain|containment|on call|alert|before the|latest time|decide again|hours|could not wait|whether we) /g,
  },
  {
    id: 'customer',
    usual: 0.05,
    spread: 0.037,
    asks: / (?:callers?|visitors?|passengers?|merchants?|(?:person|people|somebody|someone) who (?:use|uses|used)|people (?:it|they) (?:was|were) (?:meant|made|built) for|buyers?|shoppers?|service|customers?|users?|clients?|guests?|patients?|consumers?) /,
    tells:
      / (merchants?|households?|orders|conversion|usability|shoppers?|checkout|churned|satisfaction|rating|stores?|helpdesk|refunds?|traveller?s?|families|parents|customers?|users?|clients?|guests?|patients?|residents?|buyers?|passengers?|shoppers?|callers?|visitors?|complaints?|complained|contract|calls|support|tickets|feedback|reviews|couples?|diners?|members|subscribers?|readers?|riders?|tenants?) /g,
  },
  {
    id: 'growth',
    usual: 0.038,
    spread: 0.037,
    asks: / (?:better at (?:their|his|her)|up to speed|potential|trainees?|apprentices?|newcomers?|new (?:colleague|starter|joiner|hire)s?|talent\w*|helped to grow|helped (?:someone|somebody|a|an|your)|someone on your team|improve|develop|developed|develops|grow|grew|mentor\w*|coach\w*|hire|hiring|juniors?|taught|teach|train\w*|share(?:d)? (?:your )?knowledge|shared knowledge|feedback|delegat\w+|promot\w+) /,
    tells:
      / (invited|reviewed|himself|herself|promoted|accuracy|analyst|humiliating|confidence|coffee|onboard\w*|apprentice|career|feedback|one-on-one|delegated|stretch|learner|students?|workshop|session|taught|mentor|mentors|mentored|mentoring|junior|newcomers?|taught|teach|teaches|trained|training|coach(?:ed)?|(?:on )?(?:her|his|their) own|alone|joined|practi[cs]ed?|course|leads?|game|graduate|intern|played|groups|university|grew|confidence|first page|questions?|clerks|shadow(?:ed)?|pair(?:ed)?|rota|on-call) /g,
  },
  {
    id: 'simplify',
    usual: 0.078,
    spread: 0.048,
    asks: / (?:take (?:something )?out|took (?:something )?out|took away|throw away|threw away|shorten\w*|do away|did away|fewer|got rid|get rid|remov\w+|better way|simpler|easier|efficien\w*|improved a|faster|simpl\w+|invent\w*|process|complicated|complex|automat\w+|innovat\w+|creative|new way|streamlin\w+|removed) /,
    tells:
      / (easier|spreadsheet|merge|merged|consolidated|eliminated|deleted|self-service|standardi[sz]ed|intake|approved on the spot|days to #|scripts|manually|waiting time|reusable|streamlined|bottleneck|template|simple|simpler|simplest|simply|steps?|removed|remove|dropped|drop|automated|automatic|script|scripted|fewer|form|template|manual|by hand|copied|same|one line|cut|took out|take out|not needed|signatures?|clicks?|duplicates?|merged|rather than|queue) /g,
  },
  {
    id: 'thrift',
    usual: 0.056,
    spread: 0.046,
    asks: / (?:with (?:much |far |next to )?(?:less|nothing|little)|purse|afford\w*|saving\w*|save|wast\w+|funds|funding|spend|spending|expens\w*|invest\w*|price|cut costs|budget|little money|few(?:er)? resources|limited resources|frugal\w*|cost|costs|cheap\w*|money|saved|no money) /,
    tells:
      / (expensive|price|prices|vendor|savings|overlap|procurement|cheapest|spare|borrowed|second-hand|invoice|bill|costly|donated|reused|budget|licen[cs]e|pounds|euros|dollars|costs?|free|spent|spend|spending|cheap|cheaper|frozen|without a new|already had|open source|open tools?|saved|price|money|funds|finance|paid|buying|purchase) /g,
  },
  {
    id: 'depth',
    usual: 0.073,
    spread: 0.042,
    asks: / (?:overlooked|others (?:had )?missed|others (?:had )?not (?:seen|noticed|found)|to the bottom|causes?|at its root|root|add up|layer|averages?|puzzl\w*|stubborn|solved|figures|summary|mystery|hidden|why|analy[sz]\w*|data to|investigat\w*|diagnos\w*|figure out|numbers|root cause|dive|deep|details?|dashboard|investigat\w+|contradict\w*|anomal\w+|found out|data told|metrics? (?:told|said|contradicted)|looked closer) /,
    tells:
      / (profiled|filtered|hypothes[ei]s|experiment|split|comparison|cloudtrail|queried|traced|isolated the|narrowed|dug|correlated|evidence|accounted for|root|recordings?|by hand|dataset|sampled|sampling|packet|reconcil\w+|raw|rows?|logs?|query|queries|joined|compared|line by line|row by row|counted|dashboard|root cause|trace|spreadsheet|found that|noticed that|pattern|sample|reproduced|totals?|pairs?|ledger|lined up|gaps?|records?|timestamps?|same second|average|chart|gave up|shrugged|recomputed|figures) /g,
  },
  {
    id: 'standards',
    usual: 0.04,
    spread: 0.028,
    asks: / (?:redo|redone|rework|let (?:something|it|this|that) (?:pass|go|through)|faults|defects|go live|sign off|signed off|shodd\w*|sloppy|half done|best piece of work|compromise on|say no|said no|raise the bar|cut corners|standards?|bar|quality|refus\w+|insist\w*|good enough|lower|unacceptable|launch) /,
    tells:
      / (rerun|double-check|second reviewer|rejected|checklist|held firm|load tests?|coverage|regression|sign off|sign-off|blocked the|shortcut|corners|defect|incomplete|sign|refused|quality|reviewer|reviewed|review|launch|launching|launched|standards?|tests?|bar|redesign|flaw|would not|not good enough|guess|guessed|guesser|block|blocked|approve|approval|defects?|say yes or no|release) /g,
  },
  {
    id: 'ownership',
    usual: 0.063,
    spread: 0.035,
    asks: / (?:stepped in|step in|(?:had|were|was) not asked|nobody asked|not yours|no owner|without (?:being asked|being told|waiting to be told)|looked after|orphan\w*|took over|job description|beyond what was asked|plainly yours|kept hold|asked you to|neglected|own job|stepped up|own a|above and beyond|accountable|ownership|owned|nobody|responsib\w+|beyond your (?:role|job)|outside your|gap|took on|initiative|not your job|accountab\w+) /,
    tells:
      / (inherited|whose|must do it|somebody must|someone had to|needs? an? owner|stepped in|took it on|volunteered|no system|orphaned|unowned|picked it up|nobody was|took the lead|followed through|my mistake|mine to|beyond my|nobody|no team|no one|no owner|owners?|without an owner|mine|not asked|was not my|my responsibility|responsible|took over|volunteered|somebody had to|gap|truth|that it was me|i owed|theirs|own inventory|handed over|handovers?) /g,
  },
  {
    id: 'learning',
    usual: 0.051,
    spread: 0.037,
    asks: / (?:knew nothing|knew little|did not know|knowing nothing|field|your questions|teach yourself|got into|own time|study|studied|studying|read up|wonder\w*|understand something|new to|picked up|taught|expert\w*|learn\w*|curious|curiosity|scratch|new (?:skill|field|technology|area|topic)|out of your depth|unfamiliar|never done|taught yourself) /,
    tells:
      / (curious|unfamiliar|mentor|tutorial|documentation|built a small|prototype|practised|certif\w+|language|wondered|why it|weekend|lab|notebook|beginner|never (?:seen|done|used|tested|had|tried|worked)|had ever|new to|read|papers?|book|practi[cs]ed|tried|experiments?|taught myself|out of my depth|course|studied|attempts?|from scratch|learn|teacher|explained|new field|in return|forum|copies|watched|evenings?) /g,
  },
  {
    id: 'trust',
    usual: 0.065,
    spread: 0.043,
    asks: / (?:promise\w*|promising|owned up|believed?|criticism|kept your word|word to|win (?:somebody|someone) over|won (?:somebody|someone) over|won over|relationship|could not yet give|put off|difficult news|mistake|credib\w*|own up|trust|bad news|honest\w*|transparen\w+|admit\w*|candid|difficult message|apologi\w+) /,
    tells:
      / (emailed|informed|disclosed|owned up|confessed|apologised|admitting|straight|upfront|i was wrong|my fault|mine|privacy team|embarrassed|before anyone|credibility|confidence|transparent|told|called|rang|phoned|call|honest|admitted|plainly|openly|did not know yet|we did not know|our failure|my mistake|our mistake|might be affected|apologized|bad news|truth|trust|notice|wrote to|customer|knew|said that) /g,
  },
  {
    id: 'scale',
    usual: 0.059,
    spread: 0.035,
    asks: / (?:larger|largest|bolder|boldest|daring|direction|small step|too small|end state|many teams|several parts|times better|grand|dream\w*|widest|bigger|organi[sz]ation-wide|company-wide|several years|ambitious|think big|beyond your (?:own )?team|across|vision|bold|long-term|large|strategy|whole (?:company|organization)|other teams|bigger|several teams) /,
    tells:
      / (platform|paved|organi[sz]ation|company-wide|every service|all repositories|repositories|roadmap|three-year|scaled|countries|regions|everyone else|open-sourced|industry|all #|# teams|teams|# product|every team|# years|eighteen months|whole|adopted|template|standard|group|road|two years|from day one|everyone|company|# of the # teams|roll(?:ed)? (?:it )?out|moved|districts|offices|other apps) /g,
  },
  {
    id: 'consequences',
    usual: 0.035,
    spread: 0.03,
    asks: / (?:beyond your (?:own )?(?:users|customers)|outside your company|people outside|others pay|pay for|world around|energy|people affected|affected|bystanders?|the public|neighbou?rs?|downstream|helping your|volunteer\w*|communit\w+|social|ethic\w*|fair\w*|others outside|side effects?|broad responsibility|harm|impact on|society|environment|community|unintended|in mind|wider|consequences) /,
    tells:
      / (volunteers?|neighbou?rhood|households|association|families|donat\w+|ethic\w*|fairness|bias|poor|refugees?|accessib\w+|blind|carbon|waste|local|schools?|nobody was forgotten|needs|bystanders|shelter|charity|residents|harm|misused?|weapon|on purpose|against someone|side effects?|privacy|vulnerable|community|environment|public|partners|locked out|children|elderly|disabled|neighbou?rs|turn it against|unintended|excluded|minorit\w+|victims?|women|did not have in mind|noise|pollution|energy) /g,
  },
  {
    id: 'care',
    usual: 0.063,
    spread: 0.038,
    asks: / (?:on call|including (?:somebody|someone)|left out|lives|working life|lighter|fairer|workload|tired|overwork\w*|exhaust\w*|work places?|place to work|treating people|more work than people|kinder|kindness|colleagues|team members|happier|stress\w*|healthy|employer|work better for|people around|morale|load|inclusive|inclusion|safe|burnout|well-?being|workplace|team happy|better place) /,
    tells:
      / (morale|drowning|exhausted|stress\w*|wellbeing|sleep|part-time|childcare|remote|silence|listened|safe to|quit|resign\w*|overworked|manageable|inclusive|accessible|nights?|shifts?|rota|pager|paged|load|sick days|pages|fair|bonus|weekends?|burn(?:ed|t)?(?: |-)?out|tired|family|speak up|spoke up|overtime|workload|works council|rest|holiday|leave the company|parents?|equal|cap|woken|alone|safe) /g,
  },
  {
    id: 'judgement',
    usual: 0.04,
    spread: 0.029,
    asks: / (?:estimat\w+|predict\w*|sure|guess\w*|change your mind|call (?:that )?you (?:have )?made|hardest call|the other way round|saw it the other way|instinct|judged|judging|judgements?|forecast\w*|summary that|too soon|recommend\w*|assess\w*|chose between|prediction|judgments?|right|decision|wrong call|changed your mind|opinion|decide) /,
    tells:
      / (recommended|options|trade-off|modelled|modeled|estimated|predicted|bet|hypothesis|second opinion|changed my mind|forecast|contrary|proved|likelihood|both options|analysis|rated|rating|severity|been wrong|weighed|compared|disprove|disproof|assumptions?|reasoning|decided|decide|decision|prediction|evidence|correct a call|raised the severity|overlooked|tested|queries|fallback|attack my|how it could be wrong|could be wrong|explain|experience) /g,
  },
  {
    id: 'security',
    usual: 0.017,
    spread: 0.029,
    asks: / (?:security|incident|breach|vulnerab\w+|attack\w*|threat|control|phishing|containment) /,
    tells:
      / (security|incident|attack\w*|vulnerab\w+|breach|keys?|access|tokens?|password\w*|malware|phishing|firewall|patch\w*|audit\w*|alert|scanner|credential\w*|session|sign-in|fraud|leaked|exposed|encrypt\w*) /g,
  },
  {
    id: 'metric',
    usual: 0.065,
    spread: 0.053,
    asks: / (?:metric|metrics|measur\w+|kpi|moved a number|quantif\w+|improved) /,
    tells:
      / (percent|from # to|from (?:about )?# \S+|measured|counted|figures|rate|median|average|per (?:day|week|month)|a (?:day|week|month)|baseline|before|compared with) /g,
  },
  {
    id: 'priorities',
    usual: 0.023,
    spread: 0.02,
    asks: / (?:priorit\w+|competing|several things|multiple tasks|juggl\w+|interrupt\w+|many things) /,
    tells:
      / (triage\w*|juggl\w+|deprioriti[sz]ed|backlog|two things|deferred|first|priorit\w+|urgent|sorted|ranked|order|queue|at the same time|parked|waited|most important|two at once|later|interrupted|handed) /g,
  },
  {
    id: 'influence',
    usual: 0.022,
    spread: 0.027,
    asks: / (?:recommendation|influenc\w+|persuad\w+|convinc\w+|without authority|buy-in|stakeholders?) /,
    tells:
      / (recommended|board|unanimously|one page|interviewed|presented|pitch\w*|sceptics?|buy-in|allies|advocates|convinced|persuaded|won over|showed|agreed|talked|explained|proposed|offered|listened|sat with|one page|demo|pilot|sceptical|skeptical|sponsor|director) /g,
  },
  {
    id: 'teamwork',
    usual: 0.015,
    spread: 0.016,
    asks: / (?:another team|other team|collaborat\w+|cross-\w+|teamwork|worked with|cooperat\w+) /,
    tells:
      / (team|teams|together|lead|with (?:her|him|them)|in exchange|their side|our side|agreed|joint|shared|both|partner) /g,
  },
];

/** The topic that each principle is about. */
export const topicOfPrinciple: Readonly<Record<PrincipleSlug, string>> = {
  'customer-obsession': 'customer',
  ownership: 'ownership',
  'invent-and-simplify': 'simplify',
  'are-right-a-lot': 'judgement',
  'learn-and-be-curious': 'learning',
  'hire-and-develop-the-best': 'growth',
  'insist-on-the-highest-standards': 'standards',
  'think-big': 'scale',
  'bias-for-action': 'speed',
  frugality: 'thrift',
  'earn-trust': 'trust',
  'dive-deep': 'depth',
  'have-backbone-disagree-and-commit': 'conflict',
  'deliver-results': 'delivery',
  'strive-to-be-earths-best-employer': 'care',
  'success-and-scale-bring-broad-responsibility': 'consequences',
};
