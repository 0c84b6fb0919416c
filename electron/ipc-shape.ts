/**
 * Shapes of what the page may send to the main process: plain data, so that one table gives both
 * the compiler its types and the registrar its checks (check-payload.ts).
 */
export type Shape =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'text'; readonly max: number }
  | { readonly kind: 'integer'; readonly min: number; readonly max: number }
  | { readonly kind: 'flag' }
  | { readonly kind: 'choice'; readonly of: readonly string[] }
  | { readonly kind: 'bytes'; readonly max: number }
  | { readonly kind: 'json'; readonly max: number }
  | { readonly kind: 'nullable'; readonly of: Shape }
  | { readonly kind: 'list'; readonly of: Shape; readonly max: number }
  | { readonly kind: 'fields'; readonly fields: Readonly<Record<string, Shape>> };

/** The type of the values that a shape accepts. */
export type ValueOf<S extends Shape> = S extends { kind: 'nothing' }
  ? undefined
  : S extends { kind: 'text' }
    ? string
    : S extends { kind: 'integer' }
      ? number
      : S extends { kind: 'flag' }
        ? boolean
        : S extends { kind: 'choice'; of: readonly (infer C)[] }
          ? C
          : S extends { kind: 'bytes' }
            ? Uint8Array
            : S extends { kind: 'json' }
              ? unknown
              : S extends { kind: 'nullable'; of: infer T extends Shape }
                ? ValueOf<T> | null
                : S extends { kind: 'list'; of: infer T extends Shape }
                  ? readonly ValueOf<T>[]
                  : S extends { kind: 'fields'; fields: infer F extends Record<string, Shape> }
                    ? { readonly [K in keyof F]: ValueOf<F[K]> }
                    : never;

/** No payload at all. */
export const nothing = { kind: 'nothing' } as const;
export const flag = { kind: 'flag' } as const;

/** A string of at most `max` UTF-16 units. */
export function text(max: number) {
  return { kind: 'text', max } as const;
}

/** A safe integer from `min` to `max`, both included. */
export function integer(min: number, max: number) {
  return { kind: 'integer', min, max } as const;
}

export function choice<const C extends readonly string[]>(of: C) {
  return { kind: 'choice', of } as const;
}

/** A Uint8Array of at most `max` bytes. */
export function bytes(max: number) {
  return { kind: 'bytes', max } as const;
}

/**
 * Any plain JSON value. `max` bounds its size: one for each value and each key, and one for each
 * UTF-16 unit of every string. `undefined`, NaN and a key `__proto__` are no JSON.
 */
export function json(max: number) {
  return { kind: 'json', max } as const;
}

export function nullable<const S extends Shape>(of: S) {
  return { kind: 'nullable', of } as const;
}

/** An array of at most `max` items. */
export function list<const S extends Shape>(of: S, max: number) {
  return { kind: 'list', of, max } as const;
}

/** An object with exactly these fields: one more or one less is refused. */
export function fields<const F extends Readonly<Record<string, Shape>>>(of: F) {
  return { kind: 'fields', fields: of } as const;
}

/** One call from the page to the main process. The type of the answer exists for the compiler only. */
export interface Call<S extends Shape = Shape, Answer = unknown> {
  readonly payload: S;
  readonly answer?: Answer;
}

/** Declares a call: `call<Answer>()(shape of the payload)`. */
export function call<Answer>() {
  return <const S extends Shape>(payload: S): Call<S, Answer> => ({ payload });
}
