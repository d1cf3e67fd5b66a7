import path from 'node:path'
import { createI18n } from 'vue-i18n'
import { diagnosticMessageKey, type Diagnostic } from '#core/kernel/diagnostic.ts'
import english from '../i18n/locales/en/authoring.json' with { type: 'json' }

export type AuthoringWords = (key: string, params?: Readonly<Record<string, string | number>>) => string

/** The English words for authors, without an app around them. */
export function authoringWords(): AuthoringWords {
  const { global } = createI18n({
    legacy: false,
    locale: 'en',
    messages: { en: english },
    missingWarn: false,
    fallbackWarn: false,
  })
  return (key, params = {}) => global.t(key, { ...params })
}

/** A finding as compilers print theirs: `folder/file:line:column severity code: words`. */
export function diagnosticLine(diagnostic: Diagnostic, folder: string, words: AuthoringWords): string {
  const { file, line, column, severity, code } = diagnostic
  const message = words(diagnosticMessageKey(diagnostic), diagnostic.params)
  return `${path.posix.join(toPosix(folder), file)}:${line}:${column} ${severity} ${code}: ${message}`
}

const toPosix = (folder: string): string => folder.split(path.sep).join('/')
