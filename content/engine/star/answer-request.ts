import * as v from 'valibot';
import type { Span } from '../score/sentences.ts';

const Text = v.pipe(v.string('must be a text'), v.maxLength(1_000_000, 'is too long'));
const AnswerRequestSchema = v.object({
  question: v.optional(Text, ''),
  principle: v.nullish(Text),
  answer: v.nullish(Text),
  sentences: v.nullish(v.array(Text, 'must be a list of texts')),
});

export interface AnswerRequest {
  readonly question: string;
  /** By name or slug; what is not known is passed over, with a note. */
  readonly principle: string;
  /** The text, or its sentences as they were cut; these are joined by one space. */
  readonly answer: string | readonly string[];
  /** Stretches of the text that were put where they stand by a program, and not by who told them. */
  readonly placed?: readonly Span[];
}

/** Reads one line of JSON. Total: what is wrong is a sentence that names the field. */
export function parseAnswerRequest(
  line: string,
):
  | { readonly ok: true; readonly request: AnswerRequest }
  | { readonly ok: false; readonly error: string } {
  let data: unknown;
  try {
    data = JSON.parse(line);
  } catch {
    return { ok: false, error: 'This is no JSON. Write one object on one line.' };
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    return { ok: false, error: 'This is no object with question, principle and answer.' };
  }
  const read = v.safeParse(AnswerRequestSchema, data);
  if (!read.success) {
    const [issue] = read.issues;
    const path = issue.path?.map(({ key }) => String(key)).join('.') ?? '';
    return { ok: false, error: `${path === '' ? 'the line' : path}: ${issue.message}.` };
  }
  const { question, principle, answer, sentences } = read.output;
  const given = sentences ?? answer;
  if (given === undefined || given === null) {
    return { ok: false, error: 'answer: must be a text, or sentences a list of texts.' };
  }
  if ((sentences ?? []).reduce((sum, { length }) => sum + length + 1, 0) > 1_000_000) {
    return { ok: false, error: 'sentences: is too long.' };
  }
  return { ok: true, request: { question, principle: principle ?? '', answer: given } };
}
