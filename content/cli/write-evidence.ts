import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ToldFile } from '../engine/evidence/storyline/told-file.ts';
import { readStoryline } from '../engine/evidence/storyline/read-storyline.ts';
import { writeFiles } from '../engine/evidence/storyline/write-files.ts';
import type { Storyline } from '../engine/evidence/storyline/schema.ts';
import { CommandFault, withFile } from './command-fault.ts';
import { makeFolders } from './make-folders.ts';
import { nameEvidence, writeClues } from './write-clues.ts';
import { dim, green, red, type Terminal } from './terminal.ts';
import { placeFault, writeFault } from './write-faults.ts';
import { alignCells } from './wrap-text.ts';

export interface EvidenceOptions {
  /** The folder of a drill. */
  readonly folder: string;
  /** Compares with what lies there instead of writing. */
  readonly check: boolean;
  /** Prints the clues of the events, as drill.yaml has them. */
  readonly clues: boolean;
  readonly json: boolean;
}

interface Written extends ToldFile {
  /** Whether the file lay there with these very bytes. */
  readonly same: boolean;
}

/**
 * Writes the evidence of a drill from its storyline.yaml. Exit code 1 where the storyline is at
 * fault or, with `check`, where a file is not as it would be written.
 */
export function writeEvidence(terminal: Terminal, options: EvidenceOptions): number {
  const { folder, check, clues, json } = options;
  const storyline = readNamedStoryline(terminal, folder, json);
  if (!storyline) return 1;
  const files = tellFiles(folder, storyline).map((told): Written => {
    const path = join(folder, told.file);
    const same = existsSync(path) && readFileSync(path, 'utf8') === told.text;
    if (!same && !check) {
      withFile('write', path, () => {
        makeFolders(dirname(path));
        writeFileSync(path, told.text);
      });
    }
    return { ...told, same };
  });
  const differ = check && files.some(({ same }) => !same);
  if (json) terminal.write(JSON.stringify(describeFiles(folder, files, check), null, 2));
  else writeResult(terminal, { folder, check, clues }, files);
  return differ ? 1 : 0;
}

/** null: it is at fault, and that was said. */
function readNamedStoryline(terminal: Terminal, folder: string, json: boolean): Storyline | null {
  const path = join(folder, 'storyline.yaml');
  const text = withFile('read', path, () => readFileSync(path, 'utf8'));
  const read = readStoryline('storyline.yaml', text);
  if (read.ok) return read.value;
  const faults = read.faults.map((fault) => placeFault(folder, fault));
  if (json) terminal.write(JSON.stringify({ files: [], faults }, null, 2));
  else for (const fault of faults) terminal.write(writeFault(fault));
  return null;
}

function tellFiles(folder: string, storyline: Storyline): readonly ToldFile[] {
  const bases = new Map(
    storyline.files.flatMap(({ base }) => {
      if (base === undefined) return [];
      const path = join(folder, base);
      return [[base, withFile('read', path, () => readFileSync(path, 'utf8'))] as const];
    }),
  );
  try {
    return writeFiles(storyline, bases);
  } catch (error) {
    // What a storyline asks for and a base does not give; everything else was checked before.
    throw new CommandFault(error instanceof Error ? error.message : String(error));
  }
}

function describeFiles(folder: string, files: readonly Written[], check: boolean) {
  return {
    files: files.map(({ file, format, records, clues, same }) => ({
      file,
      format,
      records,
      ...(check ? { same } : { written: !same }),
      clues: clues.map(({ event, record, text }) => ({
        event,
        evidence: nameEvidence(folder, file),
        ...(record === null ? { text } : { record }),
      })),
    })),
    faults: [],
  };
}

function writeResult(
  terminal: Terminal,
  { folder, check, clues }: Pick<EvidenceOptions, 'folder' | 'check' | 'clues'>,
  files: readonly Written[],
): void {
  const states = { true: dim('as it was'), false: check ? red('differs') : green('written') };
  for (const line of alignCells(
    files.map(({ file, format, records, same }) => [
      file,
      format,
      `${records} record${records === 1 ? '' : 's'}`,
      states[`${same}`],
    ]),
  )) {
    terminal.write(line);
  }
  if (clues) terminal.write(`\n${writeClues(folder, files)}`);
  else if (!check) terminal.write(dim('With --clues: how drill.yaml cites the events.'));
}
