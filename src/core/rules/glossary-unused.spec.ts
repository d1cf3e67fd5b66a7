import { describe, expect, it } from 'vitest'
import { aDraft, ruleContext } from '#tests/factories/lesson-draft.ts'
import { glossaryUnused } from './glossary-unused.ts'

const entry = (term: string, ...forms: string[]) => ({ term, forms, meaning: 'something' })
const check = (...glossary: ReturnType<typeof entry>[]) =>
  glossaryUnused.check(aDraft({ lesson: { glossary } }), ruleContext)

describe('glossary-unused', () => {
  it('finds a term that no article holds', () => {
    expect(check(entry('lighthouse'), entry('light house'))).toEqual([
      {
        code: 'glossary-unused',
        severity: 'warning',
        file: 'lesson.yaml',
        path: ['glossary', 1, 'term'],
        params: { term: 'light house' },
      },
    ])
  })

  it('says of a second entry for one word that it is one', () => {
    const found = check(entry('lighthouse'), entry('Lighthouse'))
    expect(found.map(({ path, params }) => [path[1], params?.variant])).toEqual([[1, 'twice']])
  })

  it('is content with a term of one level, and with another form of it', () => {
    expect(check(entry('delegation'), entry('train', 'trains'))).toEqual([])
  })

  it('does not take a part of a word for the term', () => {
    expect(check(entry('light'))).toHaveLength(1)
  })

  it('says nothing while an article could not be read', () => {
    expect(
      glossaryUnused.check(
        aDraft({ lesson: { glossary: [entry('x')], levels: ['a2', 'b1', 'c1'] } }),
        ruleContext,
      ),
    ).toEqual([])
  })
})
