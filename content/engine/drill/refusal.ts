/** Why an event does not fit the attempt. `message` is for people. */
export interface Refusal {
  readonly code:
    | 'not_started'
    | 'already_started'
    | 'ended'
    | 'time_went_back'
    | 'wrong_seq'
    | 'unknown'
    | 'not_available'
    | 'already_done'
    | 'not_allowed';
  readonly message: string;
}

/** @param what the kind of thing, as the words before its name */
export function refuseUnknown(what: string, id: string): Refusal {
  return { code: 'unknown', message: `This drill has no ${what} "${id}".` };
}

/** It is of this drill, and not to be had at this moment. */
export function refuseMissing(message: string): Refusal {
  return { code: 'not_available', message };
}

export function refuseDone(message: string): Refusal {
  return { code: 'already_done', message };
}

export function refuseForbidden(message: string): Refusal {
  return { code: 'not_allowed', message };
}
