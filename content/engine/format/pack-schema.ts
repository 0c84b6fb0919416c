import * as v from 'valibot';
import { Id, Line, Text } from './primitives.ts';

/** How lint treats this pack: severities by rule, and single faults that its author has judged. */
const Lint = v.strictObject({
  severity: v.optional(
    v.record(v.string(), v.picklist(['error', 'warning', 'off'], 'must be error, warning or off')),
    {},
  ),
  except: v.optional(
    v.array(
      v.strictObject({
        rule: Id,
        at: v.pipe(
          Line,
          v.description(
            'pack.yaml, a drill’s folder, or the folder with an id or a path: a-drill/first-decision',
          ),
        ),
        // Lint asks for it: a pack without one still loads.
        reason: v.optional(Line),
      }),
    ),
    [],
  ),
});
export type LintSettings = v.InferOutput<typeof Lint>;

/** pack.yaml, format 1. */
export const PackSchema = v.strictObject({
  format: v.literal(1, 'must be 1: this version reads pack format 1'),
  id: Id,
  version: v.pipe(
    v.string('must be three numbers in quotes, such as "1.0.0"'),
    v.regex(/^\d{1,9}\.\d{1,9}\.\d{1,9}$/, 'must be three numbers, such as "1.0.0"'),
  ),
  title: Line,
  about: v.optional(Line),
  authors: v.pipe(v.array(Line), v.minLength(1)),
  licence: Line,
  language: v.literal('en-GB', 'must be en-GB until version 1.0'),
  attack: v.strictObject({ version: Line }),
  nice: v.strictObject({ version: Line }),
  lint: v.optional(Lint),
});
export type PackHeader = v.InferOutput<typeof PackSchema>;

/** glossary.yaml: every term that a drill of the pack names under `terms`. */
export const GlossarySchema = v.array(
  v.strictObject({ term: Line, also: v.optional(v.array(Line), []), text: Text }),
);
export type GlossaryEntry = {
  readonly term: string;
  readonly also: readonly string[];
  readonly text: string;
};
