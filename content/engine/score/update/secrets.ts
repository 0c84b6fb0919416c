import type { Span } from '../sentences.ts';
import type { Finding } from './finding.ts';
import type { Audience } from './update-request.ts';

interface Pattern {
  readonly rule: 'secret' | 'personal-data' | 'internal-address';
  readonly cost: number;
  readonly why: string;
  readonly find: RegExp;
  readonly accept?: (match: RegExpMatchArray, audience: Audience) => boolean;
}

const secret =
  'A secret in an update is a second leak: it stays in every mailbox. Name the key by its owner and purpose.';
const outsideOnly = (audience: Audience): boolean =>
  audience === 'customers' || audience === 'regulator';

const patterns: readonly Pattern[] = [
  { rule: 'secret', cost: 0.35, why: secret, find: /\b(?:AKIA|ASIA|AROA|AIDA)[A-Z0-9]{10,24}\b/g },
  {
    rule: 'secret',
    cost: 0.35,
    why: secret,
    find: /\b(?:ghp|gho|ghs|ghu|ghr|glpat|xox[abprs]|sk_live|sk_test|rk_live|pk_live|npm|pypi|hvs|dop_v1|sk-ant|sk-proj)[-_][A-Za-z0-9_-]{8,}|\bgithub_pat_\w{10,}|\bAIza[\w-]{20,}|\bSG\.[\w-]{10,}\.[\w-]{10,}/g,
  },
  { rule: 'secret', cost: 0.35, why: secret, find: /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----/g },
  { rule: 'secret', cost: 0.35, why: secret, find: /\beyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?/g },
  { rule: 'secret', cost: 0.35, why: secret, find: /\bBearer\s+[\w.~+/-]{12,}/gi },
  {
    rule: 'secret',
    cost: 0.35,
    why: secret,
    find: /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@]{1,60}:[^\s:/@]{1,60}@/gi,
  },
  {
    rule: 'secret',
    cost: 0.35,
    why: secret,
    find: /\b(?:password|passphrase|passcode|passwd|pwd|pin|secret(?: key| access key)?|api[ _-]?key|token|credentials?)(?:\s+(?:for|of|on|to)\s+(?:the\s+)?[\w.@-]{1,40}(?:\s[\w-]{1,20})?)?\s*(?:\b(?:is|was|are)\b|=|:|->|→)\s*(?:now\s+)?["'“‘`(]?([^\s"'”’`,;)]{4,200})/gi,
    accept: ([, value = '']) => isSecretLike(value.replace(/[.!?]+$/, '')),
  },
  {
    rule: 'secret',
    cost: 0.35,
    why: secret,
    find: /\b(?:user|login|account|root|admin)\s*(?:\/|:|with|and)\s*(?:password|pw|pass)\s+["'“‘`]?([^\s"'”’`,;)]{4,200})/gi,
    accept: ([, value = '']) => isSecretLike(value.replace(/[.!?]+$/, '')),
  },
  {
    rule: 'secret',
    cost: 0.35,
    why: secret,
    // "Login: root / Gr4nite!Pass".
    find: /\b(?:login|log-in|username|user|credentials?|creds)\s*:?\s*[\w.@-]{2,40}\s*\/\s*([^\s"'”’`,;()]{6,200})/gi,
    accept: ([, value = '']) => {
      const bare = value.replace(/[.!?]+$/, '');
      return /\d/.test(bare) && /[a-z]/i.test(bare) && isSecretLike(bare);
    },
  },
  {
    rule: 'secret',
    cost: 0.35,
    why: secret,
    // "Admin log-in for gateway 2: admin, Gr4nite!Pass".
    find: /\b(?:login|log-in|logon|credentials?|creds)\b[^\n:]{0,40}:\s*[\w.@-]{2,40}\s*,\s*([^\s"'”’`,;()]{6,200})/gi,
    accept: ([, value = '']) => {
      const bare = value.replace(/[.!?]+$/, '');
      return /\d/.test(bare) && /[^\w\s.:]/.test(bare) && isSecretLike(bare);
    },
  },
  {
    rule: 'secret',
    cost: 0.35,
    why: secret,
    // "Password Blue-Kettle-19", "pw: …", with nothing or a colon between.
    find: /\b(?:password|passphrase|passwd|passcode|pwd|pw)\s*[:=]?\s+["'“‘`]?([^\s"'”’`,;()]{6,200})/gi,
    accept: ([, value = '']) => {
      const bare = value.replace(/[.!?]+$/, '');
      return (
        /\d/.test(bare) &&
        /[a-z]/i.test(bare) &&
        isSecretLike(bare) &&
        !/^(?:sha|md|aes|rsa|tls|bcrypt|argon|iso|nist|utf|windows|version|v\d)/i.test(bare)
      );
    },
  },
  {
    rule: 'secret',
    cost: 0.35,
    why: secret,
    // "We changed the password to Blue-Kettle-19".
    find: /\b(?:chang(?:ed|ing)|set(?:ting)?|reset(?:ting)?|switched|put)\b[^.\n]{0,30}\b(?:password|passphrase|passwd|passcode|pwd|pw)\s+to\s+["'“‘`]?([^\s"'”’`,;()]{6,200})/gi,
    accept: ([, value = '']) => {
      const bare = value.replace(/[.!?]+$/, '');
      return /\d/.test(bare) && /[a-z]/i.test(bare) && isSecretLike(bare);
    },
  },
  {
    rule: 'secret',
    cost: 0.35,
    why: secret,
    find: /(?<![\w/+=-])[A-Za-z0-9/+=_-]{18,200}(?![\w/+=-])/g,
    accept: ([token]) => isRandom(token) && (token.length >= 28 || isDense(token)),
  },
  {
    rule: 'secret',
    cost: 0.35,
    why: secret,
    // "The new one is repl_user / Wq7!mZp2#Lk9vT": what has letters of both cases, figures and two signs is a password.
    find: /(?<![^\s"'“‘`(/:=])[A-Za-z0-9!#$%^&*~?+@_-]{9,64}(?![^\s"'”’`),;.])/g,
    accept: ([token]) =>
      [/[a-z]/, /[A-Z]/, /\d.*\d/, /[!#$%^&*~?].*[!#$%^&*~?]/].every((kind) => kind.test(token)),
  },
  {
    rule: 'secret',
    cost: 0.35,
    why: 'A full card number must not stand in any message. The last four figures are enough.',
    find: /(?<![\d-])\d(?:[ -]?\d){12,18}(?![\d-])/g,
    accept: ([number]) => passesLuhn(number.replaceAll(/\D/g, '')),
  },
  {
    rule: 'personal-data',
    cost: 0.2,
    why: 'An address of a person. Say how many people, and of which kind; a reader needs no names.',
    find: /\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}\b/g,
    accept: (match) =>
      !isOfferedToWrite(match) &&
      !/^(?:support|security|privacy|press|media|help|helpdesk|info|contact|dpo|incident|incidents|abuse|status|service|soc|cert|csirt|team|hello|care|legal|office|noreply|no-reply|ir|it|on-?call|data-?protection|customer\w*)\b/i.test(
        match[0],
      ),
  },
  {
    rule: 'personal-data',
    cost: 0.2,
    why: 'A personal number does not belong in an update.',
    find: /\b\d{3}-\d{2}-\d{4}\b|\b[A-CEGHJ-PR-TW-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b/g,
  },
  {
    rule: 'personal-data',
    cost: 0.2,
    why: 'An account number of a person does not belong in an update.',
    find: /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b/g,
  },
  {
    rule: 'personal-data',
    cost: 0.2,
    why: 'A date of birth does not belong in an update.',
    find: /\b(?:born (?:on )?|date of birth:? |dob:? )\d{1,4}[ ./-](?:\d{1,2}|[A-Za-z]{3,9})[ ./-]\d{1,4}/gi,
  },
  {
    rule: 'personal-data',
    cost: 0.2,
    why: 'The name of a person who is affected. Say how many, and of which kind.',
    find: /(?<!\b(?:board|committee|council|panel|cabinet|crew|team|staff|[Dd]ear) )\b(?:customers?|patients?|clients?|users?|victims?|passengers?|pupils?|students?|guests?|cardholders?|subscribers?|members?|buyers?|applicants?|candidates?|recipients?|pensioners?|tenants?|residents?|policyholders?|donors?|parents?|children)(?:,| named| called| is| are| such as| like| including)?\s+(?:(?:Mr|Mrs|Ms|Dr)\.? )?\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/gu,
  },
  {
    rule: 'personal-data',
    cost: 0.2,
    why: 'A home address does not belong in an update.',
    find: /\b(?:lives|living|resident) (?:at|in) \d{1,4} \p{Lu}\p{Ll}+/gu,
  },
  {
    rule: 'internal-address',
    cost: 0.14,
    why: 'An address from inside tells outsiders where to look, and these readers nothing.',
    find: /\b(?:10(?:\.\d{1,3}){3}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2}|192\.168(?:\.\d{1,3}){2}|169\.254(?:\.\d{1,3}){2}|127\.0\.0\.1)(?:\/\d{1,2})?\b/g,
    accept: (_, audience) => outsideOnly(audience),
  },
  {
    rule: 'internal-address',
    cost: 0.14,
    why: 'The name of a machine inside tells outsiders where to look, and these readers nothing.',
    find: /\b[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.(?:internal|local|corp|lan|intra|intranet|localdomain)\b|\b(?:[a-z]{2,20}-){1,4}\d{1,4}(?:[a-z]\b)?(?![\w.]*@)|\barn:aws[\w:/.-]+|\\\\[\w-]+\\[\w$\\-]+/g,
    accept: ([name], audience) =>
      outsideOnly(audience) &&
      !/^(?:covid|article|version|level|tier|phase|sev|day|week|step|top|part|page|chapter|sha|iso|iec|utc|gmt|aes|case|ticket|case|ref|category)-/i.test(
        name,
      ),
  },
];

/** Secrets, personal data and, for readers outside, addresses from inside. `given`: the facts, as one text. */
export function findSecrets(text: string, audience: Audience, given = ''): readonly Finding[] {
  const found: Finding[] = [];
  const taken: Span[] = [];
  for (const { rule, cost, why, find, accept } of patterns) {
    for (const match of text.matchAll(find)) {
      if (accept && !accept(match, audience)) continue;
      if (
        rule === 'personal-data' &&
        (isNamedBox(match[0], given) || isPlace(match[0], given) || isFirm(match[0]))
      )
        continue;
      const span: Span = [match.index, match.index + match[0].length];
      if (taken.some(([start, end]) => span[0] < end && start < span[1])) continue;
      taken.push(span);
      found.push({ rule, cost, spans: [span], why });
      if (found.length >= 8) return found;
    }
  }
  return found;
}

/** A mailbox of one word that a fact names is of the matter, as an attacker's is; people have two names. */
function isNamedBox(address: string, given: string): boolean {
  return /^[a-z]{2,20}@/i.test(address) && given.toLowerCase().includes(address.toLowerCase());
}

/** "Tenants, Mill Quarter", where a fact has them "in the Mill Quarter". */
function isPlace(named: string, given: string): boolean {
  const name = /\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+$/u.exec(named)?.[0];
  return (
    name !== undefined &&
    [
      ...given.matchAll(
        /\b(?:in|at|near|across|around|throughout) (?:the )?(\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+)/gu,
      ),
    ].some(([, place]) => place === name)
  );
}

/** "One customer, Harrow Fund": a house that is a customer, by the last word of its name. */
function isFirm(named: string): boolean {
  return / \p{Lu}\p{Ll}+ (?:Funds?|Bank|Group|Trust|Ltd|Limited|Inc|Corp|Corporation|Company|Holdings?|Partners|Capital|Insurance|Assurance|Council|County|City|University|College|School|Academy|Hospital|Clinic|Surgery|Pharmacy|Hotels?|Airlines?|Airways|Railways?|Logistics|Freight|Shipping|Lines?|Systems?|Services|Solutions|Technologies|Software|Energy|Power|Water|Foods|Stores|Markets?|Industries|Motors|Works|Media|Press|Studios?|Union|Society|Association|Institute|Foundation|Charity|Church|Club|Agency|Authority|Ministry|Office|Centre|Center)$/u.test(
    named,
  );
}

/** "Please write to photos@…": a mailbox of one word that readers are sent to. People have two names. */
function isOfferedToWrite({ 0: address, index = 0, input = '' }: RegExpMatchArray): boolean {
  const before = input.slice(Math.max(0, index - 60), index);
  const own = /^[a-z]{2,20}(?=@)/i.exec(address)?.[0] ?? '';
  if (own === '') return false;
  if (
    /\b(?:write|mail|e-?mail|contact|questions?|reach|ask|answers?|helps?|there for you|turn|tell us|let us know|reply)\b[^.!?]*$/i.test(
      before,
    )
  )
    return true;
  // "Owen in customer care looks after this: owen@…": whoever is named as in charge, and how to reach them.
  const sentence = (before.split(/[.!?]/).at(-1) ?? '').toLowerCase();
  const charge = sentence.search(
    /\b(?:looks after|leads|owns|handles|coordinates|runs|responsible|in charge|care|desk|team|support|service|office)\b/,
  );
  return (
    charge > 0 &&
    sentence
      .slice(0, charge)
      .split(/[^a-z]+/)
      .includes(own.toLowerCase())
  );
}

/** A word with the look of a secret: not "revoked", not "being". */
function isSecretLike(value: string): boolean {
  if (/^(?:\*+|x+|•+|\[.*\]?|<.*>?|redacted|\.+)$/i.test(value)) return false;
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^\w\s.:]/].filter((kind) => kind.test(value)).length;
  if (/^\d{1,2}[:.]\d{2}$/.test(value)) return false;
  return (
    (kinds >= 2 && /[\d]|[^\w\s.:'’-]/.test(value)) || (kinds >= 2 && /[a-z][A-Z]/.test(value))
  );
}

/** No hash, no path, no word: letters of both cases and figures mixed as chance mixes them. */
function isRandom(token: string): boolean {
  if (/^[0-9a-f-]+$/i.test(token)) return false;
  if (!/[a-z]/.test(token) || !/[A-Z]/.test(token) || !/\d/.test(token)) return false;
  const changes = Array.from(token).filter(
    (character, at) => kindOf(character) !== kindOf(token[at - 1] ?? character),
  ).length;
  return changes / token.length > 0.25 && (token.match(/[/_-]/g) ?? []).length <= 4;
}

/** A short one must have more of each kind, or names of things would be taken for it. */
function isDense(token: string): boolean {
  const count = (kind: RegExp): number => (token.match(kind) ?? []).length;
  return count(/\d/g) >= 3 && count(/[A-Z]/g) >= 3 && count(/[a-z]/g) >= 4 && !/[-/]/.test(token);
}

function kindOf(character: string): number {
  return /\d/.test(character) ? 1 : /[a-z]/.test(character) ? 2 : /[A-Z]/.test(character) ? 3 : 4;
}

/** The check digit of card numbers (ISO/IEC 7812). */
function passesLuhn(digits: string): boolean {
  if (digits.length < 13 || digits.length > 19 || /^(\d)\1+$/.test(digits)) return false;
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at]);
    const twice = digit * 2;
    sum += at % 2 === 0 ? digit : twice > 9 ? twice - 9 : twice;
  }
  return sum % 10 === 0;
}
