import { expect, type Page } from '@playwright/test'
import { logicOf } from '#interactions/registry.ts'
import type { Question } from '#core/lesson/model.ts'
import ar from '#i18n/locales/ar/app.json' with { type: 'json' }
import {
  articleAt,
  askingSections,
  firstSection,
  lesson,
  lessonAddress,
  numberOf,
  placeOf,
  proofOf,
  questionsOf,
  sectionsOfEveryType,
  the,
  wordsOf,
} from '../lesson.ts'
import { give, openSection, questionGroup, reader, type Verdict } from '../reader.ts'
import { right, wrong } from '../responses.ts'
import { withVoices } from '../voices.ts'
import { say } from '../words.ts'
import type { Person } from './ways.ts'

/** What a reader comes for. It is written once, and done in every way. */
export interface Task {
  readonly name: string
  /** What stands in for a part of the browser that a test has not. */
  prepare?(page: Page): Promise<unknown>
  do(person: Person): Promise<void>
}

const singleChoice = the(
  questionsOf(firstSection).find(({ type, points }) => type === 'single' && points === 1),
  'a choice of one in its first section',
)
const proof = the(proofOf(singleChoice)[0], 'a proof of it')
const lastSection = the(askingSections.at(-1), 'a last section')
const main = (page: Page) => page.getByRole('main')

/** The words that a question puts before its reader. */
const offeredBy = ({ type, body }: Question): string[] =>
  logicOf(type)
    .offers(body)
    .flatMap((offer) => (offer.kind === 'passage' ? [] : offer.items))

const verdictOf = (question: Question, verdict: Verdict): string =>
  say('question.verdictOf', { number: numberOf(question), verdict })

async function checkWrongAnswer({ page, hand, finds, isTold }: Person): Promise<void> {
  await give(page, hand, wrong(singleChoice))
  await hand.press(reader(page).button('Check answers'))
  await isTold(verdictOf(singleChoice, 'Not right'))
  await finds(reader(page).question(singleChoice), ['Not right'])
}

const answersSection = (section: typeof firstSection): Task => ({
  name: `answers the questions on “${section.title}” and checks them`,
  async do(person) {
    const { page, hand } = person
    await person.open(lessonAddress)
    if (section !== firstSection) await openSection(page, hand, section)
    for (const question of questionsOf(section)) {
      const total = lesson.questionCount
      await person.finds(reader(page).question(question), [
        say('question.number', { number: numberOf(question), total }),
        question.stem,
        ...offeredBy(question),
      ])
      await give(page, hand, right(question))
    }
    await hand.press(reader(page).button('Check answers'))
    for (const question of questionsOf(section)) await person.isTold(verdictOf(question, 'Right'))
    for (const question of questionsOf(section)) {
      const { paragraph } = placeOf(the(proofOf(question)[0], 'a proof'))
      await person.finds(reader(page).question(question), ['Right', String(paragraph), question.explanation])
    }
  },
})

