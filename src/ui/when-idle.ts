/**
 * Calls back when the browser has nothing else to do, or after `withinMs` at the latest; at once where a browser cannot say. Not any
 * more once the returned function was called.
 */
export function whenIdle(callback: () => void, withinMs?: number): () => void {
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(callback)
    return () => clearTimeout(timer)
  }
  const idle = requestIdleCallback(callback, withinMs === undefined ? {} : { timeout: withinMs })
  return () => cancelIdleCallback(idle)
}
