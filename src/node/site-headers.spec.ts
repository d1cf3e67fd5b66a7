import { describe, expect, it } from 'vitest'
import { headerRules, headersOf, hostFiles } from './site-headers.ts'

const site = { base: '/reading/', policy: ["default-src 'none'"], entries: ['404.html', 'about/', 'sw.js'] }
const rules = headerRules(site)
const kept = (pathname: string) => headersOf(pathname, rules)['Cache-Control']

describe('the headers of a site below a folder', () => {
  it('let hashed files be kept for ever and everything else be asked for', () => {
    expect(kept('/reading/assets/app-1.js')).toBe('public, max-age=31536000, immutable')
    for (const path of [
      '/reading/',
      '/reading/about',
      '/reading/about/',
      '/reading/404.html',
      '/reading/sw.js',
    ])
      expect(kept(path), path).toBe('no-cache')
  })

  it('carry the policy at every address of the site and at no other', () => {
    expect(headersOf('/reading/no/such', rules)).toHaveProperty('Content-Security-Policy')
    expect(headersOf('/other/', rules)).toEqual({})
  })

  it('never say one header twice for an address, since hosts differ in what they make of that', () => {
    const addresses = [
      '/reading/',
      '/reading/assets/a.js',
      '/reading/about/',
      '/reading/about',
      '/reading/sw.js',
    ]
    for (const address of addresses) {
      const names = rules
        .filter((rule) => Object.keys(headersOf(address, [rule])).length > 0)
        .flatMap(({ headers }) => Object.keys(headers))
      expect(new Set(names).size, address).toBe(names.length)
    }
  })

  it('stand in a file for each host, with the folder in every path', () => {
    const files = hostFiles(rules, site.base)
    expect(Object.keys(files).sort()).toEqual([
      '_headers',
      'hosting/firebase.json',
      'hosting/nginx.conf',
      'hosting/vercel.json',
    ])
    expect(files._headers).toMatch(/^\/reading\/\*\n {2}Content-Security-Policy: default-src 'none'$/m)
    expect(files['hosting/nginx.conf']).toContain('error_page 404 /reading/404.html;')
  })
})
