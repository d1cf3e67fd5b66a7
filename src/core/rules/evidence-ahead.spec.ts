import { describe, expect, it } from 'vitest'
import type { SentenceId } from '#core/kernel/ids.ts'
import type { Level } from '#core/lesson/model.ts'
import { aDraft, aQuestionDraft, ruleContext } from '#tests/factories/lesson-draft.ts'
import { evidenceAhead } from './evidence-ahead.ts'

const draft = aDraft()
/** The first sentence of a section. */
const quoteOf = (level: Level, sectionId: string) => {
  const section = draft.articles
    .find((article) => article.level === level)
    ?.sections.find(({ id }) => id === sectionId)
  const sentences: SentenceId[] = section?.paragraphs[0]?.sentences.slice(0, 1).map(({ id }) => id) ?? []
  return { level, resolution: { kind: 'found', sentences } as const }
}
const check = (section: string, quotes: ReturnType<typeof quoteOf>[]) =>
  evidenceAhead.check(aDraft({ questions: [aQuestionDraft({ section, quotes })] }), ruleContext)

describe('evidence-ahead', () => {
  it('finds proof in a section that comes after the question, once a question', () => {
    const findings = check('harbour', [
      quoteOf('a2', 'factory'),
      quoteOf('b1', 'harbour'),
      quoteOf('b1', 'factory'),
    ])
    expect(findings).toEqual([
      {
        code: 'evidence-ahead',
        severity: 'warning',
        file: 'questions.yaml',
        path: [0, 'evidence', 'a2'],
        params: { level: 'a2', section: 'harbour', later: 'factory' },
      },
    ])
  })

  it('lets a question join its section with an earlier one', () => {
    expect(check('factory', [quoteOf('b1', 'harbour'), quoteOf('b1', 'factory')])).toEqual([])
  })

  it('leaves a question of an unknown section to another rule', () => {
    expect(check('nowhere', [quoteOf('b1', 'factory')])).toEqual([])
  })
})
