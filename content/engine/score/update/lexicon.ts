import { findStem } from './stem.ts';

/**
 * The vocabulary of an incident, by hand: words that mean the same to a reader of an update. A word
 * after `not` means the opposite. `act` marks what happens or is the case (as against a thing), so
 * that "not" turns it. What follows from what (who stole data had access to it) is in match.ts.
 */
export interface Concept {
  readonly id: string;
  readonly act: boolean;
}

interface Entry {
  readonly id: string;
  readonly is: string;
  readonly not?: string;
  readonly act?: true;
}

const entries: readonly Entry[] = [
  // What was done to us.
  {
    id: 'take',
    act: true,
    is: 'stolen steal taken take took theft stole exfiltrate exfiltration exfil exfilled copied copying download downloaded extracted extract siphon siphoned syphoned syphon harvested harvest grabbed scraped lifted dumped pilfered exported removed_by_attacker left_the_company left_our_company left_the_network left_our_network left_our_systems left_the_building left_the_house walk_off make_off made_off got_away swiped looted pocketed made_away ran_off walked_away helped_themselves foreign_hands wrong_hands',
  },
  {
    id: 'access',
    act: true,
    is: 'access accessed accessible read view viewed viewing opened open_by seen see looked look_at reached reach got_at get_at got_into get_into got_in get_in touched touch fetched fetch queried consulted retrieved retrieve browsed typed typed_in keyed_in obtained obtain peeked entered enter entry logged_in log_in signed_in sign_in got_hold get_hold laid_hands had_a_look logged_on log_on glimpsed',
    not: 'lost_view lost_sight lost_access lose_access lose_view',
  },
  {
    id: 'expose',
    act: true,
    is: 'expose exposed exposure leak leaked leaking leakage public publicly published publish disclosed disclose disclosure revealed reveal visible spilled in_the_open put_online posted_online put_on_the_internet put_on_the_web posted_on_the_internet on_the_dark_web appeared appear surfaced surface circulating circulated leaked_out made_public went_public',
    not: 'stayed_private kept_private remained_private remain_private stayed_confidential remained_confidential',
  },
  {
    id: 'compromise',
    act: true,
    is: 'compromise compromised breach breached hack hacked intrusion hijack hijacked takeover taken_over took_over broke_into broken_into break_in broke_in infected infect tampered tamper pwned penetrated infiltrated',
    not: 'safe secure securely untouched intact unscathed without_a_scratch',
  },
  {
    id: 'lose',
    act: true,
    is: 'lose lost loss missing vanished disappeared destroyed destroy irretrievable irrecoverable unrecoverable gone_for_good gone_forever cannot_be_recovered',
    not: 'preserved preserve',
  },
  {
    id: 'delete',
    act: true,
    is: 'delete deleted deletion wiped wipe erased erase purged purge shredded scrubbed got_rid get_rid',
  },
  {
    id: 'affect',
    act: true,
    is: 'affect affected affecting impact impacted impacts impacting hit hits suffer suffered suffering concerned involved',
    not: 'unaffected',
  },
  {
    id: 'encrypt',
    act: true,
    is: 'encrypt encrypted encryption encrypting scrambled unreadable',
  },
  {
    id: 'use',
    act: true,
    is: 'use used uses using usage abuse abused misuse misused exploit exploited exploiting leveraged employed utilised utilized utilise',
    not: 'unused',
  },
  { id: 'attack', act: true, is: 'attack attacked attacking assault' },
  // States of systems.
  {
    id: 'off',
    act: true,
    is: 'disable disabled disabling deactivate deactivated deactivation revoke revoked revocation invalidate invalidated block blocked blocking cut_off cut killed kill dead inactive suspend suspended withdraw withdrawn withdrew off turn_off turned_off switch_off switched_off shut_off shut_out locked_out denied deny denying refused refuse cancelled cancel expired expire ran_out run_out voided',
    not: 'active enabled enable live valid usable reactivated reactivate on_again still_on turned_on switched_on switch_on unblocked',
  },
  {
    id: 'stop',
    act: true,
    is: 'stop stopped stopping halt halted pause paused pausing freeze frozen froze hold held withhold withheld ceased cease stand_still discontinued',
    not: 'resume resumed resuming restarted restart continues continue continued continuing go_on goes_on going_on carry_on carries_on unpaused unfrozen released',
  },
  {
    id: 'down',
    act: true,
    is: 'down interrupted interruption unavailable unavailability offline outage unreachable inaccessible crashed crash failing failed fail fails fell_over out_of_service took_down taken_down cannot_be_reached not_be_reached cannot_reach out_of_use out_of_action shut_down shutdown stalled knocked_out went_dark gone_dark',
    not: 'up available online restored restore restoring recovered recover recovery operational operating normal normally working works reachable reinstated back_up brought_back back_online up_again back_to_normal back_in_use back_in_service back_in_operation run_again runs_again possible_again be_possible work_again working_again running fine ok okay healthy nothing_wrong',
  },
  {
    id: 'isolate',
    act: true,
    is: 'isolate isolated isolating isolation quarantine quarantined segregated disconnected disconnect unplugged fenced_off detached taken_off took_off cordoned',
  },
  { id: 'contain', act: true, is: 'contain contained containment under_control reined' },
  {
    id: 'finish',
    act: true,
    is: 'over finish finished end ended complete completed closed resolved resolve resolution conclude concluded all_clear solved done_with behind_us dealt_with',
    not: 'ongoing unresolved underway under_way in_progress returned recurred reopened reoccurred',
  },
  {
    id: 'gone',
    act: true,
    is: 'gone evicted eradicated expelled ejected kicked_out thrown_out driven_out locked_them_out removed_them',
  },
  {
    id: 'fix',
    act: true,
    is: 'fix fixed fixing mend mended mending repair repaired repairing patch patched patching remediate remediated remediation remedied sorted_out sort_out put_right rectified rectify mitigate mitigated mitigation cured corrected hotfix',
  },
  { id: 'slow', act: true, is: 'slow slower slowly slowed slowness sluggish degraded latency lag' },
  {
    id: 'delay',
    act: true,
    is: 'delay delayed delaying delays late later_than postpone postponed wait waits waiting deferred queued backlog held_up come_later comes_later',
  },
  { id: 'duplicate', act: true, is: 'duplicate duplicated double doubled twice' },
  {
    id: 'remove',
    act: true,
    is: 'remove removed removes removing removal cleared clean_up cleaned_up cleansed',
  },
  // What we do.
  {
    id: 'rotate',
    act: true,
    is: 'rotate rotated rotating rotation replace replaced replacing replacement reset resetting renew renewed reissue reissued swap swapped change_password changed_password',
  },
  {
    id: 'investigate',
    act: true,
    is: 'investigate investigated investigating investigation examine examined examining analyse analysed analysing analysis analyze look_into looking_into looked_into review reviewing reviewed study check checked checking inspect inspected inspecting search searched searching scan scanned probe',
  },
  {
    id: 'find',
    act: true,
    is: 'find found turned_up turn_up turns_up reappeared resurfaced finding discover discovered discovery detect detected detection spot spotted notice noticed uncovered unearthed came_to_light identify identified learn learned learnt',
  },
  {
    id: 'notify',
    act: true,
    is: 'notify notified notifying notification inform informed informing tell told telling alert alerted warn warned warning announced contacted advise advised report reported reporting notice_to wrote_to written_to write_to writing_to emailed phoned phoning texted',
  },
  {
    id: 'create',
    act: true,
    is: 'create created creating creation make made set_up built established added add minted registered spun_up launched launch generated',
  },
  {
    id: 'begin',
    act: true,
    is: 'start started starting begin began begun commence commenced initiated onset',
  },
  {
    id: 'rollback',
    act: true,
    is: 'rollback roll_back rolled_back revert reverted reverting undo undid undone back_out backed_out reverse reversed reversing took_back taken_back take_back',
  },
  {
    id: 'send',
    act: true,
    is: 'send sent sending transfer transferred transferring moved forward forwarded dispatched transmitted reroute rerouted rerouting redirect redirected redirecting divert diverted steered',
  },
  {
    id: 'arrive',
    act: true,
    is: 'arrive arrived arrives arriving arrival receive received receives receiving',
  },
  { id: 'hand-on', act: true, is: 'passed_on pass_on passing_on handed_on hand_on shared sharing' },
  {
    id: 'return',
    act: true,
    is: 'returned-back came_back come_back comes_back give_back gave_back given_back sent_back handed_back',
  },
  {
    id: 'reuse',
    act: true,
    is: 'reuse reused reusing re-used used_the_same use_the_same using_the_same',
  },
  { id: 'keep-data', act: true, is: 'stored storing retained retain retention' },
  {
    id: 'beware',
    act: true,
    is: 'wary beware cautious suspicious distrust mistrust watch_out be_alert be_careful',
    not: 'trust trusted trusting',
  },
  {
    id: 'confirm',
    act: true,
    is: 'confirm confirmed confirms verify verified verification validate validated proved prove proven',
  },
  { id: 'monitor', act: true, is: 'monitor monitored monitoring watch watched watching' },
  {
    id: 'preserve-evidence',
    act: true,
    is: 'imaged imaging snapshotted collected secured_evidence',
  },
  {
    id: 'compensate',
    act: true,
    is: 'compensate compensated compensation refund refunded refunds make_good makes_good money_back reimburse reimbursed reimbursement',
  },
  {
    id: 'pay',
    act: true,
    is: 'pay paid paying pays payment payments payout payouts checkout transaction transactions',
  },
  { id: 'charge', act: true, is: 'charge charged charges billed overcharged debited' },
  {
    id: 'increase',
    act: true,
    is: 'increase increased rise rose risen grew grow grown climbed',
    not: 'decrease decreased drop dropped fell fall fallen declined reduced',
  },
  {
    id: 'cause',
    act: true,
    is: 'cause caused causes causing why due_to because_of origin originated root_cause triggered stems stemmed led_to result_of',
  },
  { id: 'limit', act: true, is: 'limit limited limits confined restricted restrict' },
  {
    id: 'publish-release',
    is: 'release releases deploy deployed deployment deployments rollout roll_out',
  },
  {
    id: 'phish',
    is: 'phish phishing phished spear-phishing scam_email scam_mail fake_email fake_mail fraudulent_email fraudulent_mail',
  },
  {
    id: 'perpetrate',
    act: true,
    is: 'perpetrated behind_it behind_this behind_that behind_the_attack behind_the_incident behind_the_breach behind_the_outage behind_the_break carried_out did_this did_it doing_this work_of attributed_to attribute_to attributable_to',
  },
  {
    id: 'harm',
    act: true,
    is: 'harm harmed harming hurt injured injury injuries injure',
    not: 'unharmed unhurt uninjured',
  },
  {
    id: 'negligent',
    act: true,
    is: 'fault blame blamed negligent negligence careless carelessness',
  },
  // Who and what.
  {
    id: 'customer',
    is: 'customer customers client clients user users shopper shoppers buyer buyers subscriber subscribers consumer consumers guest guests passenger passengers patient patients member members policyholder policyholders cardholder cardholders',
  },
  { id: 'doctor', is: 'doctor doctors physician physicians clinician clinicians' },
  { id: 'certificate', is: 'certificate certificates cert certs' },
  { id: 'configuration', is: 'configuration configurations config configs' },
  { id: 'rce', is: 'rce remote_code_execution' },
  { id: 'household', is: 'household households home homes' },
  { id: 'power', is: 'electricity power' },
  { id: 'person', is: 'person persons people individual individuals data_subject data_subjects' },
  {
    id: 'staff',
    is: 'staff our_own_people own_people employee employees colleague colleagues worker workers personnel workforce',
  },
  {
    id: 'attacker',
    is: 'attacker attackers intruder intruders stranger strangers outsider outsiders hacker hackers adversary adversaries criminal criminals thief thieves threat_actor bad_actor unauthorised_party unauthorized_party unauthorised_person unauthorized_person unauthorised_third_party unauthorized_third_party fraudster fraudsters perpetrator perpetrators gang gangs crooks burglar burglars scammer scammers extortionist extortionists impostor impostors offender someone_outside somebody_outside someone somebody they_who actor',
  },
  {
    id: 'data',
    is: 'data information record records file files details document documents contents object objects database databases db dbs folder folders',
  },
  { id: 'card', is: 'card cards pan pans' },
  { id: 'number-of', is: 'number numbers count counts total figure figures tally' },
  {
    id: 'credential',
    is: 'credential credentials cred creds login logins sign-in signin password passwords passphrase passcode passcodes pw pwd pws',
  },
  { id: 'key', is: 'key keys' },
  { id: 'token', is: 'token tokens session sessions cookie cookies' },
  { id: 'account', is: 'account accounts acct accts profile profiles' },
  {
    id: 'machine',
    is: 'server servers host hosts machine machines instance instances vm vms node nodes computer computers workstation workstations',
  },
  { id: 'laptop', is: 'laptop laptops notebook notebooks pc' },
  {
    id: 'store',
    is: 'bucket buckets storage container share shares repository repositories repo repos',
  },
  {
    id: 'mail',
    is: 'email emails mail mails e-mail e-mails message messages mailbox mailboxes inbox',
  },
  { id: 'phone', is: 'phone phones telephone telephones hotline' },
  {
    id: 'site',
    is: 'site sites website websites shop shops storefront webshop web_shop portal app apps application applications',
  },
  {
    id: 'order',
    is: 'order orders purchase purchases booking bookings book booked reservation reservations',
  },
  {
    id: 'malware',
    is: 'malware virus trojan worm ransomware malicious_software malicious_code malicious_program rogue_code',
  },
  {
    id: 'flaw',
    is: 'vulnerability vulnerabilities flaw flaws hole holes bug bugs weakness weaknesses defect defects cve vuln vulns',
  },
  { id: 'backup', is: 'backup backups' },
  {
    id: 'supplier',
    is: 'supplier suppliers vendor vendors provider providers contractor contractors partner partners third_party third_parties',
  },
  { id: 'authority', is: 'regulator regulators authority authorities watchdog commissioner ico' },
  { id: 'arrest', act: true, is: 'arrest arrested arrests custody caught detained jailed' },
  { id: 'police', is: 'police law_enforcement' },
  { id: 'firewall', is: 'firewall firewalls waf' },
  { id: 'log', is: 'log logs trail logging cloudtrail' },
  { id: 'mfa', is: 'mfa 2fa multi-factor two-factor second_factor two-step multifactor' },
  { id: 'flood', is: 'ddos dos flood flooded flooding denial-of-service denial_of_service' },
  { id: 'former', is: 'former ex-employee ex-colleague used_to_work worked_for_us work_for_us' },
  { id: 'insider', is: 'insider insiders inside_job disgruntled' },
  {
    id: 'state-actor',
    is: 'nation-state state-sponsored state-backed state_actor nation_state foreign_government',
  },
  { id: 'russia', is: 'russia russian russians moscow kremlin' },
  { id: 'china', is: 'china chinese beijing' },
  { id: 'north-korea', is: 'dprk north_korea north_korean pyongyang lazarus' },
  { id: 'iran', is: 'iran iranian tehran' },
  {
    id: 'money',
    is: 'money funds fund cash sum sums every_euro every_cent every_penny every_dollar every_pound',
  },
  { id: 'finance-chief', is: 'cfo finance_chief finance_director chief_financial_officer' },
  { id: 'chief-executive', is: 'ceo chief_executive managing_director' },
  { id: 'foreign', is: 'foreign abroad overseas' },
  { id: 'fraud', is: 'fraud fraudulent fraudulently' },
  { id: 'production', is: 'production prod' },
  { id: 'region', is: 'region regions' },
  { id: 'disk', is: 'disk disks drive drives ssd' },
  { id: 'team', is: 'team teams crew squad' },
  { id: 'second', is: 'second another additional extra further' },
  {
    id: 'own',
    act: true,
    is: 'owner owners owns own owned responsible responsibility lead leads leading led in_charge coordinates coordinating coordinator commander heads heading manages managing',
  },
  { id: 'provisional', is: 'provisional preliminary tentative initial' },
  { id: 'severity', is: 'severity priority sev' },
  { id: 'error', is: 'error errors problem problems issue issues incident incidents' },
];

