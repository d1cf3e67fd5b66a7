import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const SOURCES = path.resolve('src')
const css = readFileSync(path.join(SOURCES, 'ui/tokens.css'), 'utf8').replace(/\/\*[^]*?\*\//g, '')

type Palette = ReadonlyMap<string, string>

/** The colours that the rules for one selector set, light and dark. */
function coloursOf(selector: string): readonly [light: Palette, dark: Palette] {
  const light = new Map<string, string>()
  const dark = new Map<string, string>()
  for (const [, selectors = '', body = ''] of css.matchAll(/([^{}]*)\{([^{}]*)\}/g)) {
    if (!selectors.split(',').some((one) => one.trim() === selector)) continue
    for (const [, name = '', value = ''] of body.matchAll(/--([\w-]+):\s*([^;]+);/g)) {
      const both = /^light-dark\((#\w{6}),\s*(#\w{6})\)$/.exec(value)
      const one = /^#\w{6}$/.exec(value)
      if (both === null && one === null) continue
      light.set(name, both?.[1] ?? value)
      dark.set(name, both?.[2] ?? value)
    }
  }
  return [light, dark]
}

const [light, dark] = coloursOf(':root')
const [sepia] = coloursOf("[data-theme='sepia']")
const [contrastLight, contrastDark] = coloursOf("[data-theme='contrast']")

const THEMES = [
  { theme: 'light', palette: light, text: 4.5, control: 3 },
  { theme: 'dark', palette: dark, text: 4.5, control: 3 },
  { theme: 'sepia', palette: sepia, text: 4.5, control: 3 },
  { theme: 'high contrast, dark on light', palette: contrastLight, text: 7, control: 4.5 },
  { theme: 'high contrast, light on dark', palette: contrastDark, text: 7, control: 4.5 },
]

/** What is read, on every ground that it stands on (WCAG 1.4.3). */
const TEXT: Readonly<Record<string, readonly string[]>> = {
  ink: ['paper', 'sheet', 'right-soft', 'wrong-soft', 'spoken'],
  'ink-soft': ['paper', 'sheet', 'right-soft', 'wrong-soft'],
  link: ['paper', 'sheet'],
  right: ['paper', 'sheet', 'right-soft'],
  wrong: ['paper', 'sheet', 'wrong-soft'],
  partly: ['paper', 'sheet'],
  'proof-ink': ['proof'],
  'spoken-ink': ['spoken-word'],
  'proof-mark': ['paper', 'proof'],
  paper: ['ink'],
  sheet: ['ink', 'right', 'wrong'],
}
/** What has a meaning without being read: borders of controls, the focus, the line below a proof (WCAG 1.4.11). */
const SIGNS: Readonly<Record<string, readonly string[]>> = {
  control: ['paper', 'sheet'],
  'proof-line': ['paper', 'sheet'],
  focus: ['paper', 'sheet', 'right-soft', 'wrong-soft'],
}
/** Parts what space and words part already. */
const WITHOUT_MEANING = ['rule', 'shade']

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((start) => {
    const share = parseInt(hex.slice(start, start + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

function tooFaint(palette: Palette, pairs: typeof TEXT, least: number): string[] {
  const colour = (name: string): string => {
    const found = palette.get(name)
    if (found === undefined) throw new Error(`Expected tokens.css to give the colour --${name}`)
    return found
  }
  return Object.entries(pairs).flatMap(([front, grounds]) =>
    grounds
      .map((ground) => ({ pair: `${front} on ${ground}`, ratio: contrast(colour(front), colour(ground)) }))
      .filter(({ ratio }) => ratio < least)
      .map(({ pair, ratio }) => `${pair}: ${ratio.toFixed(2)}`),
  )
}

it('contrast is measured as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  expect(tooFaint(new Map(Object.entries({ a: '#777777', b: '#ffffff' })), { a: ['b'] }, 4.5)).toEqual([
    'a on b: 4.48',
  ])
})

describe.each(THEMES)('the colours of $theme', ({ palette, text, control }) => {
  it('are all given', () => {
    expect([...palette.keys()].sort()).toEqual([...light.keys()].sort())
  })
  it(`let everything be read, at ${text}:1`, () => {
    expect(tooFaint(palette, TEXT, text)).toEqual([])
  })
  it(`let everything that has a meaning be seen, at ${control}:1`, () => {
    expect(tooFaint(palette, SIGNS, control)).toEqual([])
  })
})

it('a device that asks for more contrast gets the colours of high contrast', () => {
  expect(coloursOf("[data-theme='system']")).toEqual([contrastLight, contrastDark])
})

it('no colour is left out of what is measured', () => {
  const measured = Object.entries({ ...TEXT, ...SIGNS }).flatMap(([front, grounds]) => [front, ...grounds])
  expect(light.size).toBeGreaterThan(15)
  expect([...light.keys()].filter((name) => ![...measured, ...WITHOUT_MEANING].includes(name))).toEqual([])
})

it('no other file has a colour of its own', () => {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.(vue|css)$/.test(file) && path.basename(file) !== 'tokens.css',
  )
  const found = files.flatMap((file) => {
    // The margin of a printed sheet inherits no custom property.
    const text = readFileSync(path.join(SOURCES, file), 'utf8').replace(
      /@page[^{]*\{(?:[^{}]|\{[^{}]*\})*\}/g,
      '',
    )
    const colours = text.match(/#[0-9a-f]{3,8}(?=[;,\s)])|\b(?:rgb|hsl|oklch)a?\(/gi) ?? []
    return colours.map((colour) => `${file}: ${colour}`)
  })
  expect(files.length).toBeGreaterThan(30)
  expect(found).toEqual([])
})
