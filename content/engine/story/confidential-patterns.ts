import type { ConfidentialRule } from './confidential-rule.ts';

/** What gives itself away by its form. The first pattern that fits a stretch has it. */
export interface ConfidentialPattern {
  readonly rule: ConfidentialRule;
  /** Global; its second group, where it has one, is what is found. Nothing in it repeats within a repeat. */
  readonly pattern: RegExp;
  readonly what: string;
  readonly say: string;
  /** Looks like it and gives nothing away. */
  readonly unless?: RegExp;
}

export const confidentialPatterns: readonly ConfidentialPattern[] = [
  {
    rule: 'key',
    pattern: /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----(?:[^-]{0,8000}-----END [A-Z ]{0,40}-----)?/g,
    what: 'a private key',
    say: 'a private key',
  },
  {
    rule: 'key',
    pattern: /\b(?:AKIA|ASIA|AROA|AIDA)[A-Z0-9]{12,24}\b/g,
    what: 'a key of a cloud account',
    say: 'an access key',
  },
  {
    rule: 'key',
    pattern:
      /\b(?:gh[pousr]_[A-Za-z0-9]{16,255}|github_pat_[A-Za-z0-9_]{20,255}|glpat-[\w-]{16,64}|xox[abprs]-[A-Za-z0-9-]{10,250}|sk[-_](?:live|test|proj|ant)?[-_]?[A-Za-z0-9_-]{16,200}|AIza[\w-]{30,40}|npm_[A-Za-z0-9]{30,40})/g,
    what: 'a token',
    say: 'a token',
  },
  {
    rule: 'key',
    pattern: /\beyJ[\w-]{8,2000}\.[\w-]{8,4000}(?:\.[\w-]{0,2000})?/g,
    what: 'a signed token',
    say: 'a token',
  },
  {
    rule: 'key',
    pattern:
      /\b((?:pass(?:word|wd|phrase)?|pwd|secret|token|api[-_ ]?key)\s{0,3}(?:[:=]|\bwas\b|\bis\b)\s{0,3})(["'“‘]?(?=[^\s"'”’]{0,60}[\d!#$%&*+@^_~])[^\s"'”’,;]{6,120})/gi,
    what: 'a password or a secret',
    say: 'a password',
  },
  {
    rule: 'key',
    pattern:
      /\b(?=[A-Za-z0-9+/]{0,200}\d)(?=[A-Za-z0-9+/]{0,200}[A-Z])[A-Za-z0-9+/]{36,200}={0,2}/g,
    what: 'a long secret or hash',
    say: 'a secret',
  },
  {
    rule: 'account',
    pattern: /\barn:aws[\w-]{0,12}:[\w-]{1,40}:[\w-]{0,30}:\d{0,12}:[\w/.:*-]{1,200}/g,
    what: 'the name of a resource in an account',
    say: 'a cloud resource',
  },
  {
    rule: 'account',
    pattern: /\bs3:\/\/[\w./-]{3,200}/g,
    what: 'a bucket',
    say: 'a storage bucket',
  },
  {
    rule: 'account',
    pattern: /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi,
    what: 'the id of an account, a tenant or a resource',
    say: 'an id',
  },
  {
    rule: 'account',
    pattern: /\b(?:i|vpc|subnet|sg|vol|ami|snap|eni|igw|nat|acl|rtb)-[0-9a-f]{8,17}\b/g,
    what: 'the id of a cloud resource',
    say: 'a cloud resource',
  },
  {
    rule: 'address',
    pattern: /(?:https?|ftp|ssh|git|jdbc:\w{2,12}):\/\/[^\s<>"'”’)\]]{3,400}/gi,
    what: 'the address of a page or a service',
    say: 'an internal page',
  },
  {
    rule: 'address',
    pattern: /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}/g,
    what: 'a mail address',
    say: 'a mail address',
  },
  {
    rule: 'host',
    pattern: /\\\\[\w.-]{2,60}\\[\w$.\\-]{1,200}/g,
    what: 'a file share',
    say: 'a file share',
  },
  {
    rule: 'host',
    pattern: /\b[A-Za-z]:\\(?:[\w$. -]{1,60}\\){0,12}[\w$.-]{1,80}/g,
    what: 'a path on a computer, which may name its user',
    say: 'a file',
  },
  {
    rule: 'address',
    pattern:
      /(?<![\w.])(?<!\b(?:[Vv]ersion|[Rr]elease|[Bb]uild|[Ff]irmware|v) )(?:\d{1,3}\.){3}\d{1,3}(?:\/\d{1,2})?(?![\w.]*\d)/g,
    what: 'an IP address',
    say: 'an address',
    unless: /^(?:127\.|0\.0\.0\.0|255\.|169\.254\.169\.254|8\.8\.8\.8|1\.1\.1\.1)/,
  },
  {
    rule: 'address',
    pattern:
      /(?<![\w:])(?:[0-9a-f]{1,4}:){3,7}(?::?[0-9a-f]{1,4}){1,4}(?![\w:])|\b[0-9a-f]{1,4}::[0-9a-f:]{2,30}/gi,
    what: 'an IP address',
    say: 'an address',
  },
  {
    rule: 'address',
    pattern: /(?<![\w+])(?:\+\d{1,3}|\(0\d{1,5}\)|0\d{2,5})[ \d()/.-]{6,18}\d(?!\w)/g,
    what: 'a telephone number',
    say: 'a telephone number',
  },
  {
    rule: 'address',
    pattern:
      /\b\d{1,4}[a-z]? (?:\p{Lu}[\p{L}'’]{1,20} ){1,3}(?:Street|Road|Lane|Avenue|Square|Drive|Boulevard|Way|Close|Terrace|Court|Gardens|Quay)\b/gu,
    what: 'a street address',
    say: 'an office',
  },
  {
    rule: 'account',
    pattern:
      /(?<![\w.,/-])\d{4}[- ]\d{4}[- ]\d{4}(?:[- ]\d{4})?(?![\w-])|(?<![\w.,/-])\d{9,19}(?!\w)/g,
    what: 'the number of an account',
    say: 'an account number',
  },
  {
    rule: 'account',
    // IBAN: land, two check digits, up to thirty more in groups of four.
    pattern: /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b/g,
    what: 'the number of a bank account',
    say: 'an account number',
  },
  {
    rule: 'key',
    pattern:
      /\b(?=[A-Z0-9-]{0,40}\d)(?=[A-Z0-9-]{0,40}[A-Z])[A-Z0-9]{4,6}(?:-[A-Z0-9]{4,6}){2,6}\b/g,
    what: 'a licence key or a code',
    say: 'a licence key',
  },
  {
    rule: 'account',
    pattern: /\b(?:INC|CHG|RITM|TASK|PRB|REQ|CS|SR)-?\d{4,12}\b/g,
    what: 'the number of a ticket',
    say: 'a ticket',
  },
  {
    rule: 'account',
    pattern: /\b[A-Z][A-Z0-9]{1,9}-\d{1,7}\b/g,
    what: 'the number of a ticket',
    say: 'a ticket',
    unless:
      /^(?:CVE|CWE|CAPEC|ISO|IEC|SOC|RFC|AES|SHA|RSA|TLS|SSL|UTF|COVID|PCI|NIST|MD|IPV|HTTP|WPA|CC|GPT|ASVS|BS|EN|DIN|AC|AU|IA|SC|SI|CM|CP|IR|TOP|P|T|S|A|Q|H|L|M|ED|X|CRC|DES|PBKDF|MS|KB|HS|RS|ES|TIER|ROT|US|EU|UK)-/,
  },
  {
    rule: 'host',
    pattern:
      /(?<![\w@./\\-])(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,6}(?:com|net|org|io|dev|app|cloud|co|info|biz|uk|de|fr|es|it|nl|ch|at|eu|us|ca|au|in|jp|cn|se|no|dk|fi|pl|ie|be|internal|intranet|intra|local|localdomain|lan|corp|home|priv|test|example|invalid)(?![\w-]|\.\w)/g,
    what: 'a host',
    say: 'an internal host',
    unless:
      /^(?:node\.js|asp\.net|draw\.io|monday\.com|booking\.com|amazon\.com|github\.com|google\.com|console\.aws\.com)$/,
  },
  {
    rule: 'host',
    pattern:
      /(?<![\w@./\\-])(?=[a-z][a-z-]{0,40}\d)(?=[a-z0-9-]{0,40}(?:prod|prd|stag|stg|uat|dev|test|srv|server|db|sql|web|app|api|dc|vm|host|node|jump|bastion|vpn|fw|mail|mx|file|fs|nas|ws|lt|pc|esx|kube|k8s|mgmt|proxy|lb|cache|redis|ldap|ad|dns|ci|build|runner|print|sap|erp|backup|bkp|log|siem|edge|core|rtr|sw)[a-z0-9-]{0,40}\d)[a-z][a-z0-9]{0,20}(?:-[a-z0-9]{1,20}){0,5}(?!\w|-\w|\.\w)/g,
    what: 'a host',
    say: 'an internal host',
    // A word with a figure in it, and what is sold under such a name.
    unless:
      /^(?:[a-z]+|web[123]|log4j\w*|http[23]?|oauth2?|auth0|fido2|s3|ec2|k8s|ipv[46]|sha-?\d+|md[45]|utf-?\d+|x\d+|base64|p\d|q\d|[a-z]+-?(?:[1-9]|10)x|covid-\d+|node\d{2}|python[23]|db2|mp[34]|sha\d+-\w+|[a-z]+-(?:[a-z]+-)*(?:day|days|week|month|year|hour|minute|person|page|step|figure|level|tier|layer|fold|fifth|half).*|tier-?\d|level-?\d|phase-?\d|day-?\d|week-?\d|version-?\d|log4shell|i18n|a11y|l10n|e2e|b2b|b2c|ad-hoc)$/,
  },
];
