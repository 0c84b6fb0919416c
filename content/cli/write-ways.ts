import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatLog, type AttemptHeader } from '../engine/drill/attempt-log.ts';
import { engineVersion, scorerVersion, usualLevers } from '../engine/drill/attempt-terms.ts';
import type { LintFault } from '../engine/lint/lint-drill.ts';
import { withFile } from './command-fault.ts';
import { makeFolders } from './make-folders.ts';
import type { PackFolder } from './read-pack-folder.ts';

/** A fault, and the pack in which its drill lies. */
interface Found {
  readonly fault: LintFault;
  readonly source: PackFolder | null;
}

/**
 * Writes the way to each fault of play as a log, `<drill>-<rule>-<number>.jsonl`, which `play
 * --resume` goes on with and `score` scores.
 */
export function writeWays<F extends Found>(
  folder: string,
  found: readonly F[],
): readonly { readonly of: F; readonly path: string }[] {
  withFile('write to', folder, () => makeFolders(folder));
  return found.flatMap((of, index) => {
    const { fault, source } = of;
    const { slug, way } = fault;
    if (!way || !source || slug === null) return [];
    const name = `${slug}-${fault.code}-${index + 1}`;
    const header = writeHeader(source, slug, name);
    if (!header) return [];
    const path = join(folder, `${name}.jsonl`);
    const events = way.map((event) => ({ ...event, attempt: header.attempt }));
    withFile('write', path, () => writeFileSync(path, formatLog({ header, events })));
    return [{ of, path }];
  });
}

function writeHeader(source: PackFolder, slug: string, attempt: string): AttemptHeader | null {
  const entry = source.pack.drills.find((one) => one.slug === slug);
  const { header } = source.pack;
  if (entry?.kind !== 'ready' || !header) return null;
  return {
    kind: 'attempt',
    format: 1,
    attempt: attempt.slice(0, 64).replace(/[^A-Za-z0-9]+$/, ''),
    pack: { id: header.id, version: header.version },
    drill: { slug, id: entry.drill.id, hash: source.hashDrill(slug) },
    engine: engineVersion,
    scorer: scorerVersion,
    seed: 0,
    levers: usualLevers,
    accommodations: { extra_time: 1, no_clock: false },
    roles: entry.drill.roles.map(({ id }) => id),
    started_at: `${new Date().toISOString().slice(0, 19)}Z`,
  };
}
