/*
 * What axe finds in every state of every page, and what it cannot decide: both must be nothing. Axe asks for WCAG 2.2 AA and for its own
 * best practice. A state is reached once and looked at again in other looks:
 *
 *                   1280 px wide                          320 px wide
 *   English         all rules, light                      -
 *                   rules of colour in the other looks
 *   Arabic          -                                     all rules, dark high contrast
 *   pseudo-locale   -                                     all but colour, forced colours, dark
 *
 * So every page is met in each of its looks, in both directions, in the longest words and at both widths, but not in every product of
 * them: what hangs on colours alone is asked in English at 1280 px, what hangs on words and room in one look each. What follows a page's
 * first sight (answers, panels, faults) is met in fewer cells: see `STATE_CELLS`. At 320 px nothing may be lost nor scroll sideways.
 */
import type { Locator, Page } from '@playwright/test'
import { askAxe, unreadableInForcedColours, type Extent, type Finding } from './axe.ts'
import { mouse } from './hands.ts'
import { expect, test } from './journey.ts'
import { expectNothingLost, smallAnswers } from './layout.ts'
import {
  askingSections,
  firstSection,
  lesson,
  lessonAddress,
  proofOf,
  questionsOf,
  resultAddress,
  sectionsOfEveryType,
  the,
} from './lesson.ts'
import { pseudoWords } from './pseudo-words.ts'
import { expectAwake, expectVerdicts, give, openLesson, openSection, reader } from './reader.ts'
import { right, wrong } from './responses.ts'
import { say } from './words.ts'

interface Look {
  readonly theme: 'system' | 'light' | 'sepia' | 'dark' | 'contrast'
  readonly scheme: 'light' | 'dark'
  readonly isForced?: true
}
const LOOKS = {
  light: { theme: 'light', scheme: 'light' },
  dark: { theme: 'system', scheme: 'dark' },
  sepia: { theme: 'sepia', scheme: 'light' },
  'high contrast, light': { theme: 'contrast', scheme: 'light' },
  'high contrast, dark': { theme: 'contrast', scheme: 'dark' },
  'forced colours, light': { theme: 'system', scheme: 'light', isForced: true },
  'forced colours, dark': { theme: 'system', scheme: 'dark', isForced: true },
} as const satisfies Record<string, Look>
type LookName = keyof typeof LOOKS

/** The pseudo-locale comes in place of Spanish. */
type Tongue = 'en' | 'ar' | 'es'

interface Cell {
  readonly tongue: Tongue
  readonly width: 1920 | 1280 | 390 | 320
  readonly look: LookName
  readonly extent: Extent
}
const cell = (tongue: Tongue, width: Cell['width'], look: LookName, extent: Extent = 'all'): Cell => ({
  tongue,
  width,
  look,
  extent,
})
const IN_ENGLISH = cell('en', 1280, 'light')
const OTHER_COLOURS = (Object.keys(LOOKS) as LookName[])
  .filter((name) => name !== IN_ENGLISH.look && !('isForced' in LOOKS[name]))
  .map((name) => cell('en', 1280, name, 'colours'))
const IN_ARABIC = cell('ar', 320, 'high contrast, dark')
const PAGE_CELLS: readonly Cell[] = [
  IN_ENGLISH,
  ...OTHER_COLOURS,
  IN_ARABIC,
  cell('es', 320, 'forced colours, dark', 'all but colours'),
]
const STATE_CELLS: readonly Cell[] = [IN_ENGLISH, ...OTHER_COLOURS, IN_ARABIC]

/** What axe cannot decide and a person has looked at: why it is right. One that is met no more is an entry to delete. */
interface Reviewed {
  readonly rule: string
  readonly selector: string
  readonly reason: string
  /** The test that meets it; absent where it hangs on how the lines of a text break. */
  readonly test?: string
}
const LINE_FOCUS = 'one question at a time in the whole article, with line focus, has no fault'
const MAP = 'map and timeline have no fault, with a place that is open'
const REVIEWED: readonly Reviewed[] = [
  {
    rule: 'color-contrast',
    selector: 'svg.map text',
    reason:
      'A name on the map has an edge in the colour of the land, wherever it stands; the list has it too.',
    test: MAP,
  },
  {
    rule: 'color-contrast',
    selector: ':has(> [data-line-band]) *',
    reason: 'The reader has asked for all lines but three to be dimmed; those three have nothing upon them.',
    test: LINE_FOCUS,
  },
  {
    rule: 'color-contrast',
    selector: 'p:has(+ .easier:not([data-open])) *',
    reason:
      'The button for easier words has no ground of its own and lies beneath the words of the paragraph.',
  },
]

