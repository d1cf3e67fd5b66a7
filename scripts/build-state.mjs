/** Whether dist/ still is what the sources would build to. */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './ensure.mjs'

const SOURCES = [
  'src',
  'questions',
  'public',
  'index.html',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
]
const dist = path.join(root, 'dist')
const page = path.join(dist, 'index.html')
const note = path.join(root, 'node_modules', '.cache', 'proofline', 'build.json')

const basePath = () => process.env.BASE_PATH ?? '/'

/** A folder's own time counts too: it changes when a file in it is removed. @param {string} place @returns {number} */
function newestChangeMs(place) {
  const state = statSync(place)
  if (!state.isDirectory()) return state.mtimeMs
  const inside = readdirSync(place, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() || entry.isFile())
    .map((entry) => newestChangeMs(path.join(place, entry.name)))
  return Math.max(state.mtimeMs, ...inside)
}

/** Called after a build that ended well; a build that broke off leaves no note and so is done again. */
export function noteBuild() {
  mkdirSync(path.dirname(note), { recursive: true })
  writeFileSync(note, JSON.stringify({ basePath: basePath(), finishedAtMs: Date.now() }))
}

export function forgetBuild() {
  rmSync(note, { force: true })
}

export function isBuildCurrent() {
  if (!existsSync(note) || !existsSync(page)) return false
  const built = JSON.parse(readFileSync(note, 'utf8'))
  if (built.basePath !== basePath()) return false
  if (statSync(page).mtimeMs > built.finishedAtMs) return false // somebody built past this script
  return SOURCES.every((source) => newestChangeMs(path.join(root, source)) <= built.finishedAtMs)
}
