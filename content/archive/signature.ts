import { createHash, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import * as v from 'valibot';
import { Line } from '../engine/format/primitives.ts';
import { refuseArchive, type ArchiveResult } from './archive-fault.ts';
import { parseJsonBytes } from './manifest.ts';
import { hasSmallOrder } from './small-order.ts';

/** Whoever signed, by their key. The name is what they call themselves: only the key proves anything. */
export interface Signer {
  /** Raw Ed25519 public key, base64: what is pinned and compared. */
  readonly key: string;
  /** For people to compare: see `writeFingerprint`. */
  readonly fingerprint: string;
  readonly author: string;
}

const base64 = (bytes: number) =>
  v.pipe(
    v.string(),
    v.check((text) => {
      const decoded = Buffer.from(text, 'base64');
      return decoded.length === bytes && decoded.toString('base64') === text;
    }),
  );

/** signature.json, format 1. */
const SignatureSchema = v.strictObject({
  format: v.literal(1),
  algorithm: v.literal('Ed25519'),
  author: v.pipe(Line, v.regex(/^[^\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]+$/u)),
  key: base64(32),
  signature: base64(64),
});
type Signature = v.InferOutput<typeof SignatureSchema>;

/** Whether somebody may sign under this name: one line that can be seen, of at most 300 characters. */
export function isAuthorName(name: string): boolean {
  return v.is(SignatureSchema.entries.author, name);
}

/**
 * Signs a manifest. Key and name are signed with it, so neither can be exchanged.
 *
 * @param key an Ed25519 private key
 * @returns the bytes of signature.json
 */
export function signManifest(manifest: Uint8Array, key: KeyObject, author: string): Uint8Array {
  const publicKey = readRawKey(createPublicKey(key));
  const signature = sign(null, writeMessage(publicKey, author, manifest), key).toString('base64');
  return writeSignature({ format: 1, algorithm: 'Ed25519', author, key: publicKey, signature });
}

/**
 * Who signed this manifest; refused if the signature does not fit, or proves nothing.
 *
 * @param written the bytes of signature.json
 */
export function verifyManifest(manifest: Uint8Array, written: Uint8Array): ArchiveResult<Signer> {
  const checked = v.safeParse(SignatureSchema, parseJsonBytes(written));
  if (!checked.success || Buffer.compare(writeSignature(checked.output), written) !== 0) {
    return refuseArchive('signature_invalid');
  }
  const { key, author, signature } = checked.output;
  const signed = Buffer.from(signature, 'base64');
  if (hasSmallOrder(Buffer.from(key, 'base64')) || hasSmallOrder(signed.subarray(0, 32))) {
    return refuseArchive('signature_weak');
  }
  const message = writeMessage(key, author, manifest);
  return isSignedBy(key, message, signed)
    ? { ok: true, value: { key, author, fingerprint: writeFingerprint(key) } }
    : refuseArchive('signature_broken');
}

/**
 * A key for people to read to each other: the first 16 bytes of its SHA-256 as eight groups of four
 * hexadecimal digits.
 *
 * @param key raw public key, base64
 */
export function writeFingerprint(key: string): string {
  const digits = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex');
  return Array.from({ length: 8 }, (_, group) => digits.slice(group * 4, group * 4 + 4)).join(' ');
}

/** Whether what a person typed or pasted names this key: its fingerprint, or the key itself. */
export function namesKey(given: string, { key, fingerprint }: Signer): boolean {
  const digits = given.toLowerCase().replace(/[\s:-]/g, '');
  return given.trim() === key || digits === fingerprint.replaceAll(' ', '');
}

/** The raw public key of a key pair, base64. */
export function readRawKey(key: KeyObject): string {
  return key.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64');
}

function writeSignature({ format, algorithm, author, key, signature }: Signature): Uint8Array {
  return new Uint8Array(
    Buffer.from(`${JSON.stringify({ format, algorithm, author, key, signature }, null, 1)}\n`),
  );
}

function writeMessage(key: string, author: string, manifest: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(`drillbook signature 1\n${key}\n${author}\n`), manifest]);
}

/** What stands before a raw Ed25519 key in its DER form (RFC 8410). */
const derPrefix = Buffer.from('302a300506032b6570032100', 'hex');

function isSignedBy(key: string, message: Buffer, signature: Buffer): boolean {
  try {
    const der = Buffer.concat([derPrefix, Buffer.from(key, 'base64')]);
    return verify(
      null,
      message,
      createPublicKey({ key: der, format: 'der', type: 'spki' }),
      signature,
    );
  } catch {
    return false; // 32 bytes that are no point of the curve
  }
}
