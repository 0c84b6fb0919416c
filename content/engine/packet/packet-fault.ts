const next = {
  again: 'Ask whoever sent it to send it again with Drillbook.',
  hostile: 'Do not use this file, and tell whoever sent it.',
  update: 'Update Drillbook, then open it again.',
} as const;

const faults = {
  packet_invalid: [
    'The list of what was sent, packet.json, is not as Drillbook writes it',
    'again',
  ],
  review_invalid: ['The comments, review.json, are not as Drillbook writes them', 'again'],
  newer_packet: ['It was made by a newer Drillbook', 'update'],
  log_missing: ['The log of an attempt is missing', 'again'],
  log_invalid: ['The log of an attempt cannot be read', 'again'],
  log_of_another: ['A log belongs to another attempt or drill than the packet says', 'hostile'],
  log_refused: ['A log does not fit the drill that it names', 'again'],
  too_many_steps: ['The logs have more steps than anybody plays', 'hostile'],
  drill_missing: ['The drill of an attempt is missing', 'again'],
  drill_invalid: ['The drill of an attempt does not load', 'again'],
  drill_changed: ['A drill is not the one that the attempt was played with', 'hostile'],
  file_unknown: ['There is a file that belongs to nothing', 'hostile'],
} as const satisfies Record<string, readonly [what: string, next: keyof typeof next]>;

export type PacketFaultCode = keyof typeof faults;

/** Why a packet or a review is refused: a code for programs, and three sentences for people. */
export interface PacketFault {
  /** One of these, or one of an archive. */
  readonly code: string;
  readonly message: string;
}

export type PacketResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: PacketFault };

/** @param detail what else is known, in a few words without a full stop */
export function refusePacket(
  code: PacketFaultCode,
  detail = '',
): { readonly ok: false; readonly fault: PacketFault } {
  const [what, kind] = faults[code];
  const more = detail === '' ? '' : `: ${showDetail(detail)}`;
  return {
    ok: false,
    fault: { code, message: `${what}${more}. Nothing of yours has changed. ${next[kind]}` },
  };
}

/** Words from outside as they may stand in a sentence: short, and without what steers a terminal. */
function showDetail(detail: string): string {
  const clean = detail.replace(/[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu, '\u{fffd}').replace(/\.$/, '');
  return clean.length > 300 ? `${clean.slice(0, 299)}…` : clean;
}
