/** An event whose work goes on after its listener has returned. */
interface LastingEvent {
  waitUntil(work: Promise<unknown>): void
}

interface WorkerEvents {
  readonly install: LastingEvent
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