const concepts = new Map<string, Concept>();
const single = new Map<string, { readonly concept: Concept; readonly sign: 1 | -1 }>();
const runs = new Map<
  string,
  { readonly stems: readonly string[]; readonly concept: Concept; readonly sign: 1 | -1 }[]
>();

for (const { id, is, not = '', act = false } of entries) {
  const concept = { id, act };
  concepts.set(id, concept);
  for (const [words, sign] of [
    [is, 1],
    [not, -1],
  ] as const) {
    for (const word of words.split(' ').filter((listed) => listed !== '')) {
      if (!word.includes('_')) {
        for (const form of [word, findStem(word)]) {
          if (!single.has(form)) single.set(form, { concept, sign });
        }
        continue;
      }
      const stems = word.split('_').map(findStem);
      const [first = ''] = stems;
      runs.set(first, [...(runs.get(first) ?? []), { stems, concept, sign }]);
    }
  }
}

export interface Meaning {
  readonly concept: Concept;
  readonly sign: 1 | -1;
}

export function findMeaning(word: string, stem: string): Meaning | null {
  return single.get(word) ?? single.get(stem) ?? null;
}

/** Verbs whose particle may stand apart: "turned the key off", "took it offline". */
const particles = new Map<
  string,
  readonly (readonly [particle: string, concept: string, sign: 1 | -1])[]
