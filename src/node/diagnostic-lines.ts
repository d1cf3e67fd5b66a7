import path from 'node:path'
import MessageFormat from '@messageformat/core'
import { diagnosticMessageKey, type Diagnostic } from '#core/kernel/diagnostic.ts'
import commands from '../i18n/locales/en/authoring.json' with { type: 'json' }
import findings from '../i18n/locales/en/diagnostics.json' with { type: 'json' }

const english = { ...commands, ...findings }

export type AuthoringWords = (key: string, params?: Readonly<Record<string, string | number>>) => string

/** The English words for authors, without an app around them. */
export function authoringWords(): AuthoringWords {
  const format = new MessageFormat('en')
  return (key, params = {}) => {
    const message = messageOf(english, key.split('.'))
    return message === null ? key : format.compile(message)(params)
  }
}

/** A key nobody has words for ends as null. */
function messageOf(messages: unknown, [name, ...below]: readonly string[]): string | null {
  if (name === undefined) return typeof messages === 'string' ? messages : null
  return typeof messages === 'object' && messages !== null
    ? messageOf(Object.entries(messages).find(([key]) => key === name)?.[1], below)
    : null
}

/** A finding as compilers print theirs: `folder/file:line:column severity code: words`. */
export function diagnosticLine(diagnostic: Diagnostic, folder: string, words: AuthoringWords): string {
  const { file, line, column, severity, code } = diagnostic
  const message = words(diagnosticMessageKey(diagnostic), diagnostic.params)
  return `${path.posix.join(toPosix(folder), file)}:${line}:${column} ${severity} ${code}: ${message}`
}

const toPosix = (folder: string): string => folder.split(path.sep).join('/')
