import type { Fault } from '../engine/format/fault.ts';
import { readPacks } from './find-packs.ts';
import type { PackFolder } from './read-pack-folder.ts';
import { bold, type Terminal } from './terminal.ts';
import { alignCells } from './wrap-text.ts';
import { placeFault, writeFault } from './write-faults.ts';

interface ListedDrill {
  readonly slug: string;
  readonly title: string | null;
  readonly role: string | null;
  readonly level: string | null;
  readonly minutes: number | null;
  readonly pack: string;
  /** Why it does not load; empty for a drill that does. */
  readonly faults: readonly Fault[];
}

/** Lists the drills. A drill that does not load is listed with its faults, and the exit code is 1. */
export function listDrills(
  terminal: Terminal,
  { pack, json }: { readonly pack: string | undefined; readonly json: boolean },
): number {
  const packs = readPacks(pack);
  const drills = packs.flatMap(describeDrills);
  const faults = packs.flatMap((source) =>
    source.pack.faults.map((fault) => placeFault(source.folder, fault)),
  );
  if (json) terminal.write(JSON.stringify({ drills, faults }, null, 2));
  else writeDrills(terminal, drills, faults);
  return faults.length > 0 || drills.some((drill) => drill.faults.length > 0) ? 1 : 0;
}

function describeDrills({ folder, pack }: PackFolder): readonly ListedDrill[] {
  const name = pack.header?.id ?? folder;
  return pack.drills.map((entry): ListedDrill => {
    const { slug } = entry;
    if (entry.kind === 'ready') {
      const { title, role, level, minutes } = entry.drill;
      return { slug, title, role, level, minutes, pack: name, faults: [] };
    }
    const faults = entry.faults.map((fault) => placeFault(folder, fault));
    const unread = { role: null, level: null, minutes: null };
    return { slug, title: entry.title, ...unread, pack: name, faults };
  });
}

function writeDrills(
  terminal: Terminal,
  drills: readonly ListedDrill[],
  faults: readonly Fault[],
): void {
  const [head, ...lines] = alignCells([
    ['slug', 'title', 'role', 'level', 'minutes', 'pack'],
    ...drills.map(({ slug, title, role, level, minutes, pack }) => [
      slug,
      title ?? '?',
      ...(role === null ? ['does not load', '', ''] : [role, level ?? '', String(minutes)]),
      pack,
    ]),
  ]);
  terminal.write(bold(head ?? ''));
  for (const [index, line] of lines.entries()) {
    terminal.write(line);
    for (const fault of drills[index]?.faults ?? []) terminal.write(`  ${writeFault(fault)}`);
  }
  if (drills.length === 0) terminal.write('There are no drills.');
  for (const fault of faults) terminal.write(writeFault(fault));
}
