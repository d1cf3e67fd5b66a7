import { createReadStream, existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Plugin, ResolvedConfig } from 'vite'

/** What the server entry must export; kept apart from the app, which this room may not import. */
interface ServerEntry {
  pagePaths(): Promise<readonly string[]>
  renderPage(
    path: string,
    base: string,
  ): Promise<{ body: string; title: string; language: string; modules: readonly string[] }>
}

/**
 * After the browser's build: builds the server entry once, renders every page to a file and links the files that the page needs,
 * so that text paints before any script and no script is discovered late.
 */
export function prerender(options: { readonly entry: string }): Plugin {
  let config: ResolvedConfig
  return {
    name: 'proofline:prerender',
    configResolved(resolved) {
      config = resolved
    },
    config: (_config, { command }) =>
      command === 'serve'
        ? {}
        : {
            environments: {
              client: { build: { ssrManifest: true } },
              ssr: {
                build: {
                  outDir: 'node_modules/.prerender',
                  emptyOutDir: true,
                  rolldownOptions: { input: options.entry },
                },
              },
            },
            builder: {
              async buildApp(builder) {
                const { client, ssr } = builder.environments
                if (client === undefined || ssr === undefined)
                  throw new Error('Expected Vite to have a client and an ssr environment')
                await builder.build(client)
                await builder.build(ssr)
                await renderPages(config)
              },
            },
          },
    // A preview answers like a static host: a page's own file, or the page for what is not there.
    configurePreviewServer(server) {
      const dist = path.resolve(config.root, config.build.outDir)
      server.middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost')
        const page = pathname.startsWith(config.base) ? pathname.slice(config.base.length) : null
        if (page === null || path.extname(page) !== '' || page.includes('..')) return next()
        const isThere = existsSync(path.join(dist, page, 'index.html'))
        if (isThere) {
          request.url = path.posix.join(config.base, page, 'index.html')
          return next()
        }
        response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }) // Vite's own server would say 200
        createReadStream(path.join(dist, '404.html')).pipe(response)
      })
    },
  }
}

async function renderPages(config: ResolvedConfig): Promise<void> {
  const dist = path.resolve(config.root, config.build.outDir)
  const serverDir = path.resolve(config.root, 'node_modules/.prerender')
  const entry = (await import(pathToFileURL(path.join(serverDir, 'server.js')).href)) as ServerEntry // built just now from options.entry
  const template = withPaintFirst(await readFile(path.join(dist, 'index.html'), 'utf8'))
  const manifestFile = path.join(dist, '.vite/ssr-manifest.json')
  const manifest = JSON.parse(await readFile(manifestFile, 'utf8')) as Record<string, string[]> // written by Vite
  const pages = await entry.pagePaths()
  for (const page of pages) {
    const rendered = await entry.renderPage(page, config.base)
    const html = fill(template, {
      '<html lang="en" dir="ltr">': `<html lang="${rendered.language}" dir="ltr">`,
      '<title>Proofline</title>': `<title>${escapeHtml(rendered.title)}</title>`,
      '<!--page-head-->': links(rendered.modules, manifest, template).join('\n    '),
      '<!--page-body-->': rendered.body,
    })
    const file = page === '/404' ? '404.html' : path.join(page, 'index.html')
    await mkdir(path.dirname(path.join(dist, file)), { recursive: true })
    await writeFile(path.join(dist, file), await withInlineStyles(html, dist, config.base))
  }
  await rm(path.join(dist, '.vite'), { recursive: true })
  await rm(serverDir, { recursive: true })
  config.logger.info(`prerendered ${pages.length} pages`)
}

/**
 * The entry's script replaced by one line: the page is text already, so it is painted first, and only then is the app evaluated, which
 * has been fetched meanwhile.
 */
function withPaintFirst(template: string): string {
  const script = /<script type="module"[^>]*src="([^"]+)"[^>]*><\/script>/.exec(template)
  if (script?.[1] === undefined) throw new Error('Expected index.html to hold the entry of the build')
  const address = script[1]
  return template.replace(
    script[0],
    () =>
      `<link rel="modulepreload" crossorigin href="${address}">` +
      `<script type="module">requestAnimationFrame(()=>setTimeout(()=>import(${JSON.stringify(address)})))</script>`,
  )
}

/**
 * Each style sheet of a page written into it, in order: text then needs nothing but its own file to be painted. A link that is switched
 * off stays, which no browser fetches, and by which the script sees that the sheet is there.
 */
async function withInlineStyles(html: string, dist: string, base: string): Promise<string> {
  const links = [...html.matchAll(/<link rel="stylesheet"[^>]*href="([^"]+)"[^>]*>/g)]
  const sheets = await Promise.all(
    links.map(([, href = '']) => readFile(path.join(dist, href.slice(base.length)), 'utf8')),
  )
  const style = `<style>${sheets.join('').replaceAll('</', '<\\/')}</style>`
  const withLinks = links.reduce(
    (page, [link]) => page.replace(link, () => link.replace('rel="stylesheet"', 'rel="stylesheet" disabled')),
    html,
  )
  return withLinks.replace('</head>', () => `${style}</head>`)
}

function fill(template: string, values: Readonly<Record<string, string>>): string {
  return Object.entries(values).reduce((html, [mark, value]) => {
    if (!html.includes(mark)) throw new Error(`Expected index.html to contain ${mark}`)
    return html.replace(mark, () => value) // a function: values may hold "$&"
  }, template)
}

/** Style sheets first, then scripts to fetch early; what the template links already is left out. */
function links(
  modules: readonly string[],
  manifest: Readonly<Record<string, string[]>>,
  template: string,
): string[] {
  const files = [...new Set(modules.flatMap((id) => manifest[id] ?? manifest[`\0${id}`] ?? []))].filter(
    (file) => !template.includes(file),
  )
  const styles = files
    .filter((file) => file.endsWith('.css'))
    .map((file) => `<link rel="stylesheet" crossorigin href="${file}">`)
  const scripts = files
    .filter((file) => file.endsWith('.js'))
    .map((file) => `<link rel="modulepreload" crossorigin href="${file}">`)
  return [...styles, ...scripts]
}

const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
