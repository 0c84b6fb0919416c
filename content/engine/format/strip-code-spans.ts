/** A line without the code in it, and whether the code of the lines after it can be told as well. */
export interface StrippedLine {
  readonly text: string;
  /** False where the line may leave open what takes a backtick of its own, or of the next line. */
  readonly isSure: boolean;
}

/** Text behind which a backtick may open no code: it is escaped, or in an address, a tag or a link. */
const takesBacktick = /(?:\\|(?::\/\/|www\.|@|mailto:|xmpp:)\S*|<[^>]*|\][([][^)\]]*)$/i;
/** The same at the end of a line: what may go on in the next one. */
const staysOpen = /(?:<[^>]*|\][([][^)\]]*)$/;

const mostRuns = 200;

/**
 * Takes code such as `a*b*c` out of a line of a paragraph: its signs are text to the parser. Where
 * the parser might pair the backticks otherwise, the whole line is given back.
 *
 * @param mayBeTable cells are parsed each for itself, so a | between two backticks parts them
 */
export function stripCodeSpans(line: string, mayBeTable: boolean): StrippedLine {
  const unsure = { text: line, isSure: false };
  const runs = [...line.matchAll(/`+/g)];
  // Each looks through what stands before it.
  if (runs.length > mostRuns) return unsure;
  let outside = '';
  let end = 0;
  for (let at = 0; at < runs.length; at += 1) {
    const open = runs[at];
    if (!open) break;
    outside += line.slice(end, open.index);
    const closing = runs.findIndex(([mark], later) => later > at && mark === open[0]);
    const close = runs[closing];
    if (!close || takesBacktick.test(outside)) return unsure;
    end = close.index + close[0].length;
    const code = line.slice(open.index, end);
    if (mayBeTable && code.includes('|')) return unsure;
    // Code with a backtick in it is not hidden from the search for pairs.
    outside += closing === at + 1 ? ' ' : code;
    at = closing;
  }
  outside += line.slice(end);
  return { text: outside, isSure: !staysOpen.test(outside) };
}
