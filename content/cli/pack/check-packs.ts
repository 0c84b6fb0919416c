import type { ArchiveResult } from '../../archive/archive-fault.ts';
import { bold, dim, green, red, yellow, type Terminal } from '../terminal.ts';
import { PackChecker } from './check-archive.ts';
import type { CheckedPack } from './checked-pack.ts';
import { describeHeld } from './held-things.ts';

/**
 * Checks pack files, a line for each in order. Exit code 0 if all are sound, else 2: a file that is
 * refused is one that cannot be read.
 */
export async function checkPacks(
  terminal: Terminal,
  { files, json }: { readonly files: readonly string[]; readonly json: boolean },
): Promise<number> {
  const checker = new PackChecker();
  let refused = 0;
  try {
    for (const file of files) {
      const result = await checker.check(file);
      if (!result.ok) refused += 1;
      terminal.write(json ? JSON.stringify(asLine(file, result)) : asText(file, result));
    }
  } finally {
    await checker.end();
  }
  return refused === 0 ? 0 : 2;
}

function asLine(file: string, result: ArchiveResult<CheckedPack>): object {
  if (!result.ok) {
    const { code, message, file: inside } = result.fault;
    return { file, ok: false, code, message, ...(inside !== null && { inside }) };
  }
  const { manifest, title, drills, exercises, questions, signature, sha256 } = result.value;
  const { id, version, files } = manifest;
  const holds = { files: files.length, drills, exercises, questions };
  return { file, ok: true, id, version, title, ...holds, signature, sha256 };
}

function asText(file: string, result: ArchiveResult<CheckedPack>): string {
  if (!result.ok) {
    return `${bold(showPath(file))} ${red('refused')} ${dim(`(${result.fault.code})`)}\n    ${result.fault.message}`;
  }
  const { manifest, title } = result.value;
  const what = `${title.trim()} ${manifest.version}, ${describeHeld(result.value)}`;
  return `${bold(showPath(file))} ${green('sound')} ${what}\n    ${describeSignature(result.value)}`;
}

/** On one line: else a file's name could write verdicts of its own. */
function showPath(path: string): string {
  return path.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '\u{fffd}');
}

/** Who signed, as plainly as it is known. */
export function describeSignature({ signature }: Pick<CheckedPack, 'signature'>): string {
  return signature.kind === 'unsigned'
    ? yellow('Not signed: nothing tells who made it.')
    : `Signed by ${signature.author} (so they say), key ${signature.fingerprint}.`;
}
