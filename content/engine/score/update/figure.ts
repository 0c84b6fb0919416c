/**
 * A number in a text, brought to one measure: a count or an amount of money as it stands, a share in
 * per cent, a time in minutes of the day, a stretch in minutes, a size in bytes, a date as
 * month × 100 + day.
 */
export interface Figure {
  readonly kind: 'count' | 'money' | 'percent' | 'time' | 'stretch' | 'size' | 'date' | 'year';
  readonly value: number;
  /** "About", "nearly", "more than": near is good enough. */
  readonly rough: boolean;
  /** A clock of twelve hours without "am" or "pm": both halves of the day are meant. */
  readonly halfDay: boolean;
  /** Of money, where it is named. */
  readonly currency: Currency | null;
  /** How many words it takes up. */
  readonly length: number;
}

export type Currency = 'eur' | 'usd' | 'gbp' | 'chf';

/** A word as `reading.ts` cuts it, with what stands right before and after it in the text. */
export interface RawWord {
  readonly text: string;
  readonly before: string;
  readonly after: string;
  /** All that stands between the word before and this one. */
  readonly gap: string;
}

/** A figure by itself; how sure the words before it are is added to it. */
export type Found = Pick<Figure, 'kind' | 'value' | 'length'> & Partial<Figure>;