async function wear(page: Page, name: LookName): Promise<void> {
  const { theme, scheme, isForced }: Look = LOOKS[name]
  await page.emulateMedia({
    colorScheme: scheme,
    forcedColors: isForced ? 'active' : 'none',
    reducedMotion: 'reduce',
  })
  await page.evaluate((chosen) => (document.documentElement.dataset.theme = chosen), theme)
}

/** Chosen at the foot of the page; a page that has the whole screen is left for that, and opened again. */
async function speak(page: Page, tongue: Tongue): Promise<void> {
  const html = page.locator('html')
  if ((await html.getAttribute('lang')) === tongue) return
  const address = page.url()
  const list = page.getByRole('contentinfo').getByRole('combobox')
  const isBare = (await list.count()) === 0
  if (isBare) await page.goto('settings')
  await list.selectOption(tongue)
  await expect(html).toHaveAttribute('lang', tongue)
  if (!isBare) return
  await page.goto(address)
  await expectAwake(page)
  await expect(html).toHaveAttribute('lang', tongue)
}

/** What was met of the table in this test. */
let met: Set<Reviewed>
test.beforeEach(({ page }) => {
  met = new Set()
  const body = pseudoWords()
  return page.route('**/assets/es-*.js', (route) => route.fulfill({ contentType: 'text/javascript', body }))
})
test.afterEach(({ page: _ }, { title }) => {
  const expected = REVIEWED.filter((entry) => entry.test === title)
  expect(
    expected.filter((entry) => !met.has(entry)),
    'reviewed, but met no more',
  ).toEqual([])
})

/** Looks at the state that the page is in, in each of the cells, and leaves it in English at 1280 px. */
async function look(page: Page, state: string, cells: readonly Cell[], part?: string): Promise<void> {
  for (const { tongue, width, look: name, extent } of cells) {
    await speak(page, tongue)
    await page.setViewportSize({ width, height: 800 })
    await wear(page, name)
    const where = `${state}: ${tongue}, ${width} px, ${name}`
    const findings = await askAxe(page, { extent, part, selectors: REVIEWED.map(({ selector }) => selector) })
    expect
      .soft(
        findings.filter(isOpen).map(({ kind, rule, html, why }) => `${kind} ${rule}: ${html}\n${why}`),
        where,
      )
      .toEqual([])
    if ('isForced' in LOOKS[name]) expect.soft(await unreadableInForcedColours(page), where).toEqual([])
    if (width < 1280) await expectNothingLost(page, where)
  }
  await speak(page, 'en')
  await page.setViewportSize({ width: 1280, height: 800 })
}

function isOpen({ kind, rule, matches }: Finding): boolean {
  const entry = REVIEWED.find((one) => one.rule === rule && matches.includes(one.selector))
  if (kind === 'fault' || entry === undefined) return true
  met.add(entry)
  return false
}

test.describe.configure({ timeout: 120_000 })
test.use({ viewport: { width: 1280, height: 800 }, contextOptions: { reducedMotion: 'reduce' } })

test.describe('as it opens', () => {
  test.use({ expectedNoise: /404/ }) // the address of what is not there is reported as a failed request
  const paperAndClass = ['print?sheets=both', 'present', 'present?slide=3'].map(
    (way) => `${lessonAddress}/${way}`,
  )
  for (const address of [
    './',
    lessonAddress,
    resultAddress,
    ...paperAndClass,
    'settings',
    'review',
    'progress',
    'about',
    'no/such/page',
  ])
    test(`${address} has no fault`, async ({ page }) => {
      await page.goto(address)
      await expectAwake(page)
      await expect(page.getByText(say('result.waiting'))).toBeHidden()
      await look(page, address, PAGE_CELLS)
    })
})

