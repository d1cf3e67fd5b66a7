import { geoAzimuthalEqualArea, geoEqualEarth, geoPath, type GeoProjection } from 'd3-geo'
import { distanceKm, type GeoPoint } from './distance.ts'
import type { Position } from './world.ts'

/** Pixels from the frame's left and top. */
export type MapPoint = readonly [x: number, y: number]

/** What a map is drawn into, in pixels. */
export interface MapFrame {
  readonly width: number
  readonly height: number
  /** Kept clear around the places. */
  readonly margin: number
}

/** Which part of the Earth a frame shows. */
export interface MapView {
  readonly frame: MapFrame
  readonly projection: GeoProjection
  /** The same kind of projection anew, turned likewise: d3's change in place. */
  readonly turned: () => GeoProjection
}

/** Beyond so many degrees from the middle a flat piece of the Earth becomes a disc: the whole of it is shown. */
const WIDEST_PIECE = 60
/** A single place is shown with its surroundings, and neighbours are not drawn apart as if they were far. */
const LEAST_WIDTH_KM = 600
const DEGREE_KM = 111.2

/** A place as GeoJSON writes it: longitude before latitude, in degrees. */
export const position = ({ longitude, latitude }: GeoPoint): Position => [longitude, latitude]

/** The view that holds all the places, in equal areas, north up in its middle. No place at all: the whole Earth. */
export function fitView(places: readonly GeoPoint[], frame: MapFrame): MapView {
  const middle = middleOf(places)
  const isPiece =
    places.length > 0 && places.every((place) => distanceKm(middle, place) < WIDEST_PIECE * DEGREE_KM)
  const turned = (): GeoProjection =>
    isPiece
      ? geoAzimuthalEqualArea().rotate([-middle.longitude, -middle.latitude]).clipAngle(90)
      : geoEqualEarth().rotate([-middle.longitude, 0])
  const projection = turned().scale(1).translate([0, 0])
  const points = isPiece
    ? [...places.flatMap((place) => projection(position(place)) ?? []), ...leastCorners()]
    : wholeEarth(projection)
  const xs = points.filter((_, index) => index % 2 === 0)
  const ys = points.filter((_, index) => index % 2 === 1)
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const { width, height, margin } = frame
  const scale = Math.min((width - 2 * margin) / (right - left), (height - 2 * margin) / (bottom - top))
  projection
    .scale(scale)
    .translate([width / 2 - (scale * (left + right)) / 2, height / 2 - (scale * (top + bottom)) / 2])
  return { frame, projection: clipped(projection, frame), turned }
}

const wholeEarth = (projection: GeoProjection): number[] =>
  geoPath(projection).bounds({ type: 'Sphere' }).flat()

/** Two corners of the least piece around the middle, in units of the Earth's radius; x, y, x, y. */
function leastCorners(): number[] {
  const half = LEAST_WIDTH_KM / 2 / DEGREE_KM / (180 / Math.PI)
  return [-half, -half, half, half]
}

/** The middle of places on the sphere; of none, and of places all round the Earth, a meridian that parts no continent. */
function middleOf(places: readonly GeoPoint[]): GeoPoint {
  const sums = [0, 0, 0]
  for (const { latitude, longitude } of places) {
    const [phi, lambda] = [(latitude * Math.PI) / 180, (longitude * Math.PI) / 180]
    sums[0] = (sums[0] ?? 0) + Math.cos(phi) * Math.cos(lambda)
    sums[1] = (sums[1] ?? 0) + Math.cos(phi) * Math.sin(lambda)
    sums[2] = (sums[2] ?? 0) + Math.sin(phi)
  }
  const [x = 0, y = 0, z = 0] = sums
  if (Math.hypot(x, y, z) < 0.01 * Math.max(1, places.length)) return { latitude: 0, longitude: 11 }
  return {
    latitude: (Math.atan2(z, Math.hypot(x, y)) * 180) / Math.PI,
    longitude: (Math.atan2(y, x) * 180) / Math.PI,
  }
}

/** The same piece of the Earth, so many times as large, with this place in the middle of the frame. */
export function zoomView({ frame, projection, turned }: MapView, factor: number, middle: GeoPoint): MapView {
  const zoomed = turned()
    .scale(projection.scale() * factor)
    .translate([0, 0])
  const [x, y] = zoomed(position(middle)) ?? [0, 0]
  zoomed.translate([frame.width / 2 - x, frame.height / 2 - y])
  return { frame, projection: clipped(zoomed, frame), turned }
}

/** Lines are cut a little outside the frame, where their ends are not seen. */
const clipped = (projection: GeoProjection, { width, height }: MapFrame): GeoProjection =>
  projection.clipExtent([
    [-3, -3],
    [width + 3, height + 3],
  ])

/** Where a place stands in the frame, or outside of it; null for the back of the Earth. */
export function pointOf({ projection }: MapView, place: GeoPoint): MapPoint | null {
  const point = projection(position(place))
  return point === null || point.some(Number.isNaN) ? null : point
}

/** Which place a point of the frame shows; null beside the Earth. */
export function placeAt({ projection }: MapView, point: MapPoint): GeoPoint | null {
  const found = projection.invert?.([point[0], point[1]])
  if (found == null || found.some(Number.isNaN)) return null
  const [longitude, latitude] = found
  if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90) return null
  const [x = 0, y = 0] = projection(found) ?? []
  return Math.hypot(x - point[0], y - point[1]) < 1 ? { latitude, longitude } : null
}

/** The place in the middle of the frame. */
export const middleOfView = (view: MapView): GeoPoint =>
  placeAt(view, [view.frame.width / 2, view.frame.height / 2]) ?? { latitude: 0, longitude: 0 }
