import type { Span } from '../sentences.ts';
import type { Finding } from './finding.ts';
import type { SaidSentence } from './said-sentence.ts';
import { isCode } from './statement.ts';
import type { Token } from './token.ts';
import type { Audience } from './update-request.ts';

const terms = new Set(
  (
    'ssrf rce xss csrf sqli idor lfi xxe mitm c2 cnc ioc iocs ttp ttps edr xdr siem soar soc waf ids ips dlp iam sts imds imdsv1 imdsv2 ec2 ecs eks s3 rds vpc cidr asn bgp dns tls ssl mtls api apis sdk cli ssh rdp smb ldap saml oidc oauth jwt sso mfa totp yubikey kms hsm acl rbac pam ' +
    'cloudtrail guardduty kubernetes kubectl k8s pod pods namespace daemonset terraform ansible jenkins kafka redis postgres postgresql mysql mongodb elasticsearch nginx haproxy envoy istio docker containerd lambda cron crontab systemd syslog auditd sysmon mimikatz cobalt beacon webshell shellcode payload payloads exploit exploits exfil exfiltration exfiltrated exfiltrate ' +
    'lateral privesc mdadm ddrescue raid inode hypervisor subnet subnets egress ingress endpoint endpoints heap stacktrace deserialisation deserialization serialisation hash hashes sha256 md5 entropy regex middleware microservice microservices runtime hotfix repo repos ci cicd git commit commits rebase pull-request diff changelog schema shard shards replica replicas failover failback quorum ' +
    'netflow pcap dfir triage iptables sigma yara stix taxii ttl cname mx spf dkim dmarc npm pypi tarball preinstall postinstall getobject listbuckets assumerole federation cve cvss kev epss apt 0-day zero-day sandbox hardening tenancy idp bastion loopback localhost daemon stdout stderr timeout timeouts latency p99 qps oom segfault'
  ).split(' '),
);
const commonAcronyms = new Set(
  'UTC GMT CET CEST BST EST PST EU UK US USA UAE IT CEO CFO CIO CISO COO CTO DPO GDPR ICO PDF FAQ VP SVP EVP GM MD APAC EMEA LATAM PIN SMS TV OK PC VAT CV CVs HR PR ID IDS SITREP AI CRM NI MW GW KW KWH MWH GWH TLP AMBER RED GREEN CLEAR STRICT NHS BBC AM PM ETA CARD PAN ATM IBAN QR GPS USB CCTV RFID SIM LED EUR FBI CDC FDA FAA EPA UN USD GBP CHF JPY AUD CAD SEK NOK DKK PLN EDT PDT CDT IST AEST'.split(
    ' ',
  ),
);

const headings =
  /^(?:status|scope|impact|action|update|next|owner|lead|known|open|done|now|todo|new|urgent|please|only|never|stop|final)$/;

/**
 * Words that an executive or a customer would have to ask about. Engineers need them. `accepted` are
 * words that the author takes for the fact, `given` the facts.
 */
export function findJargon(
  said: readonly SaidSentence[],
  text: string,
  audience: Audience,
  accepted: ReadonlySet<string> = new Set(),
  given = '',
): readonly Finding[] {
  const buzz = findBuzz(text);
  if (audience === 'engineers' || audience === 'handover') return buzz;
  const spans: Span[] = [];
  const seen = new Set<string>();
  for (const { tokens } of said) {
    for (const [at, { raw, text: word, span, figure, hollow }] of tokens.entries()) {
      // "A hole that criminals exploit": a plain verb; "an exploit" is none.
      if (
        word === 'exploit' &&
        !/^(?:an?|the|this|public|known|working|of)$/.test(tokens[at - 1]?.text ?? '')
      )
        continue;
      // "Do NOT open it" stresses a plain word.
      if (
        figure ||
        hollow ||
        headings.test(word) ||
        seen.has(word) ||
        accepted.has(word) ||
        !isJargon(raw, word) ||
        isPartOfAName(text, raw, span) ||
        isZone(tokens.slice(Math.max(0, at - 2), at), raw) ||
        isBrand(raw, given) ||
        isNameOfAKind(tokens, at, given) ||
        isExplained(text, span)
      )
        continue;
      seen.add(word);
      spans.push(span);
    }
  }
  // A regulator has readers for a few of these, not for a page of them.
  if (spans.length === 0 || (audience === 'regulator' && spans.length < 3)) return buzz;
  const why =
    audience === 'executive'
      ? 'The reader would have to ask what this means. Say it in the words of the business.'
      : audience === 'customers'
        ? 'A customer does not know this word. Say what it means for them.'
        : 'So many terms of the trade hide what happened to people and their data. Say it in plain words.';
  const cost =
    audience === 'regulator'
      ? Math.min(0.15, 0.02 * (spans.length - 1))
      : Math.min(0.35, 0.02 + 0.035 * spans.length);
  return [{ rule: 'jargon', cost, spans: spans.slice(0, 20), why }, ...buzz];
}

