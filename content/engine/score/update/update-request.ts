import * as v from 'valibot';

export const updateAudiences = [
  'executive',
  'customers',
  'regulator',
  'engineers',
  'handover',
] as const;
export type Audience = (typeof updateAudiences)[number];

const Text = v.pipe(v.string('must be a text'), v.maxLength(1_000_000, 'is too long'));
const Minute = v.pipe(
  v.number('must be a number of minutes'),
  v.finite('must be a number of minutes that has an end'),
);

/** The schema library names a key that is not there in its own words. */
function nameMissing(otherwise: string) {
  return ({ kind, received, expected }: v.BaseIssue<unknown>): string =>
    kind === 'schema' && received === 'undefined' && expected?.startsWith('"') === true
      ? 'is missing'
      : otherwise;
}

/** An update with what could be known when it was written. Fields that are not named are passed over. */
const UpdateRequestSchema = v.object(
  {
    audience: v.picklist(updateAudiences, `must be one of ${updateAudiences.join(', ')}`),
    /** Scenario minute at which it was sent. */
    at_min: Minute,
    facts: v.array(
      v.object(
        {
          id: Text,
          text: Text,
          /** Scenario minute from which it could be known. */
          known_from_min: Minute,
          /** Phrasings that are as good as the text. */
          any: v.nullish(v.array(Text, 'must be a list of texts')),
        },
        nameMissing('must be an object with id, text and known_from_min'),
      ),
      'must be a list of facts',
    ),
    /** Claims that must not be made. */
    forbidden: v.optional(v.array(Text, 'must be a list of texts'), []),
    text: Text,
  },
  nameMissing('must be an object'),
);
export type UpdateRequest = v.InferOutput<typeof UpdateRequestSchema>;
export type GivenFact = UpdateRequest['facts'][number];

/** Reads one line of JSON. Total: what is wrong is a sentence that names the field. */
export function parseUpdateRequest(
  line: string,
):
  | { readonly ok: true; readonly request: UpdateRequest }
  | { readonly ok: false; readonly error: string } {
  let data: unknown;
  try {
    data = JSON.parse(line);
  } catch {
    return { ok: false, error: 'This is no JSON. Write one object on one line.' };
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    return {
      ok: false,
      error: 'This is no object with audience, at_min, facts, forbidden and text.',
    };
  }
  const read = v.safeParse(UpdateRequestSchema, data);
  if (read.success) return { ok: true, request: read.output };
  const [issue] = read.issues;
  const path = issue.path?.map(({ key }) => String(key)).join('.') ?? '';
  return { ok: false, error: `${path === '' ? 'the line' : path}: ${issue.message}.` };
}
