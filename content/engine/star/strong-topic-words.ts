/**
 * Words that speak for a topic more than the rest of its words do, for `topicWords`: each counts
 * `strongWorth` on top. Chosen by what they mean from those that our answers for tuning use far more
 * often where a story is about the topic; also words that join sentences, where they do so.
 */
export const strongTopicWords: Readonly<Record<string, string>> = {
  care: `stay swap shift alone home colleague team rule pay fair unfair tired sleep woken weekend
    rest overtime burnout morale quit turnover exhausted workload childcare respect exclude
    humiliate lunch evening stress family`,
  conflict: `disagree decide argue argument object objection overrule outvote vote against director
    manager meeting propose opinion boss compromise still clash sulk commit convince oppose
    dissent`,
  consequences: `child blind school neighbour harm refugee poor elderly outside exclude noise pollution
    charity energy waste public stranger district village environment community locked`,
  customer: `customer user guest patient passenger reader letter complaint complain card understand
    queue confuse counter client satisfaction`,
  delivery: `deadline date ready finish ahead plan deliver target schedule goal track late miss
    brought overdue`,
  depth: `dashboard raw log record trace table average copy timestamp row compare further pattern
    cause layer between degree graph query root reproduce`,
  growth: `exam pass alone let question herself himself confidence apprentice teach coach junior
    promote mentor feedback newcomer interview hire trainee shadow speak talent`,
  judgement: `expect guess reason error correct sure compare wrong odds confident forecast predict
    evidence contradict doubt opinion judgement assumption mistaken severity rate bet
    estimate`,
  learning: `understand lesson taught manual read paper explain learn curious book library practise
    experiment notebook wonder course why evening understood`,
  ownership: `belong leave owner check job mine responsible myself else neglect department orphan name`,
  scale: `whole country region vision step begin spread together direction ambition bold imagine
    nation city company larger rest platform`,
  simplify: `form step remove drop button automate script simple fewer nothing replace copy sheet
    build invent delete duplicate`,
  speed: `disable undo undone reverse reversible revert immediately block isolate wait unplug
    switch stop whether safe act hesitate contain minute network reset revoke`,
  standards: `launch refuse sign review test defect redo tolerance quality bar inspect checklist fault
    standard reject fix release good code flaw`,
  thrift: `buy euro price cost spend cheap money budget free borrow bill zero saving throw cut firm
    machine use`,
  trust: `promise honest admit apologise openly believe trust owe plainly news later truth word`,
};

/** What such a word is worth beyond what `topicWords` gives it. */
export const strongWorth = 0.8;
