import { readdirSync } from 'node:fs'
import path from 'node:path'
import { build, type Plugin, type Rolldown } from 'vite'
import { directionOf } from '#core/lesson/direction.ts'

/** Behind whatever the head links: a slow phone asks for the app's files first, and runs the script while they come. */
const PLACE = '</head>'

interface EarlyScriptOptions {
  readonly entry: string
  /** The folder with one folder for each language of the interface. */
  readonly locales: string
}

/**
 * Writes a small script into the head of every page, before anything is painted: one classic `<script>` without attributes, compiled from
 * `entry` and whatever it imports, by the build and by the development server alike.
 */
export function earlyScript(options: EarlyScriptOptions): Plugin {
  let root = process.cwd()
  return {
    name: 'proofline:early-script',
    configResolved(config) {
      root = config.root
    },
    transformIndexHtml: {
      order: 'post',
      async handler(html) {
        if (!html.includes(PLACE)) throw new Error(`Expected index.html to contain ${PLACE}`)
        const code = await compiledScript(root, options)
        return html.replace(PLACE, () => `<script>${code}</script>${PLACE}`) // a function: code may hold "$&"
      },
    },
  }
}

/** The entry as one minified expression that leaves no name behind. */
export async function compiledScript(root: string, { entry, locales }: EarlyScriptOptions): Promise<string> {
  const languages = readdirSync(path.resolve(root, locales))
  const rightToLeft = languages.filter((tag) => directionOf(tag) === 'rtl')
  const built = await build({
    root,
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: 'warn',
    define: {
      __INTERFACE_LANGUAGES__: JSON.stringify(languages),
      __RTL_LANGUAGES__: JSON.stringify(rightToLeft),
    },
    build: {
      target: 'es2022',
      write: false,
      minify: true,
      modulePreload: false,
      rolldownOptions: { input: path.resolve(root, entry), output: { format: 'iife' } },
    },
  })
  const chunks = (Array.isArray(built) ? built : [built]).flatMap((result) =>
    'output' in result ? result.output : [],
  )
  const [chunk, ...others] = chunks.filter((file): file is Rolldown.OutputChunk => file.type === 'chunk')
  if (chunk === undefined || others.length > 0) throw new Error(`Expected ${entry} to become one file`)
  const code = chunk.code.trim()
  if (/<\/script|<!--/i.test(code)) throw new Error(`Expected ${entry} to hold nothing that ends a script`)
  return code
}
