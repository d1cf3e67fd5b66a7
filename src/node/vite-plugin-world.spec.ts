import { brotliCompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { unpackWorld } from '#core/map/world.ts'
import { drawWorld } from '#core/map/draw.ts'
import { fitView } from '#core/map/view.ts'
import { packedWorld } from './vite-plugin-world.ts'

const packed = packedWorld()
const earth = unpackWorld(packed)

describe('the Earth as it is sent', () => {
  it('takes no more than 70 kB on the way', () => {
    expect(brotliCompressSync(JSON.stringify(packed)).length).toBeLessThan(70_000)
  })

  it('has the countries by the letters that browsers know names of', () => {
    const codes = earth.countries.map(({ code }) => code)
    expect(codes).toEqual(expect.arrayContaining(['KP', 'RU', 'CN', 'BR', 'EG', 'NZ']))
    const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
    expect(codes.filter((code) => code !== '' && names.of(code) === undefined)).toEqual([])
  })

  it('floods no map: no country covers more than its own part of it', () => {
    const frame = { width: 1000, height: 500, margin: 0 }
    const { countries } = drawWorld(earth, fitView([], frame))
    const [largest] = countries
    expect(largest?.code).toBe('RU')
    expect(largest?.area).toBeLessThan(0.06 * 1000 * 500)
  })
})
