import type { EventOf } from '../attempt-log.ts';
import {
  refuseDone,
  refuseForbidden,
  refuseMissing,
  refuseUnknown,
  type Refusal,
} from '../refusal.ts';
import { isShiftOver, takeShift } from '../shift.ts';
import type { WorkingCopy } from '../working-copy.ts';

// Who plays on: the roles take turns, or one hands over to the other.

export function takeSeat(work: WorkingCopy, { data }: EventOf<'seat_taken'>): Refusal | null {
  const { now, prepared } = work;
  if (!prepared.roles.has(data.role)) return refuseUnknown('role in play', data.role);
  if (prepared.drill.handover) {
    return refuseForbidden('Here the shift changes by the hand-over note, not by turns.');
  }
  if (now.seat === data.role) return refuseDone('This role has the seat.');
  now.seat = data.role;
  return null;
}

export function takeOver(work: WorkingCopy, { seq }: EventOf<'shift_taken'>): Refusal | null {
  const { now, prepared } = work;
  if (!prepared.drill.handover) return refuseForbidden('In this drill nobody takes over.');
  if (now.shift) return refuseDone('The shift has been taken over.');
  if (!isShiftOver(prepared, now)) {
    return refuseMissing(
      now.updates.get(prepared.drill.handover.update)?.sent
        ? 'The shift cannot be taken over yet: its note is sent, and its time has not come.'
        : 'The shift cannot be taken over yet: its note has to be sent first.',
    );
  }
  takeShift(work, prepared.drill.handover.to, seq);
  return null;
}
