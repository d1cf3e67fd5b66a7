import { fileURLToPath } from 'node:url'
import { Script, createContext } from 'node:vm'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { compiledScript, earlyScript } from './vite-plugin-early-script.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const options = { entry: 'src/app/early-script.ts', locales: 'src/i18n/locales' }

let code = ''
beforeAll(async () => {
  code = await compiledScript(root, options)
})

const aDocument = () => ({
  documentElement: { lang: 'en', dataset: {} as Record<string, string> },
  addEventListener: () => undefined,
})
/** A page that came at once. */
const performance = { now: () => 30, getEntriesByType: () => [{ requestStart: 10 }] }

/** Runs the script as a page would, with nothing around it but a root, a storage and a clock. */
function runWith(stored: string | null, languages: readonly string[] = ['en-GB']) {
  const surroundings = createContext({
    document: aDocument(),
    navigator: { languages },
    performance,
    localStorage: { getItem: (key: string) => (key === 'proofline.settings' ? stored : null) },
  })
  new Script(code).runInContext(surroundings)
  return surroundings as { document: { documentElement: { dataset: Record<string, string> } } }
}

describe('the script in the head of every page', () => {
  it('shows the stored look', () => {
    const { document } = runWith('{"theme":"sepia","textScale":1.3}')
    expect(document.documentElement.dataset).toEqual({ theme: 'sepia', textScale: '1.3' })
  })

  it('changes nothing where nothing is stored', () => {
    expect(runWith(null).document.documentElement.dataset).toEqual({})
  })

  it('does not throw where there is no storage at all', () => {
    const surroundings = createContext({
      document: aDocument(),
      navigator: { languages: ['en-GB'] },
      performance,
    })
    expect(() => new Script(code).runInContext(surroundings) as unknown).not.toThrow()
  })

  it('leaves no name behind for the app to stumble on', () => {
    expect(Object.keys(runWith('{"theme":"dark"}')).sort()).toEqual([
      'document',
      'localStorage',
      'navigator',
      'performance',
    ])
  })

  it('stays small: it stands before the text in every page', () => {
    expect(gzipSync(code).length).toBeLessThan(930)
  })

  it('is the same in every build, since a page names it by its hash', async () => {
    expect(await compiledScript(root, options)).toBe(code)
  })
})

describe('the plugin', () => {
  const transform = async (html: string) => {
    const { transformIndexHtml: hook } = earlyScript(options)
    if (typeof hook !== 'object' || !('handler' in hook)) throw new Error('Expected a hook with an order')
    return hook.handler.call({} as never, html, {} as never)
  }

  it('writes the script behind all that the head links', async () => {
    const html = '<head><link rel="modulepreload" href="/app.js"></head>'
    expect(await transform(html)).toBe(html.replace('</head>', () => `<script>${code}</script></head>`))
  })

  it('says so when the page has no place for the script', async () => {
    await expect(transform('<html></html>')).rejects.toThrow('Expected index.html to contain')
  })
})
