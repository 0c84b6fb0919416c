import type { AppParts } from '../../state/app-parts.ts';

/**
 * What someone who helps needs to know, without a word that the person wrote and without names of
 * folders: versions, how it is set, how much there is, and which drills do not load.
 */
export function writeDiagnostic(parts: AppParts): string {
  const { info, settings, attempts, catalogue, saves } = parts;
  const { values } = settings;
  const faulty = catalogue.entries.flatMap((entry) =>
    entry.kind === 'faulty'
      ? entry.faults.map(
          ({ code, file, line, column }) => `  ${file}:${String(line)}:${String(column)} ${code}`,
        )
      : [],
  );
  const packs = new Map(
    catalogue.entries.map(({ packId, pack }) => [packId, pack?.version ?? 'unreadable']),
  );
  const count = (status: string): string =>
    String(attempts.summaries.filter((one) => one.status === status).length);
  return [
    `Drillbook ${info.app}, runtime ${info.runtime}, Electron ${info.electron}, Chromium ${info.chrome}, Node ${info.node}`,
    `System ${info.platform}, sandbox ${info.sandboxed ? 'holds' : 'does not hold'}, data folder ${info.dataFolder === null ? 'none' : 'there'}`,
    `Window ${String(window.innerWidth)} × ${String(window.innerHeight)} at ${String(window.devicePixelRatio)}×`,
    `Theme ${values.theme}, text ${String(values.textSize)} %, motion ${values.motion}, extra time ${String(values.extraTime)}×`,
    `Interruptions ${values.interruptions ? 'on' : 'off'}, letter keys ${values.letterKeys ? 'on' : 'off'}, rail ${values.rail ?? 'by screen'}, spoilers ${values.spoilers ? 'on' : 'off'}`,
    `Attempts: ${String(attempts.summaries.length)} (${count('open')} open, ${count('finished')} finished, ${count('early')} ended early, ${count('abandoned')} abandoned)`,
    `Saving: ${saves.problem === null ? (saves.saving ? 'at work' : 'all saved') : 'a change could not be saved'}`,
    `Packs: ${[...packs].map(([id, version]) => `${id} ${version}`).join(', ') || 'none'}; catalogue ${catalogue.status}; ${String(catalogue.entries.length)} drills`,
    ...(faulty.length > 0 ? ['Faults:', ...faulty] : []),
    ...catalogue.faults.map(
      ({ code, file, line, column }) =>
        `Pack fault: ${file}:${String(line)}:${String(column)} ${code}`,
    ),
  ].join('\n');
}
