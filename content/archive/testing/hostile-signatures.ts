import { zeros } from './hostile-archives.ts';

/** Signatures that are not as we write them, or fit nothing. */
export const hostileSignatures: readonly {
  readonly title: string;
  readonly code: 'signature_invalid' | 'signature_broken' | 'signature_weak';
  readonly change: (signature: Record<string, unknown>) => unknown;
}[] = [
  ...['none', 'HS256', 'Ed25519ph', 'ed25519', ''].map((algorithm) => ({
    title: `by "${algorithm}"`,
    code: 'signature_invalid' as const,
    change: (signature: object) => ({ ...signature, algorithm }),
  })),
  { title: 'of format 2', code: 'signature_invalid', change: (one) => ({ ...one, format: 2 }) },
  { title: 'with more', code: 'signature_invalid', change: (one) => ({ ...one, keyId: 'x' }) },
  { title: 'by nobody', code: 'signature_invalid', change: ({ author: _, ...rest }) => rest },
  { title: 'that is a number', code: 'signature_invalid', change: () => 5 },
  {
    title: 'that is cut short',
    code: 'signature_invalid',
    change: (one) => ({ ...one, signature: String(one['signature']).slice(0, 84) }),
  },
  {
    title: 'of zeros',
    code: 'signature_weak',
    change: (one) => ({ ...one, signature: zeros(64).toString('base64') }),
  },
  // Points of small order: with such a key one signature would fit many texts, and some libraries let it.
  ...[
    '0000000000000000000000000000000000000000000000000000000000000000',
    '0100000000000000000000000000000000000000000000000000000000000080',
    '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85',
    'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
    '0100000000000000000000000000000000000000000000000000000000000000',
    '0000000000000000000000000000000000000000000000000000000000000080',
    'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
    'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  ].map((key) => ({
    title: `with the weak key ${key.slice(0, 8)}…${key.slice(-2)}`,
    code: 'signature_weak' as const,
    change: (one: object) => ({ ...one, key: Buffer.from(key, 'hex').toString('base64') }),
  })),
  {
    title: 'whose first half is a weak point',
    code: 'signature_weak',
    change: (one) => ({
      ...one,
      signature: Buffer.concat([
        Buffer.from('01', 'hex'),
        zeros(31),
        Buffer.from(String(one['signature']), 'base64').subarray(32),
      ]).toString('base64'),
    }),
  },
  {
    title: 'that fits nothing',
    code: 'signature_broken',
    change: (one) => ({ ...one, signature: Buffer.alloc(64, 9).toString('base64') }),
  },
  {
    title: 'in its other form (s + L)',
    code: 'signature_broken',
    change: (one) => ({ ...one, signature: addOrder(String(one['signature'])) }),
  },
];

/** The same signature with the group's order added to its number: a careless check takes both. */
function addOrder(signature: string): string {
  const bytes = Buffer.from(signature, 'base64');
  const order = 2n ** 252n + 27742317777372353535851937790883648493n;
  const number = BigInt(`0x${Buffer.from(bytes.subarray(32)).reverse().toString('hex')}`) + order;
  const hex = number.toString(16).padStart(64, '0');
  Buffer.from(hex, 'hex').reverse().copy(bytes, 32);
  return bytes.toString('base64');
}
