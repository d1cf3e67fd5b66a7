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

const PRELOAD_HELPER = /\bvite\/preload-helper\.js$/

/** What Vite writes, and what is written in its place. */
const FORGETTING: readonly (readonly [string, string])[] = [
  ['if (e.type === "error") rej(', 'if (e.type === "error") link.remove(), rej('],
  ['seen[href] = void 0;\n\t\tthrow err;', 'delete seen[href];\n\t\tthrow err;'],
]

/** Vite fetches the styles of a part beside it, and takes those that failed once for styles that have come: here it forgets them. */
export function withStylesTriedAgain(helper: string): string {
  for (const [written] of FORGETTING)
    if (!helper.includes(written)) throw new Error(`Expected Vite's preload helper to contain ${written}`)
  return FORGETTING.reduce((code, [written, better]) => code.replace(written, better), helper)
}

/** Runs behind what looks for imports in the finished parts. */
export function secondTries(): Plugin {
  return {
    name: 'proofline:second-tries',
    apply: 'build',
    /** A part that another rests on is not asked for before it: it has no second address, and would stay lost. */
    config: () => ({
      build: {
        modulePreload: {
          polyfill: false,
          resolveDependencies: (_part, files, { hostType }) =>
            hostType === 'html' ? files : files.filter((name) => name.endsWith('.css')),
        },
      },
    }),
    applyToEnvironment: ({ name }) => name === 'client',
    transform: {
      filter: { id: PRELOAD_HELPER },
      handler: withStylesTriedAgain,
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const part of Object.values(bundle))
          if (part.type === 'chunk') part.code = withSecondTries(part.code)
      },
    },
  }
}
