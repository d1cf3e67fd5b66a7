import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { forbiddenMarkup, sitePolicy, withPolicy } from './site-policy.ts'

const PAGE = `<!doctype html><html><head><meta charset="utf-8" />
<script>first()</script><script type="module">second()</script><script src="/a.js"></script>
<noscript><style> b { color: red } </style></noscript><style>
i { color: blue }</style></head><body></body></html>`

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
const directive = (policy: readonly string[], name: string): string =>
  policy.find((one) => one.startsWith(`${name} `)) ?? ''

describe('the policy of a page', () => {
  it('allows each script and style that stands in it, and none besides', () => {
    const policy = sitePolicy([PAGE])
    expect(directive(policy, 'script-src').split(' ').sort()).toEqual(
      ['script-src', "'self'", hash('first()'), hash('second()')].sort(),
    )
    expect(directive(policy, 'style-src').split(' ').sort()).toEqual(
      ['style-src', "'self'", hash(' b { color: red } '), hash('\ni { color: blue }')].sort(),
    )
    expect(policy.join()).not.toContain('unsafe')
  })

  it('says a hash once, however many pages have it', () => {
    expect(sitePolicy([PAGE, PAGE])).toEqual(sitePolicy([PAGE]))
  })

  it('stands before anything that it governs, without what only a header may say', () => {
    const page = withPolicy(PAGE, sitePolicy([PAGE]))
    expect(page.indexOf('Content-Security-Policy')).toBeLessThan(page.indexOf('<script'))
    expect(page).not.toContain('frame-ancestors')
  })
})

describe('markup that the policy would switch off', () => {
  it.each([
    '<p style="color: red">x</p>',
    '<p class="a" STYLE=color:red>x</p>',
    '<button onclick="go()">x</button>',
  ])('is found: %s', (markup) => {
    expect(forbiddenMarkup(`<body>${markup}</body>`)).not.toBeNull()
  })

  it.each([
    '<p data-style="a">style="x"</p>',
    '<script>a = "<p style=b>"</script>',
    '<p title="once = twice">x</p>',
    '<style>a { b: c }</style>',
  ])('is not seen in %s', (markup) => {
    expect(forbiddenMarkup(`<body>${markup}</body>`)).toBeNull()
  })
})
