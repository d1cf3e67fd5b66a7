/**
 * `npm run budgets`: what a first visitor fetches before the first answer (the page with its styles and every script that it links, and
 * `tests/e2e/slow-script.spec.ts` shows that nothing else is needed) and what each rarer question type adds, after brotli, against what it
 * may be. Fonts never block and do not count.
 */
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { root } from './ensure.mjs'

/** kB (1000 bytes). A budget is lowered when we get better; raising one needs a reason in the commit. */
const BUDGETS = { library: 72, reader: 117, requests: 7, player: 3 }

const dist = path.join(root, 'dist')
const base = process.env.BASE_PATH ?? '/'

/** @param {string} file */
const packedKb = (file) => brotliCompressSync(readFileSync(path.join(dist, file))).length / 1000

/** @param {string} page */
function firstLoad(page) {
  const html = readFileSync(path.join(dist, page), 'utf8')
  const links = [...html.matchAll(/<link rel="modulepreload"[^>]*href="([^"]+)"/g)]
  const files = [page, ...new Set(links.map(([, href = '']) => href.slice(base.length)))]
  return { kb: files.reduce((sum, file) => sum + packedKb(file), 0), requests: files.length }
}

const lessons = readdirSync(path.join(dist, 'lessons')).map((id) => `lessons/${id}/index.html`)
const readers = lessons.map(firstLoad)
const library = firstLoad('index.html')
const players = readdirSync(path.join(dist, 'assets')).filter((name) => /Player-.*\.js$/.test(name))
if (players.length === 0)
  throw new Error('Expected dist/assets to hold the players of the rarer question types')

/** @type {{ what: string, is: number, most: number }[]} */
const rows = [
  { what: 'library, kB', is: library.kb, most: BUDGETS.library },
  { what: 'reader, kB (largest lesson)', is: Math.max(...readers.map(({ kb }) => kb)), most: BUDGETS.reader },
  {
    what: 'reader, requests',
    is: Math.max(...readers.map(({ requests }) => requests)),
    most: BUDGETS.requests,
  },
  ...players.map((name) => ({
    what: name.replace(/-[\w-]{8}\.js$/, ', kB'),
    is: packedKb(`assets/${name}`),
    most: BUDGETS.player,
  })),
]
for (const { what, is, most } of rows)
  console.log(`${is > most ? 'TOO MUCH' : 'ok      '} ${what}: ${is.toFixed(1)} of ${most}`)
process.exitCode = rows.some(({ is, most }) => is > most) ? 1 : 0
