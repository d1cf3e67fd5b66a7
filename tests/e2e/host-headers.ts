/** The headers that a host sends with an address of the site, by their names in small letters. */
export type HeadersOf = (pathname: string) => Readonly<Record<string, string>>

interface Rule {
  readonly pattern: RegExp
  readonly headers: readonly (readonly [name: string, value: string])[]
}

/** All rules that fit an address count; where two name one header, hosts do different things, so that must not be. */
const matching =
  (rules: readonly Rule[]): HeadersOf =>
  (pathname) => {
    const found: Record<string, string> = {}
    for (const { pattern, headers } of rules) {
      if (!pattern.test(pathname)) continue
      for (const [name, value] of headers) {
        if (name.toLowerCase() in found) throw new Error(`Two rules give ${pathname} a ${name}`)
        found[name.toLowerCase()] = value
      }
    }
    return found
  }

const escaped = (text: string): string => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&')
const whole = (source: string): RegExp => new RegExp(`^${source}$`)

/** Netlify and Cloudflare Pages: an address, then indented headers; a `*` stands for whatever follows. */
export function underscoreHeaders(text: string): HeadersOf {
  const rules = text
    .split(/\n(?=\/)/)
    .map((block) => block.trim().split('\n'))
    .map(([address = '', ...lines]) => ({
      pattern: whole(escaped(address).replace('*', '.*')),
      headers: lines.map((line): [string, string] => {
        const [, name = '', value = ''] = /^\s+([\w-]+): (.+)$/.exec(line) ?? []
        if (name === '') throw new Error(`Expected a header: ${line}`)
        if (line.length > 2000) throw new Error(`Longer than Cloudflare Pages reads: ${line}`)
        return [name, value]
      }),
    }))
  if (rules.length > 100) throw new Error('More rules than Cloudflare Pages reads')
  return matching(rules)
}

interface JsonRule {
  readonly source: string
  readonly headers: readonly { readonly key: string; readonly value: string }[]
}
const rulesOf = (rules: readonly JsonRule[], pattern: (source: string) => RegExp): HeadersOf =>
  matching(
    rules.map(({ source, headers }) => ({
      pattern: pattern(source),
      headers: headers.map(({ key, value }) => [key, value] as const),
    })),
  )

/** Vercel: `:path*` stands for any number of folders, also for none. */
export function vercelHeaders(text: string): HeadersOf {
  const { headers } = JSON.parse(text) as { headers: JsonRule[] } // written by the build
  return rulesOf(headers, (source) =>
    whole(escaped(source.replace('/:path*', '\0')).replace('\0', '(?:/.*)?')),
  )
}

/** Firebase: `**` stands for any number of folders. */
export function firebaseHeaders(text: string): HeadersOf {
  const { hosting } = JSON.parse(text) as { hosting: { headers: JsonRule[] } } // written by the build
  return rulesOf(hosting.headers, (source) => whole(escaped(source).replace('**', '.*')))
}
