/**
 * What has to be on the machine before any other script can work: the right Node, the packages of the lock
 * file, a browser. Runs before the first install, so it may use Node's own modules only.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

const isWindows = process.platform === 'win32'
const INSTALL_TRIES = 3
const BROWSER_DOWNLOAD_LIMIT_MS = 300_000

/** A thing that the person at the keyboard has to do; shown without a stack. */
export class NeedsYou extends Error {}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnSyncOptions} [options]
 * @returns {boolean} whether it ended well
 */
export function run(command, args, options = {}) {
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options }).status === 0
}

/**
 * Runs npm itself. Under `npm run` the path of npm's own script is known, and starting that with Node needs no
 * shell; otherwise Windows can only start `npm.cmd` through one.
 * @param {readonly string[]} args
 */
function npm(args) {
  const script = process.env.npm_execpath
  if (script?.endsWith('npm-cli.js')) return run(process.execPath, [script, ...args])
  return run('npm', args, { shell: isWindows })
}

export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  throw new NeedsYou(
    `Proofline needs Node 20.19 or newer and this is ${process.version}. Install it from https://nodejs.org`,
  )
}

/**
 * @typedef {{ version?: string, optional?: boolean, os?: string[], cpu?: string[],
 *   dependencies?: Record<string, string>, devDependencies?: Record<string, string> }} LockEntry
 */

/** @param {string} file @returns {Record<string, LockEntry>} */
const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages

/** Reads npm's "os" or "cpu" list, in which "!x" means all but x. @param {string[] | undefined} list @param {string} mine */
const admits = (list, mine) =>
  list === undefined ||
  list.includes(mine) ||
  (list.some((one) => one.startsWith('!')) && !list.includes(`!${mine}`))

/** @param {LockEntry} entry */
const isForThisMachine = (entry) => admits(entry.os, process.platform) && admits(entry.cpu, process.arch)

/**
 * Why an install is needed, or null. npm notes what it put into node_modules in a file of its own; that note is
 * compared with the lock, so a hand-made `npm install` counts as well and no stamp of ours can go stale.
 */
function whyInstall() {
  const note = path.join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(note)) return 'no packages are installed yet'
  const locked = packagesOf(path.join(root, 'package-lock.json'))
  const installed = packagesOf(note)
  for (const [place, entry] of Object.entries(locked)) {
    if (place === '') continue
    const there = installed[place]
    if (there === undefined && entry.optional) continue // another system's build
    if (there?.version !== entry.version) return `${place} is not the locked version`
    if (!existsSync(path.join(root, place))) return `${place} is gone`
  }
  for (const [place, entry] of Object.entries(installed)) {
    if (locked[place] === undefined) return `${place} is not in the lock`
    if (!isForThisMachine(entry)) return `${place} was installed on another kind of machine`
  }
  return null
}

/** Installs exactly what package-lock.json names, if it is not there. Without need it opens no connection. */
export function ensureDependencies() {
  requireNode()
  const reason = whyInstall()
  if (reason === null) return
  console.log(`Installing packages (${reason})…`)
  for (let tried = 0; tried < INSTALL_TRIES; tried++) {
    if (npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'])) return
  }
  throw new NeedsYou('The packages could not be installed. Look at npm’s message above, then start again.')
}

const BROWSER_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'brave-browser',
]

/** Where installers put a browser that is not on the PATH. @returns {string[]} */
function usualBrowserPlaces() {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    )
  }
  if (!isWindows) return []
  const bases = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
  const programs = [
    'Google\\Chrome\\Application\\chrome.exe',
    'Chromium\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
  ]
  return bases.flatMap((base) => (base ? programs.map((program) => path.join(base, program)) : []))
}

/** A file of the right name may be an empty shell (a snap stub, a broken link): it has to answer. @param {string} file */
function answers(file) {
  if (!existsSync(file)) return false
  if (isWindows) return true // chrome.exe opens a window instead of printing its version
  return spawnSync(file, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0
}

/** The path of an installed Chromium-like browser; CHROME_PATH goes before all others. @returns {string | undefined} */
export function findBrowser() {
  const named = process.env.CHROME_PATH
  if (named) {
    if (answers(named)) return named
    throw new NeedsYou(
      `CHROME_PATH is set to ${named}, but no browser answers there. Correct it or unset it.`,
    )
  }
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean)
  const onPath = isWindows
    ? []
    : BROWSER_NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)))
  return [...usualBrowserPlaces(), ...onPath].find(answers)
}

async function playwrightBrowser() {
  const { chromium } = await import('@playwright/test')
  const file = chromium.executablePath()
  return answers(file) ? file : undefined
}

function installWithApt() {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  /** @param {string[]} args */
  const apt = (...args) => {
    const [command = '', ...rest] = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args]
    return run(command, rest)
  }
  console.log('Trying the system’s own package: apt-get install chromium…')
  if (apt('update', '-qq')) apt('install', '-y', '-qq', '--no-install-recommends', 'chromium')
}

/**
 * A browser for the tests: the one named, one installed, Playwright's, a download, the system's package.
 * @returns {Promise<string>} its path
 */
export async function ensureBrowser() {
  const there = findBrowser() ?? (await playwrightBrowser())
  if (there) return there
  console.log('No Chrome, Chromium or Edge found. Downloading Playwright’s Chromium…')
  run(process.execPath, [path.join(root, 'node_modules/@playwright/test/cli.js'), 'install', 'chromium'], {
    timeout: BROWSER_DOWNLOAD_LIMIT_MS,
  })
  const downloaded = await playwrightBrowser()
  if (downloaded) return downloaded
  installWithApt()
  const installed = findBrowser()
  if (installed) return installed
  throw new NeedsYou(
    'The browser tests need Chrome, Chromium or Edge. Install one, or set CHROME_PATH to its program file.',
  )
}

/**
 * Runs a script's main function; turns a NeedsYou into its sentence and an exit code of 1.
 * @param {() => Promise<number | void>} main
 */
export async function asProgram(main) {
  try {
    process.exitCode = (await main()) ?? 0
  } catch (error) {
    if (!(error instanceof NeedsYou)) throw error
    console.error(`\n${error.message}\n`)
    process.exitCode = 1
  }
}
