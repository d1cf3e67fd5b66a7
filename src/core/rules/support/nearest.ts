import { distance } from 'fastest-levenshtein'

/** The known ids, those most like the given one first. */
export const nearestFirst = (given: string, known: readonly string[]): string[] =>
  known
    .map((id) => ({ id, away: distance(given, id) }))
    .sort((one, other) => one.away - other.away)
    .map(({ id }) => id)
