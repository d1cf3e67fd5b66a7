/** The `lock` step: package-lock.json installs anywhere, says nothing about anybody's registry, and is free to use. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './ensure.mjs'

/** SPDX names that ask for no more than their notice (MPL and OFL: only changed files and fonts stay under them). */
const FREE_LICENCES = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Unicode-DFS-2016',
  'Unlicense',
  'MPL-2.0',
  'OFL-1.1',
])

/**
 * @typedef {{ version?: string, resolved?: string, integrity?: string, license?: string, link?: boolean, hasInstallScript?: boolean,
 *   dependencies?: Record<string, string>, devDependencies?: Record<string, string>, optionalDependencies?: Record<string, string> }} LockEntry
 * @typedef {{ lockfileVersion?: number, packages: Record<string, LockEntry> }} Lock
 * @typedef {{ dependencies?: Record<string, string>, devDependencies?: Record<string, string>, allowScripts?: Record<string, boolean> }} Manifest
 */

/** "(A OR B) AND C" is free when each AND-part has a free alternative. @param {string | undefined} licence */
function isFree(licence) {
  if (!licence) return false
  return licence
    .replaceAll(/[()]/g, '')
    .split(' AND ')
    .every((part) => part.split(' OR ').some((name) => FREE_LICENCES.has(name.trim())))
}

/** Node looks for a package beside its user first, then one folder up after the other. @param {string} user @param {string} name */
function* placesOf(user, name) {
  for (let folder = user; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    yield `${folder === '' ? '' : `${folder}/`}node_modules/${name}`
    if (folder === '') return
  }
}

/** @param {Lock} lock @param {Manifest} manifest @returns {Generator<string>} */
function* faultsAgainstManifest(lock, manifest) {
  for (const kind of /** @type {const} */ (['dependencies', 'devDependencies'])) {
    const wanted = manifest[kind] ?? {}
    const locked = lock.packages['']?.[kind] ?? {}
    for (const name of new Set([...Object.keys(wanted), ...Object.keys(locked)])) {
      if (wanted[name] !== locked[name])
        yield `${name}: package.json says ${wanted[name]}, the lock ${locked[name]}; run npm install`
      else if (!/^\d+\.\d+\.\d+$/.test(wanted[name] ?? ''))
        yield `${name}: ${wanted[name]} is no exact version`
    }
  }
}

/**
 * @param {Lock} lock
 * @param {Manifest} manifest package.json
 * @returns {string[]} one sentence a fault, naming the package
 */
export function lockFaults(lock, manifest) {
  const faults = [...faultsAgainstManifest(lock, manifest)]
  if (lock.lockfileVersion !== 3) faults.push(`lock format ${lock.lockfileVersion}, expected 3`)
  for (const [place, entry] of Object.entries(lock.packages)) {
    for (const name of Object.keys(entry.optionalDependencies ?? {})) {
      if ([...placesOf(place, name)].some((candidate) => candidate in lock.packages)) continue
      faults.push(
        `${place || 'package.json'}: its build ${name} has no entry, so npm ci stops on other systems`,
      )
    }
    if (place === '') continue
    const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)
    if (entry.link) faults.push(`${place}: a link to a folder outside the lock`)
    if (entry.resolved) faults.push(`${place}: names the address it came from; .npmrc should keep that out`)
    if (!entry.version || !entry.integrity) faults.push(`${place}: no version or no checksum`)
    if (!isFree(entry.license))
      faults.push(`${place}: licence ${entry.license ?? 'unknown'} is not on the list`)
    if (entry.hasInstallScript && manifest.allowScripts?.[name] === undefined)
      faults.push(`${place}: has an install script`)
  }
  return faults
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const read = (/** @type {string} */ name) => JSON.parse(readFileSync(path.join(root, name), 'utf8'))
  const lock = read('package-lock.json')
  const faults = lockFaults(lock, read('package.json'))
  for (const fault of faults) console.error(fault)
  console.log(`${Object.keys(lock.packages).length - 1} packages, ${faults.length} faults`)
  process.exitCode = faults.length === 0 ? 0 : 1
}