test('a section that is answered, checked, hinted at and proved has no fault, nor has the library after it', async ({
  page,
}) => {
  await openLesson(page)
  const { button, question: groupOf } = reader(page)
  const [first, second, ...others] = questionsOf(firstSection)
  const hinted = the(first, 'a question')
  const shown = the(second, 'a second question')
  for (const question of [hinted, shown]) await give(page, mouse, wrong(question))
  for (const question of others) await give(page, mouse, right(question))
  await look(page, 'answered', STATE_CELLS)
  await button('Check answers').click()
  await expectVerdicts(page, [hinted], 'Not right')
  await look(page, 'checked', STATE_CELLS)
  await groupOf(hinted).getByRole('button', { name: 'Try again' }).click()
  await groupOf(shown).getByRole('button', { name: 'Show the answer' }).click()
  await groupOf(shown).getByRole('button', { name: 'Show it in the text' }).click()
  await look(page, 'hint and proof', STATE_CELLS)
  await speak(page, 'en')
  await page
    .getByRole('banner')
    .getByRole('link', { name: say('shell.library'), exact: true })
    .click()
  await expect(page.getByRole('heading', { name: say('library.continueHeading') })).toBeVisible()
  await look(page, 'the library with a lesson begun', STATE_CELLS)
})

for (const section of sectionsOfEveryType())
  test(`questions of every type, unanswered and shown, have no fault: ${section.title}`, async ({ page }) => {
    await openLesson(page)
    await openSection(page, mouse, section)
    await look(page, 'unanswered', [IN_ENGLISH, cell('ar', 320, 'forced colours, light', 'all but colours')])
    expect(await smallAnswers(page)).toEqual([])
    await reader(page).button('Check answers').click()
    await expectVerdicts(page, questionsOf(section).slice(0, 1), 'Not answered')
    for (const question of questionsOf(section).slice(1))
      await reader(page).question(question).getByRole('button', { name: 'Show the answer' }).click()
    await look(page, 'shown', STATE_CELLS)
    expect(await smallAnswers(page)).toEqual([])
  })

test('the result has no fault', async ({ page }) => {
  await openLesson(page)
  const [first, ...others] = questionsOf(firstSection)
  await give(page, mouse, wrong(the(first, 'a question')))
  for (const question of others) await give(page, mouse, right(question))
  await reader(page).button('Check answers').click()
  await openSection(page, mouse, the(askingSections.at(-1), 'a last section'))
  await reader(page).button('Finish').click()
  await expect(page.getByRole('heading', { name: say('result.everyQuestion') })).toBeVisible()
  await look(page, 'the result', PAGE_CELLS)
})

test('a review, its end and the progress after it have no fault', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2024-03-04T10:00:00Z'))
  await openLesson(page)
  for (const question of questionsOf(firstSection)) await give(page, mouse, wrong(question))
  await reader(page).button('Check answers').click()
  await expectVerdicts(page, questionsOf(firstSection).slice(0, 1), 'Not right')
  await expect(page.getByText(say('save.saved'), { exact: true })).toBeVisible()
  await page.clock.setFixedTime(new Date('2024-03-05T10:00:00Z'))
  await page.goto('review')
  await expect(reader(page).button(say('review.begin'))).toBeVisible()
  await look(page, 'what is due', STATE_CELLS)
  await speak(page, 'en')
  await reader(page).button(say('review.begin')).click()
  await page.getByText(say('review.why')).click()
  await look(page, 'a review', STATE_CELLS)
  await speak(page, 'en')
  await reader(page).button(say('question.check')).click()
  await reader(page).button(say('question.showAnswer')).click()
  await reader(page).button(say('question.showInText')).click()
  await look(page, 'its answer', STATE_CELLS)
  await speak(page, 'en')
  await reader(page).button(say('review.stop')).click()
  await expect(page.getByRole('heading', { name: say('review.done') })).toBeVisible()
  await look(page, 'its end', STATE_CELLS)
  await speak(page, 'en')
  await page.getByRole('link', { name: say('review.toProgress') }).click()
  await expect(page.getByRole('table').first()).toBeAttached()
  await page
    .locator('details')
    .evaluateAll((all) => all.forEach((one) => ((one as HTMLDetailsElement).open = true)))
  await look(page, 'the progress', PAGE_CELLS)
})

