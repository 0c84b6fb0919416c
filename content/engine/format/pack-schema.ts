import * as v from 'valibot';
import { Id, Line, Text } from './primitives.ts';

/** pack.yaml, format 1. */
export const PackSchema = v.strictObject({
  format: v.literal(1, 'must be 1: this version reads pack format 1'),
  id: Id,
  version: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/, 'must be three numbers such as "1.4.0"')),
  title: Line,
  about: v.optional(Line),
  authors: v.pipe(v.array(Line), v.minLength(1)),
  licence: Line,
  language: v.literal('en-GB', 'must be en-GB until version 1.0'),
  attack: v.strictObject({ version: Line }),
  nice: v.strictObject({ version: Line }),
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