/** "1:45 pm ET": whose clock it is. */
function isZone(before: readonly Token[], raw: string): boolean {
  return before.some(({ figure }) => figure?.kind === 'time') && /^\p{Lu}{1,3}T$/u.test(raw);
}

/** "Postcodes LS and BD", "FedEx and DHL": of those called so, by the word before; and the facts call them so too. */
function isNameOfAKind(tokens: readonly Token[], at: number, given: string): boolean {
  const raw = tokens[at]?.raw ?? '';
  if (!/^\p{Lu}{2,6}$/u.test(raw) || terms.has(raw.toLowerCase()) || !given.includes(raw))
    return false;
  let before = at - 1;
  while (
    before >= 0 &&
    (/^(?:and|or)$/.test(tokens[before]?.text ?? '') ||
      /^\p{Lu}{1,6}$/u.test(tokens[before]?.raw ?? ''))
  )
    before -= 1;
  const kind = tokens[before];
  if (!kind || kind.hollow || kind.figure || /[.;:(]/.test(tokens[before + 1]?.gap ?? ''))
    return false;
  return (
    (/^\p{Ll}{4,}s$/u.test(kind.raw) &&
      !kind.concept?.act &&
      !/^(?:and|or)$/.test(tokens[before + 1]?.text ?? '')) ||
    (before < at - 1 && isBrand(kind.raw, given))
  );
}

/** "FedEx", "MedSlot": a name that the facts use as well; "iPhone", "eBay" is nothing that a program is called. */
function isBrand(raw: string, given: string): boolean {
  return (
    /^[ie]\p{Lu}\p{L}+$/u.test(raw) ||
    (/^\p{Lu}\p{Ll}+\p{Lu}\p{Ll}+$/u.test(raw) && given.includes(raw))
  );
}

/** "ci-deploy", "edge-s3": of an account or a machine, and not the term. */
function isPartOfAName(text: string, raw: string, [start, end]: Span): boolean {
  return (
    /^[a-z0-9]{2,4}$/.test(raw) &&
    (/[a-z0-9][-_.]$/.test(text.slice(0, start)) || /^[-_.][a-z0-9]/.test(text.slice(end)))
  );
}

const buzzwords =
  /\b(?:synerg(?:y|ies|ise|ize|istic)|leverag(?:e|ing) (?:our|cross|the|synerg\w*|best|learnings)|cross-functional|circle back|touch base|move the needle|best[- ]in[- ]class|world[- ]leading|low[- ]hanging fruit|deep[- ]dive|paradigm|holistic(?:ally)?|cyber posture|game[- ]chang\w+|learnings|value[- ]add|mission[- ]critical journey|thought leadership|win-win|think outside the box|boil the ocean|operationali[sz]e|ideate|stakeholder alignment|actionable insights|drill down|at pace|robust and resilient|cutting[- ]edge|state[- ]of[- ]the[- ]art)\b/gi;

/** The talk of meetings: no reader of any kind learns from it. */
function findBuzz(text: string): readonly Finding[] {
  const spans = [...text.matchAll(buzzwords)].map((match): Span => [
    match.index,
    match.index + match[0].length,
  ]);
  if (spans.length === 0) return [];
  const why = 'Talk of meetings. Say what is done, by whom and when.';
  const cost = Math.min(0.15, 0.03 + 0.02 * spans.length);
  return [{ rule: 'jargon', cost, spans: spans.slice(0, 20), why }];
}

function isJargon(raw: string, word: string): boolean {
  const bare = word.replace(/'s$|s$/, '');
  if (terms.has(word) || terms.has(bare)) return true;
  if (/^\p{Lu}{2,6}s?$/u.test(raw))
    return !commonAcronyms.has(raw.replace(/s$/, '')) && !commonAcronyms.has(raw);
  if (/^(?:SEV|P|T\+|TLP)[-:]?\w{0,12}$/i.test(raw) || /@/.test(raw)) return false;
  // A name of the web that customers know how to type.
  if (
    /^(?:https?:|www\.)/i.test(raw) ||
    /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|eu|uk|de|example)(?:\/[a-z0-9/-]*)?$/i.test(raw)
  )
    return false;
  return isCode(raw);
}

/** "Multi-factor authentication (MFA)", "SSRF (the firewall fetched a page for the attacker)". */
function isExplained(text: string, [start, end]: Span): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.slice(end, end + 3);
  if (before.endsWith('(') && after.startsWith(')'))
    return /[a-z]{3}\s\($/i.test(text.slice(Math.max(0, start - 6), start));
  return /^ \([a-z]/.test(after) && /\([^)]{12,}\)/.test(text.slice(end, end + 120));
}
