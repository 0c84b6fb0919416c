import { writeAuditLog } from './audit-log.ts';
import { writeBalancer } from './balancer.ts';
import { writeCloudTrail } from './cloudtrail.ts';
import { describeEstate, type Estate } from './estate.ts';
import { writeFindings } from './findings.ts';
import { writeMail } from './mail.ts';
import { mergeBase } from './merge-base.ts';
import { writeS3Access } from './s3-access.ts';
import type { StoryFile, Storyline, ToldFormat } from './schema.ts';
import { writeSignIns } from './sign-ins.ts';
import { writeTable } from './table.ts';
import type { Telling, ToldFile } from './told-file.ts';
import { writeVpcFlow } from './vpc-flow.ts';

const writers: Readonly<Record<ToldFormat, (estate: Estate, file: StoryFile) => Telling>> = {
  cloudtrail: writeCloudTrail,
  'vpc-flow': writeVpcFlow,
  's3-access': writeS3Access,
  alb: writeBalancer,
  guardduty: writeFindings,
  idp: writeSignIns,
  auditd: writeAuditLog,
  csv: writeTable,
  mail: writeMail,
};

/**
 * Writes every file of a storyline that was read by `readStoryline`. Pure: the same storyline gives
 * the same bytes, and what is added to one file moves nothing in another.
 *
 * @param bases the text of each file that a `base` names; throws an Error where one is missing or
 *   does not fit
 */
export function writeFiles(
  storyline: Storyline,
  bases: ReadonlyMap<string, string> = new Map(),
): readonly ToldFile[] {
  const estate = describeEstate(storyline);
  return storyline.files.map((story) => {
    const { file, format, base } = story;
    const told = writers[format](estate, story);
    if (base === undefined) return { file, format, ...told };
    const text = bases.get(base);
    if (text === undefined) throw new Error(`The base ${base} of ${file} is missing.`);
    return { file, format, ...mergeBase({ file, format }, text, told) };
  });
}
