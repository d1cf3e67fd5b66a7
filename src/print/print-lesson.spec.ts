import { describe, expect, it } from 'vitest'
import type { SentenceId } from '#core/kernel/ids.ts'
import { articleOf, evidenceSentences, locateSentences } from '#core/lesson/questions.ts'
import { paragraphText, plainText } from '#core/lesson/text.ts'
import type { Lesson, Question } from '#core/lesson/model.ts'
import { authoring } from '#interactions/authoring.ts'
import { interactions } from '#interactions/registry.ts'
import { parseLesson } from '#core/lesson-text/parse-lesson.ts'
import { authoringOf, everySample, logicOf } from '#tests/contract/interaction-samples.ts'
import { lesson as bundled } from '#tests/e2e/lesson.ts'
import { corpusFiles } from '#tests/factories/lesson-files.ts'
import { aLesson } from '#tests/factories/lesson.ts'
import { printLesson, type PrintChoices } from './print-lesson.ts'
import type { AnswerBlock, QuestionBlock, Sheet } from './sheet.ts'

const CHOICES: PrintChoices = {
  sheets: 'both',
  level: 'b1',
  hasArticle: true,
  hasGlossary: true,
  hasExplanations: true,
  hasReasons: true,
}
/** Keys stand for their words: a sheet that shows one is easy to tell. */
const words = (key: string): string => `«${key}»`
const sheetsOf = (lesson: Lesson, choices: Partial<PrintChoices> = {}) =>
  printLesson(lesson, { ...CHOICES, ...choices }, { interactions, words })

const sheetOf = (lesson: Lesson, kind: Sheet['kind'], choices: Partial<PrintChoices> = {}): Sheet => {
  const [sheet] = sheetsOf(lesson, { ...choices, sheets: kind })
  if (sheet === undefined) throw new Error(`Expected a ${kind}`)
  return sheet
}
const questionsOn = (sheet: Sheet): QuestionBlock[] =>
  sheet.blocks.filter((block): block is QuestionBlock => block.kind === 'question')
const answersOn = (sheet: Sheet): AnswerBlock[] =>
  sheet.blocks.filter((block): block is AnswerBlock => block.kind === 'answer')

const first = aLesson().questions[0]
if (first === undefined) throw new Error('Expected the lesson to have a question')

/** A lesson that asks every sample of every type; its proof is that of the factory's first question. */
const sampled = aLesson({
  questions: everySample.map(({ type, sample }, index): Question => ({
    ...first,
    id: `sample-${index}` as Question['id'],
    type,
    stem: sample.stem,
    explanation: `Explained ${index}.`,
    body: sample.body,
  })),
})

function everyType(): Lesson {
  const { value } = parseLesson(
    { id: 'every-type', files: corpusFiles('good/every-type') },
    { interactions, authoring },
  )
  if (value === null) throw new Error('Expected the frozen lesson to be sound')
  return value
}

describe.each([
  ['every sample of every type', sampled],
  ['a lesson of every type', everyType()],
  ['the first lesson of the library', bundled],
])('the paper of %s', (_, lesson) => {
  const worksheet = sheetOf(lesson, 'worksheet')
  const key = sheetOf(lesson, 'key')

  it('asks every question once and answers it once, under the same number', () => {
    const numbered = lesson.questions.map(({ id }, index) => [id, index + 1])
    expect(questionsOn(worksheet).map(({ id, number }) => [id, number])).toEqual(numbered)
    expect(answersOn(key).map(({ id, number }) => [id, number])).toEqual(numbered)
  })

  it('leaves room to answer on the worksheet', () => {
    const places = [
      'options',
      'worded-options',
      'lines',
      'passage',
      'columns',
      'numbered-boxes',
      'grid',
      'worded-grid',
    ]
    for (const { id, blocks } of questionsOn(worksheet))
      expect(
        blocks.some(({ kind }) => places.includes(kind)),
        id,
      ).toBe(true)
  })

  it('names the answer and a place that proves it in every block of the key', () => {
    for (const answer of answersOn(key)) {
      const question = lesson.questions[answer.number - 1]
      if (question === undefined) throw new Error(`Expected a question ${answer.number}`)
      const logic = logicOf(question.type)
      const context = { language: lesson.language, evidence: evidenceSentences(question, 'b1') }
      const lines = logic.describe(question.body, logic.reveal(question.body, context), words, () => null)
      const printed = JSON.stringify(answer.blocks)
      for (const line of lines) expect(printed, answer.id).toContain(JSON.stringify(line).slice(1, -1))
      expect(answer.proofs.length, answer.id).toBeGreaterThan(0)
      for (const { quote, places } of answer.proofs) {
        expect(quote).not.toBe('')
        expect(places.length, quote).toBeGreaterThan(0)
      }
    }
  })

  it('shows nothing on the worksheet that only the grader may see', () => {
    const names = new Set<string>()
    JSON.stringify(worksheet.blocks, (name, value: unknown) => {
      names.add(name)
      return value
    })
    for (const secret of [
      'isKey',
      'key',
      'why',
      'misreading',
      'explanation',
      'evidence',
      'accepted',
      'answer',
    ])
      expect(names).not.toContain(secret)
    const printed = JSON.stringify(questionsOn(worksheet))
    for (const { explanation } of lesson.questions) expect(printed).not.toContain(explanation)
  })

  it('is the same each time', () => {
    expect(sheetsOf(lesson)).toEqual(sheetsOf(lesson))
  })
})

