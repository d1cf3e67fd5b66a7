import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build, type Plugin, type ResolvedConfig, type Rolldown } from 'vite'
import { builtFiles } from './built-files.ts'

/** Read by hosts, not by readers. */
const NOT_FOR_READERS = /^(_headers|hosting\/.*|sw\.js|\.vite\/.*)$/

/** `src/worker/kept-files.ts` has the same shape; that room is not ours to import. */
interface SiteFile {
  readonly path: string
  readonly integrity: string
}

/** Last of all: builds the worker around the list of everything that was built, each file with the hash of its bytes. */
export function offline(options: { readonly entry: string }): Plugin {
  let config: ResolvedConfig
  return {
    name: 'proofline:offline',
    configResolved(resolved) {
      config = resolved
    },
    buildApp: {
      order: 'post', // nothing that is listed may change after that
      async handler() {
        const dist = path.resolve(config.root, config.build.outDir)
        const files = siteFiles(dist)
        const entry = path.resolve(config.root, options.entry)
        writeFileSync(path.join(dist, 'sw.js'), await workerCode(config.root, entry, files))
        config.logger.info(`the worker keeps ${files.length} files`)
      },
    },
  }
}

/** Every file of the site by the address at which a reader finds it. */
export function siteFiles(dist: string): readonly SiteFile[] {
  return builtFiles(dist)
    .filter((file) => !NOT_FOR_READERS.test(file))
    .map((file) => ({
      path: file.replace(/(^|\/)index\.html$/, '$1'),
      integrity: `sha256-${sha256(readFileSync(path.join(dist, file))).digest('base64')}`,
    }))
}

const sha256 = (content: string | Buffer) => createHash('sha256').update(content)

async function workerCode(root: string, entry: string, files: readonly SiteFile[]): Promise<string> {
  const list = JSON.stringify(files)
  const version = sha256(list).digest('hex').slice(0, 16)
  const built = await build({
    root,
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [
      {
        name: 'proofline:site-files',
        resolveId: (id) => (id === 'virtual:site-files' ? '\0virtual:site-files' : null),
        load: (id) =>
          id === '\0virtual:site-files'
            ? `export const files = ${list}; export const version = ${JSON.stringify(version)}`
            : null,
      },
    ],
    build: {
      target: 'es2022',
      write: false,
      modulePreload: false,
      rolldownOptions: { input: entry, output: { format: 'iife' } },
    },
  })
  const chunks = (Array.isArray(built) ? built : [built]).flatMap((result) =>
    'output' in result ? result.output : [],
  )
  const [chunk, ...others] = chunks.filter((file): file is Rolldown.OutputChunk => file.type === 'chunk')
  if (chunk === undefined || others.length > 0) throw new Error(`Expected ${entry} to become one file`)
  return chunk.code
}
