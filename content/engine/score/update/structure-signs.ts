import { findDoubt } from './doubt.ts';
import { findOwner } from './owner.ts';
import type { SaidSentence } from './said-sentence.ts';
import { lacksEvidence } from './open-answer.ts';
import { keyOf } from './statement.ts';
import type { StructureKind } from './structure-kinds.ts';
import type { Token } from './token.ts';
import { isPersonName } from './person-name.ts';
import type { Audience } from './update-request.ts';

/** How plainly a clause does what a part of an update is for, 0..1. */
type Finder = (
  tokens: readonly Token[],
  sentence: SaidSentence,
  audience: Audience,
  said: readonly SaidSentence[],
) => number;

const things = new Set(
  'customer person staff site order pay account data card mail machine store disk backup publish-release log credential money supplier'.split(
    ' ',
  ),
);
const thingWords =
  /^(?:services?|sales|production|systems?|tickets?|bookings?|deliver(?:y|ies)|phones?|lines?|pipelines?|business|deployments?|builds?|checkout|logins?|platform|network|stores?|branch|branches|warehouses?|parcels?|shipments?|claims|invoices?|flights?|trains?|appointments?|surgeries|operations|api|apis|searches|uploads?|reports?|archive|images?|videos?|photos?|cameras?|wages|payroll|salaries|traffic|requests?|hosts?|households?|subscribers?|evidence|devices?|keys?|cluster|queue|messages?|stock|cash|tills?|terminals?|meters?|sensors?|plants?|wards?|clinics?|schools?|parents?|teachers?|residents?|citizens?|readers?|drivers?|riders?|authors?|partners?|merchants?|retailers?|shops?|names?|addresses|addressees?|photographs?|documents?|files?|records?|passengers?|prescriptions?|loans?|deposits?|transfers?|transactions?)$/;
const personalData =
  /^(?:names?|addresses|address|birth|salary|salaries|tax|phone|telephone|e-?mails?|iban|ibans|diagnos[ie]s|passwords?|appointments?|passports?|photos?|grades?|marks|payslips?|location|genders?|ages?|religion|nationality|biometrics?|fingerprints?)$/;
