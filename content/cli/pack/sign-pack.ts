import { existsSync } from 'node:fs';
import { createPublicKey, type KeyObject } from 'node:crypto';
import { checkContents } from '../../archive/check-contents.ts';
import { createKeyFile, readKeyFile } from '../../archive/key-file.ts';
import type { ArchiveFault } from '../../archive/archive-fault.ts';
import { readArchiveFile } from '../../archive/read-archive-file.ts';
import { openArchive, signArchive, type OpenedArchive } from '../../archive/open-archive.ts';
import { isAuthorName, namesKey, readRawKey, writeFingerprint } from '../../archive/signature.ts';
import { loadPack } from '../../engine/format/load-pack.ts';
import { CommandFault, withFile } from '../command-fault.ts';
import { bold, dim, green, red, yellow, type Terminal } from '../terminal.ts';
import { describeSignature } from './check-packs.ts';
import { writeWhole } from './write-whole.ts';

/** Makes a key, or shows which one a file holds. */
export function handleKey(
  terminal: Terminal,
  { task, path, json }: { readonly task: string; readonly path: string; readonly json: boolean },
): number {
  if (task !== 'new' && task !== 'show') {
    throw new CommandFault(`A key is made or shown: new or show, not "${task}".`);
  }
  const key = task === 'show' ? readKey(path) : withFile('write', path, () => createKeyFile(path));
  const publicKey = readRawKey(createPublicKey(key));
  const fingerprint = writeFingerprint(publicKey);
  if (json) terminal.write(JSON.stringify({ file: path, key: publicKey, fingerprint }));
  else {
    terminal.write(bold(fingerprint));
    terminal.write(
      task === 'new'
        ? `${path} holds your private key. Keep it to yourself and keep a copy: packs signed with another key are not taken as yours. Tell the groups above to whoever uses your packs, in person or by telephone.`
        : `The key in ${path}.`,
    );
  }
  return 0;
}

/** Signs a pack in its file. An earlier signature is replaced. */
export async function signPack(
  terminal: Terminal,
  {
    file,
    key: keyPath,
    author,
    output,
    json,
  }: {
    readonly file: string;
    readonly key: string;
    readonly author: string | undefined;
    readonly output: string | undefined;
    readonly json: boolean;
  },
): Promise<number> {
  const key = readKey(keyPath);
  const bytes = readBytes(file);
  const opened = await openPack(bytes, file);
  const contents = checkContents(opened.files);
  if (!contents.ok) throw new CommandFault(`${file} is not signed. ${contents.fault.message}`);
  const name = author ?? readFirstAuthor(opened);
  if (!isAuthorName(name)) {
    throw new CommandFault('--author is one line that can be seen, of at most 300 characters.');
  }
  const signed = await signArchive(bytes, 'pack', { key, author: name });
  if (!signed.ok) throw new CommandFault(`${file} is not signed. ${signed.fault.message}`);
  // The signature is one more file: a pack that was full is refused with it, and must stay as it is.
  const after = await openArchive(signed.value, { expectKind: 'pack' });
  if (!after.ok) {
    throw new CommandFault(
      `${file} is not signed, and is as it was: with a signature in it, it would be refused. ${after.fault.message}`,
    );
  }
  const path = output ?? file;
  writeWhole(path, signed.value);
  const { signature, sha256 } = after.value;
  if (json) terminal.write(JSON.stringify({ file: path, signature, sha256 }));
  else terminal.write(`${bold(path)} ${green('signed')}\n    ${describeSignature(after.value)}`);
  return 0;
}

/**
 * Who signed a pack. Exit code 1 where it is unsigned, or signed with another key than `expected`; 2
 * where it is refused.
 */
export async function verifyPack(
  terminal: Terminal,
  {
    file,
    expected,
    json,
  }: { readonly file: string; readonly expected: string | undefined; readonly json: boolean },
): Promise<number> {
  const read = await openArchive(readBytes(file), { expectKind: 'pack' });
  if (!read.ok) {
    if (!json) throw refuse(file, read.fault);
    const { code, message } = read.fault;
    terminal.write(JSON.stringify({ file, ok: false, code, message }));
    return 2;
  }
  const opened = read.value;
  const { signature } = opened;
  const fits =
    signature.kind === 'valid' && (expected === undefined || namesKey(expected, signature));
  const code = fits ? null : signature.kind === 'unsigned' ? 'unsigned' : 'other_key';
  if (json) {
    terminal.write(JSON.stringify({ file, ok: fits, ...(code && { code }), signature }));
    return fits ? 0 : 1;
  }
  const verdict = fits
    ? green('fits')
    : code === 'unsigned'
      ? yellow('unsigned')
      : red('another key');
  terminal.write(`${bold(file)} ${verdict}\n    ${describeSignature(opened)}`);
  if (fits && expected === undefined) {
    terminal.write(dim('    Compare the key with what its author told you: anybody can sign.'));
  }
  if (code === 'other_key') {
    terminal.write(
      '    It is not the key that you named. Ask the author, in person or by telephone.',
    );
  }
  return fits ? 0 : 1;
}

/** Opens a pack behind every guard; a refusal ends the command with exit code 2. */
export async function openPack(bytes: Uint8Array, file: string): Promise<OpenedArchive> {
  const opened = await openArchive(bytes, { expectKind: 'pack' });
  if (!opened.ok) throw refuse(file, opened.fault);
  return opened.value;
}

/** The bytes of what may be an archive; see `readArchiveFile`. */
export function readBytes(file: string): Uint8Array {
  const read = withFile('read', file, () => readArchiveFile(file));
  if (!read.ok) throw refuse(file, read.fault);
  return read.value;
}

function refuse(file: string, { code, message }: ArchiveFault): CommandFault {
  return new CommandFault(`${file} is refused (${code}). ${message}`);
}

function readKey(path: string): KeyObject {
  if (!existsSync(path)) {
    throw new CommandFault(`There is no key in ${path}. Make one: drillbook pack key new ${path}`);
  }
  const key = withFile('read', path, () => readKeyFile(path));
  if (!key) {
    throw new CommandFault(`${path} holds no Ed25519 key as Drillbook makes it (PKCS #8, PEM).`);
  }
  return key;
}

function readFirstAuthor({ files, manifest }: OpenedArchive): string {
  const text = new TextDecoder().decode(files.get('pack.yaml'));
  return loadPack(new Map([['pack.yaml', text]])).header?.authors[0] ?? manifest.id;
}
