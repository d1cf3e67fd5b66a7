/** What a host should send with every page; `docs/deploy.md` says what each is for. */
const WANTED = [
  'Content-Security-Policy',
  'X-Content-Type-Options',
  'Referrer-Policy',
  'Permissions-Policy',
  'Cross-Origin-Opener-Policy',
  'Cross-Origin-Resource-Policy',
] as const

/**
 * Names of the protective headers that an answer does not carry. A page that was opened over https wants to be opened so the next time as well.
 *
 * @param isSecure whether the page came over https; elsewhere browsers pass Strict-Transport-Security over
 */
export const missingHeaders = (
  headers: Headers,
  isSecure = window.location.protocol === 'https:',
): readonly string[] =>
  [...WANTED, ...(isSecure ? ['Strict-Transport-Security'] : [])].filter((name) => !headers.has(name))
