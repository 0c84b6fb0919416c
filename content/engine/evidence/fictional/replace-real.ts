import type { Invention } from './invented.ts';

/**
 * Everything whose form tells what it is, in one pass: what is replaced is not looked at again. The
 * order of the alternatives is theirs of precedence.
 */
// oxlint-disable-next-line eslint-js/no-restricted-syntax -- our own forms, put together so that each can be read
const forms = new RegExp(
  [
    String.raw`(?<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)`,
    String.raw`(?<uuid>\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b)`,
    String.raw`(?<key>\bA(?:KIA|SIA|IDA|ROA|GPA|NPA|IPA|NVA|BIA|CCA)[A-Z0-9]{16,17}\b)`,
    String.raw`(?<resource>\b(?:i|eni|vpc|subnet|sg|ami|vol|snap|vpce|igw|nat|rtb|eipalloc|r|acl|lt|tgw|fs|db)-[0-9a-f]{8,17}\b)`,
    String.raw`(?<dashed>\bip-\d{1,3}-\d{1,3}-\d{1,3}-\d{1,3}\b)`,
    String.raw`(?<v6>(?<![\w:.])(?:[0-9a-f]{1,4}:){2,7}(?::?[0-9a-f]{1,4}){1,7}(?![\w:]))`,
    String.raw`(?<v4>(?<![\w.])\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?![\w]|\.\d))`,
    String.raw`(?<card>(?<![\w.-])(?:\d{13,19}|\d{4}(?<gap>[ -])\d{4}\k<gap>\d{4}\k<gap>\d{4})(?![\w.-]))`,
    String.raw`(?<account>(?<![\da-f.])\d{12}(?![\da-f]))`,
    String.raw`(?<phone>(?<![\w.])\+\d{1,3}(?:[ -]?\(?\d{2,5}\)?){2,5}(?!\w))`,
    String.raw`(?<secret>(?<![\w/+=.-])[A-Za-z0-9+/_-]{40,}={0,2}(?![\w/+=-]))`,
    String.raw`(?<domain>\b(?:[a-z0-9-]+\.)+(?:com|net|org|io|co|uk|de|fr|eu|nl|us|dev|app|cloud|info|biz|gov|edu|ai|internal|local|lan|corp)\b)`,
    String.raw`(?<word>[\p{L}\p{N}_][\p{L}\p{N}_.@+=-]*)`,
  ].join('|'),
  'giu',
);
/** Hosts that belong to nobody’s company: the provider’s, and those for documentation. */
const publicHost =
  /(?:^|\.)(?:amazonaws\.com|amazon\.com|aws\.dev|amazontrust\.com|compute\.internal|ec2\.internal|example\.(?:com|net|org)|mozilla\.org|w3\.org|schema\.org)$/i;

/** Replaces what is real in a text. `names` are those that were found in the records of all files. */
export function replaceReal(
  text: string,
  names: ReadonlySet<string>,
  invention: Invention,
): string {
  const spaced = [...names].filter((name) => /[^\p{L}\p{N}_.@+=-]/u.test(name));
  const first = spaced
    .sort((a, b) => b.length - a.length)
    .reduce((all, name) => all.replaceAll(name, () => invention.name(name)), text);
  return first.replace(forms, (found, ...rest) => {
    const groups = rest.at(-1) as Readonly<Record<string, string | undefined>>;
    const kind = Object.keys(groups).find((name) => groups[name] !== undefined) ?? '';
    return replaceOne(kind, found, names, invention);
  });
}

function replaceOne(
  kind: string,
  found: string,
  names: ReadonlySet<string>,
  invention: Invention,
): string {
  switch (kind) {
    case 'mail':
      return /\.example$/.test(found) ? found : invention.mail(found);
    case 'uuid':
      return invention.uuid(found);
    case 'key':
      return /^A[A-Z]{3}/.test(found) ? invention.key(found) : found;
    case 'resource':
      return invention.resource(found);
    case 'dashed':
      return `ip-${invention.address(found.slice(3).replaceAll('-', '.')).replaceAll(/[.:]+/g, '-')}`;
    case 'v4':
      return found.split('.').every((part) => Number(part) < 256)
        ? invention.address(found)
        : found;
    case 'v6':
      // Two figures in each group are a time or a hardware address.
      return /^(?:\d{1,2}:)+\d{1,2}$/.test(found) ? found : invention.address(found.toLowerCase());
    case 'account':
      return invention.account(found);
    case 'card':
      return replaceDigits(found, invention);
    case 'phone':
      return invention.telephone(found);
    case 'secret':
      return names.has(found) ? invention.name(found) : invention.secret(found);
    case 'domain':
      if (names.has(found)) return invention.name(found);
      return publicHost.test(found)
        ? replaceWord(found, names, invention)
        : invention.domain(found);
    default:
      return replaceWord(found, names, invention);
  }
}

/** Thirteen to nineteen figures: a card where the check digit says so; a longer number stays. */
function replaceDigits(found: string, invention: Invention): string {
  const number = found.replaceAll(/\D/g, '');
  const sum = number
    .split('')
    .reverse()
    .reduce((total, digit, index) => {
      const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return sum % 10 === 0 && /^[2-6]/.test(number) ? invention.card(found) : found;
}

/** A name may stand at the beginning of a longer word: `ada@` of a session, `bucket.s3`. */
function replaceWord(found: string, names: ReadonlySet<string>, invention: Invention): string {
  if (names.has(found)) return invention.name(found);
  return found
    .split(/([.@+=]+)/)
    .map((part) => (names.has(part) ? invention.name(part) : part))
    .join('')
    .replaceAll(/(?<![\da-f])\d{12}(?![\da-f])/gi, (account) => invention.account(account));
}