const effects = new Set(
  'affect down delay lose expose access take compromise encrypt delete charge slow duplicate stop use attack'.split(
    ' ',
  ),
);
const severe = new Set('affect down expose take lose encrypt compromise delay'.split(' '));
const effectWords =
  /^(?:wrong|incorrect|unable|cannot|can't|could|normally|normal|usual|fail|fails|failed|failing|errors?|broken|stuck|empty|missing|impossible|interrupted|disrupted|disruption|degraded|unusable|twice|strangers?|downtime|outage|blank|refused|declined|garbled|corrupted|corrupt|stale|unreadable|too)$/;

/** By part, how it is told from the way such clauses are built; the next update is found elsewhere. */
export const finders: Readonly<Record<Exclude<StructureKind, 'next-update'>, Finder>> = {
  impact(tokens, sentence, audience) {
    if (hasLabel(sentence, tokens, /^(?:impact|effect|consequences?)$/)) return 1;
    if (tokens.every(({ mood }) => mood === 'open')) return 0;
    const thing = tokens.some(
      (token) =>
        things.has(keyOf(token)) ||
        thingWords.test(token.text) ||
        // "Some of you were charged twice".
        (token.text === 'you' && audience === 'customers' && token.mood === 'plain'),
    );
    // "The file shows name, salary and tax number": what of people it is.
    const personal = tokens.filter(({ text, mood }) => mood === 'plain' && personalData.test(text));
    if (new Set(personal.map(({ stem }) => stem)).size >= 2) return 1;
    if (!thing) {
      // Something is down, whatever its name.
      if (
        tokens.some(({ text }) => /^(?:cannot|can't|unable)$/.test(text)) &&
        tokens.some(({ hollow, mood }) => !hollow && mood !== 'open')
      )
        return tokens.some(({ text }) => /^(?:you|they|people|nobody)$/.test(text)) ? 1 : 0.8;
      // "The ledger is off by 4 million".
      if (
        tokens.some(
          ({ text }, at) =>
            text === 'off' && tokens[at + 1]?.text === 'by' && tokens[at + 2]?.figure,
        )
      )
        return 1;
      // "Ultrasound does not reach the ward", "curbs won't load".
      const undone = tokens.findIndex(
        ({ text, negated, mood }) =>
          negated &&
          mood === 'plain' &&
          /^(?:arrive|load|start|print|reach|open|ring|move)$/.test(text),
      );
      if (
        undone > 0 &&
        !tokens
          .slice(0, undone)
          .some(({ text }) => /^(?:we|i|they|he|she|nobody|it)$/.test(text)) &&
        tokens
          .slice(0, undone)
          .some(({ hollow, concept, figure }) => !hollow && !concept?.act && !figure)
      )
        return 0.9;
      const harmed = tokens.some((token) => severe.has(keyOf(token)) && token.mood === 'plain');
      const named = tokens.some(
        ({ hollow, concept, figure }) => !hollow && !concept?.act && !figure,
      );
      return harmed && named ? 0.6 : 0;
    }
    const effect = tokens.some((token) => {
      if (/^(?:cannot|can't|unable|could)$/.test(token.text))
        return token.text !== 'could' || tokens.some(({ negated }) => negated);
      // "Ballots were open to other members".
      if (token.text === 'open' && tokens[tokens.indexOf(token) + 1]?.text === 'to') return true;
      if (token.negated && /^(?:go|arrive|come|load|start|print|reach|get)$/.test(token.text))
        return true;
      return effects.has(keyOf(token)) || effectWords.test(token.text);
    });
    return effect ? 1 : 0;
  },
  scope(tokens, sentence) {
    if (hasLabel(sentence, tokens, /^(?:scope|extent|reach)$/)) return 1;
    if (tokens.every(({ mood }) => mood === 'open' || mood === 'planned')) return 0;
    const counted = tokens.some(
      ({ figure, units }, at) =>
        figure?.kind === 'percent' ||
        figure?.kind === 'money' ||
        (figure?.kind === 'count' &&
          (units.length > 0 || isCountOfLabel(sentence, tokens)) &&
          !/^(?:time|step|update|team|priority)$/.test(units[0] ?? '') &&
          // "We have one of them to thank": a person, and no extent.
          (figure.value > 1 || tokens.some((token) => effects.has(keyOf(token))))) ||
        // "1,400 of you".
        (figure?.kind === 'count' &&
          tokens[at + 1]?.text === 'of' &&
          /^(?:you|them|us)$/.test(tokens[at + 2]?.text ?? '')),
    );
    const since = tokens.some(
      ({ figure }, at) =>
        figure?.kind === 'time' &&
        /^(?:since|between|from|until)$/.test(tokens[at - 1]?.text ?? ''),
    );
    const bounds = tokens.some(
      (token, at) =>
        (/^(?:only|limited|confined|restricted|across|neither|both|concerns|unaffected|usual|every|region|regions|country|countries|worldwide|globally|elsewhere|nationwide|north|south|east|west|northern|southern|eastern|western)$/.test(
          token.text,
        ) &&
          // "Only because", "only if": a reason or a condition.
          !(
            token.text === 'only' &&
            /^(?:because|if|when|after|once|then|now|until|for|so|thanks)$/.test(
              (tokens[at + 1] ?? sentence.tokens[sentence.tokens.indexOf(token) + 1])?.text ?? '',
            )
          )) ||
        (/^(?:all|no|none|other)$/.test(token.text) &&
          // "All of this", "for all of that": the matter, and no extent.
          !(
            tokens[at + 1]?.text === 'of' && /^(?:this|that|it)$/.test(tokens[at + 2]?.text ?? '')
          ) &&
          /^(?:other|others|of|the|customers?|regions?|systems?|accounts?|services?)$/.test(
            tokens[at + 1]?.text ?? '',
          )),
    );
    if (counted || bounds) return counted && bounds ? 1 : 0.8;
    return since ? 0.5 : 0;
  },
  status(tokens, sentence, audience) {
    if (hasLabel(sentence, tokens, /^(?:status|state|situation)$/)) return 1;
    const now = tokens.some(({ text }) =>
      /^(?:now|currently|ongoing|underway|continues|continuing|remains?|still|presently|since|already)$/.test(
        text,
      ),
    );
    const state = tokens.some(
      (token) =>
        !token.hollow &&
        token.mood !== 'open' &&
        token.mood !== 'planned' &&
        /^(?:off|stop|down|isolate|contain|finish|gone|fix|rollback|slow|monitor|encrypt)$/.test(
          keyOf(token),
        ),
    );
    const words = tokens.some(
      ({ text, mood }) =>
        mood !== 'planned' &&
        /^(?:stable|growing|rising|falling|shrinking|spreading|worsening|contained|running|progress|working|active|normal|operational|online|offline|halted|investigating|recovering|restoring|mitigated|closed|live)$/.test(
          text,
        ),
    );
    const held = tokens.some(
      ({ text, mood }, at) =>
        mood === 'plain' &&
        /^(?:force|place|effect)$/.test(text) &&
        tokens[at - 1]?.text === 'in' &&
        /^(?:is|are|been|be)$/.test(tokens[at - 2]?.text ?? ''),
    );
    if (held) return 0.85;
    const be = tokens.some(({ text }) =>
      /^(?:is|are|been|has|have|was|were|remains?|stays?|it's|(?:we|i|they|you)'(?:ve|re))$/.test(
        text,
      ),
    );
    // "The index is being built", "orders are being sent now".
    const going = tokens.some(
      ({ text, mood }, at) =>
        mood === 'plain' &&
        (/^(?:is|are)$/.test(text) || /(?:'s|'re)$/.test(text)) &&
        (tokens[at + 1]?.text === 'being' ||
          /^[a-z]{2,}ing$/.test(tokens[at + (tokens[at + 1]?.text === 'now' ? 2 : 1)]?.text ?? '')),
    );
    if (state && be) return now ? 1 : 0.85;
    const unable = tokens.some(
      ({ text, mood }) => /^(?:cannot|can't|unable)$/.test(text) && mood === 'plain',
    );
    if (unable) return now ? 0.85 : 0.6;
    // "Still under attack".
    if (
      tokens.some(({ text }) => /^(?:still|ongoing|remains?)$/.test(text)) &&
      tokens.some((token) => effects.has(keyOf(token)) && token.mood === 'plain')
    )
      return 0.85;
    if (going) return now ? 0.85 : 0.6;
    if ((state || words) && (now || be)) return 0.85;
    // "All locks respond now".
    const lasts = tokens.some(
      ({ text, mood }, at) =>
        mood === 'plain' &&
        at > 0 &&
        (/^(?:now|currently|still|meanwhile)$/.test(text) ||
          (text === 'since' && tokens[at + 1]?.figure?.kind === 'time')),
    );
    // "Account locked, sessions ended": how those write who have no time; what is so goes without "is".
    if (
      (audience === 'handover' || audience === 'engineers') &&
      tokens.length <= 10 &&
      tokens.some(
        ({ text, mood, concept, negated }, at) =>
          at > 0 &&
          mood === 'plain' &&
          !negated &&
          concept?.act &&
          /(?:ed|en|held|down|off)$/.test(text) &&
          /^(?:off|stop|down|isolate|contain|finish|gone|fix|rollback)$/.test(concept.id) &&
          tokens[at - 1]?.hollow === false &&
          !tokens[at - 1]?.figure &&
          !tokens[at - 1]?.concept?.act &&
          tokens
            .slice(0, at)
            .every((word) => !/^(?:we|i|he|she|they|it|who|which|that|nobody)$/.test(word.text)),
      )
    )
      return 0.6;
    // "We switched the app off at 13:15".
    if (state && tokens.some(({ figure }) => figure?.kind === 'time')) return 0.6;
    if (lasts && tokens.length >= 4) return 0.6;
    // "The site runs on two other hosts", "line 1 holds".
    if (
      tokens.some(
        ({ text, mood, negated }, at) =>
          at > 0 &&
          mood === 'plain' &&
          !negated &&
          /^(?:runs|serves|works|holds|flows|stands)$/.test(text),
      )
    )
      return 0.85;
    // "Albums load again"; "it failed again" is a state as well.
    const again = tokens.findIndex(({ text }) => text === 'again');
    if (again >= 1 && (state || words) && tokens[again]?.mood === 'plain') return 0.85;
    if (
      again >= 2 &&
      tokens[again]?.mood === 'plain' &&
      !tokens.some(({ text }) => talks.test(text))
    )
      return 0.85;
    // "No double charges since 15:40".
    if (
      tokens.some(({ text }) => text === 'since') &&
      tokens.some(({ text, mood }) => text === 'no' && mood === 'plain')
    )
      return 0.85;
    if (words && tokens.length <= 4) return 0.7;
    return state && sentence.tokens.length <= 8 ? 0.7 : 0;
  },
  actions(tokens, sentence, audience) {
    if (
      hasLabel(sentence, tokens, /^(?:actions?|done|doing|steps|measures|mitigations?|workaround)$/)
    )
      return 1;
    if (
      tokens.some(({ mood }) => mood === 'open') &&
      !tokens.some(({ text }) => /^(?:we|i)$/.test(text))
    )
      return 0;
    const deeds = tokens.filter(
      (token) =>
        !token.hollow &&
        !token.negated &&
        (responses.has(keyOf(token)) ||
          (keyOf(token) === 'down' && token.sign === -1) ||
          responseWords.test(token.text)),
    );
    const [doing] = deeds;
    // "Limit raised at one": the first such word may be the thing.
    const done = Math.max(0, ...deeds.slice(0, 6).map((deed) => rateDeed(deed, tokens)));
    if (done > 0) return done;
    // "Rollback to 4.1 in progress", "a spare is being fitted": under way, whoever does it.
    const underWay = tokens.some(
      ({ text, mood }, at) =>
        mood === 'plain' &&
        ((text === 'progress' && tokens[at - 1]?.text === 'in' && deeds.length > 0) ||
          (text === 'being' &&
            /^(?:is|are)$/.test(tokens[at - 1]?.text ?? '') &&
            /[a-z]{3}(?:ed|en|wn|lt)$/.test(tokens[at + 1]?.text ?? '') &&
            tokens[at + 1]?.negated === false &&
            !effects.has(tokens[at + 1]?.concept?.id ?? ''))),
    );
    if (underWay) return 0.9;
    // "Do not switch back before it is in": what the reader is to do is done by nobody else.
    if (
      (audience === 'engineers' || audience === 'handover') &&
      (/^(?:please|don't)$/.test(tokens[0]?.text ?? '') ||
        (tokens[0]?.text === 'do' && tokens[1]?.text === 'not')) &&
      tokens.length > 3
    )
      return 0.7;
    // "We are putting the albums in order".
    const busy = tokens.some(
      ({ text, mood }, at) =>
        mood === 'plain' &&
        /^[a-z]{3,}ing$/.test(text) &&
        !/^(?:being|having|seeing|waiting|experiencing|expecting|hoping|looking|going|during|nothing|something|anything|everything|morning|evening|missing|suffering|facing)$/.test(
          text,
        ) &&
        tokens
          .slice(Math.max(0, at - 3), at)
          .some(
            (word, back, near) =>
              (/^(?:are|'re|am)$/.test(word.text) && near[back - 1]?.text === 'we') ||
              /^(?:we're|i'm)$/.test(word.text),
          ),
    );
    if (busy) return 0.8;
    // "40 people sort by hand".
    if (
      tokens.length > 3 &&
      tokens.every(({ mood }) => mood === 'plain') &&
      !tokens.some(({ text }) => /^(?:you|please)$/.test(text)) &&
      tokens.some(
        ({ text }, at) =>
          text === 'manually' ||
          (text === 'hand' && tokens[at - 1]?.text === 'by') ||
          (text === 'paper' && tokens[at - 1]?.text === 'on'),
      )
    )
      return 0.9;
    // "Refunds go out automatically".
    if (doing && /^(?:go|goes)$/.test(tokens[tokens.indexOf(doing) + 1]?.text ?? '')) return 0.8;
    if (
      audience === 'customers' &&
      tokens.length > 2 &&
      /^(?:block|check|change|look|call|use|ask|watch|ignore|delete|reset|try|avoid|keep|don't)$/.test(
        tokens[0]?.text ?? '',
      )
    )
      return 0.85;
    if (
      audience === 'customers' &&
      /^(?:please|you)$/.test(tokens[0]?.text ?? '') &&
      tokens.length > 3 &&
      // "You may have read that": what came before, and nothing to be done.
      !(/^(?:may|might|will|could)$/.test(tokens[1]?.text ?? '') && tokens[2]?.text === 'have')
    )
      return 0.85;
    return 0;
  },
  owner: findOwner,
  unknowns(tokens, sentence) {
    if (hasLabel(sentence, tokens, /^(?:unknowns?|unclear|unconfirmed)$/)) return 1;
    if (!tokens.some(({ mood }) => mood === 'open')) return lacksEvidence(tokens) ? 0.8 : 0;
    // "There are no unknowns" names none.
    if (tokens.some(({ text, negated }) => negated && /^(?:unknowns?|questions?)$/.test(text)))
      return 0;
    const doubt = findDoubt(tokens);
    if (doubt === 'condition') return isLookedInto(tokens, sentence) ? 1 : 0;
    return doubt === 'unproven' ? 0.55 : 1;
  },
};

/** How plainly a word says that something was done by us or to it, 0..1. */
function rateDeed(deed: Token, tokens: readonly Token[]): number {
  const at = tokens.indexOf(deed);
  const before = tokens.slice(Math.max(0, at - 6), at).map(({ text }) => text);
  if (isOpening(tokens, at) || isOfOthers(before, deed)) return 0;
  const active =
    before.some((word) =>
      /^(?:we|i|i've|we've|we're|i'm|team|teams|engineers?|colleagues|staff|and|has|have)$/.test(
        word,
      ),
    ) ||
    tokens
      .slice(0, at)
      .some((token, index) => isPersonName(tokens, index) && token.mood !== 'open');
  const particle = tokens[at + 1]?.text ?? '';
  const passive =
    before.some((word) => /^(?:is|are|was|were|been|being|be|now)$/.test(word)) &&
    /(?:ed|en|wn|off|out|down|cut|held|reset|built|sent|kept|shut|put|brought)$/.test(
      /^(?:off|out|down)$/.test(particle) ? particle : deed.text,
    );
  if (active) return deed.mood === 'planned' ? 0.8 : 1;
  if (passive) return deed.mood === 'planned' ? 0.5 : 0.8;
  return /(?:ed|ing)$/.test(deed.text) && tokens.length <= 14 ? 0.7 : 0;
}

/** "We report a major incident", "we notify you under Article 33": what the text itself does. */
function isOpening(tokens: readonly Token[], at: number): boolean {
  return (
    /^(?:we|i)$/.test(tokens[0]?.text ?? '') &&
    at <= 2 &&
    /^(?:report|notify|inform|write|submit|file|announce)$/.test(tokens[at]?.text ?? '') &&
    tokens[at]?.mood === 'plain' &&
    !tokens.some(({ figure }) => figure?.kind === 'time')
  );
}

/** "You'll be watching it again", "where the key is kept": what readers do, and where a thing is. */
function isOfOthers(before: readonly string[], deed: Token): boolean {
  const where = before.findLastIndex((word) => word === 'where');
  return (
    (/^(?:kept|saved|preserved|secured)$/.test(deed.text) && where >= 0) ||
    (/ing$/.test(deed.text) && before.some((word) => word === "you'll") && !before.includes('we'))
  );
}

/** "Clients affected: about 140,000". */
function isCountOfLabel(sentence: SaidSentence, tokens: readonly Token[]): boolean {
  const label = sentence.byClause[(tokens[0]?.clause ?? 0) - 1] ?? [];
  return (
    tokens.length <= 4 &&
    label.length > 0 &&
    label.length <= 5 &&
    (tokens[0]?.gap.includes(':') ?? false) &&
    label.some((token) =>
      /^(?:customer|person|staff|account|affect|household|number-of)$/.test(keyOf(token)),
    )
  );
}

/** "I will write again at six" is the next update. */
const talks = /^(?:write|report|inform|call|update|hear|speak|tell|meet|post|contact|we|i|you)$/;

/** "If records were copied, we investigate." */
function isLookedInto(tokens: readonly Token[], { byClause }: SaidSentence): boolean {
  const next = byClause[(tokens[0]?.clause ?? 0) + 1] ?? [];
  return (
    tokens[0]?.text === 'if' &&
    next.length <= 6 &&
    next.some(({ text }) =>
      /^(?:investigate|investigating|check|checking|clarify|clarifying|examine|examining)$/.test(
        text,
      ),
    )
  );
}

const responses = new Set(
  'off stop isolate contain fix rotate investigate notify rollback preserve-evidence monitor gone compensate publish-release limit confirm send begin'.split(
    ' ',
  ),
);
const responseWords =
  /^(?:restart(?:ed|ing)?|rebuil[dt]|rebuilding|built|building|locked|locking|freed|set|introduced|introducing|tried|restoring|repaired|issued|issuing|hired|engaged|deployed|restricted|raised|escalated|forced|required|asked|moved|reverted|rerouted|shifted|scaled|added|removed|closed|took|put|called|brought|working|work|opened|redirected|copying|imaging|imaged|filtering|searched|searching|secured|saved|preserved|kept|tightened|applied|enabled|reissued|changed|written|wrote|informed|purging|deleting|pruning|clearing|draining|throttling)$/;

/** "Impact: 14 accounts" – a label with something after it. */
function hasLabel(sentence: SaidSentence, tokens: readonly Token[], label: RegExp): boolean {
  const [first, second] = sentence.tokens;
  if (!first || !second || tokens.length < 2 || sentence.clauses < 2) return false;
  const atStart = label.test(first.text) && /[:–—-]/.test(second.gap);
  return atStart && (tokens[0] === first || tokens[0] === second);
}
