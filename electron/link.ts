/** Names that stand for this machine or its own network, whatever they resolve to. */
const localSuffixes = ['local', 'localhost', 'internal', 'lan', 'home', 'corp', 'arpa', 'onion'];

export interface Link {
  /** Written as the browser will get it. */
  readonly url: string;
  /** What the dialog names. */
  readonly host: string;
}

/**
 * The web address that may be offered to the person's browser, or null. Only `https`, only a public
 * host name written out plainly: no user name, port, IP address, other alphabet or its punycode, and
 * nothing that one parser reads differently from another.
 */
export function readLink(address: string): Link | null {
  // Printable ASCII but for what browsers repair on the way: space, quotes, backslash, brackets.
  if (!/^https:\/\/[!#$%&'()*+,\-./0-9:;=?@A-Z_a-z~]{1,1990}$/.test(address)) return null;
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  const host = url.hostname;
  const rest = address.slice(`https://${host}`.length);
  if (!address.startsWith(`https://${host}`) || !/^(?:[/?#]|$)/.test(rest)) return null;
  return isPublicName(host) ? { url: url.href, host } : null;
}

function isPublicName(host: string): boolean {
  const labels = host.split('.');
  const last = labels.at(-1) ?? '';
  return (
    host.length <= 253 &&
    labels.length >= 2 &&
    labels.every((label) => /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(label)) &&
    !labels.some((label) => label.startsWith('xn--')) &&
    /^[a-z]{2,}$/.test(last) &&
    !localSuffixes.includes(last)
  );
}
