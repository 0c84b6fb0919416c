import { createPublicKey, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createKeyFile, readKeyFile } from '../../content/archive/key-file.ts';
import { readRawKey, writeFingerprint } from '../../content/archive/signature.ts';

/** The person's own key to sign with. It never leaves the main process. */
export interface OwnKey {
  readonly privateKey: KeyObject;
  /** Raw Ed25519 public key, base64. */
  readonly key: string;
  readonly fingerprint: string;
}

/** In a folder of its own inside the data folder, so that it can be copied or kept apart. */
function keyPath(dataFolder: string): string {
  return join(dataFolder, 'keys', 'own.key');
}

/**
 * The key, or null while none was made.
 *
 * @throws if the file is there and holds none: a key that is damaged must not be replaced silently
 */
export function readOwnKey(dataFolder: string): OwnKey | null {
  const path = keyPath(dataFolder);
  if (!existsSync(path)) return null;
  const privateKey = readKeyFile(path);
  if (!privateKey) throw new Error(`${path} holds no Ed25519 key`);
  return describe(privateKey);
}

/** The key, which is made with the first call (mode 0600). */
export function makeOwnKey(dataFolder: string): OwnKey {
  const known = readOwnKey(dataFolder);
  if (known) return known;
  mkdirSync(join(dataFolder, 'keys'), { recursive: true, mode: 0o700 });
  return describe(createKeyFile(keyPath(dataFolder)));
}

/** Removes the key: what was signed with it stays signed, nothing new can be. */
export async function eraseOwnKey(dataFolder: string): Promise<void> {
  await rm(dirname(keyPath(dataFolder)), { recursive: true, force: true });
}

function describe(privateKey: KeyObject): OwnKey {
  const key = readRawKey(createPublicKey(privateKey));
  return { privateKey, key, fingerprint: writeFingerprint(key) };
}
