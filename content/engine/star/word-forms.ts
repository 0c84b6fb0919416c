/** Words of English by what they do in a sentence. Lower case, contractions already opened. */
const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

export const functionWords = words(`
  a an the this that these those i me my mine myself we us our ours ourselves you your he him his she her
  hers they them their theirs it its itself who whom whose which what when where why how and or but nor so
  yet if then than because since although though while as at by for from in into of off on onto out over
  to too up down with within without about above after against along among around before behind below
  between beyond during except near per through throughout until till toward towards under upon via is am
  are was were be been being have has had having do does did doing done will would can could may might
  must shall should not no never none nothing nobody any some all each every both few more most much many
  other others another such own same only just also very still even again once there here now ever
  yes one ones everything everyone everybody something someone somebody anything anyone`);

/** Says nothing that could be checked: rubric words, slogans, fillers, words for anything. */
export const genericWords = words(`
  thing things stuff something way ways lot lots kind sort bit really actually basically literally simply
  quite rather pretty always usually often generally typically sometimes normally mostly finally ultimately
  eventually overall truly highly greatly deeply successfully effectively efficiently proactively
  continuously constantly consistently relentlessly certain various different several multiple numerous
  important importance key critical crucial significant substantial tremendous massive huge great good
  better best nice excellent outstanding amazing wonderful positive strong powerful impactful meaningful
  seamless innovative innovation strategic strategy holistic dynamic robust scalable world-class
  best-in-class end-to-end cutting-edge state-of-the-art situation situations issue issues problem problems
  challenge challenges challenging difficult difficulty task tasks topic topics matter matters aspect
  aspects area areas area process processes solution solutions approach approaches effort efforts work
  working worked works job experience experiences skill skills skillset expertise knowledge people person
  team teams stakeholder stakeholders everyone everybody company organisation organization business
  project projects member members individual individuals leader leaders leadership manager management
  result results outcome outcomes impact value success successful successes successfully improvement
  improvements improve improved improving goal goals objective objectives target expectation expectations
  quality excellence standard standards bar synergy synergies leverage leveraged leveraging drive drove
  driving driven deliver delivered delivering delivery execute executed ensure ensured ensuring make made
  making manage managed managing handle handled handling support supported supporting help helped helping
  contribute contributed involve involved collaborate collaborated collaboration collaborative
  communication communicate communicated align aligned alignment engage engaged engagement empower
  empowered champion championed spearhead spearheaded foster fostered fostering facilitate facilitated
  optimise optimised optimize optimized streamline streamlined transform transformed transformation
  transformative elevate elevated inspire inspired passion passionate commitment committed commit dedicated
  dedication accountable accountability responsible responsibility responsibilities ownership owner own
  customer-centric customer obsession mindset culture vision visionary journey story narrative perspective
  lens level levels opportunity opportunities growth grow growing grew learn learned learnt learning lesson
  lessons insight insights reflect reflection reflected takeaway data metric metrics kpi kpis baseline
  measurable measured quantifiable trade-off trade-offs tradeoff tradeoffs trade off alternative
  alternatives option options risk risks decision decisions decide decided judgement judgment disagree
  disagreed disagreement conflict feedback backbone bias action frugality frugal trust earn earned dive
  deep dived curious curiosity think big invent simplify star principle principles question answer example
  time times day days today past future moment case years experience professional professionally
  career role position environment field industry context background productivity performance efficiency
  effective efficient effectiveness happy satisfied satisfaction proud pride pleased glad appreciated
  appreciate reputation trusted valued respected respect respectful transparent transparency authenticity
  empathy integrity honest honesty resilience attitude hard tough fast quickly quick smoothly smooth well
  fine okay ok bad want wanted try tried trying need needed go went going get got getting give gave given
  take took taking taken do use used using come came bring brought put keep kept feel felt know knew known
  believe believed think thought say said see saw seen look looked find found become became turn turned
  solve solved resolve resolved fix fixed address addressed deal dealt achieve achieved achievement
  accomplish accomplished exceed exceeded provide provided analyse analysed analyze analyzed analysis
  relevant appropriate necessary possible right wrong new old whole complete completely total entire
  entirely full fully structured step steps part parts side end start started beginning finish finished
  long longer long-term short late later early earlier soon set made ability able capable possibility
  bold fresh ideas idea energised unlock unlocked potential extraordinary incredible remarkable
  tangible demonstrate demonstrated demonstrating showcase showcased showcasing embrace embraced
  navigate navigated resonate resonated thrive thriving flourish holistically partnership relationship
  relationships adversity setback setbacks bigger picture stronger number numbers percent percentage root
  cause causes ambiguity ambiguous priorities priority prioritise prioritised prioritize prioritized plan
  planning planned guidance best-practice practices practice thank thanks hello hi course sure
  love loved like liked enjoy enjoyed care cared agile proactive hands-on
  blah lorem ipsum etc many obviously honestly literally absolutely definitely certainly
  nowadays anyway particular specific specifically concrete general`);

