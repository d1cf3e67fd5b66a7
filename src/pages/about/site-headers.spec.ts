import { describe, expect, it } from 'vitest'
import { missingHeaders } from './site-headers.ts'

describe('the headers of a host', () => {
  it('are all missing where it sends none, over https one more', () => {
    expect(missingHeaders(new Headers(), false)).toHaveLength(6)
    expect(missingHeaders(new Headers(), true)).toContain('Strict-Transport-Security')
  })

  it('are found whatever their letters', () => {
    const headers = new Headers({ 'content-security-policy': "default-src 'none'" })
    expect(missingHeaders(headers, false)).not.toContain('Content-Security-Policy')
  })
})
