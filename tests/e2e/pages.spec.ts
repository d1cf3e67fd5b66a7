import { expect, test } from './journey.ts'
import { mouse } from './hands.ts'
import { askingSections, lesson, lessonAddress, resultAddress } from './lesson.ts'
import { expectAwake, openLesson, openSection } from './reader.ts'
import { say } from './words.ts'

const PAGES: readonly (readonly [address: string, heading: string])[] = [
  ['./', say('library.heading')],
  [lessonAddress, lesson.title],
  [`${lessonAddress}/study`, say('study.heading')],
  [resultAddress, say('result.heading')],
  [`${lessonAddress}/print`, say('print.heading')],
  [`${lessonAddress}/present`, lesson.title],
  ['settings', say('settings.heading')],
  ['review', say('review.heading')],
  ['progress', say('progress.heading')],
  ['about', say('about.heading')],
]

for (const [address, heading] of PAGES) {
  test(`${address} opens by its address and by a reload, under its heading`, async ({ page }) => {
    expect((await page.goto(address))?.status()).toBe(200)
    await expectAwake(page)
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
    expect((await page.reload())?.status()).toBe(200)
    await expectAwake(page)
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
    await expect(page).toHaveTitle(/Proofline/)
  })
}

test('the links of the bar lead to every page, and the way back works', async ({ page }) => {
  await page.goto('./')
  await expectAwake(page)
  const bar = page.getByRole('banner')
  for (const name of ['Review', 'Progress', 'Settings', 'Library']) {
    await bar.getByRole('link', { name, exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText(new RegExp(name, 'i'))
    await expect(page.getByRole('main')).toBeFocused()
  }
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Settings')
})

for (const size of [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
])
  test(`a section that is opened has its first question in sight on ${size.width} × ${size.height}`, async ({
    page,
  }) => {
    await page.setViewportSize(size)
    await openLesson(page)
    const bar = await page.getByRole('banner').evaluate((element) => element.getBoundingClientRect().bottom)
    const heading = page.locator('#questions-heading')
    for (const section of askingSections) {
      await openSection(page, mouse, section)
      await expect
        .poll(() => heading.evaluate((element) => element.getBoundingClientRect().top))
        .toBeGreaterThan(bar)
    }
  })

test('a result that is not there yet says so and leads to the lesson', async ({ page }) => {
  await page.goto(resultAddress)
  await expect(page.getByText(say('result.none'))).toBeVisible()
  await page.getByRole('link', { name: say('result.toLesson') }).click()
  await expect(page.getByRole('heading', { level: 1, name: lesson.title })).toBeVisible()
})

test.describe('what is not there', () => {
  test.use({ expectedNoise: /404/ })

  for (const address of ['lessons/no-such-lesson', 'lessons/no-such-lesson/result', 'no/such/page']) {
    test(`${address} is said not to be there, and leads to the library`, async ({ page }) => {
      expect((await page.goto(address))?.status()).toBe(404)
      await expectAwake(page)
      await expect(page.getByRole('heading', { level: 1, name: say('notFound.heading') })).toBeVisible()
      await expect(page).toHaveURL(new RegExp(`${address}$`))
      await page.getByRole('link', { name: say('notFound.home'), exact: true }).click()
      await expect(page.getByRole('heading', { level: 1, name: say('library.heading') })).toBeVisible()
    })
  }
})
