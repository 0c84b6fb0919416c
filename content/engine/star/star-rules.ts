import type { Span } from '../score/sentences.ts';
import { findPerson, type AnswerReading, type AnswerSentence } from './read-answer.ts';
import { readFigures } from './figures-told.ts';
import { isBlame } from './blame.ts';
import { isDeniedResult } from './denied-results.ts';
import { findUsedSince } from './used-since.ts';
import { findSigns, nothing, saturate, spansOf, type Finding, type StarRule } from './star-rule.ts';

const real = ({ hypothetical, habit }: AnswerSentence): boolean => !hypothetical && !habit;

export const starRules: readonly StarRule[] = [
  {
    id: 'detail',
    dimension: 'specificity',
    most: 1.7,
    find: ({ sentences }) => {
      const told = sentences.filter((one) => real(one) && one.weight > 0.3);
      const seen = new Set<string>();
      let sum = 0;
      for (const { content, weight } of told) {
        let fresh = 0;
        for (const word of content) {
          if (seen.has(word)) continue;
          seen.add(word);
          fresh += 1;
        }
        sum += Math.min(5, fresh) * weight;
      }
      return { share: saturate(sum, 24), spans: spansOf(told) };
    },
    why: 'Things are called by their names, so that a listener could ask about each.',
    lift: 'Name the thing itself: which system, which document, which step. A listener should be able to ask about it.',
  },
  {
    id: 'figures',
    dimension: 'specificity',
    most: 0.9,
    find: (answer) => {
      const told = readFigures(answer).filter(
        ({ figure, bare, sentence }) => figure && !bare && real(sentence),
      );
      const sum = told.reduce((all, { sentence }) => all + sentence.prose, 0);
      return { share: Math.min(1, sum / 3), spans: spansOf(told.map(({ sentence }) => sentence)) };
    },
    why: 'Sizes are told as figures with what they count.',
    lift: 'Say how many, how long or how often, with what is counted.',
  },
  {
    id: 'time-and-place',
    dimension: 'specificity',
    most: 0.7,
    find: (answer) =>
      findSigns(answer, whenAndWhere, {
        enough: 2,
        only: real,
        weigh: ({ prose }) => prose,
        deniable: false,
      }),
    why: 'Says when or where it happened.',
    lift: 'Place it: the year or month, the kind of company, your part there.',
  },
  {
    id: 'people-named',
    dimension: 'specificity',
    most: 0.7,
    find: ({ sentences }) => {
      const told = sentences.filter((one) => one.person && real(one));
      const sum = told.reduce((all, { prose }) => all + prose, 0);
      return { share: Math.min(1, sum / 2), spans: told.slice(0, 12).map(placePerson) };
    },
    why: 'Names who else had a part in it.',
    lift: 'Name the people by name or role: who asked, who was affected, who helped.',
  },

  {
    id: 'own-deeds',
    dimension: 'own_action',
    most: 2.2,
    find: findOwnDeeds,
    why: 'Tells what you did yourself, in single steps that happened.',
    lift: 'Tell what you did as steps in the past: “I compared …, I rang …, I wrote …”, each with its object.',
  },
  {
    id: 'own-share',
    dimension: 'own_action',
    most: 0.8,
    find: ({ sentences }) => {
      let mine = 0;
      let ours = 0;
      for (const { deeds, prose, hypothetical, habit } of sentences) {
        if (hypothetical || habit) continue;
        for (const { who, kind } of deeds) {
          if (kind !== 'past' && kind !== 'present') continue;
          if (who === 'i') mine += prose;
          else ours += prose;
        }
      }
      const share = mine / Math.max(1, mine + ours);
      return { share: Math.min(1, share / 0.6) * Math.min(1, mine / 2), spans: [] };
    },
    why: 'At least half of what was done is told as yours and not as “we”.',
    lift: 'Where it says “we”, say which part was yours.',
  },
  {
    id: 'part-of-others',
    dimension: 'own_action',
    most: 0.6,
    find: ({ sentences }) => {
      const told = sentences.filter(
        (one) =>
          one.person &&
          real(one) &&
          (one.role === 'action' || one.role === 'task' || one.deeds.length > 0),
      );
      const sum = told.reduce((all, { prose }) => all + prose, 0);
      return { share: Math.min(1, sum / 1.5), spans: told.slice(0, 12).map(placePerson) };
    },
    why: 'The part of others is told apart from yours.',
    lift: 'Say what others did, and what you did with them: that shows where your part ends.',
  },
  {
    id: 'own-choice',
    dimension: 'own_action',
    most: 0.4,
    find: (answer) =>
      findSigns(
        answer,
        / (?:(?:decision|choice|call) (?:\S+ ){0,8}was (?:mine|my own)|(?:was|is) my (?:own )?(?:decision|choice|call)|my (?:own )?(?:decision|choice) was|i (?:\S+ ){0,2}(?:decided|chose|proposed|offered|asked|argued|insisted|refused|stopped|suggested|picked|agreed|showed|told|accepted|weighed|considered|looked|persuaded|convinced|settled|put|made|left|wrote|built|took|found|went)) /,
        { only: real },
      ),
    why: 'A decision or a move is told as your own.',
    lift: 'Say which decision was yours.',
  },

  {
    id: 'alternative',
    dimension: 'judgement',
    most: 1.5,
    find: (answer) => findSigns(answer, alternatives, { enough: 1, only: notLesson }),
    why: 'Another way is weighed against the one that was taken.',
    lift: 'Name the option that you did not take: “I could have …, but …, so I …”.',
  },
  {
    id: 'reason',
    dimension: 'judgement',
    most: 0.9,
    find: (answer) => findSigns(answer, reasons, { enough: 1.5, only: notLesson }),
    why: 'Gives the reason for what was done.',
    lift: 'Give the reason with the deed: “because”, “so that”, “since”.',
  },
  {
    id: 'price',
    dimension: 'judgement',
    most: 0.7,
    find: (answer) => findSigns(answer, prices, { enough: 1, only: notLesson }),
    why: 'Says what the choice cost or risked.',
    lift: 'Say what your choice cost, or what the other way would have risked.',
  },
  {
    id: 'objection',
    dimension: 'judgement',
    most: 0.9,
    find: (answer) =>
      findSigns(answer, objections, {
        enough: 1,
        only: (one) => real(one) && one.own !== 'reflection',
      }),
    why: 'Tells who saw it otherwise, or had to be won, and how that went.',
    lift: 'Say who disagreed or was worried, what they said, and what you did with it.',
  },

  {
    id: 'outcome',
    dimension: 'result',
    most: 1.2,
    find: ({ sentences }) => {
      const told = sentences.filter(
        (one, at) =>
          tellsResult(one) &&
          real(one) &&
          one.prose > 0.3 &&
          !isDeniedResult(one, sentences[at - 1]?.line),
      );
      const sum = told.reduce((all, { weight }) => all + weight, 0);
      return { share: Math.min(1, sum), spans: spansOf(told) };
    },
    why: 'Says what came of it.',
    lift: 'Add what came of it: what was different afterwards, and for whom.',
  },
  figureRule(
    'result-figure',
    0.5,
    ({ figure }) => figure,
    'The outcome has a figure with what it counts.',
    'Give the outcome as a figure with its unit.',
  ),
  figureRule(
    'baseline',
    1,
    ({ baseline }) => baseline,
    'The figure stands beside what it was before.',
    'Say what it was before: “from … to …”, or “of …”.',
  ),
  figureRule(
    'period',
    0.5,
    ({ period }) => period,
    'Says over what time.',
    'Say over what time: “within six weeks”, “a month”.',
  ),
  figureRule(
    'source',
    0.8,
    ({ source }) => source,
    'Says how it was measured or who confirmed it.',
    'Say how you know: counted where, by whom, in which report.',
  ),

  {
    id: 'lesson',
    dimension: 'reflection',
    most: 1.6,
    find: (answer) => {
      const plain = (one: AnswerSentence): boolean => !isEmptyLesson(one.line);
      const said = findSigns(answer, lessons, { only: plain });
      if (said.share >= 0.7) return said;
      const told = answer.sentences.filter(
        (one) =>
          one.role === 'reflection' &&
          one.own !== 'result' &&
          real(one) &&
          plain(one) &&
          !isBlame(one.line),
      );
      const share = Math.min(0.7, 0.7 * told.reduce((sum, { weight }) => sum + weight, 0));
      return share > said.share ? { share, spans: spansOf(told) } : said;
    },
    why: 'Says what was learned, in words of its own.',
    lift: 'Say the one thing you know now and did not know then.',
  },
  {
    id: 'used-since',
    dimension: 'reflection',
    most: 1.2,
    find: findUsedSince,
    why: 'Says where the lesson was used since.',
    lift: 'Say where you have used it since: “In my next project I …”, “In May, when we …, I …”, “Since then I …”.',
  },
  {
    id: 'own-gap',
    dimension: 'reflection',
    most: 0.6,
    find: (answer) => {
      const owned = findSigns(answer, ownGaps, { enough: 0.9 });
      if (owned.share > 0) return owned;
      // In the middle of the deeds "I did not restart it" is a road not taken.
      return findSigns(answer, leftUndone, {
        enough: 0.9,
        only: ({ role }) => role === 'reflection',
      });
    },
    why: 'Owns what was missed or would be done otherwise.',
    lift: 'Say plainly what you missed, or would do otherwise.',
  },
  {
    id: 'looks-back',
    dimension: 'reflection',
    most: 0.6,
    find: ({ sentences }) => {
      const told = sentences.filter(
        (one) =>
          one.role === 'reflection' &&
          one.own === 'reflection' &&
          !isEmptyLesson(one.line) &&
          !one.habit,
      );
      return {
        share: Math.min(
          1,
          told.reduce((all, { weight }) => all + weight, 0),
        ),
        spans: spansOf(told),
      };
    },
    why: 'A sentence looks back on it.',
    lift: 'End with a sentence that looks back.',
  },
];

