import type { Page } from '@playwright/test'
import { sentenceText } from '#core/lesson/text.ts'
import { expect, test } from './journey.ts'
import { articleAt, lesson, the } from './lesson.ts'
import { say } from './words.ts'

const article = articleAt(lesson.defaultLevel)
const section = the(article.sections.at(-1), 'a last section')
const paragraph = the(section.paragraphs.at(-1), 'a last paragraph')
const sentence = the(
  paragraph.sentences.map(sentenceText).toSorted((one, other) => other.length - one.length)[0],
  'a sentence',
)
/** Two words that stand together in that sentence. */
const words = sentence
  .split(' ')
  .filter((word) => /^\p{L}{6,}$/u.test(word))
  .slice(0, 2)

const field = (page: Page) => page.getByRole('searchbox', { name: say('library.find') })
const result = (page: Page) =>
  page.getByRole('article').filter({ has: page.getByRole('link', { name: lesson.title }) })

test('words of the text find the lesson, and lead to the sentence', async ({ page }) => {
  await page.goto('')
  await field(page).fill(words.join(' '))
  const place = result(page).getByRole('link', { name: sentence.slice(0, 40) })
  await expect(place).toBeVisible()
  await expect(place.locator('mark').first()).toBeVisible()
  await place.click()
  await expect(page.locator(`#paragraph-${paragraph.number}`)).toBeFocused()
  await expect(page.locator(`#paragraph-${paragraph.number}`)).toBeInViewport()
})

test('a word that stands at an easier level alone finds the lesson, says the level, and leads to its section', async ({
  page,
}) => {
  const level = the(
    lesson.levels.find((one) => one !== lesson.defaultLevel),
    'another level',
  )
  const usual = JSON.stringify(lesson)
    .replace(JSON.stringify(articleAt(level)), '')
    .toLowerCase()
  const [there, word] = the(
    articleAt(level).sections.flatMap((one) =>
      one.paragraphs.flatMap(({ sentences }) =>
        sentences
          .flatMap((each) => sentenceText(each).match(/\p{L}{5,}/gu) ?? [])
          .filter((each) => !usual.includes(each.toLowerCase()))
          .map((each) => [one, each] as const),
      ),
    )[0],
    'a word of its own',
  )
  await page.goto('')
  await field(page).fill(word)
  const place = result(page)
    .getByRole('link')
    .filter({ hasText: say('read.levelName', { level: level.toUpperCase() }) })
  await expect(place.locator('mark').first()).toHaveText(new RegExp(`^${word}`, 'i'))
  await place.first().click()
  await expect(page.locator(`#section-${there.id}`)).toBeInViewport()
})

test('a question that was found is opened in its section', async ({ page }) => {
  const question = the(
    lesson.questions.find((one) => one.section === section.id),
    'a question there',
  )
  await page.goto(`lessons/${lesson.id}/#question-${question.id}`)
  await expect(page.locator(`#question-${question.id}`)).toBeFocused()
  await expect(page.locator(`#question-${question.id}`)).toBeInViewport()
})

test('by keys alone: from the field into the results and back', async ({ page }) => {
  await page.goto('')
  await field(page).focus()
  await page.keyboard.type(words[0]?.toLowerCase() ?? '')
  await expect(result(page).locator('mark').first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('article').getByRole('link').first()).toBeFocused()
})

test('the address holds the search, and brings it back', async ({ page }) => {
  await page.goto('')
  await field(page).fill(words[0] ?? '')
  await expect(page).toHaveURL(new RegExp(`\\?q=${words[0]}`))
  await page.reload()
  await expect(field(page)).toHaveValue(words[0] ?? '')
  await expect(result(page)).toBeVisible()
})

test('an address with a filter alone shows what passes it, once, and the filter that was chosen', async ({
  page,
}) => {
  const topic = the(lesson.topic[0], 'a topic')
  await page.goto(`?topic=${topic}`)
  await expect(page.getByRole('combobox', { name: say('find.topic') })).toHaveValue(topic)
  await expect(page.getByRole('heading', { level: 2, name: lesson.title })).toHaveCount(1)
  await page.goto('?topic=Cheese')
  await expect(page.getByRole('article')).toHaveCount(0)
  await expect(page.getByText(say('find.none'))).toBeVisible()
})

test('where nothing is found it is said, once, and one press shows all lessons again', async ({ page }) => {
  await page.goto('')
  await field(page).fill('zzyzx')
  await expect(page.getByRole('status')).toContainText(say('find.count', { count: 0 }))
  await expect(page.getByText(say('find.none'))).toBeVisible()
  await page.getByRole('button', { name: say('find.clear') }).click()
  await expect(field(page)).toHaveValue('')
  await expect(field(page)).toBeFocused()
  await expect(page.getByRole('heading', { level: 2, name: lesson.title })).toBeVisible()
  await expect(page).not.toHaveURL(/q=/)
})

test.describe('without a connection for it', () => {
  test.use({ expectedNoise: /ERR_FAILED|Failed to fetch dynamically imported module|Unable to preload/ })

  test('it is said, and can be tried again', async ({ page }) => {
    await page.route(/virtual_find/, (route) => route.abort())
    await page.goto('')
    await field(page).fill(words[0] ?? '')
    await expect(page.getByRole('alert')).toContainText(say('find.missing'))
    await expect(page.getByRole('button', { name: say('find.again') })).toBeVisible()
  })
})

test('no script, no field: the lessons are listed', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(baseURL ?? '')
  await expect(field(page)).toBeHidden()
  await expect(page.getByRole('link', { name: lesson.title })).toBeVisible()
  await context.close()
})
