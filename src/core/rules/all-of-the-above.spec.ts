import { describe, expect, it } from 'vitest'
import { aDraft, aQuestionDraft, ruleContext, someOptions } from '#tests/factories/lesson-draft.ts'
import { allOfTheAbove } from './all-of-the-above.ts'

const check = (option: string, language: string) => {
  const question = aQuestionDraft({ fields: { options: someOptions('*One', 'Two', option) } })
  return allOfTheAbove.check(aDraft({ questions: [question], lesson: { language } }), ruleContext)
}

describe('all-of-the-above', () => {
  it('points at the option', () => {
    expect(check('All of the above.', 'en')).toEqual([
      {
        code: 'all-of-the-above',
        severity: 'error',
        file: 'questions.yaml',
        path: [0, 'options', 2, 'text'],
        params: { text: 'All of the above.' },
      },
    ])
  })

  it.each([
    ['en-GB', 'all the above'],
    ['en', 'None of the above'],
    ['en', 'None of these'],
    ['en', 'All of these are correct'],
    ['en', 'Both answers are right'],
    ['en', 'Both A and B'],
    ['en', 'A, B and C'],
    ['en', '(a) and (c)'],
    ['es', 'Todas las anteriores'],
    ['es', 'Ninguna de las anteriores'],
    ['es', 'Ninguna respuesta es correcta'],
    ['es', 'A y B son correctas'],
    ['fr', 'Toutes ces réponses'],
    ['fr', 'Aucune de ces réponses'],
    ['fr', 'Toutes les réponses sont correctes'],
    ['fr', 'Les réponses A et B'],
    ['de', 'Alle oben genannten'],
    ['de', 'Keine der genannten Antworten'],
    ['de', 'Alle Antworten sind richtig'],
    ['de', 'A und B'],
    ['ru', 'Всё вышеперечисленное'],
    ['ru', 'Ничего из перечисленного'],
    ['ru', 'Все ответы верны'],
    ['ru', 'Ни один из вариантов'],
    ['ru', 'Нет правильного ответа'],
    ['ru', 'А и Б'],
  ])('knows it in %s: %s', (language, option) => {
    expect(check(option, language)).toHaveLength(1)
  })

  it.each([
    ['en', 'All of the ships above the water line'],
    ['en', 'None of these ships carried missiles'],
    ['en', 'None of them'],
    ['en', 'Both presidents'],
    ['en', 'All the others'],
    ['en', 'China and Russia'],
    ['en', 'All three bombers'],
    ['es', 'Todas las respuestas del ministro'],
    ['es', 'Ninguna'],
    ['fr', 'Toutes les semaines'],
    ['de', 'Alle Antworten des Ministers'],
    ['de', 'Keine'],
    ['ru', 'Все корабли'],
    ['ru', 'Оба президента'],
    ['ja', 'all of the above'],
  ])('takes an answer for an answer in %s: %s', (language, option) => {
    expect(check(option, language)).toEqual([])
  })
})
