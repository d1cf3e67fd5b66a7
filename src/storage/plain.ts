/**
 * A deep copy of plain data (primitives, arrays, plain objects), read through proxies, which the platform's own clone refuses.
 * Throws a TypeError at anything else: what cannot be written to a backup file must not get into the log.
 */
export function plainCopy<T>(value: T): T
export function plainCopy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => plainCopy(item))
  if (isPlainObject(value))
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, plainCopy(entry)]))
  if (value === null || PRIMITIVES.has(typeof value)) return value
  throw new TypeError(`Expected plain data, found ${Object.prototype.toString.call(value)}`)
}

const PRIMITIVES: ReadonlySet<string> = new Set(['string', 'number', 'boolean', 'undefined'])

const isPlainObject = (value: unknown): value is object =>
  Object.prototype.toString.call(value) === '[object Object]'
