import type { StaticRoute } from './scope.ts'

/** One file of the build: its address below the scope (a page's ends with "/", the first page's is empty) and the hash of its bytes. */
export interface SiteFile {
  readonly path: string
  /** As in the `integrity` attribute: the browser refuses an answer with other bytes. */
  readonly integrity: string
}

interface World {
  /** Address below which the site lives; ends with "/". */
  readonly scope: string
  readonly caches: CacheStorage
  fetch(what: string | Request, options?: RequestInit): Promise<Response>
}

interface Site {
  readonly files: readonly SiteFile[]
  /** Differs when any file differs. */
  readonly version: string
}

const NOT_FOUND = '404.html'
/** Few at once: the reader's own requests come first. */
const LANES = 3
/** What an answer must call itself; anything else would be refused by the browser later, when nothing can be done. */
const TYPES: readonly (readonly [ending: RegExp, type: RegExp])[] = [
  [/\.js$/, /javascript/],
  [/(^|\/|\.html)$/, /^text\/html/],
  [/\.css$/, /^text\/css/],
]

/** Their names carry a hash of their content, so that two builds may share one cache. */
const isAsset = (path: string): boolean => path.startsWith('assets/')

/** `about`, `about/` and `about/index.html` are one page. */
const pageOf = (path: string): string => path.replace(/(^|\/)index\.html$/, '$1').replace(/[^/]$/, '$&/')

/** The files of one build on the device: fetched and proved, given out, and cleared when a later build needs them no more. */
export function keptFiles(world: World, site: Site) {
  const { scope } = world
  const { origin, pathname: folder } = new URL(scope)
  const owned = `proofline ${folder} ` // sites below other folders of the same origin have their own
  const assetsName = `${owned}assets`
  const pagesName = `${owned}pages ${site.version}`
  const known = new Set(site.files.map(({ path }) => path))
  const urlOf = (path: string): string => new URL(path, scope).href

  const open = (path: string): Promise<Cache> => world.caches.open(isAsset(path) ? assetsName : pagesName)
  const find = async (path: string): Promise<Response | undefined> =>
    (await open(path)).match(urlOf(path), { ignoreVary: true })

  /** The network's answer, whose bytes the browser has compared with the build's; a second try goes past the browser's own cache. */
  async function fetchProved({ path, integrity }: SiteFile): Promise<Response> {
    const ask = (cache: RequestCache): Promise<Response> => world.fetch(urlOf(path), { integrity, cache })
    const response = await ask('default').catch(() => ask('reload'))
    const isExpected = response.status === 200 || (path === NOT_FOUND && response.status === 404)
    const type = response.headers.get('content-type') ?? ''
    const isRightType = TYPES.every(([ending, expected]) => !ending.test(path) || expected.test(type))
    if (!isExpected || !isRightType)
      throw new Error(`Expected ${path} as a file of its kind, but got ${response.status} ${type}`)
    return response
  }

  async function missing(): Promise<readonly SiteFile[]> {
    const isKept = await Promise.all(site.files.map(async ({ path }) => (await find(path)) !== undefined))
    return site.files.filter((_, index) => isKept[index] === false)
  }

  /**
   * Made anew: a browser refuses an answer that was redirected for a page that is being opened, and one that was made for other headers
   * than a later request has.
   */
  async function keep(file: SiteFile): Promise<void> {
    const response = await fetchProved(file)
    const headers = new Headers(response.headers)
    headers.delete('vary')
    const kept = new Response(await response.blob(), { status: file.path === NOT_FOUND ? 404 : 200, headers })
    await (await open(file.path)).put(urlOf(file.path), kept)
  }

  /** Fetches what is missing, and fails when a file failed. All that arrived stays, so that the next try begins there. */
  async function complete(): Promise<void> {
    const waiting = [...(await missing())]
    const failures: unknown[] = []
    const lane = async (): Promise<void> => {
      for (let file = waiting.shift(); file !== undefined; file = waiting.shift())
        await keep(file).catch((error: unknown) => failures.push(error))
    }
    await Promise.all(Array.from({ length: LANES }, lane))
    if (failures.length > 0)
      throw new Error(`${failures.length} files could not be kept`, { cause: failures[0] })
  }

  const findElseFetch = async (path: string, request: Request): Promise<Response> =>
    (await find(path)) ?? world.fetch(request)

  /** An address that this build does not know may be a page of a later one. */
  async function fetchElseNotFound(request: Request): Promise<Response> {
    try {
      return await world.fetch(request)
    } catch (error) {
      const notFound = await find(NOT_FOUND)
      if (notFound === undefined) throw error
      return notFound
    }
  }

  /** The answer to a page's request; null where the request is none of the site's. */
  function answer(request: Request): Promise<Response> | null {
    const asked = new URL(request.url)
    if (request.method !== 'GET' || asked.origin !== origin || !asked.pathname.startsWith(folder)) return null
    const path = asked.pathname.slice(folder.length)
    if (request.mode !== 'navigate')
      return known.has(path) || isAsset(path) ? findElseFetch(path, request) : null
    const opened = [path, pageOf(path)].find((one) => known.has(one))
    return opened === undefined ? fetchElseNotFound(request) : findElseFetch(opened, request)
  }

  /** What needs no worker to be answered as `answer` does: hashed files, and each page at its own address. */
  const routes = (): readonly StaticRoute[] => [
    { condition: { urlPattern: { pathname: `${folder}assets/*` } }, source: { cacheName: assetsName } },
    ...site.files
      .filter(({ path }) => path === '' || path.endsWith('/'))
      .map(({ path }): StaticRoute => {
        const urlPattern = { pathname: `${folder}${path}`, search: '' }
        return { condition: { urlPattern, requestMode: 'navigate' }, source: { cacheName: pagesName } }
      }),
  ]

  /** Clears what only other builds need. */
  async function forgetOthers(): Promise<void> {
    for (const name of await world.caches.keys())
      if (name.startsWith(owned) && name !== assetsName && name !== pagesName) await world.caches.delete(name)
    const assets = await world.caches.open(assetsName)
    for (const { url } of await assets.keys())
      if (!known.has(url.slice(scope.length))) await assets.delete(url)
  }

  /** Whether the build that is named by this file is this one. */
  const isOwn = (namingFile: string): boolean =>
    namingFile.startsWith(scope) && known.has(namingFile.slice(scope.length))

  return { complete, missing, answer, routes, isOwn, forgetOthers }
}