/** Past forms that do not end in -ed. */
export const irregularPast = words(`
  began bent bet bit blew bought bound broke broken brought built burst came caught chose chosen cut dealt
  did done drew drawn drove driven fed fell felt fought found flew forbade forgot forgotten froze gave
  given got grew grown had heard held hid hidden hit kept knew known laid led left lent let lit lost made
  meant met paid put ran rang read rebuilt reran rewrote rewritten rode rose said sat saw seen sent set
  shook shot showed shown shrank shut slept sold sought spent split spoke spoken spun stood stole stopped
  stuck swapped swept swore taught thought threw told took taken tore understood undid went withdrew woke
  won wrote written wound overtook oversaw drank sang withheld wore bled learnt burnt spelt undertook
  redrew overrode underwent foresaw redid`);

/** First-person verbs that are no deed of their own. */
export const stillVerbs = words(`
  was were had have has been felt thought knew believed wanted needed liked loved hoped wished seemed
  learned learnt realised realized understood meant became saw heard noticed worked studied joined used
  expected remained stayed lived cared disliked feared worried regretted underestimated overestimated
  forgot failed missed realise learn think know believe want need like love hope feel am is are do did
  happened appeared owed owned grew lost assumed tended managed`);

/** Deeds so wide that they could be anything. */
export const wideVerbs = words(`
  helped supported ensured handled managed dealt worked tried contributed participated communicated
  coordinated collaborated improved optimised optimized delivered drove led leveraged fostered facilitated
  championed solved resolved fixed addressed made took did provided achieved accomplished engaged aligned
  analysed analyzed discussed explained involved gave got went demonstrated inspired transformed
  streamlined executed exceeded saved convinced reacted organised organized put looked kept turned stood
  make give raise share
  leaned reimagined embraced stepped admitted stayed shared informed reached pushed accepted noticed
  investigated repaired knew finished delegated`);

/** Present forms that a plain speaker tells a past event with. */
export const plainDeeds = words(`
  accept add agree allow answer apply approve argue ask attend bake ban beg block book borrow bring build
  bury buy calculate call cancel carry catch change charge check choose clean click climb close coach
  collect compare configure confirm connect contact convince cook copy count cover create cut debug decide
  decrypt delete deploy describe design dial dig disable disconnect discover discuss divide document
  downgrade draft drag draw drill drive drop edit email encrypt enter erase escalate estimate examine
  exchange explain export feed fill film filter find fix fold forbid freeze gather give go greet guide
  hand heat hire hold import inform insist inspect install interview invite isolate join knock label lend
  lift list listen load lock log look mail make map mark measure meet mend merge migrate mix move note
  notice observe offer open order organise pack paint paste patch pause pay persuade phone pick pin plant
  play plug post pour prepare present press print promise propose prove publish pull push put quarantine
  raise read reboot record redirect refuse reject remove rename rent repair repeat replace report request
  reroute reset restart restore review revoke rewrite ring rinse roll rotate run save say scan seal search
  seek sell send separate serve set sew share shift ship show sign sit sketch skip solve sort speak split
  stack stamp stand start stop store suggest swap switch tag take talk tape teach tell test throw tighten
  trace track train transfer translate trim try turn type undo unload unlock unpack unplug update upgrade
  use verify visit wait walk warn wash watch weigh weld wipe wire withdraw wrap write`);

export const months =
  'january|february|march|april|june|july|august|september|october|november|december';

/** Whether a word is, by its form, a past one. */
export function isPast(word: string): boolean {
  return (
    irregularPast.has(word) ||
    (/[a-z]{2}ed$/.test(word) && !/eed$|^(?:hundred|sacred|indeed|red|bed|shed)$/.test(word)) ||
    /^(?:agreed|freed|guaranteed|proceeded|succeeded)$/.test(word)
  );
}