>([
  [
    'turn',
    [
      ['off', 'off', 1],
      ['on', 'off', -1],
    ],
  ],
  [
    'switch',
    [
      ['off', 'off', 1],
      ['on', 'off', -1],
    ],
  ],
  [
    'shut',
    [
      ['off', 'off', 1],
      ['out', 'off', 1],
      ['down', 'off', 1],
    ],
  ],
  ['cut', [['off', 'off', 1]]],
  ['lock', [['out', 'off', 1]]],
  [
    'take',
    [
      ['down', 'down', 1],
      ['offlin', 'isolate', 1],
      ['over', 'compromise', 1],
      ['off', 'isolate', 1],
    ],
  ],
  ['bring', [['back', 'down', -1]]],
  ['roll', [['back', 'rollback', 1]]],
  [
    'break',
    [
      ['into', 'compromise', 1],
      ['in', 'compromise', 1],
    ],
  ],
  ['kick', [['out', 'gone', 1]]],
  ['throw', [['out', 'gone', 1]]],
  ['driv', [['out', 'gone', 1]]],
  ['get', [['back', 'down', -1]]],
]);

/** A meaning of several words from here on; `length` is how many words it spans. */
export function findRunMeaning(
  stems: readonly string[],
  at: number,
): (Meaning & { readonly length: number }) | null {
  const first = stems[at] ?? '';
  let best: (Meaning & { readonly length: number }) | null = null;
  for (const run of runs.get(first) ?? []) {
    if (run.stems.length <= (best?.length ?? 0)) continue;
    if (run.concept.id === 'compromise' && isRelief(stems, at)) continue;
    if (run.stems.every((stem, offset) => stems[at + offset] === stem)) {
      best = { concept: run.concept, sign: run.sign, length: run.stems.length };
    }
  }
  return best;
}

