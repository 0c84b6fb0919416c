import {
  flipFuses,
  FuseState,
  FuseV1Options,
  FuseVersion,
  getCurrentFuseWire,
  type FuseV1Config,
} from '@electron/fuses';

/** What is burnt into a packed program, by the names that Electron gives its fuses. */
export const fuses = {
  RunAsNode: false,
  EnableCookieEncryption: false,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
  WasmTrapHandlers: true,
} as const satisfies Record<keyof typeof FuseV1Options, boolean>;
export type FuseName = keyof typeof fuses;

/** Fuses that the older runtime (Electron 22) does not have yet. */
export const lackingInOlder: readonly FuseName[] = [
  'GrantFileProtocolExtraPrivileges',
  'WasmTrapHandlers',
];

const names = Object.keys(fuses) as FuseName[];

/**
 * Sets all fuses of a program, then reads them back from it.
 *
 * @param lacking fuses that this program is known not to have
 * @returns what was read back
 * @throws if one that was set is not as it should be, if one is lacking that was not said to be, or
 *   if one is there that was
 */
export async function burnFuses(
  program: string,
  lacking: readonly FuseName[] = [],
): Promise<ReadonlyMap<FuseName, boolean>> {
  const wanted = names.filter((name) => !lacking.includes(name));
  const found = await readFuses(program);
  const unexpected = [...found.keys()].filter((name) => !wanted.includes(name));
  const missing = wanted.filter((name) => !found.has(name));
  if (unexpected.length + missing.length > 0) {
    throw new Error(
      `The fuses of this Electron are others than known. Missing: ${list(missing)}. Not expected: ${list(unexpected)}.`,
    );
  }
  await flipFuses(program, {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: lacking.length === 0,
    ...Object.fromEntries(wanted.map((name) => [FuseV1Options[name], fuses[name]])),
  } as FuseV1Config);
  const burnt = await readFuses(program);
  for (const name of wanted) {
    if (burnt.get(name) !== fuses[name]) throw new Error(`The fuse ${name} could not be set.`);
  }
  return burnt;
}

/** The fuses that a program has; one that Electron has removed again is not among them. */
async function readFuses(program: string): Promise<Map<FuseName, boolean>> {
  const wire = await getCurrentFuseWire(program);
  const states = new Map(names.map((name) => [name, wire[FuseV1Options[name]]]));
  const found = new Map<FuseName, boolean>();
  for (const [name, state] of states) {
    if (state === FuseState.ENABLE) found.set(name, true);
    if (state === FuseState.DISABLE) found.set(name, false);
  }
  return found;
}

function list(found: readonly FuseName[]): string {
  return found.length === 0 ? 'none' : found.join(', ');
}
