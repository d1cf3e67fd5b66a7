/** An event whose work goes on after its listener has returned. */
interface LastingEvent {
  waitUntil(work: Promise<unknown>): void
}

/** A request that a browser answers from a cache without starting the worker; what is not in that cache it asks the network for. */
export interface StaticRoute {
  readonly condition: { readonly urlPattern: URLPatternInit; readonly requestMode?: 'navigate' }
  readonly source: { readonly cacheName: string }
}
interface URLPatternInit {
  readonly pathname: string
  readonly search?: string
}

interface WorkerEvents {
  readonly install: LastingEvent & {
    /** Chromium 123 and later. */
    addRoutes?(routes: readonly StaticRoute[]): Promise<void>
  }
  readonly activate: LastingEvent
  readonly fetch: LastingEvent & {
    readonly request: Request
    respondWith(answer: Promise<Response>): void
  }
  readonly message: LastingEvent & { readonly data: unknown; readonly ports: readonly MessagePort[] }
}

/** A page as its worker sees it. */
export interface WorkerClient {
  readonly url: string
  postMessage(message: unknown, transfer: readonly MessagePort[]): void
}

/** What the worker uses of its global scope. TypeScript's own library for workers cannot stand beside the one for pages. */
export interface WorkerScope {
  readonly registration: {
    readonly scope: string
    readonly installing: unknown
    readonly waiting: unknown
  }
  readonly clients: {
    claim(): Promise<void>
    matchAll(options: {
      readonly type: 'window'
      readonly includeUncontrolled: true
    }): Promise<readonly WorkerClient[]>
  }
  skipWaiting(): Promise<void>
  addEventListener<Kind extends keyof WorkerEvents>(
    kind: Kind,
    listener: (event: WorkerEvents[Kind]) => void,
  ): void
}