const whenAndWhere =
  / (?:@year|@time|january|february|march|april|june|july|august|september|october|november|december|(?:in|last|early|late|of|until|by|since|from|before|after|#) may|monday|tuesday|wednesday|thursday|friday|saturday|sunday|last (?:year|spring|summer|autumn|winter|month|fall)|# (?:years?|months?|weeks?|summers?|winters?) ago|second (?:week|year|month)|first (?:week|year|month)|(?:at|for|in) (?:a|an|my) (?:\S+ ){0,3}(?:company|bank|shop|hospital|firm|group|agency|start-up|startup|university|school|airline|operator|supplier|site|vendor|retailer|studio|clinic|library|hotel|restaurant|warehouse|factory|plant|office|ministry|authority|laborator(?:y|ies)|lab|museum|theatre|theater|bakery|brewery|publisher|newspaper|utility|depot|farm|port|charity|insurer|city|studio)|when i (?:was|worked|joined|ran|took)|spring|summer|autumn|winter|christmas|easter) /;

const alternatives =
  / (?:could (?:also |just |simply |easily |perhaps )?have|(?:i|we) could also|(?:my|our) first (?:idea|thought|plan|impulse) was|(?:two|both|several|other|#) (?:ways|options|possibilities|roads|choices)|(?:choice|choose|decide) between|another (?:way|option|possibility|route|road) (?:was|is|would)|would have (?:been|meant|cost|taken|hurt|kept|let|moved|stayed|hidden|spoiled|left|made|bought|given|brought|changed|stopped|held)|might have|instead|rather than|alternatives?|other (?:option|way|options)|options?|trade-?offs?|cheaper|more expensive|hypotheses|recommended|middle ground|pros and cons|the safer|the easy|tempting|tempted|no point in|(?:wants?|wanted|preferred|hoped|proposed|suggested) (?:\S+ ){1,8}but i|considered|weighed|decided (?:against|not)|opted|middle (?:way|path)|compromise|versus|turned down|ruled out|settled for|thought about|i looked at|i can|quick(?:er)? way|simple way|simplest|obvious (?:answer|fix|way|solution)|it was more (?:fast|easy|simple)|faster to|easier to|was not to|but i chose|chose (?:to|the|a|this|against|not)|did not (?:switch|restart|delete|wait|block|want to (?:block|delete|wait))|preferred|not the|one (?:way|option) was|either|as long as|wanted to wait|needs # months|is not good because|is bad for|or to|left (?:the|it) (?:\S+ ){0,2}(?:out|broken)) /;
const reasons =
  / (?:because|since(?! (?:$|then|that|this|@year|@time|#|,|last|early|late|(?:the|my|our) (?:first|beginning|start|change|day|spring|summer|autumn|winter|release|launch)|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|christmas|easter) )(?! $)|so that|in order to|therefore|which is why|the reason|as it|as they|as she|as he|due to|so (?:i|we|they|he|she|the|it|nobody|that)|but then|for fear|given that|so we|to see if|that is why) /;
const prices =
  / (?:costs?|cost us|took (?:\S+ ){0,4}more|had to (?:wait|work|stay|pay|give up|redo|repeat|cancel|postpone)|the price was|(?:was|were) without|would have|at the price|price of|trade-?offs?|more bad|bad for|wrong \S+ (?:is|was|would)|longer|slower|lost|risk|risky|worse|but (?:it|that|then|this|the|a|two|people|is|with|would|guests|one|she|he|they|no|cream)|although|though it|the downside|even though|delay(?:ed)?|gave up|at the cost|time but|in return|expense|meant|would be) /;
const objections =
  / (?:disagreed|objected|argued|against it|(?:was|were|is|had been) (?:very |quite |really |so |also |first |a bit )?(?:worried|afraid|unhappy|upset|angry|skeptical|sceptical|reluctant|nervous|opposed|not (?:happy|convinced|sure)|unconvinced|tired of)|worried|feared|fear|had fear|(?:was|were) convinced|pushed (?:to|for|me|hard)|held firm|stood firm|suspected|explained why|asked for # more|argued for|challenged|skeptic\w*|doubted|complained that|lobbied|double-check|gave (?:him|her|them)|invited|together we|sat in|interviewed|coffee|did not (?:believe|agree|want|like|trust)|refused|overkill|pushed back|resisted|hesitated|insisted|persuaded|convinced|won (?:\S+ ){0,3}over|win (?:her|him|them) over|thought that|thought it|was mad|preferred|wants? to|wanted to|i (?:say|said) (?:we|that|no)|asked (?:her|him|them|for|the|an|a|\S+ from|\S+ from \S+)|agreed (?:on|with|that|to)|and agreed|promised (?:him|her|them)|told (?:her|him|them|me)|told the|said that|showed (?:it|her|him|them|the|that)|speak with (?:her|him|them)|spoke with|talked (?:to|with)|sat with|rang|phoned|called (?:their|her|his|the|ms|mr|both)|not happy|objections?|went through (?:\S+ ){0,6}with (?:her|him|them)|said (?:to|no)|took over (?:\S+ ){0,4}(?:his|her|their)|made me|explained|visited|listened to) /;
const lessons =
  / (?:i (?:\S+ )?(?:learned|learnt|learn|realized|discovered|found out|understood|found that|took away|regret)|taught me|the lesson|looking back|in hindsight|in retrospect|next time|what i took|takeaway|took from it|i (?:take|took) from|should have|i underestimated|i overestimated|differently|it showed me|reminded me|since then|ever since|since that|since this time|now i|i now|from then on|these days|i would (?:now|start|record|involve|compare|bring|begin|check|still|rather)|if i did it again|i had (?:set|asked|taken|assumed|seen|sent|lost)|stayed with me|i think back|gave me|later than i should|i lost \S+ to|which i do not|missed (?:printers|it)|i still|has been|in future|reinforced|came away|going forward|do it over|could do it again|another chance|in my mind|i (?:also )?became |had i known|what i know now|one thing i|my biggest|(?:most important|main|biggest|one) thing for me (?:was|is)|in the long run|opened my eyes|changed (?:how|the way) i|i try to|made me (?:realize|see|more)|humbl\w+|too (?:late|fast|early|slow|slowly|quickly|soon|loud|strict|harsh|impatient)|what i (?:got wrong|missed|forgot|failed)|occurred to me|dawned on me|i had thought|would have been (?:better|fairer|wiser|kinder)|(?<! (?:a|an|the) \S+| that| which| who) i had (?:never|only)) /;
const ownGaps =
  / (?:should have|should not have|i (?:underestimated|overestimated|missed|overlooked|forgot|lost|assumed|failed)|my (?:own )?(?:mistake|fault|error|failure)|our (?:mistake|failure|own failure)|i (?:was|had been) wrong|i had (?:set|asked|taken|assumed|seen|sent|not)|differently|next time|would (?:start|record|involve|compare|bring|begin|check|do)|i would (?!have |not )(?:\S+ ){1,9}(?:earlier|sooner|from the (?:start|beginning))|later than i should|was mine|said nothing|i (?:\S+ ){1,3}too long|what i did wrong|which i do not|before i|if i did it again|in hindsight|looking back|that it was me|is my mistake|only noticed|do it over|could do it again|i made a mistake|i was embarrassed|sooner|i would have|i did not (?:know|ask|see|realize|think)|too (?:late|fast|early|slow|slowly|quickly|soon|loud|strict|harsh|impatient)|what i (?:got wrong|missed|forgot|failed)|(?<! (?:a|an|the) \S+| that| which| who) i had (?:never|only)|i regret|my assumption|i got (?:it|that) wrong) /;

const leftUndone =
  / (?:i|we) (?:did not|had not|never) (?:check|checked|look|looked|test|tested|read|tell|told|plan|planned|write|wrote|written|call|called|count|counted|listen|listened|talk|talked|speak|spoke|spoken|warn|warned|measure|measured|include|included|involve|involved|prepare|prepared|explain|explained|notice|noticed|ask|asked) /;

const notLesson = (one: AnswerSentence): boolean => real(one) && one.own !== 'reflection';

const changes =
  / (?:fell|dropped|went|rose|grew|reduced|decreased|increased|cut|improved|climbed|shrank|came down|down|up|recovered) (?:\S+ ){0,8}?(?:from (?:\S+ ){0,6}?to|by (?:about |almost |over |nearly )?(?:#|half|a (?:third|quarter|tenth))|to (?:about |almost |under |below |just |only |nearly |fewer than |less than )*(?:#|zero|none|nothing)) /;

function tellsResult({ role, own, line }: AnswerSentence): boolean {
  if (role === 'result' || own === 'result') return true;
  return role !== 'situation' && role !== 'task' && changes.test(line);
}

function isEmptyLesson(line: string): boolean {
  return (
    / (?:learned|learnt|grew) (?:a lot|so much|much|many things|a great deal|new things|something)(?: from (?:this|it|that)(?: experience)?| through that| and grew)? (?:, |$)/.test(
      line,
    ) || / (?:learned|learnt) nothing /.test(line)
  );
}

function placePerson(sentence: AnswerSentence): Span {
  const at = findPerson(sentence);
  return sentence.words[at ?? -1]?.span ?? sentence.span;
}

function findOwnDeeds({ sentences }: AnswerReading): Finding {
  const seen = new Set<string>();
  const spans: Span[] = [];
  let sum = 0;
  for (const sentence of sentences) {
    if (sentence.hypothetical || sentence.habit || sentence.own === 'reflection') continue;
    for (const { who, kind, verb, at, subject, wide } of sentence.deeds) {
      if (who !== 'i' || (kind !== 'past' && kind !== 'present')) continue;
      const value =
        sentence.weight *
        (wide ? 0.4 : 1) *
        (seen.has(verb) ? 0.4 : 1) *
        (kind === 'present' ? 0.85 : 1);
      seen.add(verb);
      if (value < 0.1) continue;
      sum += value;
      const from = sentence.words[subject]?.span[0];
      const to = sentence.words[at]?.span[1];
      if (from !== undefined && to !== undefined && spans.length < 12) spans.push([from, to]);
    }
  }
  return {
    share: saturate(sum, 6) / saturate(6, 6) > 1 ? 1 : saturate(sum, 6) / saturate(6, 6),
    spans,
  };
}

function figureRule(
  id: string,
  most: number,
  has: (told: ReturnType<typeof readFigures>[number]) => boolean,
  why: string,
  lift: string,
): StarRule {
  return {
    id,
    dimension: 'result',
    most,
    find: (answer) => {
      const told = readFigures(answer).filter(
        (one) => !one.bare && has(one) && real(one.sentence) && tellsResult(one.sentence),
      );
      if (told.length === 0) return nothing;
      const sum = told.reduce(
        (all, { sentence }) => all + sentence.prose * Math.min(1, 0.4 + sentence.weight),
        0,
      );
      return {
        share: Math.min(1, sum),
        spans: spansOf(
          told.map(({ sentence, sourcedBy }) =>
            id === 'source' ? (sourcedBy ?? sentence) : sentence,
          ),
        ),
      };
    },
    why,
    lift,
  };
}
