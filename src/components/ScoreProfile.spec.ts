import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import french from 'virtual:words/fr'
import { createWords } from '#i18n/words.ts'
import ScoreProfile, { type ProfileRow } from './ScoreProfile.vue'

const row = (points: number, maxPoints: number): ProfileRow => ({
  id: `${points}`,
  label: 'Infer',
  points,
  maxPoints,
  questions: maxPoints,
})

describe('shares of points', () => {
  it.each([
    ['en', undefined, ['0 of 1 point', '1.5 of 24 points']],
    ['fr', french, ['0 sur 1\u00a0point', '1,5 sur 24\u00a0points']],
  ])('are counted as %s counts', (locale, table, expected) => {
    const words = createWords()
    if (table) words.use(locale, table)
    const profile = mount(ScoreProfile, {
      props: { caption: 'By skill', rows: [row(0, 1), row(1.5, 24)] },
      global: { plugins: [words] },
    })
    expect(profile.findAll('.points').map((cell) => cell.text())).toEqual(expected)
  })
})
