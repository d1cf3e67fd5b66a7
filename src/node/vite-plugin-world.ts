import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Plugin } from 'vite'
import { isWoundRight, packLine, unpackWorld, type PackedWorld, type Position } from '#core/map/world.ts'

const MODULE = 'virtual:world'
const SOURCE = 'world-atlas/countries-50m.json'

/** How far a line may be off after it was made simpler, in degrees: about three kilometres, less than a pixel of most maps. */
const TOLERANCE_DEGREES = 0.03

/** The part of TopoJSON that world-atlas uses. */
interface Topology {
  readonly transform: {
    readonly scale: readonly [number, number]
    readonly translate: readonly [number, number]
  }
  readonly arcs: readonly (readonly (readonly [number, number])[])[]
  readonly objects: {
    readonly countries: {
      readonly geometries: readonly {
        readonly id?: string
        readonly type: 'Polygon' | 'MultiPolygon'
        readonly arcs: readonly unknown[]
      }[]
    }
  }
}
type Polygons = readonly (readonly (readonly number[])[])[]

/**
 * `virtual:world`: coasts and borders of the Earth (Natural Earth, as world-atlas has them), made simpler and packed. A module of its
 * own, so that a map needs no address but ours and comes from the device where there is no internet.
 */
export function world(): Plugin {
  return {
    name: 'proofline:world',
    resolveId: { filter: { id: /^virtual:world$/ }, handler: () => `\0${MODULE}` },
    load: {
      filter: { id: /^\0virtual:world$/ },
      handler: () => `export const world = JSON.parse(${JSON.stringify(JSON.stringify(packedWorld()))})`,
    },
  }
}

/** The Earth as it is sent. */
export function packedWorld(): PackedWorld {
  const file = createRequire(import.meta.url).resolve(SOURCE)
  const { arcs, transform, objects } = JSON.parse(readFileSync(file, 'utf8')) as Topology // the package's own form, pinned
  const lines = arcs.map((arc) => packLine(simpler(placed(arc, transform), TOLERANCE_DEGREES)))
  const countries = objects.countries.geometries.map(
    ({ id, type, arcs: own }) => [codeOf(id), (type === 'Polygon' ? [own] : own) as Polygons] as const, // as `type` says
  )
  return withoutFlipped({ lines: lines.join(' '), countries })
}

/** An island that was made so simple that its ring runs the other way, or nowhere, would flood the map: it is left out. */
function withoutFlipped(packed: PackedWorld): PackedWorld {
  const { countries } = unpackWorld(packed)
  const kept = packed.countries.map(([code, polygons], index) => {
    const shapes = countries[index]?.shape.coordinates ?? []
    const sound = polygons.flatMap((rings, at) => {
      const [outer = [], ...holes] = shapes[at] ?? []
      if (outer.length < 4 || !isWoundRight(outer)) return []
      return [rings.filter((_, ring) => ring === 0 || (holes[ring - 1]?.length ?? 0) > 3)]
    })
    return [code, sound] as const
  })
  return { ...packed, countries: kept }
}

/** The two letters of a country's number, which the browser knows the names of. */
function codeOf(id: string | undefined): string {
  if (id === undefined) return ''
  const region = new Intl.Locale(`und-${id}`).region ?? ''
  return /^[A-Z]{2}$/.test(region) ? region : ''
}

function placed(arc: Topology['arcs'][number], { scale, translate }: Topology['transform']): Position[] {
  let [x, y] = [0, 0]
  return arc.map(([stepX, stepY]) => {
    x += stepX
    y += stepY
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]]
  })
}

/** The line without the points that are near enough to the rest of it (Douglas and Peucker). */
function simpler(line: readonly Position[], tolerance: number): Position[] {
  const [first, last] = [line[0], line.at(-1)]
  if (first === undefined || last === undefined || line.length < 3) return [...line]
  const away = line.map((point) => distanceToLine(point, first, last))
  const farthest = away.indexOf(Math.max(...away))
  if ((away[farthest] ?? 0) <= tolerance) return [first, last]
  return [
    ...simpler(line.slice(0, farthest + 1), tolerance).slice(0, -1),
    ...simpler(line.slice(farthest), tolerance),
  ]
}

function distanceToLine([x, y]: Position, [fromX, fromY]: Position, [toX, toY]: Position): number {
  const length = Math.hypot(toX - fromX, toY - fromY)
  if (length === 0) return Math.hypot(x - fromX, y - fromY)
  return Math.abs((toX - fromX) * (fromY - y) - (fromX - x) * (toY - fromY)) / length
}