describe.each(everySample)('a worksheet of $type: $name', ({ type, sample }) => {
  const printed = (body: unknown, id = 'any') =>
    questionsOn(
      sheetOf(aLesson({ questions: [{ ...first, id: id as Question['id'], type, body }] }), 'worksheet'),
    )[0]?.blocks

  it('does not tell which option is the key', () => {
    const marked = (isKey: boolean): unknown =>
      JSON.parse(JSON.stringify(sample.body, (name, value: unknown) => (name === 'isKey' ? isKey : value)))
    if (logicOf(type).isValidBody(marked(true)) && logicOf(type).isValidBody(marked(false)))
      expect(printed(marked(true))).toEqual(printed(marked(false)))
  })

  it('mixes what must not stand in the order of the key, by the question’s id', () => {
    for (const id of ['bombers', 'ship', 'ballet', 'tour', 'deal']) {
      const { shape } = authoringOf(type).toNeutral(sample.body)
      for (const block of printed(sample.body, id) ?? []) {
        if (block.kind === 'numbered-boxes' && shape.kind === 'order')
          expect(block.items).not.toEqual(shape.items)
        if (block.kind === 'columns' && shape.kind === 'match') expect(block.right).not.toEqual(shape.right)
        if (block.kind === 'bank' && shape.kind === 'gap') expect(block.words).not.toEqual(shape.bank)
      }
      expect(printed(sample.body, id)).toEqual(printed(sample.body, id))
    }
  })
})

describe('the article on the worksheet', () => {
  it('has every paragraph of the level, under its number through the whole article', () => {
    for (const level of ['a2', 'b1'] as const) {
      const paragraphs = sheetOf(aLesson(), 'worksheet', { level }).blocks.flatMap((block) =>
        block.kind === 'paragraph' ? [[block.number, plainText(block.inlines).trim()]] : [],
      )
      const article = articleOf(aLesson(), level)
      expect(paragraphs).toEqual(
        article.sections.flatMap((section) =>
          section.paragraphs.map((paragraph) => [paragraph.number, paragraphText(paragraph)]),
        ),
      )
    }
  })

  it('is left out for a class that has it, and its words with it', () => {
    const glossary = [{ term: 'lighthouse', meaning: 'A tower with a lamp.', forms: [] }]
    const kinds = (choices: Partial<PrintChoices>) =>
      new Set(sheetOf(aLesson({ glossary }), 'worksheet', choices).blocks.map(({ kind }) => kind))
    expect(kinds({})).toContain('glossary')
    expect(kinds({ hasGlossary: false })).not.toContain('glossary')
    const alone = kinds({ hasArticle: false })
    for (const kind of ['paragraph', 'section', 'glossary'] as const) expect(alone).not.toContain(kind)
    for (const kind of ['name-line', 'question', 'source'] as const) expect(alone).toContain(kind)
  })
})

describe('the key', () => {
  it('places each proof where the article has it', () => {
    const lesson = aLesson()
    const places = locateSentences(articleOf(lesson, 'b1'))
    const [answer] = answersOn(sheetOf(lesson, 'key'))
    const [sentence = '' as SentenceId] = lesson.questions[0]?.evidence.b1?.[0]?.sentences ?? []
    const place = places.get(sentence)
    expect(answer?.proofs[0]).toEqual({
      quote: 'an old lighthouse',
      isSecond: false,
      places: [{ paragraph: place?.paragraph, sentence: place?.sentenceNumber }],
    })
  })

  it('explains, and says why wrong answers fail, only when that is wanted', () => {
    const [full] = answersOn(sheetOf(aLesson(), 'key'))
    expect(full?.explanation).toBe('The text says so.')
    expect(full?.reasons).toEqual([
      { answer: 'A wrong one', why: 'That is another one.' },
      { answer: 'A worse one', why: 'The text does not say it.' },
    ])
    const [bare] = answersOn(sheetOf(aLesson(), 'key', { hasExplanations: false, hasReasons: false }))
    expect(bare?.explanation).toBeNull()
    expect(bare?.reasons).toEqual([])
  })

  it('names an answer in words where the type words it itself', () => {
    const at = everySample.find(({ type }) => type === 'true-false-not-stated')
    const body = { ...(at?.sample.body as object), distractors: [{ answer: 'false', why: 'It is not.' }] }
    const question: Question = {
      ...first,
      type: 'true-false-not-stated',
      body: { ...body, answer: 'true' },
    }
    const [answer] = answersOn(sheetOf(aLesson({ questions: [question] }), 'key'))
    expect(answer?.reasons).toEqual([
      { answer: '«interactions.true-false-not-stated.false»', why: 'It is not.' },
    ])
  })
})

it('every sheet ends with its sources and licence, and keeps the language and direction of the lesson', () => {
  for (const sheet of sheetsOf(aLesson({ language: 'ar', direction: 'rtl' }))) {
    expect(sheet).toMatchObject({ language: 'ar', direction: 'rtl' })
    expect(sheet.blocks.at(-1)).toMatchObject({ kind: 'source', licence: 'CC-BY-4.0' })
  }
})
