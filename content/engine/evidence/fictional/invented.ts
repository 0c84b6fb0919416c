import { createRandomSource, hashText, type RandomSource } from '../../drill/random-source.ts';
import { drawHex, drawLetters, drawUuid } from '../storyline/template.ts';

/** What can be put in the place of something real. */
type InventedKind =
  | 'account'
  | 'inner address'
  | 'outer address'
  | 'key or id'
  | 'mail address'
  | 'domain'
  | 'name'
  | 'secret'
  | 'resource id'
  | 'record id'
  | 'card number'
  | 'telephone number';

const accounts = ['111122223333', '444455556666', '777788889999', '123456789012'];
/** Published test numbers. */
const cards = ['4111111111111111', '4242424242424242', '5555555555554444', '378282246310005'];

/**
 * Puts something invented in the place of something real, the same each time: two texts that named
 * the same thing still do. Nothing leads back from what is invented.
 */
export class Invention {
  readonly #seed: number;
  readonly #mapped = new Map<string, string>();
  readonly #counts = new Map<string, number>();

  constructor(seed: number) {
    this.#seed = seed;
  }

  /** How many different things of each kind were replaced. */
  get counts(): ReadonlyMap<string, number> {
    return this.#counts;
  }

  /** `real` in its usual form; `make` is asked once, with its number from 0. */
  replace(
    kind: InventedKind,
    real: string,
    make: (index: number, random: RandomSource) => string,
  ): string {
    const key = `${kind}\0${real}`;
    const known = this.#mapped.get(key);
    if (known !== undefined) return known;
    const index = this.#counts.get(kind) ?? 0;
    this.#counts.set(kind, index + 1);
    // By number, not by what it was: the same export with other names gives the same bytes.
    const invented = make(index, createRandomSource(this.#seed ^ hashText(`${kind}:${index}`)));
    this.#mapped.set(key, invented);
    return invented;
  }

  account(real: string): string {
    return this.replace(
      'account',
      real,
      (index) => accounts[index] ?? String(200_000_000_000 + index * 1_111),
    );
  }

  /** From the networks for documentation; more than these hold become IPv6 ones. */
  address(real: string): string {
    if (/^(?:127\.|0\.0\.0\.0$|169\.254\.|255\.|::1$)/.test(real)) return real;
    const inside = /^(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01]))\./.test(real);
    if (real.includes(':'))
      return this.replace(
        'outer address',
        real,
        (index) => `2001:db8::${(index + 1).toString(16)}`,
      );
    return this.replace(inside ? 'inner address' : 'outer address', real, (index) => {
      const host = 1 + (index % 254);
      const round = Math.floor(index / 254);
      if (inside && round === 0) return `192.0.2.${host}`;
      if (!inside && round < 2) return `${round === 0 ? '198.51.100' : '203.0.113'}.${host}`;
      return `2001:db8:1::${(index + 1).toString(16)}`;
    });
  }

  key(real: string): string {
    const letters = real.length - 4 - 'EXAMPLE'.length;
    return this.replace(
      'key or id',
      real,
      (_, random) => `${real.slice(0, 4)}${drawLetters(random, letters)}EXAMPLE`,
    );
  }

  resource(real: string): string {
    const dash = real.indexOf('-');
    return this.replace(
      'resource id',
      real,
      (_, random) => `${real.slice(0, dash + 1)}${drawHex(random, real.length - dash - 1)}`,
    );
  }

  uuid(real: string): string {
    return this.replace('record id', real.toLowerCase(), (_, random) => drawUuid(random));
  }

  secret(real: string): string {
    const hex = /^[0-9a-f]+$/i.test(real);
    return this.replace('secret', real, (_, random) =>
      hex ? drawHex(random, real.length) : `${drawLetters(random, real.length - 7)}EXAMPLE`,
    );
  }

  card(real: string): string {
    return this.replace(
      'card number',
      real.replaceAll(/\D/g, ''),
      (index) => cards[index % cards.length] ?? '',
    );
  }

  telephone(real: string): string {
    return this.replace(
      'telephone number',
      real.replaceAll(/\D/g, ''),
      (index) => `+44 20 7946 0${String(index % 1000).padStart(3, '0')}`,
    );
  }

  domain(real: string): string {
    return this.replace('domain', real.toLowerCase(), (index) => `site-${index + 1}.example`);
  }

  mail(real: string): string {
    const at = real.lastIndexOf('@');
    const person = this.name(real.slice(0, at).toLowerCase());
    return this.replace(
      'mail address',
      real.toLowerCase(),
      () => `${person.replaceAll(' ', '.')}@${this.domain(real.slice(at + 1))}`,
    );
  }

  name(real: string): string {
    return this.replace('name', real, (index) => `name-${index + 1}`);
  }
}
