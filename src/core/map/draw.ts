import { geoPath, type GeoPermissibleObjects } from 'd3-geo'
import type { GeoPoint } from './distance.ts'
import { position, type MapPoint, type MapView } from './view.ts'
import type { Position, World } from './world.ts'

/** The land and what divides it, as the `d` of SVG paths. */
export interface WorldDrawing {
  readonly land: string
  readonly borders: string
  readonly lines: string
  /** Countries in sight by the size of what is seen of them, largest first, each with the middle of that. */
  readonly countries: readonly { readonly code: string; readonly point: MapPoint; readonly area: number }[]
}

/** What a view shows of the world, in pixels of its frame and a tenth of one. */
export function drawWorld({ countries, borders }: World, { projection }: MapView): WorldDrawing {
  const path = geoPath(projection).digits(1)
  const drawn = countries.map(({ code, shape }) => ({ code, shape, d: path(shape) ?? '' }))
  const seen = drawn
    .filter(({ code, d }) => code !== '' && d !== '')
    .map(({ code, shape }) => ({ code, point: path.centroid(shape), area: path.area(shape) }))
    .sort((one, other) => other.area - one.area)
  return {
    land: drawn.map(({ d }) => d).join(''),
    borders: path(borders) ?? '',
    lines: path(meridians()) ?? '',
    countries: seen,
  }
}

/** Every tenth meridian and parallel. */
function meridians(): GeoPermissibleObjects {
  const steps = (from: number, to: number, step: number): number[] =>
    Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step)
  return {
    type: 'MultiLineString',
    coordinates: [
      ...steps(-180, 170, 10).map((x) => steps(-80, 80, 5).map((y): Position => [x, y])),
      ...steps(-80, 80, 10).map((y) => steps(-180, 180, 5).map((x): Position => [x, y])),
    ],
  }
}

/** A journey along great circles, stop after stop, as the `d` of an SVG path. */
export const drawRoute = (stops: readonly GeoPoint[], { projection }: MapView): string =>
  geoPath(projection).digits(1)({ type: 'LineString', coordinates: stops.map(position) }) ?? ''
