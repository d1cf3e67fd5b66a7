import { describe, expect, it } from 'vitest'
import { lockFaults } from './check-lock.mjs'

const sound = { version: '1.0.0', integrity: 'sha512-x', license: 'MIT' }
const faultsWith = (packages: Parameters<typeof lockFaults>[0]['packages']) =>
  lockFaults({ lockfileVersion: 3, packages: { '': {}, ...packages } }, {})

describe('the check of the lock file', () => {
  it('finds no fault in a sound lock', () => {
    expect(faultsWith({ 'node_modules/a': sound })).toEqual([])
  })

  it.each([
    ['the address of a registry', { ...sound, resolved: 'https://registry.example/a.tgz' }, 'address'],
    ['a missing checksum', { version: '1.0.0', license: 'MIT' }, 'checksum'],
    ['a licence that asks for more', { ...sound, license: 'GPL-3.0-only' }, 'GPL-3.0-only'],
    ['a licence of which only one half is free', { ...sound, license: 'MIT AND GPL-3.0-only' }, 'licence'],
    ['no licence at all', { version: '1.0.0', integrity: 'sha512-x' }, 'unknown'],
    ['a link to another folder', { ...sound, link: true }, 'link'],
    ['an install script nobody has ruled on', { ...sound, hasInstallScript: true }, 'install script'],
    [
      'a platform build without an entry',
      { ...sound, optionalDependencies: { 'a-win32': '1.0.0' } },
      'a-win32',
    ],
  ])('reports %s', (_, entry, word) => {
    expect(faultsWith({ 'node_modules/a': entry })).toEqual([expect.stringContaining(word)])
  })

  it('accepts a free alternative', () => {
    expect(faultsWith({ 'node_modules/a': { ...sound, license: '(GPL-2.0-only OR MIT)' } })).toEqual([])
  })

  it('finds a platform build that stands further up the tree', () => {
    const nested = { ...sound, optionalDependencies: { 'b-linux': '1.0.0' } }
    expect(faultsWith({ 'node_modules/a/node_modules/b': nested, 'node_modules/b-linux': sound })).toEqual([])
  })

  it('reports a package.json that the lock does not know yet', () => {
    const faults = lockFaults(
      { lockfileVersion: 3, packages: { '': {} } },
      { dependencies: { vue: '3.5.45' } },
    )
    expect(faults).toEqual([expect.stringContaining('npm install')])
  })

  it('reports a version range', () => {
    const dependencies = { vue: '^3.5.45' }
    const faults = lockFaults({ lockfileVersion: 3, packages: { '': { dependencies } } }, { dependencies })
    expect(faults).toEqual([expect.stringContaining('no exact version')])
  })
})
