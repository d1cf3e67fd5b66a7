import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'

/** Every file below a folder, by its path from there with "/", in an order that does not depend on the machine. */
export function builtFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .sort()
}

/** The text of every page of a build. */
export const builtPages = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    builtFiles(folder)
      .filter((file) => file.endsWith('.html'))
      .map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]),
  )
