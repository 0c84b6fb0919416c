import type { Entry } from './deed-words.ts';

/** Who and what an incident is about: words that mean the same to a reader of an update. */
export const things: readonly Entry[] = [
  {
    id: 'customer',
    is: 'customer customers client clients user users shopper shoppers buyer buyers subscriber subscribers consumer consumers guest guests passenger passengers patient patients member members policyholder policyholders cardholder cardholders',
  },
  { id: 'insurer', is: 'insurer insurers insurance' },
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
  {
    id: 'data-centre',
    is: 'data_centre data_centres data_center data_centers datacentre datacenter',
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
  {
    id: 'on-purpose',
    is: 'on_purpose deliberately deliberate intentionally intentional knowingly wilfully willfully',
  },
  {
    id: 'unlawful',
    act: true,
    is: 'illegal illegally unlawful unlawfully broke_the_law breaks_the_law break_the_law broken_the_law against_the_law',
  },
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
