import { createReadStream, existsSync, statSync } from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const base = process.env.BASE_PATH ?? '/'
/** The build that the run is about. */
export const builtSite = fileURLToPath(new URL('../../dist', import.meta.url))

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
}

/** A request as the server met it. */
export interface Asked {
  /** From 0, since the server began or was told to count anew. */
  readonly index: number
  readonly pathname: string
}

/** A static host on one origin, whose files can be exchanged and which can fail as hosts do. */
export class SiteServer {
  /** The build that is served. */
  folder = builtSite
  /** Whose answer breaks off in the middle. */
  cuts: (asked: Asked) => boolean = () => false
  /** Whose answer is the first page with status 200, as some hosts do for what they do not have. */
  mistakes: (asked: Asked) => boolean = () => false
  headersOf: (pathname: string) => Readonly<Record<string, string>> = (pathname) => ({
    'cache-control': pathname.startsWith(`${base}assets/`)
      ? 'public, max-age=31536000, immutable'
      : 'no-cache',
  })
  asked: Asked[] = []
  #server = http.createServer((request, response) => this.#answer(request, response))
  #port = 0

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  /** Where the site begins. */
  get url(): string {
    return `${this.origin}${base}`
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(this.#port, '127.0.0.1', resolve))
    const address = this.#server.address()
    this.#port = typeof address === 'object' ? (address?.port ?? 0) : 0
  }

  /** From here on nobody answers at the address, as without net. */
  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  #answer(request: http.IncomingMessage, response: http.ServerResponse): void {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const asked = { index: this.asked.length, pathname }
    this.asked.push(asked)
    const wanted = this.mistakes(asked) ? null : this.#fileOf(pathname)
    const isFound = wanted !== null || this.mistakes(asked)
    const file = wanted ?? path.join(this.folder, isFound ? 'index.html' : '404.html')
    const headers = {
      'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
      'content-length': statSync(file).size,
      ...this.headersOf(pathname),
    }
    response.writeHead(isFound ? 200 : 404, headers)
    const end = this.cuts(asked) ? Math.floor(statSync(file).size / 2) : undefined
    const stream = createReadStream(file, end === undefined ? {} : { end })
    stream.pipe(response, { end: end === undefined })
    if (end !== undefined) stream.on('end', () => setTimeout(() => request.socket.destroy(), 10))
  }

  #fileOf(pathname: string): string | null {
    if (!pathname.startsWith(base) || pathname.includes('..')) return null
    const named = path.join(this.folder, decodeURIComponent(pathname.slice(base.length)))
    const file = existsSync(named) && statSync(named).isDirectory() ? path.join(named, 'index.html') : named
    return existsSync(file) ? file : null
  }
}
