import { describe, expect, it } from 'vitest'
import { aLesson } from '#tests/factories/lesson.ts'
import { measureLevels } from './measures.ts'
import { openingOf } from './opening.ts'

const known = new Set([
  'it',
  'then',
  'they',
  'go',
  'went',
  'to',
  'a',
  'the',
  'saw',
  'an',
  'old',
  'first',
  'them',
  'its',
  'story',
  'make',
  'train',
  'guide',
  'told',
  'for',
  'visitor',
])

describe('the figures of a lesson', () => {
  it('are those of each level, easiest first', () => {
    const [a2, b1] = measureLevels(aLesson(), known)
    expect(a2).toMatchObject({ level: 'a2', wordCount: 24, sentenceCount: 4 })
    expect(b1).toMatchObject({ level: 'b1', sentenceCount: 4 })
    expect(a2?.knownShare).toBe(21 / 24)
  })

  it('are of the levels that are there, before the rest of a lesson has come', () => {
    expect(measureLevels(openingOf(aLesson()), known).map(({ level }) => level)).toEqual(['b1'])
  })
})
