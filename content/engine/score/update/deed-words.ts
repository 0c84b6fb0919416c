/** Words of one meaning, separated by spaces. */
export interface Entry {
  readonly id: string;
  readonly is: string;
  readonly not?: string;
  readonly act?: true;
}

/**
 * What happens or is the case, by hand: words that mean the same to a reader of an update, `_` for
 * a space. A word after `not` means the opposite.
 */
export const deeds: readonly Entry[] = [
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
    not: 'access_went access_dropped access_failed lost_view lost_sight lost_access lose_access lose_view',
  },
  {
    id: 'expose',
    act: true,
    is: 'expose exposed exposure leak leaked leaking leakage public publicly published publish disclosed disclose disclosure revealed reveal visible readable viewable spilled got_out get_out gets_out on_view on_display on_show recognisable recognizable identifiable traceable in_the_open put_online posted_online put_on_the_internet put_on_the_web posted_on_the_internet on_the_dark_web appeared appear surfaced surface circulating circulated leaked_out made_public went_public',
    not: 'made_private set_private set_to_private private_again stayed_private kept_private remained_private remain_private stayed_confidential remained_confidential',
  },
  {
    id: 'compromise',
    act: true,
    is: 'compromise compromised breach breached hack hacked intrusion hijack hijacked takeover taken_over took_over broke_into broken_into break_in broke_in infected infect tampered tamper pwned penetrated infiltrated made_their_way forced_their_way worked_their_way found_their_way fought_their_way got_their_way bluffed_their_way',
    not: 'safe secure securely untouched intact unscathed without_a_scratch',
  },
  {
    id: 'lose',
    act: true,
    is: 'lose lost loss missing vanished disappeared destroyed destroy irretrievable irrecoverable unrecoverable gone_for_good gone_forever cannot_be_recovered',
    not: 'preserved preserve accounted_for',
  },
  {
    id: 'delete',
    act: true,
    is: 'delete deleted deletion wiped wipe erased erase purged purge shredded scrubbed got_rid get_rid no_longer_exists no_longer_exist ceased_to_exist',
  },
  {
    id: 'affect',
    act: true,
    is: 'on_the_receiving_end at_the_receiving_end affect affected affecting impact impacted impacts impacting hit hits suffer suffered suffering concerned involved',
    not: 'unaffected spared',
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
  { id: 'accurate', act: true, is: 'accurate', not: 'inaccurate' },
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
    not: 'opened_again opens_again open_again resume resumed resuming restarted restart continues continue continued continuing go_on goes_on going_on carry_on carries_on unpaused unfrozen released',
  },
  {
    id: 'down',
    act: true,
    is: 'down interrupted interruption unavailable unavailability offline outage unreachable inaccessible crashed crash failing failed fail fails fell_over out_of_service out_of_order took_down taken_down cannot_be_reached not_be_reached cannot_reach out_of_use out_of_action shut_down shutdown stalled knocked_out went_dark gone_dark',
    not: 'up available online restored restore restoring recovered recover recovery operational operating normal normally working works reachable reinstated back_up brought_back back_online up_again back_to_normal back_in_use back_in_service back_in_operation run_again runs_again possible_again be_possible work_again working_again running fine ok okay healthy nothing_wrong',
  },
  {
    id: 'isolate',
    act: true,
    is: 'isolate isolated isolating isolation quarantine quarantined segregated disconnected disconnect unplugged fenced_off detached taken_off took_off cordoned',
    not: 'reconnected reattached still_connected still_attached still_on_the_internet still_on_the_network back_on_the_network back_on_the_internet',
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
    is: 'compensate compensated compensation refund refunded refunds make_good makes_good money_back money_goes_back money_go_back money_comes_back reimburse reimbursed reimbursement',
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
    is: 'cause caused causes causing why due_to because_of origin originated root_cause triggered stems stemmed led_to result_of culprit the_reason reason_is reason_was',
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
];
