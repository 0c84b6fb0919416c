/**
 * Words by which stories of any trade tell of a topic, one or more topics each; compared by their
 * stems. Written from what the topics mean and not from any answer; what takes several words stands
 * with the topic itself (topics.ts).
 */
export const topicWords: Readonly<Record<string, string>> = {
  failure: `fail failure wrong mistake error miss forget lose regret sorry ashamed embarrass admit fault blunder
    mess late cancel refuse reject collapse damage ruin spoil break disappoint apologise underestimate
    overlook careless misread neglect confess mine worst skip rush hasty assume assumption proud promise
    overconfident naive untested unprepared unable overrun backfire revert undo rollback hotfix delete
    accident accidentally bug crash downtime lost harm shame guilty blame responsible consequence
    warning ignored trusted incorrect unfortunately unhappy complaint wasted setback stuck reset restart
    rework redo misjudge misunderstand repair restore`,
  conflict: `disagree disagreement argue argument quarrel fight shout angry anger furious oppose object objection
    refuse insist overrule veto clash dispute convince persuade compromise resist protest criticise
    defend boss captain chief headmaster principal superior opinion wrong accept decide decision commit
    commitment backbone loud stubborn tense hostile complain vote against respectful agree disagreed
    manager director teacher partner colleague doubt doubtful sceptical fear afraid reject push pressure
    stand voice speak concern hesitate reluctant unhappy discuss debate meeting view position evidence
    option alternative proposal trial concede yield respect majority minority outvoted dissent listened
    reason risk impose plan blame`,
  delivery: `deadline date schedule finish complete target goal aim reach deliver delivery time late delay ready
    urgent remain miss recover catch milestone plan peak count until hurry overdue extension obstacle
    block hold backlog pace track weekly open launch start end ahead behind succeed achieve total result
    progress due december christmas year-end permission contractor supplier dependency critical order
    daily standup check-in cross off tick under beat exceed fewer reduced shelf gap consistently persist
    despite although spite setback unblock reroute replan reschedule resource overtime weekend extra
    handoff approved live produce operational install
    project migrate migration rollout certify certification halfway stall condition resign cutover sponsor regulator assessor day week`,
  speed: `immediately instantly minute second hour quick fast wait hesitate alarm alert emergency danger
    dangerous urgent risk safe unsafe smoke fire gas leak crack evacuate stop close shut ground isolate
    reverse undo reversible unsure unclear unknown uncertain guess assume signal suspect injured hurt
    decide decision clock rush delay now radio contain disable block night weekend midnight holiday
    sunday call rang pager woke woken asleep duty shift unavailable unreachable absent approval board
    rollback unplug disconnect revoke rotate offline online quarantine freeze throttle limit temporary
    provisional worst damage spread flood exposed attacker intruder scam spam suspicious act action
    moment early late choose switched enable reopen restore
    spike pull portal install launch initiative unplugged cable advisory exploit`,
  customer: `customer client guest patient passenger pupil visitor reader audience viewer listener caller buyer
    shopper diner tenant resident traveller user member subscriber family parent pensioner elderly widow
    citizen applicant complaint complain review satisfied refund receipt booking order service need
    confuse understand welcome queue helpdesk counter loyal grateful thank experience wish expectation
    disappointed wheelchair pain rule exception policy student traveler donor farmer merchant employee
    person blind deaf disabled accessible language waiting login card letter branch desk window visit
    listen prefer help relief thankful kind satisfaction survey recommend stay leave replace apologize
    explain simple easier faster shorter victim frustrated upset worried fear trust
    child dentist doctor recipient inbox notification phoned retailer hospital school sick`,
  growth: `apprentice trainee assistant junior newcomer beginner mentee intern graduate recruit mentor coach
    teach train tutor guide shadow encourage confidence confident afraid shy ashamed nervous silent
    struggle exam pass fail practise practice rehearse feedback question herself himself themselves
    alone independent promote promotion grow improve learn slow patient watch listen let course skill
    develop hire interview buddy joiner starter first-year novice analyst developer waiter cook nurse
    volunteer helpdesk goal strengths weakness study lesson example exercise aloud explain understood
    try permission responsibility handed mistake space talk later onboarding`,
  simplify: `simple simply simplify easy easily step form paper notebook template remove skip drop merge combine
    replace automate automatic script tool spreadsheet manual hand duplicate copy click field signature
    approval kiosk label box key button invent invention idea design prototype try faster save shorter
    fewer less one instead time minute queue process procedure routine needless useless complicated
    complex tape glue trick code average sheet question page meeting email retype typing printer scan
    app tablet portal bot pipeline repeated repetitive waste bottleneck tier sort group only enough
    unnecessary redundant unused obsolete retire shorten reduce build
    split list half hour chase checklist approve requester workflow`,
  thrift: `money pay price cost cheap expensive rent hire buy purchase budget free save saving spend euro pound
    dollar rupee fee bill fuel waste donate donation borrow lend spare reuse recycle expense fund grant
    quote discount bargain afford invoice salary secondhand leftover stock expire value tag unused idle
    empty owner shut switch off cancel renew renewal license seat contract vendor cloud storage volume
    month annual existing second-hand repair negotiated percent cut reduce drop less fewer frozen tight
    small limited alternative ourselves share volunteers thrown food energy power heating travel`,
  depth: `log record data count measure note compare pattern spreadsheet cause trace sample notice chart
    figure number average odd strange suspicious coincidence detail examine inspect investigate dig raw
    form slip sheet file archive evidence prove test hypothesis theory believe doubt trust true real
    actual reality show second timestamp cable meter logger follow same always culprit explanation
    reveal underneath table column survey export database query request response header dump memory pool
    lock thread connection timeout retry duplicate mismatch difference version configuration hash
    process packet capture analysis analyze suspect assumption assumed everybody narrowed exactly single
    reproduce spotted
    plot agent lined sign-in scanner dispute booking oddity root restart schedule month`,
  standards: `quality standard refuse reject defect faulty fault bad wet spoil dirty temperature thermometer
    measure check inspect inspection inspector hygiene allergen error rollback bug test rule safe safety
    recall sample tolerance careful perfect unacceptable insist strict improve raise lower bar complain
    return redo again proof probe limit wrong accept wait ship serve sell unsafe harm patient review
    reviewer gate audit auditor prove evidence clean cleanliness certify certificate compliance policy
    secure insecure public exposed vulnerable vulnerability dependency version pin pilot rehearse
    rehearsal exception delay postponed deadline pressure faster shortcut skip precise exact thorough
    complete incomplete worse better best level`,
  ownership: `nobody owner own belong department responsible responsibility duty job mine neglect abandon gap
    report ignore broken leak repair fix mend fault landlord caretaker council agency ticket myself
    volunteer initiative beyond outside permission ask wait unattended forgotten hazard handover handed
    lead absent leave step notice noticed watch care everybody somebody unasked mistake error admit
    channel openly caused deleted overnight weekend until end follow through check monitor restored
    rebuilt rollback rolled revert helped apologize apology notify affected promise shared leaver
    overlooked cleanup
    unread unowned orphan inventory certificate lapse mailbox rota remit undone dead link`,
  learning: `learn teach teacher taught read book manual video course lesson practise practice try attempt night
    evening never beginner unfamiliar unknown new exam study curious curiosity question explore discover
    experiment understand draw paper research library tutorial myself class lecture expert apprentice
    language instrument mistake wonder watch listen sit recording why odd exact pattern explain
    understood know interview observed measure trial test programming assembly online forum mentor
    professor colleague weekends spare hobby club competition theory concept data assumption wrong mind
    different another field figure
    shadow notebook document documented trade career lab basic junior intern enrol wiki command`,
  trust: `trust honest honesty truth true admit confess apologise apology sorry mistake error wrong fault
    promise tell phone ring call face hide secret open openly late forgive angry refund recover explain
    client customer partner credit reputation word keep warn early news bad disappoint swear customer
    responsible betray reliable owe repay loss lose damage written suspicious doubt leave contract renew
    recommend hospital patient member community volunteer daily regularly visible front proof prove
    demonstrate restore backup understand understood hid soften plain straight directly unknown know
    certain uncertain update silence quiet gradually slowly confidence credible letter
    publish post careless researcher number promised apologised wording correct retract unsure`,
  scale: `whole every all valley town city village region country nation national district network cooperative
    union association committee board council map plan proposal vision future decade year long large
    larger big grow spread expand join adopt partner university county together ambitious dream system
    programme campaign movement school convince follow first hundred thousand branch million global
    users employees company-wide park default standard everyone everybody everywhere double ten aim goal
    idea bold dare impossible unthinkable different begin step pilot prototype quarter paper page
    president persuade others copy today single without
    teams services staff companies subsidiaries regulators group rollout sites`,
  consequences: `fair unfair fairness harm hurt poor poverty neighbour neighbourhood community village city street
    local small shop school child elderly vulnerable minority excluded exclude access environment nature
    river air pollution rubbish noise traffic waste energy climate public society side effect unintended
    success growth grow popular customer lose loss responsible responsibility wider outside affect cause
    voucher lottery postcode charity parents allergy danger risk privacy private consent default
    unlawful law legal language country million users photos faces location tracking deleted retention
    beyond patients nurses drivers expanded bigger scale copied spread abuse misuse complaint volunteer
    carbon water publish released open source dual attacker weapon victim accessible accessibility`,
  care: `shift rota night tired exhausted sleep sick sickness resign leave quit holiday break staff carer
    colleague overtime overload workload burnout stress fair unfair swap weekend hour childcare family
    rest load burden double morale safe wellbeing turnover porter crew team pay contract schedule plan
    happy respect listen dread employer workplace complain cover woken wake woke morning meeting free
    exit person privately hurt worry afraid voice heard feedback survey healthy health ill home remote
    flexible flexibility part-time rotate fairer equal lunch quiet room chair desk heat cold training
    promotion raise thank recognition welcome newcomer parental pregnant disabled accessible language
    stayed nobody retention include inclusion exclude deaf blind hearing wheelchair accent dyslexic autistic
    caption belong outsider newcomer prayer
    blame mistake hide director speak drain cried favour`,
  judgement: `sure certain wrong right evidence prove proof doubt claim believe guess assume assumption error
    opinion mind change decide decision judge judgement option choice choose risk estimate predict
    prediction expect weigh compare alternative advice consult instinct experience result figure reading
    contradict disagree correct incorrect mistake fit sample test repeat check verify question unpopular
    doubtful criticise withdraw withdrew supplier vendor blamed refuted hour expert either benefit
    consequences call chose isolate turned later reproduce independent surprise uncertain probability
    odds data facts`,
  security: `security attack attacker breach password key token account phishing malware virus firewall patch
    alert incident intruder theft thief fraud stolen access lock encrypt leak expose mailbox session log
    vulnerability scanner hacker`,
  metric: `percent rate average median measure count figure number rise rose fall drop reduce reduction
    increase half double third quarter baseline before after month week year improve`,
  priorities: `priority urgent first later queue order sort rank juggle list postpone defer interrupt important
    sequence handle both same sacrifice parallel delegate`,
  influence: `convince persuade propose proposal suggest offer show explain agree sceptical reluctant board
    director vote sign support ally pilot trial demonstrate present pitch listen visit`,
  teamwork: `team together colleague partner share joint both split group crew department help agree role other
    cooperation between`,
};
