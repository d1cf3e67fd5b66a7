/** The outcome of an operation that is expected to fail at times: a value or one typed error. */
export type Result<T, E> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E }

/** The outcome of what went well. */
export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value })
/** The outcome of what failed, as was to be expected at times. */
export const err = <E>(error: E): Result<never, E> => ({ ok: false, error })
