import path from 'node:path'
import type { Page } from '@playwright/test'
import { writeGrowthLesson } from '#tests/bench/growth-lessons.ts'
import { askAxe } from './axe.ts'
import { expect, test } from './journey.ts'
import { expectNothingLost } from './layout.ts'
import { expectAwake, questionGroup } from './reader.ts'
import { say } from './words.ts'

const SECTIONS = 40
const stepOf = (page: Page, number: number) =>
  page
    .getByRole('navigation', { name: say('read.sections') })
    .getByRole('button', { name: say('read.section', { number, title: `Day ${number}` }), exact: true })
const all = (page: Page) => page.getByRole('button', { name: say('read.allSections') })
const list = (page: Page) => page.getByRole('dialog', { name: say('read.sections') })

/** A lesson of many sections, opened from its folder. */
async function readLongLesson(page: Page, dir: string): Promise<void> {
  const id = writeGrowthLesson(dir, SECTIONS * 8)
  await page.goto('./')
  await expectAwake(page)
  await page.getByTestId('own-folder').setInputFiles(path.join(dir, id))
  await page.getByRole('button', { name: say('own.add'), exact: true }).click()
  await page.getByRole('button', { name: say('own.read'), exact: true }).click()
  await expect(page.getByRole('heading', { level: 2, name: '1. Day 1' })).toBeVisible()
}

test('a lesson of forty sections shows the steps around the reader, and all of them in a list', async ({
  page,
}, testInfo) => {
  await readLongLesson(page, testInfo.outputPath())
  await expect(stepOf(page, 7)).toBeVisible()
  await expect(stepOf(page, 8)).toHaveCount(0)
  await expect(stepOf(page, SECTIONS)).toBeVisible()

  await all(page).click()
  await expect(list(page).getByRole('button', { name: '1 Day 1', exact: true })).toBeFocused()
  const found = await askAxe(page, { extent: 'all', selectors: [], part: 'dialog' })
  expect(found.filter(({ why }) => !/partially obscured/.test(why))).toEqual([]) // by the edge of the list, which scrolls
  await page.keyboard.press('Escape')
  await expect(list(page)).toBeHidden()
  await expect(all(page)).toBeFocused()

  await page.keyboard.press('Enter')
  await list(page).getByRole('button', { name: '23 Day 23', exact: true }).click()
  await expect(page.getByRole('heading', { level: 2, name: '23. Day 23' })).toBeFocused()
  await expect(stepOf(page, 23)).toHaveAttribute('aria-current', 'step')
  await expect(questionGroup(page, 22 * 8 + 1)).toContainText('23.1')
  for (const near of [1, 21, 22, 24, 25, SECTIONS]) await expect(stepOf(page, near)).toBeVisible()
  await expect(all(page)).toHaveCount(2)
})

test('its row fits the narrowest phone', async ({ page }, testInfo) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await readLongLesson(page, testInfo.outputPath())
  await stepOf(page, 5).click()
  await expect(stepOf(page, 5)).toHaveAttribute('aria-current', 'step')
  await expectNothingLost(page, 'the row of steps')
  const narrow = await page
    .getByRole('navigation', { name: say('read.sections') })
    .getByRole('button')
    .evaluateAll((steps) =>
      steps.map((step) => step.getBoundingClientRect().width).filter((width) => width < 24),
    )
  expect(narrow).toEqual([])
  await all(page).first().click()
  await expectNothingLost(page, 'the list of sections')
})
