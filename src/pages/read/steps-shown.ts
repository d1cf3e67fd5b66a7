import type { SectionId } from '#core/kernel/ids.ts'

/** A section of the article, as a step on the way through it. */
export interface SectionStep {
  readonly id: SectionId
  readonly title: string
  readonly isDone: boolean
}

/** What stands in one row: on the narrowest phone each is still wide enough for a finger. */
const PLACES = 9

/**
 * The steps of a row by index, 0 first; null stands for those that are left out there. As long as they fit it is all of them, else the
 * first, the last and the neighbours of the current one: the row of a long lesson is as wide as that of a short one.
 */
export function stepsShown(count: number, current: number): readonly (number | null)[] {
  if (count <= PLACES) return Array.from({ length: count }, (_, index) => index)
  const between = PLACES - 2
  const start = Math.min(Math.max(current - Math.floor(between / 2), 1), count - 1 - between)
  const end = start + between - 1
  const middle = Array.from({ length: between }, (_, offset) => {
    const index = start + offset
    const isGap = (index === start && start > 1) || (index === end && end < count - 2)
    return isGap ? null : index
  })
  return [0, ...middle, count - 1]
}
