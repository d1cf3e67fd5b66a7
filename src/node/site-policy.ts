import { createHash } from 'node:crypto'

/** Names that a page may give to its makers of trusted values: the framework's, and the one for our worker's address. */
const TRUSTED_TYPES = 'vue proofline-worker'

/** Found by their text, since that is what a browser hashes. */
const INLINE_SCRIPT = /<script(?![^>]*\ssrc\s*=)[^>]*>([\s\S]*?)<\/script>/gi
const INLINE_STYLE = /<style[^>]*>([\s\S]*?)<\/style>/gi
const FORBIDDEN_ATTRIBUTE = /<[a-z][^<>]*\s(style|on[a-z]+)\s*=[^<>]*>/i

/**
 * What the pages of a site may do: use their own files, the scripts and styles that the build has written into them, and nothing else.
 * A list of directives, so that what only a header may say can be left out of a page.
 */
export function sitePolicy(pages: readonly string[]): readonly string[] {
  return [
    "default-src 'none'",
    ["script-src 'self'", ...hashesOf(pages, INLINE_SCRIPT)].join(' '),
    ["style-src 'self'", ...hashesOf(pages, INLINE_STYLE)].join(' '),
    "style-src-attr 'none'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${TRUSTED_TYPES}`,
  ]
}

/** The page with its policy in its head: the floor where a host sends no headers. */
export function withPolicy(page: string, policy: readonly string[]): string {
  const charset = /<meta charset=[^>]*>/i.exec(page)?.[0]
  if (charset === undefined) throw new Error('Expected a page to name its character set before anything else')
  const said = policy.filter((directive) => !directive.startsWith('frame-ancestors')) // browsers heed it in a header only
  const meta = `<meta http-equiv="Content-Security-Policy" content="${said.join('; ')}">`
  return page.replace(charset, () => `${charset}\n    ${meta}`)
}

/** The first piece of markup that the policy would switch off: a style or a script in an attribute. */
export function forbiddenMarkup(page: string): string | null {
  const markup = page.replace(INLINE_SCRIPT, '').replace(INLINE_STYLE, '')
  return FORBIDDEN_ATTRIBUTE.exec(markup)?.[0] ?? null
}

function hashesOf(pages: readonly string[], inline: RegExp): string[] {
  const texts = new Set(
    pages.flatMap((page) => [...page.matchAll(inline)].map(([, text = '']) => text.replaceAll('\r\n', '\n'))),
  )
  return [...texts].map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`).sort()
}
