/** A line of text on the screen, in pixels from the same origin as the others. */
export interface TextLine {
  readonly top: number
  readonly bottom: number
}

/** How many lines stay clear on each side of the one that is read. */
const NEIGHBOURS = 1

/** Boxes of words, raised figures and marks, gathered to the lines that they stand on. */
export function linesOf(boxes: readonly TextLine[]): readonly TextLine[] {
  const lines: TextLine[] = []
  for (const box of boxes.filter(({ top, bottom }) => bottom > top).sort((a, b) => a.top - b.top)) {
    const last = lines.at(-1)
    // Lines may overlap a little where they stand close; what belongs to a line lies in it for the most part.
    if (last === undefined || !isMostlyIn(box, last)) lines.push(box)
    else lines[lines.length - 1] = { top: last.top, bottom: Math.max(last.bottom, box.bottom) }
  }
  return lines
}

const isMostlyIn = (box: TextLine, line: TextLine): boolean =>
  Math.min(box.bottom, line.bottom) - Math.max(box.top, line.top) >
  Math.min(box.bottom - box.top, line.bottom - line.top) / 2

/** The place in `lines` of the one that is nearest to a height; -1 where there is none. */
export function nearestLine(lines: readonly TextLine[], y: number): number {
  const distances = lines.map(({ top, bottom }) => Math.max(top - y, y - bottom, 0))
  return distances.indexOf(Math.min(...distances))
}

/** What stays clear around a line. */
export function bandAround(lines: readonly TextLine[], index: number): TextLine | null {
  const first = lines[Math.max(0, index - NEIGHBOURS)]
  const last = lines[Math.min(lines.length - 1, index + NEIGHBOURS)]
  return first === undefined || last === undefined ? null : { top: first.top, bottom: last.bottom }
}
