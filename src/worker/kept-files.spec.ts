import { describe, expect, it } from 'vitest'
import { keptFiles, type SiteFile } from './kept-files.ts'

const SCOPE = 'https://example.org/reading/'
const file = (path: string): SiteFile => ({ path, integrity: `sha256-of ${path}` })
const FILES = ['', 'about/', '404.html', 'icon.svg', 'assets/app-1.js'].map(file)

const typeOf = (url: string): string => (url.endsWith('.js') ? 'text/javascript' : 'text/html')
const answerOf = (url: string, init: ResponseInit = {}): Response =>
  new Response(`bytes of ${url}`, { headers: { 'content-type': typeOf(url) }, ...init })

/** Cache storage with what the worker uses of it. */
class FakeCaches {
  readonly all = new Map<string, Map<string, Response>>()
  async open(name: string) {
    const kept = this.all.get(name) ?? new Map<string, Response>()
    this.all.set(name, kept)
    return {
      match: async (url: string) => kept.get(url)?.clone(),
      put: async (url: string, response: Response) => void kept.set(url, response),
      delete: async (url: string) => kept.delete(url),
      keys: async () => [...kept.keys()].map((url) => ({ url })),
    }
  }
  keys = async () => [...this.all.keys()]
  delete = async (name: string) => this.all.delete(name)
  addresses = () => [...this.all.values()].flatMap((kept) => [...kept.keys()])
}

function aDevice(fetched: (url: string, options?: RequestInit) => Response = answerOf) {
  const caches = new FakeCaches()
  const asked: string[] = []
  const world = {
    scope: SCOPE,
    caches: caches as unknown as CacheStorage, // the part of it that is used
    fetch: async (what: string | Request, options?: RequestInit) => {
      const url = typeof what === 'string' ? what : what.url
      asked.push(url)
      return fetched(url, options)
    },
  }
  const at = (version: string, files = FILES) => keptFiles(world, { files, version })
  return { caches, asked, at }
}

/** As a browser asks for a page that is opened, or for a part of one. */
const asks = (path: string, mode: 'navigate' | 'cors' = 'cors', method = 'GET'): Request =>
  ({ url: new URL(path, SCOPE).href, mode, method }) as Request // a navigation cannot be made by hand

const refuse = (): Response => {
  throw new TypeError('refused')
}

describe('the files of a build on the device', () => {
  it('are all fetched with the hash of their bytes', async () => {
    const hashes: unknown[] = []
    const { at } = aDevice((url, options) => {
      hashes.push(options?.integrity)
      return answerOf(url)
    })
    await at('1').complete()
    expect(await at('1').missing()).toEqual([])
    expect(hashes.sort()).toEqual(FILES.map(({ integrity }) => integrity).sort())
  })

  it.each<[string, (url: string) => Response]>([
    ['a page', () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } })],
    ['an answer that is not 200', (url) => answerOf(url, { status: 404 })],
    ['other bytes, which the browser refuses,', refuse],
  ])('never take %s for a script, keep the others, and say so', async (_, wrong) => {
    const { at, caches } = aDevice((url) => (url.endsWith('.js') ? wrong(url) : answerOf(url)))
    await expect(at('1').complete()).rejects.toThrow('1 files could not be kept')
    expect((await at('1').missing()).map(({ path }) => path)).toEqual(['assets/app-1.js'])
    expect(caches.addresses()).toHaveLength(FILES.length - 1)
  })

  it('are asked for once more past the browser’s own cache', async () => {
    const { at } = aDevice((url, options) => (options?.cache === 'reload' ? answerOf(url) : refuse()))
    await at('1').complete()
    expect(await at('1').missing()).toEqual([])
  })

  it('that a later build has too are not fetched again', async () => {
    const { at, asked } = aDevice()
    await at('1').complete()
    asked.length = 0
    await at('2').complete()
    expect(asked).not.toContain(`${SCOPE}assets/app-1.js`)
    expect(asked).toContain(`${SCOPE}about/`)
  })

  it('go when they belong to another build, and those of other sites stay', async () => {
    const { at, caches } = aDevice()
    await at('1').complete()
    await (
      await caches.open('proofline /other/ assets')
    ).put('https://example.org/other/assets/a.js', answerOf(''))
    const later = at('2', [...FILES.slice(0, 4), file('assets/app-2.js')])
    await later.complete()
    expect(caches.addresses()).toContain(`${SCOPE}assets/app-1.js`)
    await later.forgetOthers()
    expect(caches.addresses()).not.toContain(`${SCOPE}assets/app-1.js`)
    expect(caches.addresses()).toContain('https://example.org/other/assets/a.js')
    expect(await later.missing()).toEqual([])
  })

  it('say which build is theirs', () => {
    const kept = aDevice().at('1')
    expect(kept.isOwn(`${SCOPE}assets/app-1.js`)).toBe(true)
    expect(kept.isOwn(`${SCOPE}assets/app-0.js`)).toBe(false)
    expect(kept.isOwn('https://example.org/assets/app-1.js')).toBe(false)
  })
})

