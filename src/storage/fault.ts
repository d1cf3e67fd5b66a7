import type { StorageFault } from '#core/progress/repository.ts'

/** The name of what was thrown; `DOMException` names its kinds so. */
export const errorName = (error: unknown): string => (error instanceof Error ? error.name : typeof error)

/** Name and message of what was thrown, for a report. */
export const errorDetail = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error)

/** Kinds of platform errors by their name; any other is `failed`. */
const KINDS: Readonly<Record<string, StorageFault['kind']>> = {
  QuotaExceededError: 'quota',
  ConstraintError: 'conflict',
  VersionError: 'newer',
  SecurityError: 'unavailable',
  NotAllowedError: 'unavailable',
  TimeoutError: 'unavailable',
}

/** The fault that a thrown platform error means. */
export const faultOf = (error: unknown): StorageFault => ({
  kind: KINDS[errorName(error)] ?? 'failed',
  detail: errorDetail(error),
})
