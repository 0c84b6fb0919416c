import type { EventOf } from '../attempt-log.ts';
import { stage } from '../prepared-drill.ts';
import { refuseDone, refuseForbidden, type Refusal } from '../refusal.ts';
import type { WorkingCopy } from '../working-copy.ts';

// What a person does to the clock, and how an attempt ends.

export function start(work: WorkingCopy): Refusal | null {
  if (work.now.phase !== 'ready')
    return { code: 'already_started', message: 'The attempt is under way.' };
  work.now.phase = 'running';
  work.unsettled = stage.all;
  return null;
}

export function pause(work: WorkingCopy, { data }: EventOf<'paused'>): Refusal | null {
  if (work.now.phase === 'paused') return refuseDone('The clock stands already.');
  if (work.prepared.levers.timed && data.reason === 'person') {
    return refuseForbidden('This attempt is timed: the clock cannot be paused.');
  }
  work.now.phase = 'paused';
  work.now.pauses += 1;
  return null;
}

export function resume(work: WorkingCopy): Refusal | null {
  if (work.now.phase !== 'paused') return refuseDone('The clock is running.');
  work.now.phase = 'running';
  return null;
}

export function changeSpeed(work: WorkingCopy, { data }: EventOf<'speed_changed'>): Refusal | null {
  work.now.speed = data.speed;
  return null;
}

export function jump(work: WorkingCopy, { data }: EventOf<'jumped'>): Refusal | null {
  if (data.to_s < work.now.at_s)
    return { code: 'time_went_back', message: 'A jump leads forward only.' };
  work.delay_s = data.to_s - work.now.at_s;
  return null;
}

export function end(work: WorkingCopy): Refusal | null {
  const open = [...work.now.decisions.values()].some(({ choice }) => !choice);
  const unopened = work.prepared.drill.decisions.length > work.now.decisions.size;
  work.end(open || unopened ? 'early' : 'finished');
  return null;
}

export function abandon(work: WorkingCopy): Refusal | null {
  work.end('abandoned');
  return null;
}
