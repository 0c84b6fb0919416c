/**
 * Writes the CloudTrail evidence of a drill from its storyline:
 *
 *   node content/cli/write-evidence.ts content/packs/core/drills/<slug>
 *
 * Same storyline, same bytes. `--ids` also prints the eventID of each event that matters, which
 * the clues of drill.yaml cite.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findEventId, writeCloudTrail } from '../engine/evidence/storyline-cloudtrail.ts';
import { readStoryline } from '../engine/evidence/storyline.ts';

const [folder, ...flags] = process.argv.slice(2);
if (folder === undefined || flags.some((flag) => flag !== '--ids')) {
  console.error('Usage: node content/cli/write-evidence.ts DRILL_FOLDER [--ids]');
  process.exit(2);
}
process.exitCode = write(folder, flags.includes('--ids'));

/** Returns the exit code: 0 written, 1 the storyline is at fault, 2 it cannot be read. */
function write(drill: string, withIds: boolean): number {
  const path = join(drill, 'storyline.yaml');
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    console.error(`${path} cannot be read. Name the folder of a drill that has one.`);
    return 2;
  }
  const storyline = readStoryline(path, text);
  if (!storyline.ok) {
    for (const { file, line, column, message, remedy } of storyline.faults) {
      console.error(`${file}:${line}:${column} ${message} ${remedy}`);
    }
    return 1;
  }
  try {
    for (const [file, content] of writeCloudTrail(storyline.value)) {
      mkdirSync(dirname(join(drill, file)), { recursive: true });
      writeFileSync(join(drill, file), content);
      console.log(`${file}: ${content.split('\n').length - 3} events`);
    }
  } catch (error) {
    console.error(`${path}: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
  if (withIds) {
    for (const event of storyline.value.events) {
      console.log(`${findEventId(storyline.value, event)}  ${event.id}`);
    }
  }
  return 0;
}