test('open panels have no fault', async ({ page }) => {
  await openLesson(page)
  await reader(page).button(say('read.textSettings')).click()
  await expect(page.getByRole('radio', { name: '150%' })).toBeVisible()
  await look(page, 'text settings', STATE_CELLS, ':popover-open')
  await page.keyboard.press('Escape')
  await reader(page).article.getByRole('link').first().click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await look(page, 'glossary', STATE_CELLS, ':popover-open')
  await page.keyboard.press('Escape')
  await page
    .locator('details')
    .evaluateAll((all) => all.forEach((one) => ((one as HTMLDetailsElement).open = true)))
  await expect(page.getByRole('table')).toBeVisible()
  await look(page, 'words, days, figures and sources', STATE_CELLS)
})

/** The same page, side by side at the width of a large screen and behind tabs at that of a phone. */
for (const [width, how] of [
  [1920, 'side by side'],
  [390, 'behind tabs'],
] as const)
  test(`two reports ${how} have no fault, with a proof in both`, async ({ page }) => {
    const second = the(
      askingSections.findLast(({ report }) => report !== undefined),
      'a section of a second report',
    )
    await openLesson(page)
    await openSection(page, mouse, second)
    await expect(page.getByRole('article')).toHaveCount(2)
    const cells = [...STATE_CELLS, cell('en', 1280, 'forced colours, light', 'all but colours')].map(
      (one) => ({
        ...one,
        width,
      }),
    )
    await look(page, `two reports ${how}`, cells)
    await reader(page).button('Check answers').click()
    const asked = the(
      questionsOf(second).find((question) => proofOf(question).length > 1),
      'a question with two proofs',
    )
    const group = reader(page).question(asked)
    await expectVerdicts(page, [asked], 'Not answered')
    await group.getByRole('button', { name: 'Show the answer' }).click()
    await group.getByRole('button', { name: 'Show it in the text' }).click()
    await look(page, `a proof in both, ${how}`, cells)
  })

test('easier words have no fault', async ({ page }) => {
  await openLesson(page)
  for (const { number } of firstSection.paragraphs)
    await page.getByRole('button', { name: say('easier.askFor', { paragraph: number }) }).click()
  await expect(page.getByRole('button', { name: say('easier.hideFor', { paragraph: 1 }) })).toBeVisible()
  await look(page, 'easier words', STATE_CELLS)
  await speak(page, 'en')
  await page.getByRole('button', { name: say('easier.hideFor', { paragraph: 1 }) }).click()
  await page.locator('#paragraph-1').hover()
  await look(page, 'easier words offered', STATE_CELLS)
})

/** Opens a lesson and begins to pick a proof; the group of the question that asks for it. */
async function beginPicking(page: Page): Promise<Locator> {
  await openLesson(page)
  const question = the(
    questionsOf(firstSection).find(({ type }) => type === 'prove-it'),
    'a question whose proof is picked',
  )
  const group = reader(page).question(question)
  await group.getByRole('button', { name: say('proof.pick') }).click()
  return group
}

test('the picking of a sentence and a picked one have no fault', async ({ page }) => {
  const group = await beginPicking(page)
  await look(page, 'picking', STATE_CELLS)
  await reader(page).article.getByRole('button').first().click()
  await expect(group.getByText(say('proof.yours'))).toBeVisible()
  await group.getByText(say('proof.list')).click()
  await look(page, 'picked, with the list open', STATE_CELLS)
})

test('Escape ends the picking of a sentence and leads back to its question', async ({ page }) => {
  const group = await beginPicking(page)
  await expect(reader(page).article.getByRole('button')).not.toHaveCount(0)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Escape')
  await expect(reader(page).article.locator('.pickable')).toHaveCount(0)
  await expect(group).toBeFocused()
})

/** Chosen before the app starts, as by an earlier visit. */
const withSettings = (page: Page, settings: object) =>
  page.addInitScript((stored) => {
    if (localStorage.getItem('proofline.settings') === null)
      localStorage.setItem('proofline.settings', stored)
  }, JSON.stringify(settings))

test(LINE_FOCUS, async ({ page }) => {
  await withSettings(page, { span: 'article', pace: 'one', lineFocus: true })
  await openLesson(page)
  await expect(page.locator('[data-line-band]')).toBeAttached()
  await look(page, 'line focus', STATE_CELLS)
})

