import { existsSync, readFileSync, statSync } from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain',
}

const CODINGS = {
  br: (bytes: Buffer) => brotliCompressSync(bytes),
  gzip: (bytes: Buffer) => gzipSync(bytes),
  none: (bytes: Buffer) => bytes,
} as const

export interface Host {
  readonly origin: string
  close(): Promise<void>
}

/** A static host as the field has them: brotli for text, compressed once; long life for hashed files. Listens on loopback only. */
export function serve(root: string): Promise<Host> {
  const packed = new Map<string, Buffer>()
  const pack = (file: string, coding: 'br' | 'gzip' | null): Buffer => {
    const key = `${coding} ${file}`
    const body = packed.get(key) ?? CODINGS[coding ?? 'none'](readFileSync(file))
    packed.set(key, body)
    return body
  }
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    let file = path.join(root, path.normalize(decodeURIComponent(pathname)))
    if (existsSync(file) && statSync(file).isDirectory()) file = path.join(file, 'index.html')
    if (!existsSync(file)) {
      response.writeHead(404).end()
      return
    }
    const type = TYPES[path.extname(file)] ?? 'application/octet-stream'
    const isText = /^text|svg/.test(type)
    const isHashed = file.includes(`${path.sep}assets${path.sep}`)
    const accepts = String(request.headers['accept-encoding'] ?? '')
    const coding = !isText ? null : accepts.includes('br') ? 'br' : accepts.includes('gzip') ? 'gzip' : null
    const body = pack(file, coding)
    response.writeHead(200, {
      'content-type': isText ? `${type}; charset=utf-8` : type,
      'cache-control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
      'content-length': body.length,
      ...(coding && { 'content-encoding': coding }),
    })
    response.end(body)
  })
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      if (address === null || typeof address === 'string') throw new Error('Expected a port')
      resolve({
        origin: `http://127.0.0.1:${address.port}`,
        close: () =>
          new Promise((done) => {
            server.closeAllConnections()
            server.close(() => done())
          }),
      })
    })
  })
}
