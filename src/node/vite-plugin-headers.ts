import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Plugin, ResolvedConfig } from 'vite'
import { builtFiles, builtPages } from './built-files.ts'
import { headerRules, headersOf, hostFiles, type HeaderRule } from './site-headers.ts'
import { forbiddenMarkup, sitePolicy, withPolicy } from './site-policy.ts'

/**
 * After all pages are written: computes what they may do, writes it into each of them and into the files that hosts read. A preview
 * answers with the same headers, so that every journey of the tests runs under them.
 */
export function headers(): Plugin {
  let config: ResolvedConfig
  const distFolder = (): string => path.resolve(config.root, config.build.outDir)
  return {
    name: 'proofline:headers',
    configResolved(resolved) {
      config = resolved
    },
    buildApp: {
      order: 'post', // the pages are written by then
      async handler() {
        const dist = distFolder()
        const policy = writePolicy(dist)
        const files = hostFiles(rulesOf(dist, config.base, policy), config.base)
        mkdirSync(path.join(dist, 'hosting'), { recursive: true })
        for (const [file, text] of Object.entries(files)) writeFileSync(path.join(dist, file), text)
      },
    },
    configurePreviewServer(server) {
      const dist = distFolder()
      if (!existsSync(dist)) return
      const rules = rulesOf(dist, config.base, sitePolicy([...builtPages(dist).values()]))
      server.middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost')
        for (const [name, value] of Object.entries(headersOf(pathname, rules)))
          response.setHeader(name, value)
        next()
      })
    },
  }
}

/** Gives every page the policy that it needs itself, and returns the one that is enough for all. */
function writePolicy(dist: string): readonly string[] {
  const pages = builtPages(dist)
  const policy = sitePolicy([...pages.values()])
  for (const [file, page] of pages) {
    const forbidden = forbiddenMarkup(page)
    if (forbidden !== null)
      throw new Error(
        `Expected ${file} to hold no style and no script in an attribute, but it has ${forbidden}`,
      )
    writeFileSync(path.join(dist, file), withPolicy(page, sitePolicy([page])))
  }
  return policy
}

function rulesOf(dist: string, base: string, policy: readonly string[]): readonly HeaderRule[] {
  const first = builtFiles(dist)
    .filter((file) => file !== '_headers' && file !== 'index.html')
    .map((file) => file.replace(/\/.*/, '/'))
  // The worker is written last, and does not always lie there yet.
  const entries = new Set([...first, 'index.html', 'sw.js'])
  for (const unlisted of ['assets/', 'hosting/', '.vite/']) entries.delete(unlisted)
  return headerRules({ base, policy, entries: [...entries].sort() })
}
