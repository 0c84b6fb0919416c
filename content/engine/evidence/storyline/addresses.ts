import type { RandomSource } from '../../drill/random-source.ts';
import type { Estate } from './estate.ts';

/** The two networks for documentation (RFC 5737) that the outside of an estate lies in. */
const outside = ['198.51.100.', '203.0.113.'] as const;

/** An address from outside of which the story does not tell. */
export function drawVisitor({ told }: Pick<Estate, 'told'>, random: RandomSource): string {
  for (let turn = 0; turn < 40; turn += 1) {
    const network = random.next() < 0.5 ? outside[0] : outside[1];
    const address = `${network}${1 + Math.floor(random.next() * 254)}`;
    if (!told.has(address)) return address;
  }
  return '198.51.100.254';
}
