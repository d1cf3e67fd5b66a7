import type { Page } from '@playwright/test'
import { expect, test } from './journey.ts'
import { mouse } from './hands.ts'
import { askingSections, firstSection, lessonAddress, questionsOf, the } from './lesson.ts'
import { expectAwake, give, openLesson, reader, verdictIn } from './reader.ts'
import { right } from './responses.ts'
import { say } from './words.ts'

const secondSection = the(askingSections[1], 'a second section')
const choices = questionsOf(firstSection).filter(({ type }) => type === 'single')
const early = the(choices[0], 'a choice of one in its first section')
const before = the(choices[1], 'a second choice of one in its first section')

/** Of a part: `/assets/MyReading-CPJE7xyR.css` is the style of the script `/assets/MyReading-Dyv3juDZ.js`. */
const nameOf = (pathname: string): string => pathname.replace(/-[\w-]{8}\.(css|js)$/, '')

/** Opens a page as on a slow line, acts while only its text is there, then lets the script arrive. */
async function actBeforeTheScript(
  page: Page,
  act: () => Promise<void>,
  address = lessonAddress,
): Promise<void> {
  let deliver = (): void => undefined
  const isDelivered = new Promise<void>((resolve) => {
    deliver = resolve
  })
  await page.route('**/*.js', async (route) => {
    await isDelivered
    await route.continue()
  })
  await page.goto(address, { waitUntil: 'commit' })
  await act()
  deliver()
  await expectAwake(page)
}

test('an answer that is given while the script is still on its way is kept', async ({ page }) => {
  await actBeforeTheScript(page, () => give(page, mouse, right(early)))
  await reader(page).button('Check answers').click()
  await expect(verdictIn(reader(page).question(early), 'Right')).toBeVisible()
})

test('an answer that is given while the script is still on its way belongs to the sitting that goes on', async ({
  page,
}) => {
  await openLesson(page)
  await give(page, mouse, right(before))
  await reader(page).button('Check answers').click()
  await expect(verdictIn(reader(page).question(before), 'Right')).toBeVisible()
  await expect(page.getByText(say('save.saved'), { exact: true })).toBeVisible()

  await actBeforeTheScript(page, () => give(page, mouse, right(early)))
  await expect(verdictIn(reader(page).question(before), 'Right')).toBeVisible()
  await reader(page).button('Check answers').click()
  await expect(verdictIn(reader(page).question(early), 'Right')).toBeVisible()
})

test('a button that is pressed while the script is still on its way does its work when it has arrived', async ({
  page,
}) => {
  await actBeforeTheScript(page, async () => {
    await give(page, mouse, right(early))
    await reader(page).button('Check answers').click()
    await expect(reader(page).button('Check answers')).toHaveAttribute('data-pressed')
  })
  await expect(verdictIn(reader(page).question(early), 'Right')).toBeVisible()
  await expect(page.locator('[data-pressed]')).toHaveCount(0)
})

test('buttons that are pressed early do their work in that order, each once; what works without script has done it', async ({
  page,
}) => {
  const listen = page.getByRole('banner').getByRole('button', { name: say('listen.label'), exact: true })
  const colours = page.getByRole('group', { name: say('settings.theme') })
  await actBeforeTheScript(page, async () => {
    await reader(page).button('Check answers').click()
    await reader(page).button('Next section').click()
    await listen.click({ clickCount: 3 })
    await page
      .getByRole('banner')
      .getByRole('button', { name: say('read.textSettings') })
      .click()
  })
  await expect(reader(page).article.getByRole('heading', { name: secondSection.title })).toBeVisible()
  await expect(listen).toHaveAttribute('aria-expanded', 'true')
  await expect(colours).toBeVisible()
})

test('what is sought while the script is still on its way is found', async ({ page }) => {
  const field = page.getByRole('searchbox')
  await actBeforeTheScript(page, () => field.fill('zzzz'), './')
  await expect(page.getByText(say('find.none')).first()).toBeVisible()
  await expect(field).toHaveValue('zzzz')
})

test('with nothing but what its page links the first answer is given, judged and saved', async ({ page }) => {
  const html = await (await page.request.get(lessonAddress)).text()
  const linked = new Set(
    [...html.matchAll(/<link rel="modulepreload"[^>]*href="([^"]+)"/g)].map(([, href = '']) => href),
  )
  const late: string[] = []
  let deliver = (): void => undefined
  const isDelivered = new Promise<void>((resolve) => {
    deliver = resolve
  })
  await page.route('**/assets/*', async (route) => {
    const { pathname } = new URL(route.request().url())
    if (!linked.has(pathname) && !pathname.endsWith('.woff2')) {
      late.push(pathname)
      await isDelivered
    }
    await route.continue()
  })
  await openLesson(page)
  await give(page, mouse, right(early))
  await reader(page).button('Check answers').click()
  await expect(verdictIn(reader(page).question(early), 'Right')).toBeVisible()
  await expect(page.getByText(say('save.saved'), { exact: true })).toBeVisible()
  const isStyleOfALatePart = (css: string): boolean =>
    late.some((script) => nameOf(script) === nameOf(css) && script !== css)
  expect(late.filter((pathname) => pathname.endsWith('.css') && !isStyleOfALatePart(pathname))).toEqual([])
  deliver()
})
