import http from 'node:http'
import type { AddressInfo } from 'node:net'

/** What Chromium asks of its maker by itself, whatever page is open: its version, its account, its messages, the kinds of form fields. */
const BROWSERS_OWN = [
  'accounts.google.com',
  'android.clients.google.com',
  'clients2.google.com',
  'content-autofill.googleapis.com',
  'edgedl.me.gvt1.com',
  'optimizationguide-pa.googleapis.com',
  'redirector.gvt1.com',
  'update.googleapis.com',
]

/** A request that left the browser. */
export interface Passed {
  readonly method: string
  readonly url: string
  readonly headers: string
  bodyBytes: number
}

export interface Proxy {
  /** What the browser is told, with `proxyArguments`. */
  readonly port: number
  readonly passed: readonly Passed[]
  stop(): void
}

/** Loopback goes through the proxy too, which browsers leave out by themselves. */
export const proxyArguments = (port: number | string): readonly string[] => [
  `--proxy-server=127.0.0.1:${port}`,
  '--proxy-bypass-list=<-loopback>',
]

/**
 * Everything that leaves the browser passes here, pages, workers and the browser's own wishes alike. Only the tests' servers on
 * this machine are asked; what is meant for others is written down and goes no further.
 */
export async function startProxy(wantedPort = 0): Promise<Proxy> {
  const passed: Passed[] = []
  const proxy = http.createServer((request, response) => {
    const entry = {
      method: request.method ?? '',
      url: request.url ?? '',
      headers: request.rawHeaders.join('\n'),
      bodyBytes: 0,
    }
    passed.push(entry)
    request.on('data', (part: Buffer) => (entry.bodyBytes += part.length))
    if (!isOfTheTests(entry)) return void response.destroy()
    const { hostname, port, pathname, search } = new URL(entry.url)
    const { method, headers } = request
    const onward = http.request({ hostname, port, path: pathname + search, method, headers })
    onward.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.on('error', () => response.destroy()) // an answer that breaks off arrives broken off
      answer.pipe(response)
    })
    onward.on('error', () => response.destroy())
    request.pipe(onward)
  })
  proxy.on('connect', (request, socket) => {
    passed.push({ method: 'CONNECT', url: request.url ?? '', headers: '', bodyBytes: 0 })
    socket.destroy()
  })
  await new Promise<void>((resolve, reject) => {
    proxy.once('error', reject)
    proxy.listen(wantedPort, '127.0.0.1', resolve)
  })
  const stop = (): void => {
    proxy.closeAllConnections()
    proxy.close()
  }
  return { port: (proxy.address() as AddressInfo).port, passed, stop } // it listens on a port, not on a pipe
}

const isOfTheTests = ({ url }: Passed): boolean => url.startsWith('http://127.0.0.1:')

/** What pages and workers asked for. */
export const askedByTheSite = (passed: readonly Passed[]): readonly Passed[] =>
  passed.filter(({ url }) => {
    const host = url.includes('//') && URL.canParse(url) ? new URL(url).hostname : url.replace(/:443$/, '')
    return !BROWSERS_OWN.includes(host)
  })

/** What no page may do: ask another address, send a body, put anything into an address, carry a cookie. */
export function leaks(passed: readonly Passed[]): readonly string[] {
  return askedByTheSite(passed).flatMap((request) => {
    const { method, url, headers, bodyBytes } = request
    const faults = [
      ...(isOfTheTests(request) ? [] : ['another address']),
      ...(method === 'GET' ? [] : [`method ${method}`]),
      ...(bodyBytes === 0 ? [] : [`a body of ${bodyBytes} bytes`]),
      ...(/^cookie$/im.test(headers) ? ['a cookie'] : []),
    ]
    return faults.map((fault) => `${fault}: ${method} ${url}`)
  })
}