/** "You take over from me" takes nothing. */
function isRelief(stems: readonly string[], at: number): boolean {
  return (
    stems[at] === 'take' &&
    (stems[at + 2] === 'from' || /^(?:you|i|we|she|he|will|to|pleas)$/.test(stems[at - 1] ?? ''))
  );
}

/** Where the particle of the verb at `at` stands, within four words, and what both mean. */
export function findParticle(
  stems: readonly string[],
  at: number,
): (Meaning & { readonly particle: number }) | null {
  const list = particles.get(stems[at] ?? '');
  if (!list) return null;
  for (let next = at + 1; next <= at + 5 && next < stems.length; next += 1) {
    // "We get back to you" brings nothing back.
    if (stems[at] === 'get' && (next === at + 1 || stems[next + 1] === 'to')) continue;
    if (stems[next] === 'over' && isRelief(stems, at)) continue;
    const found = list.find(([particle]) => stems[next] === particle);
    const concept = found && concepts.get(found[1]);
    if (found && concept) return { concept, sign: found[2], particle: next };
  }
  return null;
}

/** Words that carry no matter of their own. */
const hollow = new Set(
  (
    'a an and are as at be been being but by for from had has have having in is it its of on or our ours that the ' +
    'their theirs them then there these they this those to was we were which who whom whose will with would ' +
    'i me my mine you your yours he him his she her us am do does did so if than when while where what how ' +
    'why not no nor yes can could may might must shall should also just very too only now still already yet ' +
    'here about into onto out up back over under again more most some any each every both either neither all ' +
    'other others one ones own same such before after between during until since through because however ' +
    'although though whether per via within without across among upon against please s t don ll re ve d ' +
    "cannot can't isn't aren't wasn't weren't don't doesn't didn't won't hasn't haven't hadn't couldn't"
  ).split(' '),
);

export function isHollow(word: string): boolean {
  return hollow.has(word);
}

/** Words that weigh little in a comparison: every update has them. */
const faint = new Set(
  'incident initial company firm group organisation organization system service today currently present case thing known time make go get come approximately roughly around least most early first number-of error person'
    .split(' ')
    .flatMap((word) => [word, findStem(word)]),
);

export function isFaint(key: string): boolean {
  return faint.has(key);
}
