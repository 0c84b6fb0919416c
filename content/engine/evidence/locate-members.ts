type Span = readonly [start: number, end: number];

/** Deeper members have no place of their own; citing one cites what holds it. */
const deepest = 200;

/**
 * Where each member of a JSON text stands: its path (`/Records/0/eventID`, the root is ``) → UTF-16
 * span from its name to the end of its value. The text must be JSON; of any other, what was read
 * until the first fault is returned.
 */
export function locateMembers(text: string): ReadonlyMap<string, Span> {
  const places = new Map<string, Span>();
  let at = 0;
  const skip = (): void => {
    while (' \t\r\n'.includes(text[at] ?? 'x')) at += 1;
  };
  const readString = (): string => {
    const start = at;
    at += 1;
    while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
    at += 1;
    return text.slice(start, at);
  };
  const readMembers = (path: string, depth: number): void => {
    const isList = text[at] === '[';
    const close = isList ? ']' : '}';
    at += 1;
    for (let index = 0; at < text.length; index += 1) {
      skip();
      if (text[at] === close) break;
      const start = at;
      let name = String(index);
      if (!isList) {
        name = parseName(readString());
        skip();
        at += 1;
      }
      readValue(`${path}/${name}`, start, depth + 1);
      skip();
      if (text[at] === ',') at += 1;
      else if (text[at] !== close) return;
    }
    at += 1;
  };
  const readValue = (path: string, start: number, depth: number): void => {
    skip();
    const first = text[at];
    if (first === '"') readString();
    else if ((first === '{' || first === '[') && depth < deepest) readMembers(path, depth);
    else if (first === '{' || first === '[') skipNested();
    else while (at < text.length && !',]} \t\r\n'.includes(text[at] ?? ',')) at += 1;
    places.set(path, [start, Math.min(at, text.length)]);
  };
  const skipNested = (): void => {
    let open = 0;
    do {
      const character = text[at];
      if (character === '"') {
        readString();
        continue;
      }
      if (character === '{' || character === '[') open += 1;
      else if (character === '}' || character === ']') open -= 1;
      at += 1;
    } while (open > 0 && at < text.length);
  };
  skip();
  readValue('', at, 0);
  return places;
}

function parseName(written: string): string {
  try {
    return String(JSON.parse(written));
  } catch {
    return written;
  }
}
