import { describe, expect, it } from 'vitest'
import { aDraft, aQuestionDraft, ruleContext } from '#tests/factories/lesson-draft.ts'
import { negativeStem } from './negative-stem.ts'

const check = (stem: string, language = 'en', reworded: string[] = []) =>
  negativeStem.check(
    aDraft({ questions: [aQuestionDraft({ stem, reworded })], lesson: { language } }),
    ruleContext,
  )

describe('negative-stem', () => {
  it('points at the stem and names the word', () => {
    expect(check('Which of these did Kim not see?')).toEqual([
      {
        code: 'negative-stem',
        severity: 'warning',
        file: 'questions.yaml',
        path: [0, 'stem'],
        params: { word: 'not' },
      },
    ])
  })

  it('reads the other wordings too', () => {
    expect(check('Which was left out?', 'en', ['What was there?', 'Which one wasn’t there?'])).toMatchObject([
      { path: [0, 'reworded', 1] },
    ])
  })

  it.each([
    ['en', 'All of these were on show EXCEPT'],
    ['en', 'Which ship is NOT named?'],
    ['en', 'Kim stayed a day. Who never met him?'],
    ['en', 'According to the report, which town wasn’t on the way?'],
    ['es', '¿Cuál de estos barcos no estaba en el puerto?'],
    ['fr', 'Lequel de ces navires n’a pas été montré ?'],
    ['de', 'Welche Aussage ist nicht richtig?'],
    ['ru', 'Что не упоминается в статье?'],
  ])('finds a question for the exception in %s: %s', (language, stem) => {
    expect(check(stem, language)).toHaveLength(1)
  })

  it.each([
    ['en', 'Why did the two leaders not sign a deal?'],
    ['en', 'How does the article show that nothing was agreed?'],
    ['en', 'What does the writer say is not known?'],
    ['en', 'What is a ship called that does not dive?'],
    ['en', 'Which plan has not yet been carried out?'],
    ['en', 'Which of the two was not only admired but bought?'],
    ['en', 'The visit did not last long. What ended it?'],
    ['en', 'What did they accept?'],
    ['en', 'What did the visitors note?'],
    ['es', '¿Por qué no firmaron el acuerdo?'],
    ['fr', 'Pourquoi n’ont-ils pas signé ?'],
    ['de', 'Warum wurde der Vertrag nicht unterschrieben?'],
    ['de', 'Was sagt der Text über Schiffe, die nicht tauchen?'],
    ['ru', 'Почему договор не подписали?'],
    ['ja', 'Which ship is NOT named?'],
  ])('lets a negation be part of what is asked in %s: %s', (language, stem) => {
    expect(check(stem, language)).toEqual([])
  })

  it('lets a statement that is judged be negative', () => {
    const fields = { answer: true, distractors: [] }
    const questions = [
      aQuestionDraft({ type: 'true-false-not-stated', stem: 'Kim did NOT see a submarine.', fields }),
    ]
    expect(negativeStem.check(aDraft({ questions }), ruleContext)).toEqual([])
  })
})
