/** TypeScript's library does not know trusted types yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): {
    createScriptURL(url: string): string // an object in truth, which is taken wherever an address is
  }
}

const folder = new URL(import.meta.env.BASE_URL, window.location.href).href

/** The worker that keeps the site, and the parts of the build: nothing else may become a worker. */
const isOurs = (address: string): boolean =>
  address === `${folder}sw.js` ||
  (address.startsWith(`${folder}assets/`) &&
    /^[\w.-]+\.js$/.test(address.slice(`${folder}assets/`.length))) ||
  (import.meta.env.DEV && address.startsWith(folder))

const { trustedTypes } = window as { trustedTypes?: TrustedTypes } // not in every browser
const policy = trustedTypes?.createPolicy('proofline-worker', {
  createScriptURL(address) {
    if (!isOurs(address)) throw new TypeError('Expected the address of a worker of ours')
    return address
  },
})

/** Where trusted types are enforced, only an address made by this policy can become a worker, and it makes none but ours. */
export function trustedAddress(address: string): string {
  const { href } = new URL(address, window.location.href)
  return policy === undefined ? href : policy.createScriptURL(href)
}
