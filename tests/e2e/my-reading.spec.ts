import type { Page } from '@playwright/test'
import { expect, test } from './journey.ts'
import { articleAt, firstSection, lesson, the } from './lesson.ts'
import { openLesson, saved } from './reader.ts'
import { sentenceText } from '#core/lesson/text.ts'
import { say } from './words.ts'

const sentence = sentenceText(
  the(
    articleAt(lesson.defaultLevel).sections.find(({ id }) => id === firstSection.id)?.paragraphs[0]
      ?.sentences[0],
    'a first sentence',
  ),
)
  .replace(/\s+/g, ' ')
  .trim()
const mine = (page: Page) => page.locator('details').filter({ hasText: say('reading.mine') })
/** Words that the browser paints as marked by the reader. */
const painted = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...(CSS.highlights.get('my-reading') ?? [])].map((range) => (range as Range).toString()),
  )

test('a sentence is highlighted by keys, gets a note, and both are there after a reload', async ({
  page,
}) => {
  await openLesson(page)
  await mine(page).getByText(say('reading.mine')).click()
  await expect(page.getByText(say('reading.none'))).toBeVisible()
  const sentences = page.getByRole('combobox', { name: say('reading.sentence') })
  await sentences.focus()
  await page.keyboard.press('ArrowDown')
  await mine(page)
    .getByRole('button', { name: say('reading.highlight') })
    .press('Enter')
  await mine(page)
    .getByRole('button', { name: say('reading.note') })
    .press('Enter')
  await page.getByRole('textbox', { name: new RegExp(say('reading.note')) }).fill('Who says so?')
  await mine(page)
    .getByRole('button', { name: say('reading.save') })
    .press('Enter')
  await expect(mine(page).getByText('Who says so?')).toBeVisible()
  await expect(mine(page).getByRole('listitem')).toBeFocused()
  await expect(saved(page)).toBeVisible()
  await page.reload()
  await expect.poll(() => painted(page)).toHaveLength(1)
  await mine(page).getByText(say('reading.mine')).click()
  await expect(mine(page)).toContainText('Who says so?')
  await expect(mine(page).getByRole('blockquote')).toHaveText(sentence)
  const remove = mine(page).getByRole('button', { name: say('reading.remove') })
  const putBack = mine(page).getByRole('button', { name: say('reading.putBack') })
  await remove.click()
  await expect(mine(page).getByText('Who says so?')).toHaveCount(0)
  await expect(putBack).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(mine(page).getByText('Who says so?')).toBeVisible()
  await expect(mine(page).getByRole('listitem')).toBeFocused()
  await expect(putBack).toHaveCount(0)
  await remove.click()
  await expect(saved(page)).toBeVisible()
  await page.reload()
  await mine(page).getByText(say('reading.mine')).click()
  await expect(page.getByText(say('reading.none'))).toBeVisible()
  expect(await painted(page)).toEqual([])
})

test('words that are selected in the text are highlighted, and stay so at the end of a sitting', async ({
  page,
}) => {
  await openLesson(page)
  await page.evaluate(() => {
    const texts = document.createTreeWalker(
      document.querySelector('article [id^="paragraph-"]') ?? document,
      NodeFilter.SHOW_TEXT,
    )
    let text = texts.nextNode()
    while (text !== null && (text.textContent ?? '').trim().length < 20) text = texts.nextNode()
    if (text === null) throw new Error('Expected words in the article')
    const range = document.createRange()
    range.selectNodeContents(text)
    document.getSelection()?.removeAllRanges()
    document.getSelection()?.addRange(range)
  })
  const bar = page.getByRole('group', { name: say('reading.mine') })
  await bar.getByRole('button', { name: say('reading.highlight') }).click()
  await expect.poll(() => painted(page)).toHaveLength(1)
  await expect(saved(page)).toBeVisible()
  await page.goto('./')
  // A mark is no sitting: the library has nothing to go on with.
  await expect(page.getByRole('heading', { name: say('library.continueHeading') })).toBeHidden()
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1, name: lesson.title })).toBeVisible() // the page before may answer until then
  await expect.poll(() => painted(page)).toHaveLength(1)
})