test('what is found in the library has no fault, and nothing found neither', async ({ page }) => {
  await page.goto('')
  const field = page.getByRole('searchbox', { name: say('library.find') })
  await field.fill(lesson.title.split(' ').at(-1) ?? '')
  await expect(page.getByRole('article').locator('mark').first()).toBeVisible()
  await look(page, 'found', STATE_CELLS)
  await page.goto('?q=zzyzx')
  await expect(page.getByText(say('find.none'))).toBeVisible()
  await look(page, 'nothing found', [IN_ENGLISH])
})

test(MAP, async ({ page }) => {
  await openLesson(page)
  await page.getByRole('link', { name: say('read.mapAndTimeline') }).click()
  const places = page.getByRole('region', { name: say('map.places') })
  await places.getByRole('heading').getByRole('button').first().click()
  await expect(places.locator('path.land')).toHaveAttribute('d', /^M/)
  await look(page, 'map', STATE_CELLS)
})

test('the bar that reads aloud has no fault, with its settings and without a voice', async ({ page }) => {
  await openLesson(page)
  await page
    .getByRole('banner')
    .getByRole('button', { name: say('listen.label'), exact: true })
    .click()
  await expect(page.getByRole('region', { name: say('listen.label') })).toContainText(
    say('listen.fault.no-voice', { language: 'English' }),
  )
  await look(page, 'no voice', STATE_CELLS)
})

/** WCAG 2.4.11: of what has the focus at least a part is to be seen. */
for (const [width, height] of [
  [1280, 600],
  [320, 480],
] as const)
  test(`nothing that the Tab key reaches is hidden by a bar, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    await openLesson(page)
    await page
      .getByRole('banner')
      .getByRole('button', { name: say('listen.label'), exact: true })
      .click()
    await expect(page.getByRole('region', { name: say('listen.label') })).toBeVisible()
    const reached = new Set<string>()
    let rounds = 0
    for (let steps = 0; steps < 150; steps++) {
      await page.keyboard.press('Tab')
      const [name, isSeen] = await page.evaluate(() => {
        const focused = document.activeElement ?? document.body
        const boxes = [...focused.getClientRects()]
        const shown = boxes.some(({ left, right, top, bottom }) =>
          [0.1, 0.5, 0.9].some((share) => {
            const hit = document.elementFromPoint(left + (right - left) * share, top + (bottom - top) * share)
            return hit !== null && (focused.contains(hit) || hit.closest('label')?.contains(focused) === true)
          }),
        )
        return [focused.outerHTML.slice(0, 200), focused === document.body || shown] as const
      })
      expect.soft(isSeen, name).toBe(true)
      if (name.startsWith('<body') && ++rounds === 2) break
      reached.add(name)
    }
    expect(reached.size).toBeGreaterThan(20)
  })

test.describe('under a bar of several rows', () => {
  for (const width of [320, 720])
    test(`a section that is opened begins below it, at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 700 })
      await withSettings(page, { language: 'fr' })
      await page.goto(lessonAddress)
      await expectAwake(page)
      const bar = page.getByRole('banner')
      await expect.poll(async () => (await bar.boundingBox())?.height).toBeGreaterThan(80)
      await mouse.press(page.locator(`nav li:nth-child(2) button`))
      const heading = page.locator(`#section-${the(askingSections[1], 'a second section').id}`)
      await expect(heading).toBeFocused()
      const [above, below] = [await bar.boundingBox(), await heading.boundingBox()]
      expect(below?.y).toBeGreaterThanOrEqual((above?.y ?? 0) + (above?.height ?? Infinity))
    })
})

test.describe('when something fails', () => {
  test.use({ expectedNoise: /ERR_FAILED|Failed to fetch dynamically imported module|Unable to preload/ })

  test('no banner has a fault', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, 'indexedDB', { value: undefined })
    })
    await page.route('**/assets/fr-*.js', (route) => route.abort())
    await openLesson(page)
    await page.getByRole('contentinfo').getByRole('combobox').selectOption('fr')
    await expect(page.getByRole('alert')).toHaveCount(2)
    await look(page, 'not kept, and no words', [IN_ENGLISH, ...OTHER_COLOURS])
  })
})
