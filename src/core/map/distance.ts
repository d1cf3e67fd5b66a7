/** A point of the Earth in degrees, north and east positive (WGS 84). */
export interface GeoPoint {
  readonly latitude: number
  readonly longitude: number
}

const EARTH_RADIUS_KM = 6371.0088
const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Kilometres between two points along the great circle. Known to half a percent: the Earth is taken for a sphere. */
export function distanceKm(one: GeoPoint, other: GeoPoint): number {
  const north = Math.sin(radians(other.latitude - one.latitude) / 2)
  const east = Math.sin(radians(other.longitude - one.longitude) / 2)
  const across = Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude))
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(north ** 2 + across * east ** 2)))
}
