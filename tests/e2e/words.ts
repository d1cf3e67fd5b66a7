import MessageFormat from '@messageformat/core'
import en from '#i18n/locales/en/app.json' with { type: 'json' }

const english = new MessageFormat('en')

/** A message of the interface by its key. Names that readers and tests rely on are written out in the tests instead. */
export function say(key: string, params: Readonly<Record<string, string | number>> = {}): string {
  let found: unknown = en
  for (const step of key.split('.'))
    found =
      typeof found === 'object' && found !== null
        ? Object.entries(found).find(([name]) => name === step)?.[1]
        : undefined
  if (typeof found !== 'string') throw new Error(`Expected a message "${key}"`)
  return english.compile(found)(params)
}
