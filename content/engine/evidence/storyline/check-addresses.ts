import type { Finding } from '../../format/fault.ts';
import { findNearestName } from '../../format/nearest-name.ts';
import type { Estate } from './estate.ts';
import type { Storyline } from './schema.ts';

/** A service of the provider has no address of its own. */
interface Caller {
  readonly from?: readonly string[] | undefined;
}

/** What stands where an address is meant and is none: it would be written into the evidence as it is. */
export function checkAddresses(storyline: Storyline, { origins }: Estate): readonly Finding[] {
  const { people, services, outsiders, principals, hosts, events } = storyline;
  const lists: Readonly<Record<string, Readonly<Record<string, object>>>> = {
    people,
    services,
    outsiders,
    principals,
  };
  const callers = Object.entries(lists).flatMap(([list, members]) =>
    Object.entries(members).flatMap(([id, { from = [] }]: [string, Caller]) =>
      from.map((address, index) => [[list, id, 'from', index], address] as const),
    ),
  );
  const named = Object.entries(hosts).map(
    ([id, { address }]) => [['hosts', id, 'address'], address] as const,
  );
  const own = [...callers, ...named]
    .filter(([, address]) => !isAddress(address))
    .map(([path, address]) => describe(path, address, []));
  const told = events.flatMap(({ from, flow }, index) => [
    ...(from === undefined ? [] : [[['events', index, 'from'], from] as const]),
    ...(flow === undefined ? [] : [[['events', index, 'flow', 'to'], flow.to] as const]),
  ]);
  return [
    ...own,
    ...told
      .filter(([, word]) => !origins.has(word) && !isAddress(word))
      .map(([path, word]) => describe(path, word, [...origins.keys()])),
  ];
}

function describe(path: Finding['path'], word: string, names: readonly string[]): Finding {
  const near = findNearestName(word, names);
  return {
    code: 'storyline-address',
    path,
    message: `"${word}" is no address${names.length > 0 ? ', and nobody of this name is described' : ''}.`,
    remedy: [
      near === null ? '' : `Did you mean "${near}"? If not:`,
      'Write four numbers from 0 to 255, such as 198.51.100.23,',
      names.length > 0
        ? 'or a name that stands under people, services, hosts or outsiders.'
        : 'or the host name of a service of the provider.',
    ]
      .filter((text) => text !== '')
      .join(' '),
  };
}

/** Also a host name, which the provider writes for its own services, and what it calls itself. */
function isAddress(text: string): boolean {
  if (/^[\d.]+$/.test(text)) {
    const parts = text.split('.');
    return (
      parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)
    );
  }
  if (text.includes(':')) return /^(?=.*:.*:)[\da-f:]+(?:\.[\d.]+)?$/i.test(text);
  return text === 'AWS Internal' || /^[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,}$/i.test(text);
}
