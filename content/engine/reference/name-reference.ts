import { techniques } from './attack-techniques.ts';
import { renumbered } from './attack-v19.ts';
import { statements } from './nice-statements.ts';

/**
 * What an id of a drill's header stands for, or null if neither list knows it: `ATTACK:T1552.001` by
 * ATT&CK Enterprise 18.1 with what is known of v19, `NICE:T1250` by NICE 2.1.0. The prefix matters:
 * the two number ranges collide.
 */
export function nameReference(id: string): string | null {
  const [list, code = ''] = id.split(':');
  if (list === 'NICE') return lookUp(statements, code);
  if (list !== 'ATTACK') return null;
  const known = lookUp(techniques, code);
  if (known !== null) return known;
  const before = renumbered[code]?.[0];
  return before === undefined
    ? null
    : `${lookUp(techniques, before) ?? 'unnamed'} (${before} until v19)`;
}

/** Own members only: an id comes from a pack. */
function lookUp(names: Readonly<Record<string, string>>, code: string): string | null {
  return Object.hasOwn(names, code) ? (names[code] ?? null) : null;
}
