import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import article from '../../questions/kim-in-vladivostok-2023/article.b1.md?raw'
import guide from '../../questions/README.md?raw'
import rules from '../../docs/content-rules.md?raw'
import findingWords from '#i18n/locales/en/diagnostics.json'

/** A message's code; what follows the underscore tells its wordings apart. */
const codes = new Set(Object.keys(findingWords.diagnostics).map((key) => key.replace(/_.*/, '')))

describe('the teachers’ guide', () => {
  it('explains every message of the check, or leaves it to the rules', () => {
    const explained = (code: string): boolean =>
      guide.includes(`\`${code}\``) || rules.includes(`### ${code} (`)
    expect([...codes].filter((code) => !explained(code))).toEqual([])
  })

  it('knows no message that the check has not', () => {
    const [, table = ''] = guide.split('## What the check says')
    const named = [...table.matchAll(/^\|([^|]+)\|/gm)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code),
    )
    expect(named.length).toBeGreaterThan(40)
    expect(named.filter((code) => !codes.has(code))).toEqual([])
  })

  it('mends its weak question into one whose proof stands in the article', () => {
    const [, example = ''] = /# mended:[^\n]*\n([\s\S]*?)\n\n/.exec(guide) ?? []
    const [question] = parse(example.replace(/^ {4}/gm, '')) as [
      { options: object[]; evidence: { b1: string } },
    ]
    expect(article).toContain(question.evidence.b1)
    expect(
      question.options
        .filter((option) => !('key' in option))
        .every((option) => 'misreading' in option && 'why' in option),
    ).toBe(true)
  })
})
