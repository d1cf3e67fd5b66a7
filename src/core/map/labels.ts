import type { MapPoint } from './view.ts'

/** A name that wants to stand on the map; sizes in pixels. */
export interface LabelWish {
  readonly id: string
  readonly point: MapPoint
  readonly width: number
  readonly height: number
  /** Beside the dot at its point, or with its middle upon it. */
  readonly stands: 'beside' | 'upon'
}

/** Where a name stands: its box, from the frame's left and top. */
export interface PlacedLabel {
  readonly id: string
  readonly x: number
  readonly y: number
  /** Where a line from the dot meets the box; null where it stands at its dot anyway. */
  readonly leader: MapPoint | null
}

interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Room around every dot, and how far from it a name may stand: at it, or at the end of a line. */
const DOT_RADIUS = 7
const DISTANCES = [0, 12, 26, 44] as const
/** Right of its dot a name is read best. */
const DIRECTIONS: readonly (readonly [x: -1 | 0 | 1, y: -1 | 0 | 1])[] = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [1, -1],
  [1, 1],
  [-1, -1],
  [-1, 1],
]

/**
 * Finds room for names in the order of their wishes: no two touch, none lies on a dot, none leaves the frame, and none lies on a line
 * of `path` where it need not. A name without room is left out.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  frame: { readonly width: number; readonly height: number },
  path: readonly MapPoint[] = [],
): PlacedLabel[] {
  const dots = wishes.filter(({ stands }) => stands === 'beside').map(({ point }) => around(point))
  const taken: Box[] = []
  return wishes.flatMap((wish) => {
    const free = candidates(wish).filter(({ box }) => {
      const isInside = box.left >= 0 && box.top >= 0 && box.right <= frame.width && box.bottom <= frame.height
      return isInside && ![...dots, ...taken].some((other) => overlap(box, other))
    })
    const found = free.find(({ box }) => !isCrossed(box, path)) ?? free[0]
    if (found === undefined) return []
    taken.push(found.box)
    const { box, isFar } = found
    return [{ id: wish.id, x: box.left, y: box.top, leader: isFar ? nearestIn(box, wish.point) : null }]
  })
}

/** Whether a path of straight lines runs through a box. */
const isCrossed = (box: Box, path: readonly MapPoint[]): boolean =>
  path.some((to, index) => {
    const from = path[index - 1]
    return from !== undefined && runsThrough(box, from, to)
  })

/** The part of a line inside a box, as Liang and Barsky cut it: from where it has come in to where it goes out. */
function runsThrough(
  { left, top, right, bottom }: Box,
  [fromX, fromY]: MapPoint,
  [toX, toY]: MapPoint,
): boolean {
  const [across, down] = [toX - fromX, toY - fromY]
  let [comesIn, goesOut] = [0, 1]
  for (const [step, room] of [
    [-across, fromX - left],
    [across, right - fromX],
    [-down, fromY - top],
    [down, bottom - fromY],
  ] as const) {
    if (step === 0 && room < 0) return false
    if (step < 0) comesIn = Math.max(comesIn, room / step)
    if (step > 0) goesOut = Math.min(goesOut, room / step)
  }
  return comesIn <= goesOut
}

const around = ([x, y]: MapPoint): Box => ({
  left: x - DOT_RADIUS,
  top: y - DOT_RADIUS,
  right: x + DOT_RADIUS,
  bottom: y + DOT_RADIUS,
})

const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom

function candidates({ point: [x, y], width, height, stands }: LabelWish): { box: Box; isFar: boolean }[] {
  const boxAt = (left: number, top: number): Box => ({ left, top, right: left + width, bottom: top + height })
  if (stands === 'upon') return [{ box: boxAt(x - width / 2, y - height / 2), isFar: false }]
  return DISTANCES.flatMap((distance) =>
    DIRECTIONS.map(([right, down]) => {
      const isDiagonal = right !== 0 && down !== 0
      const away = (DOT_RADIUS + distance) * (isDiagonal ? Math.SQRT1_2 : 1)
      const left = right === 0 ? x - width / 2 : right > 0 ? x + away : x - away - width
      const top = down === 0 ? y - height / 2 : down > 0 ? y + away : y - away - height
      return { box: boxAt(left, top), isFar: distance > 0 }
    }),
  ).filter(({ box }) => !overlap(box, around([x, y])))
}

const nearestIn = ({ left, top, right, bottom }: Box, [x, y]: MapPoint): MapPoint => [
  Math.min(right, Math.max(left, x)),
  Math.min(bottom, Math.max(top, y)),
]
