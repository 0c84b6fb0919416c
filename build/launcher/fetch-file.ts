/** Milliseconds until a host has to answer, and between two pieces of what it sends. */
const patience = 5000;
const hostPatience = 20_000;

export type Fetched =
  | { readonly kind: 'bytes'; readonly bytes: Buffer }
  /** Nobody answered: there is no way to the host from here. */
  | { readonly kind: 'unreachable' }
  /** The host answered, with something else or with a part of it. */
  | { readonly kind: 'failed' };

/** Fetches a file whole. Never throws. */
export async function fetchFile(url: string): Promise<Fetched> {
  const stop = new AbortController();
  let timer = setTimeout(() => stop.abort(), patience);
  let answered = false;
  try {
    const answer = await fetch(url, { signal: stop.signal });
    answered = true;
    if (!answer.ok || answer.body === null) return { kind: 'failed' };
    const pieces: Uint8Array[] = [];
    for await (const piece of answer.body) {
      pieces.push(piece);
      clearTimeout(timer);
      timer = setTimeout(() => stop.abort(), hostPatience);
    }
    return { kind: 'bytes', bytes: Buffer.concat(pieces) };
  } catch {
    return { kind: answered ? 'failed' : 'unreachable' };
  } finally {
    clearTimeout(timer);
  }
}