describe('without its worker', () => {
  it('a browser finds hashed files and each page at its own address where they are kept', async () => {
    const { at, caches } = aDevice()
    const kept = at('1')
    await kept.complete()
    const found = kept.routes().map(({ condition: { urlPattern, requestMode }, source }) => {
      const pattern = new RegExp(`^${urlPattern.pathname.replace('*', '.*')}$`)
      const addresses = [...(caches.all.get(source.cacheName)?.keys() ?? [])]
      const paths = addresses.map((url) => new URL(url).pathname).filter((path) => pattern.test(path))
      return [requestMode ?? 'any', urlPattern.search ?? 'any', ...paths]
    })
    expect(found).toEqual([
      ['any', 'any', '/reading/assets/app-1.js'],
      ['navigate', '', '/reading/'],
      ['navigate', '', '/reading/about/'],
    ])
  })

  it('no header keeps what was stored from a later request', async () => {
    const { at, caches } = aDevice((url) =>
      answerOf(url, { headers: { 'content-type': typeOf(url), vary: 'Accept, Origin' } }),
    )
    await at('1').complete()
    const stored = [...caches.all.values()].flatMap((kept) => [...kept.values()])
    expect(stored.map(({ headers }) => headers.get('vary'))).toEqual(FILES.map(() => null))
  })
})

describe('a request', () => {
  async function withoutNet() {
    let hasNet = true
    const { at, caches } = aDevice((url) => (hasNet ? answerOf(url) : refuse()))
    const kept = at('1')
    await kept.complete()
    hasNet = false
    return { kept, caches }
  }
  const text = async (answer: Promise<Response> | null) => (await answer)?.text()

  it.each([
    ['', ''],
    ['index.html', ''],
    ['about', 'about/'],
    ['about/', 'about/'],
    ['about/index.html', 'about/'],
    ['about?from=a-link', 'about/'],
  ])('for the page "%s" is answered from the device', async (asked, path) => {
    const { kept } = await withoutNet()
    expect(await text(kept.answer(asks(asked, 'navigate')))).toBe(`bytes of ${SCOPE}${path}`)
  })

  it('for a page that is nowhere is told so, with the status of that', async () => {
    const { kept } = await withoutNet()
    const answer = await kept.answer(asks('no/such/page', 'navigate'))
    expect(answer?.status).toBe(404)
    expect(await answer?.text()).toBe(`bytes of ${SCOPE}404.html`)
  })

  it('for a page of a later build goes to the net', async () => {
    const { at } = aDevice()
    expect(await text(at('1').answer(asks('lessons/new/', 'navigate')))).toBe(`bytes of ${SCOPE}lessons/new/`)
  })

  it('for a part of an earlier build is answered as long as that is there', async () => {
    const { caches, at } = aDevice(refuse)
    await (await caches.open('proofline /reading/ assets')).put(`${SCOPE}assets/app-0.js`, answerOf('old'))
    expect(await text(at('1').answer(asks('assets/app-0.js')))).toBe('bytes of old')
  })

  it.each([
    ['that sends something', asks('about/', 'cors', 'POST')],
    ['for another origin', { ...asks(''), url: 'https://example.com/reading/about/' }],
    ['for another site of this origin', { ...asks(''), url: 'https://example.org/other/' }],
    ['for what is not of the site', asks('hosting/nginx.conf')],
  ])('%s is left alone', (_, request) => {
    expect(aDevice().at('1').answer(request)).toBeNull()
  })
})
