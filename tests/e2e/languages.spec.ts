import type { Page } from '@playwright/test'
import ar from '#i18n/locales/ar/app.json' with { type: 'json' }
import ru from '#i18n/locales/ru/app.json' with { type: 'json' }
import es from '#i18n/locales/es/app.json' with { type: 'json' }
import { expect, test } from './journey.ts'
import { lesson } from './lesson.ts'
import { openLesson, openSettings, reader } from './reader.ts'
import { say } from './words.ts'

const WORDS = /\/assets\/(?:es|fr|ru|ko|ar)-[\w-]+\.js$/
const ARABIC_WORDS = '**/assets/ar-*.js'
const html = (page: Page) => page.locator('html')

const chooseLanguage = (page: Page, tag: string) =>
  page.getByRole('contentinfo').getByRole('combobox').selectOption(tag)

/** Writes down which of these texts was painted in any frame; a text without colour is not. */
async function watchPaintedWords(page: Page, texts: readonly string[]): Promise<() => Promise<string[]>> {
  await page.addInitScript((watched: readonly string[]) => {
    const painted = new Set<string>()
    Object.assign(window, { paintedWords: painted })
    const look = (): void => {
      for (const element of document.querySelectorAll('#app :is(a, button, h1, h2, p, span)')) {
        const text = element.textContent?.trim() ?? ''
        if (!watched.includes(text)) continue
        const colour = getComputedStyle(element).getPropertyValue('-webkit-text-fill-color')
        if (!colour.endsWith(', 0)')) painted.add(text)
      }
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  }, texts)
  return () =>
    page.evaluate(() => [...((window as unknown as { paintedWords: Set<string> }).paintedWords ?? [])])
}

test('a reader of English is sent the words of no other language', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await openLesson(page)
  await openSettings(page)
  expect(asked.filter((path) => WORDS.test(path))).toEqual([])
})

test('Arabic turns the interface round at once and leaves the article as it is', async ({ page }) => {
  await openLesson(page)
  await chooseLanguage(page, 'ar')
  await expect(html(page)).toHaveAttribute('lang', 'ar')
  await expect(html(page)).toHaveAttribute('dir', 'rtl')
  await expect(page.getByRole('button', { name: ar.question.checkAll })).toBeVisible()
  await expect(page).toHaveTitle(new RegExp(`^.?${lesson.title}`))
  const { article } = reader(page)
  await expect(article).toHaveAttribute('lang', lesson.language)
  await expect(article).toHaveAttribute('dir', 'ltr')
  const stem = page.getByRole('heading', { level: 3 }).first()
  await expect(stem).toHaveAttribute('dir', 'ltr')
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)

  await page.getByRole('link', { name: ar.shell.settings }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: ar.settings.heading })).toBeVisible()
  await expect(page).toHaveTitle(ar.settings.title)
  await chooseLanguage(page, 'en')
  await expect(page.getByRole('heading', { level: 1, name: say('settings.heading') })).toBeVisible()
  await expect(html(page)).toHaveAttribute('dir', 'ltr')
})

test('a chosen language survives a reload, and no English word of the interface is painted before it', async ({
  page,
}) => {
  await openLesson(page)
  await chooseLanguage(page, 'ar')
  await expect(html(page)).toHaveAttribute('dir', 'rtl')
  const paintedWords = await watchPaintedWords(page, [
    say('shell.library'),
    say('shell.settings'),
    say('question.checkAll'),
    lesson.title,
    ar.shell.settings,
  ])
  await page.route('**/*.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 400)) // a slow line
    await route.continue()
  })
  await page.reload({ waitUntil: 'commit' })
  await expect(html(page)).toHaveAttribute('dir', 'rtl')
  await expect(page.getByRole('button', { name: ar.question.checkAll })).toBeVisible()
  await expect.poll(paintedWords).toContain(ar.shell.settings)
  expect((await paintedWords()).sort()).toEqual([lesson.title, ar.shell.settings].sort())
  await expect(html(page)).not.toHaveAttribute('data-words')
})

test.describe('a device that speaks Spanish', () => {
  test.use({ locale: 'es-MX' })
  test('is answered in Spanish from the first visit', async ({ page }) => {
    await page.goto('./')
    await expect(page.getByRole('heading', { level: 1, name: es.library.heading })).toBeVisible()
    await expect(html(page)).toHaveAttribute('lang', 'es')
    await expect(page.getByText('16 de septiembre de 2023')).toBeVisible()
  })
})

test.describe('a device that speaks Korean', () => {
  test.use({ locale: 'ko' })
  test('breaks the lines of Korean between words, and those of the article as its own language does', async ({
    page,
  }) => {
    await openLesson(page)
    await expect(html(page)).toHaveCSS('word-break', 'keep-all')
    await expect(reader(page).article).toHaveCSS('word-break', 'normal')
  })
})

test.describe('a phone that speaks Russian', () => {
  test.use({ locale: 'ru', viewport: { width: 390, height: 844 } })
  test('breaks no word in the names of the colours', async ({ page }) => {
    await page.goto('settings')
    const names = page.getByRole('group', { name: ru.settings.theme }).locator('label > :last-child')
    await expect(names).toHaveCount(Object.keys(ru.settings.themes).length)
    const broken = await names.evaluateAll((all) =>
      all.flatMap(({ firstChild: text }) =>
        [...(text?.textContent ?? '').matchAll(/\S+/g)].flatMap(({ 0: word, index }) => {
          const range = document.createRange()
          range.setStart(text as Text, index)
          range.setEnd(text as Text, index + word.length)
          return range.getClientRects().length > 1 ? [word] : []
        }),
      ),
    )
    expect(broken).toEqual([])
  })
})

test.describe('words that cannot be had', () => {
  test.use({ expectedNoise: /ERR_FAILED|Failed to fetch dynamically imported module|Unable to preload/ })

  test('leave the language as it is, say so, and are asked for again', async ({ page }) => {
    await openLesson(page)
    await page.route(ARABIC_WORDS, (route) => route.abort())
    await chooseLanguage(page, 'ar')
    await expect(page.getByRole('alert')).toContainText('العربية')
    await expect(html(page)).toHaveAttribute('lang', 'en')
    await expect(page.getByRole('button', { name: 'Check answers' })).toBeVisible()
    await page.unroute(ARABIC_WORDS)
    await page.getByRole('button', { name: say('language.retry') }).click()
    await expect(page.getByRole('button', { name: ar.question.checkAll })).toBeVisible()
    await expect(page.getByRole('alert')).toBeHidden()
  })

  test.describe('at the start', () => {
    test.use({ locale: 'ar' })
    test('leave the page in English, to be read', async ({ page }) => {
      await page.route(ARABIC_WORDS, (route) => route.abort())
      await page.goto('./')
      await expect(page.getByRole('alert')).toContainText('العربية')
      await expect(html(page)).toHaveAttribute('lang', 'en')
      await expect(html(page)).toHaveAttribute('dir', 'ltr')
      await expect(html(page)).not.toHaveAttribute('data-words')
    })

    test('do not keep the English ones hidden where the whole script is missing', async ({ page }) => {
      const paintedWords = await watchPaintedWords(page, [say('library.heading')])
      await page.route('**/*.js', (route) => route.abort())
      await page.goto('./')
      await expect(html(page)).toHaveAttribute('data-words', 'pending')
      expect(await paintedWords()).toEqual([])
      await expect.poll(paintedWords).toEqual([say('library.heading')])
    })
  })
})
