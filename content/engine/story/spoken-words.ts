/**
 * How many words a text takes when it is said aloud: "2.1 %" is four of them, "AWS" two, since a
 * letter takes about half the time of a word. Linear in the length of the text.
 */
export function countSpokenWords(text: string): number {
  let count = 0;
  for (const match of text.matchAll(pattern)) count += countOne(match[0]);
  return count;
}

const pattern =
  /(?:e\.g|i\.e|a\.m|p\.m)\b\.?|(?<!\d)\d{1,3}(?: \d{3})+(?!\d)|\d+(?:[.,:’'\u00a0]\d+)*|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}])+(?:['’ʼ][\p{L}\p{M}]+)*|[%$€£&+=→@]/gu;

/** Capital letters that are said as a word. */
const asWord = new Set(
  'SIEM SOAR SAML JSON OWASP NIST NASA CISO RAM LAN WAN VLAN RAID SCADA TOML YAML STAR STRIDE CERT CSIRT COBIT GIF PIN SIM'.split(
    ' ',
  ),
);

function countOne(token: string): number {
  if (/^\d/.test(token)) return countFigure(token);
  if (/^(?:e\.g|i\.e|a\.m|p\.m)/.test(token)) return 2;
  if (/^(?:etc|&c)$/i.test(token)) return 2;
  if (/^[%$€£&+=→@]$/.test(token)) return 1;
  if (/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(token)) {
    return Math.ceil(Array.from(token).length / 2);
  }
  if (/^\p{Lu}{2,6}s?$/u.test(token) && !asWord.has(token)) {
    return Math.ceil(token.replace(/s$/, '').length / 2);
  }
  // GetCallerIdentity
  const humps = token.match(/\p{Ll}\p{Lu}\p{Ll}/gu)?.length ?? 0;
  return 1 + humps;
}

function countFigure(token: string): number {
  if (/^\d{1,3}(?:[,’' \u00a0]\d{3})+(?:\.\d+)?$/.test(token)) {
    return countFigure(token.replaceAll(/[,’' \u00a0]/g, ''));
  }
  if (/^\d{1,2}:\d\d$/.test(token))
    return token.endsWith(':00') ? 2 : 1 + countInteger(token.slice(-2));
  const parts = token.split(/[.,:’'\u00a0]/);
  const [whole = '', decimals] = parts;
  if (parts.length > 2) {
    // An address: each number and each dot.
    return parts.reduce((sum, part) => sum + countInteger(part) + 1, -1);
  }
  if (decimals !== undefined) return countInteger(whole) + 1 + decimals.length;
  // "Twenty twenty-five", "nineteen ninety".
  if (/^(?:19|20)[1-9]\d$/.test(whole)) return 1 + countInteger(whole.slice(2));
  return countInteger(whole);
}

/** Words of a whole number in British English: "one hundred and two" are four. */
function countInteger(digits: string): number {
  if (digits.length > 9 || /^0\d/.test(digits)) return digits.length;
  const value = Number(digits);
  if (value < 20) return 1;
  if (value < 100) return value % 10 === 0 ? 1 : 2;
  if (value < 1_000) return 2 + restOf(value % 100, true);
  if (value < 1_000_000) {
    return (
      countInteger(String(Math.floor(value / 1_000))) +
      1 +
      restOf(value % 1_000, value % 1_000 < 100)
    );
  }
  return countInteger(String(Math.floor(value / 1_000_000))) + 1 + restOf(value % 1_000_000, false);
}

function restOf(value: number, and: boolean): number {
  return value === 0 ? 0 : countInteger(String(value)) + (and ? 1 : 0);
}
