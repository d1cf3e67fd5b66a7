import { describe, expect, it } from 'vitest'
import { DEFAULT_LOOK, LOOKS } from '#core/settings/look.ts'
import { showLook, showStoredSettings } from './early-settings.ts'

const aRoot = (): HTMLElement => {
  const root = document.createElement('html')
  root.lang = 'en'
  return root
}
const holding = (text: string | null) => () => ({ getItem: () => text })
const languages = { preferred: ['en'], tags: ['en', 'es'], rightToLeft: [] }
const afterStored = (text: string | null): DOMStringMap => {
  const root = aRoot()
  showStoredSettings(root, holding(text), languages)
  return { ...root.dataset }
}

describe('the look', () => {
  it('is told to the style sheet by an attribute for each choice', () => {
    const root = aRoot()
    showLook(root, {
      theme: 'contrast',
      textScale: 1.15,
      face: 'sans',
      line: 'open',
      spacing: 'wider',
      measure: 'narrow',
      lineFocus: true,
      motion: 'reduced',
    })
    expect({ ...root.dataset }).toEqual({
      theme: 'contrast',
      textScale: '1.15',
      face: 'sans',
      line: 'open',
      spacing: 'wider',
      measure: 'narrow',
      lineFocus: 'true',
      motion: 'reduced',
    })
  })

  it('falls back to the usual where a value is not allowed', () => {
    const root = aRoot()
    showLook(root, { ...DEFAULT_LOOK, theme: 'dark' })
    showLook(root, { theme: 'dark"><script>', textScale: '1.15', face: null, lineFocus: 'true' })
    expect({ ...root.dataset }).toEqual({})
  })

  it.each(Object.entries(DEFAULT_LOOK))('has %s = %s among what is allowed', (name, value) => {
    expect(LOOKS[name as keyof typeof LOOKS]).toContain(value) // a key of DEFAULT_LOOK is one of LOOKS
  })
})

describe('stored settings before the first paint', () => {
  it('are shown, with no regard to what else is stored', () => {
    expect(afterStored('{"theme":"sepia","pace":"one","level":"b1"}')).toEqual({ theme: 'sepia' })
  })

  it.each([
    ['nothing is stored', null],
    ['what is stored is damaged', '{"theme":'],
    ['what is stored is no object', '"dark"'],
    ['what is stored is null', 'null'],
  ])('change nothing where %s', (_, text) => {
    expect(afterStored(text)).toEqual({})
  })

  it('change nothing, and throw nothing, where storage is refused', () => {
    const root = aRoot()
    const refused = () => {
      throw new DOMException('The operation is insecure', 'SecurityError')
    }
    expect(() => showStoredSettings(root, refused, languages)).not.toThrow()
    expect({ ...root.dataset }).toEqual({})
  })

  it('say that the words are still to come, where another language of the interface was chosen', () => {
    expect(afterStored('{"language":"es"}')).toEqual({ words: 'pending' })
  })
})
