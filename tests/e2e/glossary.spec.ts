import type { Page } from '@playwright/test'
import { expect, test } from './journey.ts'
import { lesson, the } from './lesson.ts'
import { openLesson, reader } from './reader.ts'

/** The first word on the screen that the glossary explains, and its entry. */
async function firstTerm(page: Page) {
  const word = reader(page).article.getByRole('link').first()
  const index = Number(/\d+$/.exec((await word.getAttribute('href')) ?? '')?.[0]) - 1
  const entry = the(lesson.glossary[index], 'a glossary entry for it')
  return { word, entry, meaning: page.getByRole('dialog', { name: entry.term }) }
}

test('a tapped word is explained beside it, and Escape leads back to the word', async ({ page }) => {
  await openLesson(page)
  const { word, entry, meaning } = await firstTerm(page)
  await word.click()
  await expect(meaning).toContainText(entry.meaning)
  await expect(meaning).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('Escape')
  await expect(meaning).toBeHidden()
  await expect(word).toBeFocused()
})

test('another word may be tapped while one is explained', async ({ page }) => {
  await openLesson(page)
  const { word, meaning } = await firstTerm(page)
  const other = reader(page).article.getByRole('link').nth(1)
  await word.click()
  await expect(meaning).toBeVisible()
  await other.click()
  await expect(page.getByRole('dialog')).toHaveCount(1)
  await expect(page.getByRole('dialog')).not.toHaveAccessibleName((await firstTerm(page)).entry.term)
})

test('the explanation stays on the screen when a telephone is turned', async ({ page }) => {
  await openLesson(page)
  const { word, meaning } = await firstTerm(page)
  await word.click()
  await expect(meaning).toBeInViewport({ ratio: 1 })
  await page.setViewportSize({ width: 320, height: 640 })
  await expect(meaning).toBeInViewport({ ratio: 1 })
})
