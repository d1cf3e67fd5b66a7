import { askedByTheSite, leaks, startProxy } from './proxy.ts'

/** Before the first journey: a proxy for every browser of the run. After the last: the run fails when anything has left for elsewhere. */
export default async function watchTheWholeRun(): Promise<() => void> {
  const proxy = await startProxy(Number(process.env.E2E_PROXY_PORT))
  return () => {
    proxy.stop()
    const found = leaks(proxy.passed)
    if (found.length > 0) throw new Error(`Expected nothing to leave the browser, but\n${found.join('\n')}`)
    const { length } = askedByTheSite(proxy.passed)
    if (length === 0) throw new Error('Expected the journeys to pass the proxy, but nothing did')
    console.log(`${length} requests passed the proxy: none to another address, none with a body or a cookie`)
  }
}
