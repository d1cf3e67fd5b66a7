import type { Page } from '@playwright/test'
import { placesInOrder } from '#core/map/route.ts'
import { sentencesAt } from '#core/map/place-sentences.ts'
import { expect, test } from './journey.ts'
import { articleAt, lesson, the } from './lesson.ts'
import { expectAwake, openLesson, reader } from './reader.ts'
import { say } from './words.ts'

const [first, second] = placesInOrder(lesson)
const article = articleAt(lesson.defaultLevel)

/** Where and when, opened by the link at the head of the lesson. */
async function openMap(page: Page) {
  await openLesson(page)
  await page.getByRole('link', { name: say('read.mapAndTimeline') }).click()
  const map = page.getByRole('img', { name: say('map.label', { count: lesson.places.length }) })
  await expect(map).toBeVisible()
  await expect(map.locator('path.land')).toHaveAttribute('d', /^M/)
  const place = (name: string) =>
    page
      .getByRole('region', { name: say('map.places') })
      .getByRole('heading', { name })
      .getByRole('button')
  return { map, place }
}

test('the map shows the places of the journey, and names that do not touch', async ({ page }) => {
  const { map } = await openMap(page)
  const texts = map.locator('text')
  await expect(texts.filter({ hasText: the(first, 'a place').place.name })).toBeVisible()
  const boxes = await texts.evaluateAll((all) =>
    all.map((one) => {
      const { left, right, top, bottom } = one.getBoundingClientRect()
      return { left, right, top, bottom }
    }),
  )
  expect(boxes.length).toBeGreaterThanOrEqual(new Set(lesson.route).size)
  for (const [index, one] of boxes.entries())
    for (const other of boxes.slice(index + 1))
      expect(
        one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom,
      ).toBe(false)
})

test('by keys alone: a place is opened, its sentence is shown in the text', async ({ page }) => {
  const { map, place } = await openMap(page)
  const [start, next] = [the(first, 'a place').place, the(second, 'a second place').place]
  await place(start.name).focus()
  await page.keyboard.press('ArrowDown')
  await expect(place(next.name)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(place(next.name)).toHaveAttribute('aria-expanded', 'true')
  await expect(map.locator('circle[data-chosen]')).toHaveCount(1)
  const sentence = the(sentencesAt(next, article)[0], `a sentence about ${next.name}`)
  await expect(page.getByRole('region', { name: say('map.places') })).toContainText(sentence.text)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.locator(`#paragraph-${sentence.paragraph}`)).toBeFocused()
  await expect(reader(page).article).toContainText(sentence.text)
})

test('a button that has come to its end keeps the focus', async ({ page }) => {
  await openMap(page)
  for (const key of ['map.enlarge', 'map.reduce']) {
    const button = page.getByRole('button', { name: say(key) })
    await button.focus()
    for (let times = 0; times < 40 && (await button.isEnabled()); times++) await page.keyboard.press('Enter')
    await expect(button).toBeDisabled()
    await expect(button).toBeFocused()
  }
})

test('the way into the text is as wide as its words, and begins where the sentence does', async ({
  page,
}) => {
  const { place } = await openMap(page)
  const opened = the(first, 'a place').place
  await place(opened.name).click()
  const { text, paragraph } = the(sentencesAt(opened, article)[0], `a sentence about ${opened.name}`)
  const item = page.getByRole('listitem').filter({ hasText: text }).last()
  const way = item.getByRole('button', { name: say('map.show', { paragraph }) })
  const [room, box] = [the(await item.boundingBox(), 'room'), the(await way.boundingBox(), 'a box')]
  expect(box.width).toBeLessThan(room.width / 2)
  expect(box.x - room.x).toBeLessThan(1)
})

test('a tap on a dot opens the place in the list', async ({ page }) => {
  const { map, place } = await openMap(page)
  await map.locator('circle').first().click()
  await expect(place(the(first, 'a place').place.name)).toBeFocused()
  await expect(place(the(first, 'a place').place.name)).toHaveAttribute('aria-expanded', 'true')
})

test('a place outside of what is shown comes into sight when it is chosen; the whole is one press away', async ({
  page,
}) => {
  const { map, place } = await openMap(page)
  const far = the(
    lesson.places.find(({ id }) => id === 'moscow'),
    'a far place',
  )
  const name = map.locator('text').filter({ hasText: far.name })
  await expect(name).toHaveCount(0)
  await place(far.name).click()
  await expect(name).toBeVisible()
  await page.getByRole('button', { name: say('map.whole') }).click()
  await expect(name).toHaveCount(0)
})

test('a day leads to its place and to the section that tells of it', async ({ page }) => {
  await openMap(page)
  const day = the(
    lesson.timeline.find(({ place, section }) => place !== undefined && section !== article.sections[0]?.id),
    'a day with a place in a later section',
  )
  const line = page
    .getByRole('listitem')
    .filter({ hasText: day.text })
    .filter({ has: page.locator('time') })
  const number = article.sections.findIndex(({ id }) => id === day.section) + 1
  await line.getByRole('button', { name: `Section ${number}` }).click()
  await expect(page.locator(`#section-${day.section}`)).toBeFocused()
})

test.describe('without a connection for it', () => {
  test.use({ expectedNoise: /ERR_FAILED|Failed to fetch dynamically imported module|Unable to preload/ })

  test('the days stand in a list', async ({ page }) => {
    await page.route(/EventPanel/, (route) => route.abort())
    await openLesson(page)
    await page.route(page.url(), (route) => route.abort()) // else the page would be loaded again for what it lacks
    await page.getByText(say('read.mapAndTimeline'), { exact: true }).last().click()
    await expect(page.getByText(lesson.timeline[0]?.text ?? 'a day')).toBeVisible()
  })

  test('places and their names stand without the land', async ({ page }) => {
    await page.route(/virtual_world/, (route) => route.abort())
    await openLesson(page)
    await page.route(page.url(), (route) => route.abort()) // else the page would be loaded again for what it lacks
    await page.getByRole('link', { name: say('read.mapAndTimeline') }).click()
    await expect(page.locator('.event-map text').first()).toBeVisible()
  })
})

test('without script the days are there', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${baseURL}lessons/${lesson.id}/`)
  await page.locator('details[data-note="event"] > summary').click()
  await expect(page.getByText(lesson.timeline[0]?.text ?? 'a day')).toBeVisible()
  await context.close()
})

test('the map fits the narrowest screen', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  const { map } = await openMap(page)
  await expectAwake(page)
  const { width } = (await map.boundingBox()) ?? { width: 0 }
  expect(width).toBeGreaterThan(200)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
})
