/** Ends a switch over a closed set: does not compile when a case is missing, throws when foreign data slips in. */
export function assertNever(value: never, expected: string): never {
  throw new Error(`Expected ${expected}, found ${JSON.stringify(value)}`)
}
