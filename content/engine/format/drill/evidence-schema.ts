import * as v from 'valibot';
import { ConditionSchema } from '../condition-schema.ts';
import { Id, Line } from '../primitives.ts';
import { described, Minutes } from './shared-schemas.ts';

export const evidenceFormats = [
  'cloudtrail',
  'vpc-flow',
  's3-access',
  'alb',
  'waf',
  'guardduty',
  'resolver',
  'idp',
  'auditd',
  'syslog',
  'windows-event',
  'process-tree',
  'csv',
  'json',
  'jsonl',
  'sbom',
  'diff',
  'config',
  'image',
  'mail',
  'text',
  'markdown',
] as const;

export const EvidenceSchema = v.strictObject({
  id: Id,
  title: Line,
  file: v.pipe(v.string(), v.regex(/^evidence\/[\w.-]+$/, 'must be evidence/<name>')),
  format: v.picklist(evidenceFormats),
  key: described(v.optional(Line), 'the field that is the record’s own id (cloudtrail: eventID)'),
  columns: described(v.optional(v.array(Line)), 'shown at first, in this order'),
  available: v.optional(ConditionSchema),
  minutes: described(Minutes, 'what opening it the first time costs'),
  about: v.optional(Line),
  roles: described(v.optional(v.array(Id)), 'who can open it; without it, everybody'),
});

/** A named place in the evidence, the feed or a tool's answer that decisions and truth cite. */
export const ClueSchema = v.union(
  [
    v.strictObject({
      id: Id,
      evidence: Id,
      record: v.pipe(v.string(), v.minLength(1)),
      says: Line,
    }),
    v.strictObject({ id: Id, evidence: Id, text: v.pipe(v.string(), v.minLength(3)), says: Line }),
    v.strictObject({ id: Id, feed: Id, says: Line }),
    v.strictObject({ id: Id, tool: Id, outcome: Id, says: Line }),
  ],
  'must be {evidence, record}, {evidence, text}, {feed} or {tool, outcome}, each with id and says',
);
