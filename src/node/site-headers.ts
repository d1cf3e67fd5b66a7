/** Headers of every address that a path names; a final `*` stands for whatever follows. No header is named by two rules that overlap. */
export interface HeaderRule {
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
}

interface Site {
  /** Where the site lives; begins and ends with "/". */
  readonly base: string
  readonly policy: readonly string[]
  /** Everything in the build's first folder except `assets`: pages' folders end with "/". */
  readonly entries: readonly string[]
}

const YEAR_SECONDS = 31_536_000
const FOREVER = `public, max-age=${YEAR_SECONDS}, immutable`
const ASK_EACH_TIME = 'no-cache'

/** Of the devices and interfaces that browsers know by these names, a reader needs none. */
const UNUSED = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'serial',
  'usb',
  'xr-spatial-tracking',
]

/** What a host should say about each address. */
export function headerRules({ base, policy, entries }: Site): readonly HeaderRule[] {
  const everywhere = {
    'Content-Security-Policy': policy.join('; '),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Permissions-Policy': UNUSED.map((name) => `${name}=()`).join(', '),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Strict-Transport-Security': `max-age=${YEAR_SECONDS}`,
  }
  return [
    { path: `${base}*`, headers: everywhere },
    { path: `${base}assets/*`, headers: { 'Cache-Control': FOREVER } },
    ...['', ...entries].map((entry) => ({
      path: `${base}${entry}${entry.endsWith('/') ? '*' : ''}`,
      headers: { 'Cache-Control': ASK_EACH_TIME },
    })),
  ]
}

/** The headers of one address. */
export function headersOf(pathname: string, rules: readonly HeaderRule[]): Readonly<Record<string, string>> {
  const matching = rules.filter(({ path }) =>
    path.endsWith('*') ? `${pathname}/`.startsWith(path.slice(0, -1)) : pathname === path,
  )
  return Object.assign({}, ...matching.map(({ headers }) => headers)) as Record<string, string> // they do not overlap
}

/** The rules in the words of each host: a file's place in the build, and its text. */
export function hostFiles(rules: readonly HeaderRule[], base: string): Readonly<Record<string, string>> {
  return {
    _headers: underscoreHeaders(rules),
    'hosting/vercel.json': json({
      headers: rules.map(({ path, headers }) => ({
        source: path.replace(/\/\*$/, '/:path*'),
        headers: pairs(headers),
      })),
    }),
    'hosting/firebase.json': json({
      hosting: {
        public: 'dist',
        ignore: ['_headers', 'hosting/**'],
        headers: rules.flatMap(({ path, headers }) =>
          // "/about/**" does not say "/about" there
          (path.endsWith('/*') && path !== `${base}*`
            ? [path.slice(0, -2), `${path}*`]
            : [path.replace(/\*$/, '**')]
          ).map((source) => ({ source, headers: pairs(headers) })),
        ),
      },
    }),
    'hosting/nginx.conf': nginx(rules, base),
  }
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

const pairs = (headers: HeaderRule['headers']) =>
  Object.entries(headers).map(([key, value]) => ({ key, value }))

/** Netlify and Cloudflare Pages read this file at the site's root. */
const underscoreHeaders = (rules: readonly HeaderRule[]): string =>
  rules
    .flatMap(({ path, headers }) => [
      path,
      ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
      '',
    ])
    .join('\n')

/** A `location` with a header of its own would drop all of the server's, so the one that differs comes from a map. */
function nginx(rules: readonly HeaderRule[], base: string): string {
  const [everywhere] = rules
  const headers = Object.entries(everywhere?.headers ?? {}).map(
    ([name, value]) => `  add_header ${name} "${value}" always;`,
  )
  return `# Inside "http { }". Put your own name, root and certificate in.
map $uri $proofline_cache {
  default "${ASK_EACH_TIME}";
  "~^${base}assets/" "${FOREVER}";
}
server {
  listen 443 ssl;
  server_name example.org;
  # ssl_certificate and ssl_certificate_key
  root /srv/proofline; # the build lies in it${base === '/' ? '' : `, at ${base}`}
  error_page 404 ${base}404.html;
${headers.join('\n')}
  add_header Cache-Control $proofline_cache always;
  location / { try_files $uri $uri/index.html =404; }
  location = ${base}manifest.webmanifest { default_type application/manifest+json; try_files $uri =404; }
}
`
}
