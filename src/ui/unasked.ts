import { defineAsyncComponent, type Component } from 'vue'

const faults = new WeakSet<object>()

/** Loads something that the page can do without: when it cannot be had, whoever asked is told, and nothing else happens. */
export async function loadOptional<Part>(load: () => Promise<Part>): Promise<Part> {
  try {
    return await load()
  } catch (error) {
    if (error instanceof Error) faults.add(error)
    throw error
  }
}

/** Whether the page can do without what failed; known when whoever asked for it has been told. */
export async function isOptionalFault(error: Error): Promise<boolean> {
  await new Promise((told) => setTimeout(told))
  return faults.has(error)
}

/** After the first time; after each further one it waits longer by as much. */
const AGAIN_AFTER_MS = 10_000

/** What could not be fetched is asked for again when the device has a net again, and from time to time, since not every device notices. */
export function askAgain(_error: Error, retry: () => void, _fail: () => void, times: number): void {
  const again = (): void => {
    clearTimeout(timer)
    window.removeEventListener('online', again)
    retry()
  }
  const timer = setTimeout(again, times * AGAIN_AFTER_MS)
  window.addEventListener('online', again)
}

/** A part of a page that comes by itself: while it cannot be fetched it is not there, and it is asked for again and again. */
export const unaskedPart = <Part extends Component>(load: () => Promise<Part>): Part =>
  defineAsyncComponent({
    loader: () => loadOptional(load),
    onError: askAgain,
  })
