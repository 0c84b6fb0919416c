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
