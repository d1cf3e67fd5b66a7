import type { Plugin } from 'vite'

/** A part of the site that is asked for by its address, as the build writes it. */
const PART = /\bimport\(([`"'])(\.{1,2}\/[^`"']+\.js)\1\)/g

/**
 * A browser may remember for as long as a page is open that a part could not be fetched, and fail each later import of the same address
 * without asking the net again (Chromium 150 does; the HTML standard has it so). An address with another fragment is another module to
 * it and the same file to the host: each import that fails is tried once more by such a one, so that "try again" is a true word.
 */
export const withSecondTries = (code: string): string =>
  code.replace(
    PART,
    (whole, quote: string, address: string) =>
      `${whole}.catch(()=>import(${quote}${address}#${quote}+Date.now()))`,
  )

/** Runs behind what looks for imports in the finished parts. */
export function secondTries(): Plugin {
  return {
    name: 'proofline:second-tries',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const part of Object.values(bundle))
          if (part.type === 'chunk') part.code = withSecondTries(part.code)
      },
    },
  }
}
