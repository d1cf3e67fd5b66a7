/** Width of a text in pixels, at a size of letters in pixels. */
export type Measure = (text: string, size: number) => number

/** Measures bold text in the face that an element has; where nothing can be painted, by the number of its letters. */
export function measureIn(element: Element): Measure {
  const { fontFamily } = getComputedStyle(element)
  const context = document.createElement('canvas').getContext('2d')
  if (context === null) return (text, size) => text.length * size * 0.6
  return (text, size) => {
    context.font = `600 ${size}px ${fontFamily}`
    return context.measureText(text).width
  }
}
