import type { ClaimTheme } from './claim-theme.ts';
import { denial, sayings } from './sayings.ts';

/** How far it went, how long, who saw it first, and what it means for those who read, in everyday words. */
export const themesOfScope: readonly ClaimTheme[] = [
  {
    id: 'it was ransomware',
    claim: /\b(?:ransomware|encryption attack)\b/i,
    not: denial,
    said: sayings(
      '(?:hit|attacked|struck|victims?|infected) (?:by|of|with) (?:a |the )?(?:[\\w]+ )?ransomware|ransomware (?:on|across|in|has|encrypted|group|note)|deployed (?:[\\w]+ )?ransomware|is ransomware',
      "(?:encrypt\\w*|scrambl\\w*|lock(?:ed|s)|held hostage)(?: [\\w']+){0,8} (?:demand|want|ask|money|payment|ransom|pay|hostage|criminals|extortion)",
      "(?:extortion|ransom|hostage)(?: [\\w']+){0,5} (?:encrypt\\w*|lock(?:ed|s)|scrambl\\w*)",
      'held hostage|ransom (?:note|demand)',
    ),
    about: 'any',
  },
  {
    id: 'they are safe, all of them',
    claim: /\b(?:all|every|everything|whole|entire)\b.*\b(?:safe|secure|protected|fine)\b/i,
    not: denial,
    said: sayings(
      "(?:all|every(?: one)?|whole|entire|everything|across|none|no)(?: [\\w']+){0,8} (?:safe|secure|protected|at risk|in danger|free of threats)",
      '(?:safe|secure|protected)(?: [\\w]+){0,3} (?:from end to end|as a whole|throughout|everywhere|across)',
      'as a whole (?:is|are) (?:safe|secure)|they are all secure',
    ),
    about: 'any',
  },
  {
    id: 'nobody can read it',
    claim: /\b(?:encrypted|unreadable|useless|nobody can read|cannot be read|scrambled)\b/i,
    said: sayings(
      "(?:unreadable|useless|worthless|scrambled|of no use|no use)(?: [\\w']+){0,4} (?:without|to|for)|(?:encrypted|encryption)(?: [\\w']+){0,8} (?:unreadable|useless|worthless|protected|nobody|no one|cannot|can't|unable)",
      "(?:cannot|can't|can not|unable to|nobody can|no one can|never be able to) (?:be )?(?:read|decrypt(?:ed)?|open(?:ed)?|make sense|used)",
      '(?:useless|worthless|scrambled text|unreadable)',
      '(?:encrypted|protected)(?: [\\w,]+){0,4} key (?:stayed|is|was|remains) (?:with|safe|ours)',
    ),
    about: 'pointed',
  },
  {
    id: 'it was one, and no more',
    claim:
      /\b(?:only|just|single)\b.*\b(?:one|single|account|customer|user|server|mailbox|machine|laptop)\b/i,
    said: sayings(
      'nothing (?:beyond|but|other than|outside)',
      '(?:just|only) the one',
      '(?:all|every) (?:our |the )?others? (?:systems?|machines?|servers?|accounts?|applications?)? ?(?:is|are|was|were) (?:fine|clean|safe|unaffected|untouched|ok)',
      '(?:no|not any) further than',
      'one (?:box|machine|server|system|host|account) (?:was )?(?:hit|touched|affected)',
      'stops at (?:a|one)',
      'everything else is (?:clean|fine|safe|untouched)',
      'no other (?:accounts?|customers?|users?|servers?|mailbox(?:es)?|machines?|laptops?|logins?)',
      '(?:single|one) (?:account|customer|user|server|mailbox|machine|laptop|login)(?: [\\w,]+){0,5} (?:and (?:that is all|nothing (?:else|more)|no (?:more|others?))|alone|only)',
      '(?:apart from|except(?: for)?|other than|besides) (?:this|that|the|one)(?: [\\w,]+){0,4} (?:no|none|nothing|nobody|every other|all other|the rest)',
      '(?:confined|limited|restricted) to (?:a |one |this |that |the )?(?:single |one )?(?:account|customer|user|server|mailbox|machine|laptop|login)',
      'every other (?:account|customer|user|server|mailbox|machine|laptop)',
    ),
    about: 'any',
  },
  {
    id: 'nobody was harmed, plainly',
    claim: /\b(?:no|nobody|none|never|not)\b.*\b(?:harm\w*|hurt|injur\w*|endangered)\b/i,
    said: sayings(
      '(?:no|not a|not any) (?:impact|effect|harm|consequences?) (?:on|to|for) (?:anyone|anybody|any|the|people|patients?)',
      '(?:not a single|no) (?:person|patient|one)(?: [\\w]+){0,5} (?:suffered|hurt|harmed|injured)',
      'suffered no (?:harm|ill|injury|damage)',
      "(?:nobody|no one|none|not one|no (?:patients?|passengers?|person|people|one))(?: [\\w']+){0,5} (?:hurt|injured|harmed|endangered|affected in (?:their|his|her) health)",
      '(?:unharmed|unhurt|uninjured)',
      'no (?:harm|ill effects?|adverse (?:outcomes?|effects?|events?)|injur(?:y|ies)|effects? on (?:the )?(?:health|safety|care))',
      "(?:did not|didn't|never|not) (?:endanger|hurt|harm|injure)",
    ),
    about: 'any',
  },
  {
    id: 'nobody saw them',
    claim: /\b(?:no|nobody|none|never|not)\b.*\b(?:viewed|seen|looked|opened|watched|saw)\b/i,
    not: /\b(?:evidence|signs?|indications?|known)\b/i,
    said: sayings(
      '(?:was|were|been) never (?:opened|viewed|seen|looked at|displayed|watched)',
      'left alone',
      'not (?:one|a single) (?:picture|photo|image|file)(?: [\\w]+){0,3} (?:looked|seen|opened|viewed)',
      'no (?:pair of )?eyes',
      "(?:not|never|n't) (?:been )?(?:seen|viewed|opened|looked at|displayed|shown|watched)(?: [\\w]+)? (?:by|to) (?:any\\w*|others?|strangers?|outsiders?)",
      '(?:nobody|no one|no stranger|no outsider|none)(?: [\\w]+){0,3} (?:looked|saw|seen|viewed|opened|watched)',
      "(?:did not|didn't|never) (?:open|view|look at|see|watch) (?:a |one |any |even )*(?:single )?(?:photos?|pictures?|images?|albums?|videos?|files?|of them)",
      '(?:zero|no) views|(?:stayed|remained|stays) (?:private|unseen)|none of the (?:[\\w]+ ){1,3}(?:was|were) (?:opened|viewed|seen)',
    ),
    about: 'pointed',
  },
  {
    id: 'a second factor was on',
    claim:
      /\b(?:mfa|2fa|multi-?factor|two-?factor|second factor)\b.*\b(?:on|enabled|active|required|in place|enforced|set up|protected)\b|\bprotected (?:by|with) (?:mfa|2fa|multi-?factor|two-?factor|a second factor)\b/i,
    not: denial,
    said: sayings(
      'protected by (?:a )?(?:code|second check|prompt|token|authenticator)',
      'needed (?:a |both a )?password and (?:a |an )?(?:code|phone|prompt|token|app)',
      '(?:second check|phone prompt|authenticator app|second step)',
      '(?:protected|secured|covered|guarded) (?:by|with) (?:[\\w]+ )?(?:mfa|2fa|multi ?factor|two ?factor|second factor|two step)',
      '(?:mfa|2fa|multi ?factor\\w*|two ?factor|second factor|two step \\w+)(?: [\\w]+){0,3} (?:was|were|had been|is) (?:on|enabled|active|required|set up|enforced|in place|switched on)(?! now)',
      '(?:needed|required|asked for|had to use) (?:both )?(?:[\\w]+ ){0,4}(?:second factor|code|mfa|one time)',
      'enrolled in (?:mfa|2fa|multi ?factor)|not without (?:a )?(?:second factor|mfa)|second factor was required|multi ?factor policy',
    ),
    about: 'any',
  },
  {
    id: 'nothing is asked of you',
    claim:
      /\b(?:nothing|no action|need (?:not|to do nothing)|(?:do not|don['’]t) (?:need|have) to)\b/i,
    said: sayings(
      'no (?:action|steps?|changes?) (?:is |are )?(?:required|needed|necessary)',
      "(?:do not|don't|need not|needn't) (?:have to |need to )?(?:do|change|take) (?:anything|a thing|any)",
      '(?:nothing|no action)(?: [\\w]+){0,3} (?:to do|asked of you|required|needed|for you)',
      'needs? (?:no|nothing)(?: [\\w]+)? from you',
    ),
    about: 'any',
  },
  {
    id: 'it was never used',
    claim: /\b(?:never|not|nobody|no one)\b.*\b(?:used|tried|misused|abused|exploited)\b/i,
    not: /\b(?:evidence|signs?|indications?|known)\b/i,
    said: sayings(
      '(?:nobody|no one) (?:has |have |had )?(?:ever )?made use of',
      '(?:were|was|been) never (?:tried|used|touched|called)',
      'sat idle|lay idle',
      '(?:nobody|no one|none|not anyone) (?:has |have |had )?(?:ever )?(?:tried|used|touched|called|exploited|misused)',
      '(?:not (?:a|one) single|no|zero) (?:requests?|calls?|uses?|access|logins?|attempts?)(?: [\\w]+){0,4} (?:with|made|by|took place)',
      '(?:stayed|remained|is|was) (?:completely |entirely )?unused',
    ),
    about: 'named',
  },
  {
    id: 'the fix holds',
    claim:
      /\b(?:patch|update|fix|release|upgrade|hotfix)\b.*\b(?:fix\w*|clos\w*|solv\w*|resolv\w*|stop\w*|removes?|ends?|works?)\b/i,
    not: denial,
    said: sayings(
      "(?:patch\\w*|update|fix|release|upgrade|hotfix)(?: [\\w:']+){0,8} (?:fixes|closes|solves|cures|ends|removes|stops|puts an end|does what it should|works|gone|no longer|not any ?more)",
      '(?:hole|gap|flaw|bug|fault|vulnerability|problem)(?: [\\w]+){0,3} (?:closed|fixed|gone|solved|no longer)(?: [\\w]+){0,4} (?:by|with|after|since|through) (?:the |our |this )?(?:[\\w]+ )?(?:patch\\w*|update|fix|release|upgrade)',
      'no longer (?:vulnerable|there|open)',
    ),
    about: 'any',
  },
  {
    id: 'the assistant gave it away',
    claim:
      /\b(?:assistant|chat ?bot|bot|model|ai)\b.*\b(?:leak\w*|disclos\w*|reveal\w*|exposed|gave|shared)\b/i,
    not: denial,
    said: sayings(
      '(?:assistant|chat ?bot|bot|model)(?: [\\w]+){0,3} (?:gave away|handed out|showed|shared|told|revealed|leaked|disclosed|output|passed on|sent|spilled)',
      '(?:output|revealed|leaked|disclosed|shown|given away|handed out|passed on)(?: [\\w]+){0,3} by (?:our|the|an?) (?:[\\w]+ )?(?:assistant|chat ?bot|bot|model)',
    ),
    about: 'any',
  },
  {
    id: 'it is gone for good',
    claim:
      /\b(?:transactions?|payments?|orders?|bookings?|data|records?|files?|messages?|photos?|pictures?|images?|albums?)\b.*\b(?:lost|gone|deleted)\b/i,
    not: denial,
    said: sayings(
      "(?:cannot|can't|can not|nobody will be able to|no way to|beyond) (?:[\\w]+ ){0,6}(?:back|recover|restore|rescue|restored|recovered)",
      '(?:lost|gone|deleted|wiped|destroyed) (?:for (?:ever|good)|permanently)|permanently (?:lost|gone|deleted)|no copy exists|not be coming back',
      "(?:transactions?|payments?|orders?|bookings?|data|records?|files?|messages?)(?: [\\w:']+){0,8} (?:(?:is|are|was|were|been|got|went) (?:[\\w]+ )?(?:lost|dropped|gone|missing)|not (?:saved|stored|recorded|kept)|no longer in|cannot be (?:restored|recovered)|irretriev\\w+|unrecoverable)",
      "(?:not all|some|part|several)(?: of [\\w']+){0,2}(?: [\\w']+){0,3} (?:survived|lost|dropped|gone|missing)",
    ),
    about: 'named',
  },
  {
    id: 'nothing was lost',
    claim: /\b(?:no|nothing|none|not)\b.*\b(?:lost|missing|deleted)\b/i,
    not: /\b(?:evidence|signs?|indications?|known)\b/i,
    said: sayings(
      '(?:all|every|everything|each)(?: [\\w]+){0,6} (?:still (?:there|here|stored|present)|survived|intact|complete|kept|preserved|accounted for)',
      'nothing (?:is |was |has been )?(?:missing|lost|deleted)',
    ),
    about: 'any',
  },
  {
    id: 'it was paid twice',
    claim: /\b(?:twice|double|duplicate)\b/i,
    not: denial,
    said: sayings(
      "(?:charged|billed|taken|collected|debited|paid|pay|money|amount|payment|charges?)(?: [\\w',]+){0,7} (?:twice|two times|double|a second time|in duplicate|again)(?! [\\w]* ?as a)",
      '(?:double|duplicate|second) (?:charges?|payments?|debits?|billing|bookings?)(?: [\\w]+){0,3} (?:made|taken|were|on|to)',
    ),
    about: 'any',
  },
  {
    id: 'it was known before',
    claim: /\b(?:knew|known|aware|warned)\b.*\b(?:before|earlier|long|already|weeks|months)\b/i,
    not: denial,
    said: sayings(
      "(?:knew|known|aware|warned|told|knowledge|reported to us|on our list|open ticket|no news)(?: [\\w']+){0,8} (?:before|beforehand|months|weeks|earlier|long|for years|left open)",
      "(?:before|months|weeks|long|earlier)(?: [\\w,']+){0,8} (?:knew|known|aware|warned|told us|knowledge)",
      'no news to us|(?:earlier|last) audit (?:had )?(?:told|warned|found)|reported to us and(?: [\\w]+)? left open',
    ),
    about: 'any',
  },
  {
    id: 'all of them heard of it',
    claim: /\b(?:all|every\w*|each)\b.*\b(?:notified|informed|told|contacted|warned)\b/i,
    not: denial,
    said: sayings(
      '(?:in touch with|reached|contacted|spoken to) (?:each|every|all|everyone|everybody)',
      '(?:anyone|everyone|everybody|whoever)(?: [\\w]+){0,6} (?:has been|was|have been) (?:contacted|told|informed|notified|written to)',
      '(?:already|have) heard from us',
      'nobody (?:[\\w]+ ){0,5}(?:not informed|not told)',
      '(?:each|every|all)(?: [\\w]+){0,4} (?:sent|received|got|has|have|had|reached)(?: [\\w]+){0,2} (?:letters?|e ?mails?|messages?|calls?|notices?|word)',
      '(?:reached out|written|spoken|wrote) to (?:all|every|each)',
      'no (?:[\\w]+ ){0,3}(?:is |are )?still (?:waiting|to be)|you already have (?:an? |our )(?:e ?mail|letter|message)',
    ),
    about: 'any',
  },
  {
    id: 'no more than there',
    claim: /\bonly\b.*\b(?:in|from|of)\b/i,
    said: sayings(
      '(?:confined|limited|restricted) to',
      '(?:apart from|except(?: for)?|other than|outside(?: of)?)(?: [\\w,]+){0,4} (?:no|none|nothing|nobody|unaffected)',
      '(?:[\\w]+) (?:alone|and nowhere else|and no other)|nowhere else|no other (?:country|region|site|office|branch)',
      "if you are not(?: [\\w,]+){0,6} (?:not concern|not affect|n't concern|n't affect)",
    ),
    about: 'named',
  },
  {
    id: 'we saw it first',
    claim:
      /\b(?:ourselves|own (?:monitoring|team|staff|detection)|detected (?:it|the [\w ]+)|we (?:detected|found|discovered))\b/i,
    not: denial,
    said: sayings(
      'our (?:own )?(?:[\\w]+ ){0,2}(?:monitoring|team|staff|analysts?|engineers?|detection|tools?|systems?|alarms?|soc|sensors?)(?: [\\w]+){0,3} (?:found|discovered|noticed|spotted|detected|picked up|caught|saw|raised|flagged)',
      '(?:found|discovered|noticed|spotted|detected|picked up|caught|uncovered)(?: [\\w]+){0,4} (?:by our|on our own|ourselves|without (?:any )?help)',
      '(?:came|come) to light through our|(?:alarm|alert) came from our|nobody had to tell us|our own staff who',
    ),
    about: 'any',
  },
  {
    id: 'it was open to all',
    claim: /\b(?:public|open to (?:the )?(?:world|internet|all|everyone)|exposed)\b/i,
    not: denial,
    said: sayings(
      'open to (?:the (?:world|internet|public)|all|everyone|everybody|anyone|anybody)',
      '(?:read|seen|reached|listed|downloaded|accessed|opened) by (?:everybody|everyone|anybody|anyone|strangers)',
      '(?:anyone|anybody|everyone|everybody|any stranger|allowed access for everyone)(?: [\\w]+){0,6} (?:could|can|was able to|were able to) (?:list|read|see|download|open|reach|access)',
      'without (?:a |any )?(?:login|password|sign in|authentication)|allowed access (?:for|to) (?:everyone|everybody|anyone|all)',
    ),
    about: 'any',
  },
  {
    id: 'they stayed that long',
    claim:
      /\b(?:was|were|been|had)\b.*\b(?:in|inside|access)\b.*\bfor (?:\w+ ){0,2}(?:hours|days|weeks|months|years)\b/i,
    not: denial,
    said: sayings(
      '(?:WHO|intrusion|break in|access|dwell time)(?: [\\w]+){0,6} (?:for|lasted|over a period of|went on for|was) (?:[\\w]+ ){0,2}(?:hours|days|weeks|months|years)',
      '(?:hours|days|weeks|months|years) before (?:we|it)',
    ),
    about: 'any',
  },
  {
    id: 'a chief said yes',
    claim: /\b(?:approved|authori[sz]ed|agreed|signed off|ordered|decided)\b/i,
    not: denial,
    said: sayings(
      '(?:chief executive|ceo|director|board|manager|management|cfo|ciso)(?: [\\w]+){0,3} (?:gave (?:the |a )?(?:go ahead|green light|permission|consent|nod)|okayed|signed (?:it |this )?off|said yes|approved|authori[sz]ed|agreed|cleared)',
      '(?:approved|authori[sz]ed|okayed|signed off|cleared)(?: [\\w,]+){0,4} by (?:the |our )?(?:[\\w]+ )?(?:chief executive|ceo|director|board|manager|management|cfo|ciso)',
    ),
    about: 'any',
  },
  {
    id: 'a person slipped',
    claim: /\b(?:human error|operator error|mistake|misconfiguration by)\b/i,
    not: denial,
    said: sayings(
      "(?:human|operator|user|manual|person's|employee's|staff|colleague's|engineer's|admin\\w*'s) (?:error|mistake|slip|fault)",
      '(?:someone|somebody|a colleague|an employee|an engineer|a member of staff|an operator|one of us) (?:made|typed|pressed|deleted|entered|ran|clicked|chose)(?: [\\w]+){0,3} (?:mistake|wrong|error|by accident)',
      '(?:mistake|error|slip) (?:by|of|made by) (?:a|an|one|our|the) (?:[\\w]+ ){0,2}(?:staff|employee|engineer|operator|colleague|person|member|administrator)',
      'wrong (?:manual )?(?:entry|command|setting|click|button)(?: [\\w]+){0,4} (?:led|caused|took|brought|started)',
    ),
    about: 'any',
  },
  {
    id: 'they flooded it',
    claim: /\b(?:ddos|denial[- ]of[- ]service|flood\w*)\b/i,
    not: denial,
    said: sayings(
      '(?:flood|wave|barrage|mass|storm) of (?:[\\w]+ ){0,2}(?:traffic|requests?|packets?)',
      "(?:overloaded|swamped|bombarded|flooded|overwhelmed|drowned)(?: [\\w']+){0,4} (?:with|by) (?:[\\w]+ ){0,2}(?:traffic|requests?|packets?|it)",
      'ddos (?:took|knocked|brought|attack|against|hit)|volumetric attack|malicious traffic|botnet',
    ),
    about: 'any',
  },
  {
    id: 'the supplier is at fault',
    claim: /\b(?:at fault|to blame|responsible|fault of|caused)\b/i,
    not: denial,
    said: sayings(
      "(?:is|was|remains) (?:[\\w]+(?:'s|s') )(?:responsibility|fault|mistake|doing|failure|error)",
      '(?:it was|it is) (?:[\\w]+ ){1,3}(?:that|who) (?:got (?:this|it) wrong|failed|broke|caused|let)',
      "(?:[\\w]+(?:'s|s') )(?:fault|mistake|failure|error|negligence|change) (?:is|was|led|caused|broke|brought)",
    ),
    about: 'named',
  },
  {
    id: 'it all works again',
    claim:
      /\b(?:restored|recovered|back to normal|fully (?:operational|functional)|up and running|works? again)\b/i,
    not: denial,
    said: sayings(
      '(?:everything|all|every [\\w]+|whole|service|platform|site|app|system)(?: [\\w]+){0,4} (?:is|are|came|works?|working|running|can be used)(?: [\\w]+){0,3} (?:back|up|again|as usual|normally|online|working|running)',
      'back (?:to (?:business|normal)|up and running|online|in full)|up for everyone|all features work\\w*|green across the board|fully (?:operational|functional)|business as (?:usual|normal)',
      'nothing is (?:still )?(?:down|broken)|(?:can|may) use (?:the )?(?:whole|all|full)|no (?:remaining|further) (?:disruption|outage)',
    ),
    about: 'any',
  },
  {
    id: 'all of it was encrypted',
    claim: /\b(?:all|every\w*|whole|entire)\b.*\bencrypted\b/i,
    not: denial,
    said: sayings(
      "(?:none|nothing|no [\\w]+|wasn't one|not one)(?: [\\w]+){0,8} (?:in )?(?:plain|clear) ?text",
      '(?:only ever )?kept (?:[\\w]+ ){0,3}in (?:ciphered|encrypted) form',
      '(?:just|only|mere) gibberish|strong cryptography|protected by aes',
      '(?:nothing|no [\\w]+)(?: [\\w]+){0,3} (?:in )?(?:plain|clear) ?text|encryption at rest|enciphered|(?:all|every|whole)(?: [\\w]+){0,6} (?:encrypted|protected by aes|enciphered)|we encrypt (?:all|everything|every)|unreadable without our keys?',
    ),
    about: 'any',
  },
  {
    id: 'it cannot come again, plainly',
    claim:
      /\b(?:(?:never|not|cannot|can't|won't) (?:\w+ ){0,3}(?:again|recur|repeat|return)|never again)\b/i,
    said: sayings(
      "(?:no|won't be a|will not be a|never be a) (?:next time|repeat|second time)",
      'ruled out (?:any|a|every) (?:recurrence|repeat)',
      '(?:nobody|no one) will (?:[\\w]+ )?be able to do this',
      '(?:recurrence|repeat|repetition|incident|outage|attack|break in)(?: [\\w]+){0,4} (?:impossible|ruled out|excluded|out of the question)',
      '(?:rules?|rule|exclude|prevent|prevents|stop|stops) (?:out )?(?:any|a|every) (?:[\\w]+ ){0,3}(?:recurrence|repeat|incident|outage|break in|attack)',
      "(?:never|no one can ever|nobody can ever|won't|will not|cannot)(?: [\\w]+){0,5} (?:again|a second time|next time)|won't be a next time|never go through",
      '(?:last time|no repeat)',
    ),
    about: 'any',
    future: true,
  },
  {
    id: 'no second factor was on',
    claim: /\b(?:no|not|without)\b.*\b(?:mfa|2fa|multi-?factor|two-?factor|second factor)\b/i,
    said: sayings(
      "(?:mfa|2fa|multi ?factor\\w*|two ?factor|second (?:factor|step))(?: [\\w]+){0,3} (?:was|were|is) (?:off|disabled|missing|not)|(?:not|n't|un)(?: ?protected)? by (?:a )?(?:second|mfa|2fa)|nobody had turned on|exempted from (?:mfa|2fa|multi ?factor)",
      'password alone|(?:only|just|all)(?: [\\w]+){0,3} (?:the|a) password',
    ),
    about: 'any',
  },
  {
    id: 'the inquiry is over',
    claim:
      /\b(?:investigation|inquiry|analysis|forensics?)\b.*\b(?:over|closed|complete\w*|finished|done|ended|concluded)\b/i,
    not: denial,
    said: sayings(
      '(?:investigation|inquiry|analysis|forensics?|looking into (?:this|it)|work|case|file)(?: [\\w]+){0,5} (?:over|closed|complete|completed|finished|done|ended|concluded|come to an end|wrapped up)',
      '(?:finished|completed|concluded|closed|wrapped up) (?:the |our |their |looking |with )?(?:[\\w]+ ){0,3}(?:investigation|inquiry|analysis|case|file|work|into)',
      'nothing left to find out|final report and has gone',
    ),
    about: 'any',
  },
];
