/**
 * Fields of a log line that is separated by single spaces, where a field may stand in "double quotes"
 * or [brackets]. A quote inside a quoted field does not end it unless a space or the end follows, as
 * user agents are written into access logs unescaped. null where a quote or bracket never ends.
 */
export function splitLogFields(line: string): readonly string[] | null {
  const fields: string[] = [];
  let at = 0;
  while (at < line.length) {
    const first = line[at];
    if (first === '"' || first === '[') {
      const end = findEnd(line, at + 1, first === '"' ? '"' : ']');
      if (end < 0) return null;
      fields.push(line.slice(at + 1, end));
      at = end + 2;
      continue;
    }
    const space = line.indexOf(' ', at);
    const end = space < 0 ? line.length : space;
    fields.push(line.slice(at, end));
    at = end + 1;
  }
  return fields;
}

function findEnd(line: string, from: number, close: string): number {
  for (let at = line.indexOf(close, from); at >= 0; at = line.indexOf(close, at + 1)) {
    if (at + 1 === line.length || line[at + 1] === ' ') return at;
  }
  return -1;
}

/** `-`, which stands for nothing in these logs, becomes an empty cell. */
export function emptyDash(field: string | undefined): string {
  return field === undefined || field === '-' ? '' : field;
}

/** Host and port of `10.0.0.1:443` or `[2001:db8::1]:443`. */
export function splitAddress(address: string): readonly [host: string, port: string] {
  const colon = address.lastIndexOf(':');
  if (colon < 0) return [address, ''];
  return [address.slice(0, colon).replace(/^\[|\]$/g, ''), address.slice(colon + 1)];
}