export const TASKS: readonly Task[] = [
  {
    name: 'finds a lesson in the library and opens it',
    async do(person) {
      const { page, hand } = person
      await person.open('./')
      await person.finds(main(page), [
        say('library.heading'),
        lesson.title,
        say('library.questions', { count: lesson.questionCount }),
        say('library.notStarted'),
      ])
      await hand.press(page.getByRole('link', { name: lesson.title }))
      await expect(page.getByRole('main')).toBeFocused()
      await person.finds(main(page), [
        lesson.title,
        firstSection.title,
        say('read.questionsOn', { number: 1 }),
      ])
    },
  },
  ...sectionsOfEveryType().map(answersSection),
  {
    name: 'is wrong, takes a hint and tries again',
    async do(person) {
      const { page, hand } = person
      const group = reader(page).question(singleChoice)
      const hint = say('question.hintParagraph', { paragraph: placeOf(proof).paragraph })
      await person.open(lessonAddress)
      await checkWrongAnswer(person)
      await hand.press(group.getByRole('button', { name: 'Try again' }))
      await person.isTold(hint)
      await person.finds(group, [hint])
      await give(page, hand, right(singleChoice))
      await hand.press(reader(page).button('Check answers'))
      await person.isTold(verdictOf(singleChoice, 'Right'))
      await person.finds(group, ['Right', say('question.points', { points: '0.5', max: 1 })])
    },
  },
  {
    name: 'has the answer shown, looks at its proof and comes back',
    async do(person) {
      const { page, hand } = person
      const group = reader(page).question(singleChoice)
      const { paragraph, sentenceNumber } = placeOf(proof)
      const place = say('question.sentencePlace', { paragraph, sentence: sentenceNumber })
      await person.open(lessonAddress)
      await checkWrongAnswer(person)
      await hand.press(group.getByRole('button', { name: 'Show the answer' }))
      await person.isTold(say('question.evidenceAt', { places: place }))
      await person.finds(group, [
        say('question.proof', { count: 1, places: String(paragraph) }),
        singleChoice.explanation,
      ])
      await hand.press(group.getByRole('button', { name: 'Show it in the text' }))
      const lit = reader(page).lit.filter({ hasText: wordsOf(proof) })
      await expect(lit).toBeFocused()
      await expect(lit).toBeInViewport({ ratio: 0.9 })
      await person.finds(lit, [wordsOf(proof).split(' ', 3).join(' ')])
      await hand.press(reader(page).button(say('read.backToQuestion', { number: numberOf(singleChoice) })))
      await expect(group).toBeFocused()
      await expect(group.getByRole('heading', { name: singleChoice.stem })).toBeInViewport({ ratio: 1 })
    },
  },
  {
    name: 'proves an answer by picking its sentence in the text',
    async do(person) {
      const { page, hand } = person
      const question = the(
        questionsOf(firstSection).find(({ type }) => type === 'prove-it'),
        'a question to be proved',
      )
      const sentence = the(proofOf(question)[0], 'a proof')
      const place = { paragraph: placeOf(sentence).paragraph, sentence: placeOf(sentence).sentenceNumber }
      await person.open(lessonAddress)
      await give(page, hand, right(question))
      await person.isTold(say('read.picked', place))
      await person.finds(reader(page).question(question), [
        say('proof.yours'),
        wordsOf(sentence),
        say('proof.place', place),
      ])
    },
  },
  {
    name: 'changes the level of the text',
    async do(person) {
      const { page, hand } = person
      const level = the(
        lesson.levels.find((known) => known !== lesson.defaultLevel),
        'a second level',
      )
      const [sentence] = the(articleAt(level).sections[0]?.paragraphs[0], 'a paragraph').sentences
      await person.open(lessonAddress)
      await hand.select(reader(page).level, level)
      await person.finds(reader(page).article, [
        wordsOf(the(sentence, 'a sentence').id).split(' ', 4).join(' '),
      ])
    },
  },
  {
    name: 'looks up a word',
    async do(person) {
      const { page, hand } = person
      await person.open(lessonAddress)
      const word = reader(page).article.getByRole('link').first()
      const index = Number(/\d+$/.exec((await word.getAttribute('href')) ?? '')?.[0]) - 1
      const { term, meaning } = the(lesson.glossary[index], 'a glossary entry for it')
      await hand.press(word)
      const panel = page.getByRole('dialog', { name: term })
      await expect(panel).toBeFocused()
      await person.finds(panel, [term, meaning])
      await hand.press(panel.getByRole('button', { name: say('read.close') }))
      await expect(panel).toBeHidden()
      await expect(word).toBeFocused()
    },
  },
  {
    name: 'changes colours, size and spacing of the text',
    async do(person) {
      const { page, hand } = person
      const html = page.locator('html')
      const choice = (setting: string) => page.getByRole('group', { name: say(setting), exact: true })
      await person.open(lessonAddress)
      await hand.press(reader(page).button(say('read.textSettings')))
      await hand.choose(choice('settings.theme').getByRole('radio', { name: say('settings.themes.dark') }))
      await expect(html).toHaveAttribute('data-theme', 'dark')
      await hand.choose(choice('settings.textScale').getByRole('radio', { name: '130%' }))
      await expect(html).toHaveAttribute('data-text-scale', '1.3')
      await person.finds(choice('settings.textScale'), [say('settings.textScale'), '130%'])
      await hand.press(page.getByRole('link', { name: say('read.allSettings') }))
      await expect(page.getByRole('heading', { level: 1, name: say('settings.heading') })).toBeVisible()
      await hand.choose(
        choice('settings.spacing').getByRole('radio', { name: say('settings.spacings.wider') }),
      )
      await expect(html).toHaveAttribute('data-spacing', 'wider')
      await person.finds(main(page), [
        say('settings.look'),
        say('settings.spacing'),
        say('settings.lineFocusHint'),
      ])
    },
  },
  {
    name: 'changes the language',
    async do(person) {
      const { page, hand } = person
      const list = page.getByRole('contentinfo').getByRole('combobox')
      await person.open('./')
      await hand.select(list, 'ar')
      await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
      await person.finds(main(page), [ar.library.heading, lesson.title])
      await hand.select(list, 'en')
      await person.finds(main(page), [say('library.heading')])
    },
  },
  {
    name: 'listens to a section',
    prepare: withVoices,
    async do(person) {
      const { page, hand } = person
      const opener = page.getByRole('banner').getByRole('button', { name: say('listen.label'), exact: true })
      const bar = page.getByRole('region', { name: say('listen.label') })
      await person.open(lessonAddress)
      await hand.press(opener)
      await hand.press(bar.getByRole('button', { name: say('listen.play'), exact: true }))
      await person.isTold(say('listen.state.playing'))
      await person.finds(bar, [say('listen.place', { number: 1, total: '' }).trim()])
      await hand.press(bar.getByRole('button', { name: say('listen.pause'), exact: true }))
      await person.isTold(say('listen.state.paused'))
      await hand.press(bar.getByRole('button', { name: say('listen.close') }))
      await expect(bar).toBeHidden()
      await expect(opener).toBeFocused()
    },
  },
  {
    name: 'sees the result and does again what was missed',
    async do(person) {
      const { page, hand } = person
      await person.open(lessonAddress)
      await checkWrongAnswer(person)
      await openSection(page, hand, lastSection)
      await hand.press(reader(page).button('Finish'))
      await expect(page.getByRole('heading', { level: 1, name: say('result.heading') })).toBeVisible()
      await person.finds(main(page), [
        say('result.score'),
        say('result.firstTry'),
        say('result.ofQuestions', { total: lesson.questionCount }),
        say('result.byProcess'),
      ])
      const { paragraph } = placeOf(proof)
      await person.finds(questionGroup(page, numberOf(singleChoice)), [
        singleChoice.stem,
        say('result.yourAnswer'),
        say('result.key'),
        'Not right',
        say('question.proof', { count: 1, places: String(paragraph) }),
        singleChoice.explanation,
      ])
      await hand.press(
        page.getByRole('button', { name: say('result.redoMissed', { count: lesson.questionCount }) }),
      )
      await person.finds(main(page), [
        say('read.questionsOn', { number: 1 }),
        questionsOf(firstSection)[0]?.stem ?? '',
      ])
    },
  },
  {
    name: 'prints the worksheet with its key',
    prepare: (page) =>
      page.addInitScript(() => {
        window.print = () => document.documentElement.setAttribute('data-was-printed', '')
      }),
    async do(person) {
      const { page, hand } = person
      await person.open(lessonAddress)
      await hand.press(page.getByRole('link', { name: say('print.link'), exact: true }))
      await expect(page.getByRole('heading', { level: 1, name: say('print.heading') })).toBeVisible()
      await hand.choose(page.getByRole('radio', { name: say('print.sheets.both') }))
      await person.finds(page.locator('[data-sheet="key"]'), [
        say('print.kinds.key'),
        singleChoice.explanation,
      ])
      await hand.press(page.getByRole('button', { name: say('print.print'), exact: true }))
      await expect(page.locator('html')).toHaveAttribute('data-was-printed')
    },
  },
  {
    name: 'shows a question and its proof to a class',
    async do(person) {
      const { page, hand } = person
      const question = the(lesson.questions[0], 'a question')
      const group = questionGroup(page, numberOf(question))
      await person.open(lessonAddress)
      await hand.press(page.getByRole('link', { name: say('present.link') }))
      await person.finds(page.getByRole('region', { name: say('present.text') }), [firstSection.title])
      for (let steps = 0; steps < 12 && !(await group.isVisible()); steps++)
        await hand.press(page.getByRole('button', { name: say('present.forward') }))
      await person.isTold(say('question.number', { number: 1, total: lesson.questionCount }))
      await person.finds(group, [question.stem, ...offeredBy(question)])
      await hand.press(group.getByRole('button', { name: say('question.showAnswer') }))
      await person.finds(group, [question.explanation])
      await hand.press(page.getByRole('link', { name: say('present.close') }))
      await expect(page.getByRole('heading', { level: 1, name: lesson.title })).toBeVisible()
    },
  },
]
