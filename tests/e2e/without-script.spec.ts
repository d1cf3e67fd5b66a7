import { expect, test } from './journey.ts'
import { articleAt, lesson, lessonAddress, resultAddress } from './lesson.ts'
import { sentenceText } from '#core/lesson/text.ts'

test.use({ javaScriptEnabled: false })

test('without script every section of the article is there to be read', async ({ page }) => {
  await page.goto(lessonAddress)
  await expect(page.getByRole('heading', { level: 1, name: lesson.title })).toBeVisible()
  // As painted: other ways of asking for text find none in an element that is for browsers without script.
  const painted = (await page.getByRole('article').innerText()).replace(/\s+/g, ' ')
  for (const section of articleAt(lesson.defaultLevel).sections) {
    await expect(page.getByRole('heading', { name: section.title })).toBeVisible()
    for (const { sentences } of section.paragraphs)
      for (const sentence of sentences) expect(painted).toContain(sentenceText(sentence).replace(/\s+/g, ' '))
  }
})

test('without script a glossary word leads to its meaning', async ({ page }) => {
  await page.goto(lessonAddress)
  const word = page.getByRole('article').getByRole('link').first()
  const entry = page.locator((await word.getAttribute('href')) ?? 'no address')
  await word.click()
  await expect(entry).toBeInViewport()
})

const PAPER_AND_CLASS = [`${lessonAddress}/print`, `${lessonAddress}/present`]
for (const address of [
  './',
  lessonAddress,
  `${lessonAddress}/study`,
  resultAddress,
  ...PAPER_AND_CLASS,
  'settings',
  'review',
  'progress',
  'about',
])
  test(`without script ${address} shows no control that does nothing`, async ({ page }) => {
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const dead = page.locator('button:visible, input:visible, select:visible, [role="button"]:visible')
    await expect(dead).toHaveCount(0)
  })

test('without script the library leads to the lesson', async ({ page }) => {
  await page.goto('./')
  await page.getByRole('link', { name: lesson.title }).click()
  await expect(page.getByRole('heading', { level: 1, name: lesson.title })).toBeVisible()
})
