import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * Makes a new Ed25519 key and keeps it in a file that only its owner can read (PKCS #8, PEM).
 *
 * @throws what the file system throws; EEXIST where the file is there already: a key is never lost
 */
export function createKeyFile(path: string): KeyObject {
  const { privateKey } = generateKeyPairSync('ed25519');
  const file = openSync(path, 'wx', 0o600);
  try {
    writeFileSync(file, privateKey.export({ format: 'pem', type: 'pkcs8' }));
  } finally {
    closeSync(file);
  }
  return privateKey;
}

/**
 * The private key in a file, or null if it holds none of Ed25519.
 *
 * @throws what the file system throws
 */
export function readKeyFile(path: string): KeyObject | null {
  const text = readFileSync(path);
  try {
    const key = createPrivateKey(text);
    return key.asymmetricKeyType === 'ed25519' ? key : null;
  } catch {
    return null;
  }
}
