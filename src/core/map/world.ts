import { geoArea } from 'd3-geo'

/** Longitude and latitude in degrees, as GeoJSON has them. */
export type Position = [longitude: number, latitude: number]
type Line = Position[]

/**
 * The countries of the Earth as the build sends them. `lines` are the pieces of coast and border, each written once; a ring names its
 * pieces by index, `~index` where it runs along one from its end.
 */
export interface PackedWorld {
  readonly lines: string
  readonly countries: readonly PackedCountry[]
}
/** ISO 3166 code, empty where there is none, and polygons of rings, the outer ring first. */
export type PackedCountry = readonly [code: string, polygons: readonly (readonly (readonly number[])[])[]]

export interface Country {
  readonly code: string
  readonly shape: { readonly type: 'MultiPolygon'; readonly coordinates: Line[][] }
}

export interface World {
  readonly countries: readonly Country[]
  /** What two countries share. */
  readonly borders: { readonly type: 'MultiLineString'; readonly coordinates: Line[] }
}

/** Steps of a degree: about two kilometres. */
const STEPS = 50
/** Five bits a character from `?` on, the sixth says that more follow: every character stands in JSON as it is, but for one. */
const FIRST_CHARACTER = 63

/** One line as text: its places on the grid, each as steps from the one before. */
export function packLine(line: readonly Position[]): string {
  let [x, y] = [0, 0]
  let text = ''
  for (const [longitude, latitude] of line) {
    const [nextX, nextY] = [Math.round(longitude * STEPS), Math.round(latitude * STEPS)]
    if (text !== '' && nextX === x && nextY === y) continue
    text += packNumber(nextX - x) + packNumber(nextY - y)
    x = nextX
    y = nextY
  }
  return text
}

function packNumber(value: number): string {
  let rest = value < 0 ? -2 * value - 1 : 2 * value
  let text = ''
  while (rest >= 32) {
    text += String.fromCharCode((rest % 32) + 32 + FIRST_CHARACTER)
    rest = Math.floor(rest / 32)
  }
  return text + String.fromCharCode(rest + FIRST_CHARACTER)
}

function unpackLine(text: string): Line {
  const numbers: number[] = []
  let [value, place] = [0, 1]
  for (let at = 0; at < text.length; at++) {
    const bits = text.charCodeAt(at) - FIRST_CHARACTER
    value += (bits % 32) * place
    place *= 32
    if (bits >= 32) continue
    numbers.push(value % 2 === 0 ? value / 2 : -(value + 1) / 2)
    value = 0
    place = 1
  }
  const line: Line = []
  let [x, y] = [0, 0]
  for (let at = 0; at + 1 < numbers.length; at += 2) {
    x += numbers[at] ?? 0
    y += numbers[at + 1] ?? 0
    line.push([x / STEPS, y / STEPS])
  }
  return line
}

/** The countries as shapes, and the borders between them. */
export function unpackWorld({ lines, countries }: PackedWorld): World {
  const pieces = lines.split(' ').map(unpackLine)
  const uses = new Map<number, number>()
  const ringOf = (indexes: readonly number[]): Line =>
    indexes.flatMap((index, at) => {
      const known = index < 0 ? ~index : index
      uses.set(known, (uses.get(known) ?? 0) + 1)
      const piece = pieces[known] ?? []
      const along = index < 0 ? piece.toReversed() : piece
      return at === 0 ? along : along.slice(1) // it begins where the one before has ended
    })
  const shapes = countries.map(([code, polygons]): Country => ({
    code,
    shape: { type: 'MultiPolygon', coordinates: polygons.map((rings) => rings.map(ringOf)) },
  }))
  return {
    countries: shapes,
    borders: {
      type: 'MultiLineString',
      coordinates: pieces.filter((_, index) => (uses.get(index) ?? 0) > 1),
    },
  }
}

/** Whether the inside of a ring is the smaller part of the Earth: the other way round it would cover all but itself. */
export const isWoundRight = (ring: readonly Position[]): boolean =>
  geoArea({ type: 'Polygon', coordinates: [[...ring]] }) < 2 * Math.PI
