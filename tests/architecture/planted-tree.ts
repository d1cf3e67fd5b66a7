import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** `from` imports each of `to`: a file below src or tests, a package, a `node:` module, or a `#` alias that leads nowhere. */
export interface PlantedImport {
  readonly from: string
  readonly to: readonly string[]
}

const isFile = (target: string) => /^(src|tests)\//.test(target)
const isPackage = (target: string) => !isFile(target) && !/^(node:|#)/.test(target)

/** Our alias where there is one, so that the plant also proves that the rules see through it. */
const specifier = (target: string) => target.replace(/^src\//, '#').replace(/^tests\//, '#tests/')

const importLines = (targets: readonly string[], words: string) =>
  targets.map((target) => `import ${words}'${specifier(target)}'`).join('\n')

function contentOf(file: string, targets: readonly string[]): string {
  if (file.endsWith('.json')) return '{}\n'
  if (file.endsWith('.vue'))
    return `<script setup lang="ts">\n${importLines(targets, '')}\n</script>\n<template><p /></template>\n`
  return `${importLines(targets, '')}\nexport const name = '${file}'\n`
}

/**
 * Writes a project of nothing but imports into a temporary folder.
 * @param packageJson of the real project: its aliases and the kind of each dependency are what is tried
 */
export function plantTree(imports: readonly PlantedImport[], packageJson: string) {
  const folder = mkdtempSync(path.join(tmpdir(), 'rooms-'))
  const write = (file: string, content: string) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    writeFileSync(path.join(folder, file), content)
  }
  const targetsOf = new Map<string, string[]>()
  const targets = (file: string) => {
    const known = targetsOf.get(file) ?? []
    targetsOf.set(file, known)
    return known
  }

  for (const { from, to } of imports) {
    targets(from).push(...to)
    for (const target of to) {
      if (isFile(target)) targets(target)
      else if (isPackage(target)) {
        write(`node_modules/${target}/package.json`, JSON.stringify({ name: target, main: 'index.js' }))
        write(`node_modules/${target}/index.js`, 'export const name = 1\n')
      }
    }
  }
  write('package.json', packageJson)
  write(
    'tsconfig.json',
    JSON.stringify({ compilerOptions: { module: 'esnext', moduleResolution: 'bundler' } }),
  )
  for (const [file, imported] of targetsOf) write(file, contentOf(file, imported))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
