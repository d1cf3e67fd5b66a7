import type { Page } from '@playwright/test'
import { sentenceText } from '#core/lesson/text.ts'
import { expect, test } from './journey.ts'
import { keys, mouse } from './hands.ts'
import { askingSections, firstSection, lessonAddress, questionsOf, the } from './lesson.ts'
import { expectAwake, openLesson, openSection, reader } from './reader.ts'
import { withVoices } from './voices.ts'
import { say } from './words.ts'

const bar = (page: Page) => page.getByRole('region', { name: say('listen.label') })
const inBar = (page: Page, name: string) => bar(page).getByRole('button', { name, exact: true })
const opener = (page: Page) =>
  page.getByRole('banner').getByRole('button', { name: say('listen.label'), exact: true })
const spoken = (page: Page) => page.locator('article [data-spoken]')
const said = (page: Page) => page.evaluate(() => window.fakeVoices.said.map(({ text }) => text))
const lastSaid = async (page: Page): Promise<string | undefined> => (await said(page)).at(-1)
const isSpeaking = (page: Page) => page.evaluate(() => window.fakeVoices.speaking)
/** What the voice is saying comes to its end; one that has not begun yet has none. */
async function sayToTheEnd(page: Page): Promise<void> {
  await expect.poll(() => isSpeaking(page)).toBe(true)
  await page.evaluate(() => window.fakeVoices.end())
}
const markedWord = (page: Page) =>
  page.evaluate(() =>
    [...(CSS.highlights.get('spoken-word') ?? [])].map((range) => (range as Range).toString()),
  )

const sentences = firstSection.paragraphs.flatMap((paragraph) => paragraph.sentences.map(sentenceText))
const first = the(sentences[0], 'a sentence')
const third = the(sentences[2], 'a third sentence')

/** A sentence may begin in the middle of a line: the first piece of it is tapped. */
async function tap(page: Page, text: string): Promise<void> {
  const sentence = reader(page).article.locator('[data-sentence]').filter({ hasText: text })
  await sentence.scrollIntoViewIfNeeded()
  const { x, y } = await sentence.evaluate((element) => {
    const piece = element.getClientRects()[0]
    return { x: (piece?.left ?? 0) + 4, y: ((piece?.top ?? 0) + (piece?.bottom ?? 0)) / 2 }
  })
  await page.mouse.click(x, y)
}

async function openBar(page: Page): Promise<void> {
  await openLesson(page)
  await opener(page).click()
  await expect(inBar(page, say('listen.play'))).toBeFocused()
}

test.describe('with voices', () => {
  test.beforeEach(({ page }) => withVoices(page))

  test('a section is listened to with the keys alone, and what reads aloud is fetched only then', async ({
    page,
  }) => {
    const fetched: string[] = []
    page.on('request', (request) => fetched.push(request.url()))
    await openLesson(page)
    expect(fetched.filter((url) => /listen|speech/i.test(url))).toEqual([])

    await keys(page).press(opener(page))
    await expect(inBar(page, say('listen.play'))).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(spoken(page)).toHaveText(new RegExp(`${firstSection.title}$`))
    await expect(reader(page).status).toHaveText(say('listen.state.playing'))

    await page.keyboard.press('ArrowRight')
    await expect(spoken(page)).toHaveText(first)
    await expect.poll(() => lastSaid(page)).toBe(first)
    const secondWord = the(/\S+\s+(\p{L}+)/u.exec(first)?.[1], 'a second word')
    await page.evaluate((at) => window.fakeVoices.word(at), first.indexOf(` ${secondWord}`) + 1)
    expect(await markedWord(page)).toEqual([secondWord])

    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Alt+KeyP')
    await expect(reader(page).status).toHaveText(say('listen.state.paused'))
    await expect(inBar(page, say('listen.play'))).toBeFocused()
    expect([await isSpeaking(page), await markedWord(page)]).toEqual([false, []])
    await page.keyboard.press('Alt+KeyP')
    await expect.poll(() => isSpeaking(page)).toBe(true)

    await page.keyboard.press('Escape')
    await expect(bar(page)).toBeHidden()
    await expect(opener(page)).toBeFocused()
    expect(await isSpeaking(page)).toBe(false)
    await expect(spoken(page)).toHaveCount(0)
  })

  test('a tapped sentence is where the voice begins; it ends after the questions of the section', async ({
    page,
  }) => {
    await openBar(page)
    await page.evaluate(() => (window.fakeVoices.isQuick = true))
    await tap(page, third)
    await expect(reader(page).status).toHaveText(say('listen.finished'))
    const all = await said(page)
    expect(all[0]).toBe(third)
    expect(all.slice(0, sentences.length - 2)).toEqual(sentences.slice(2))
    for (const { stem } of questionsOf(firstSection))
      expect(
        all.some((text) => text.endsWith(stem)),
        stem,
      ).toBe(true)
    await expect(spoken(page)).toHaveCount(0)
    await expect(inBar(page, say('listen.play'))).toBeVisible()
  })

  test('one question is read with its options, and nothing that gives it away', async ({ page }) => {
    await openBar(page)
    await page.evaluate(() => (window.fakeVoices.isQuick = true))
    const question = the(
      questionsOf(firstSection).find(({ type }) => type === 'single'),
      'a choice',
    )
    const group = reader(page).question(question)
    await group.getByRole('button', { name: /^Listen to question/ }).click()
    await expect(reader(page).status).toHaveText(say('listen.finished'))
    const heard = await said(page)
    expect(heard[0]).toContain(question.stem)
    const options = await group
      .getByRole('radio')
      .evaluateAll((radios) =>
        radios.map((radio) => (radio as HTMLInputElement).labels?.[0]?.textContent.trim() ?? ''),
      )
    expect(heard.slice(2)).toEqual(
      options.map((text, index) => say('listen.option', { letter: 'ABCDE'[index] ?? '', text })),
    )
    expect(heard.join()).not.toContain(question.explanation)
  })

  test('a question that is to be heard before the voices have come is read when they come', async ({
    page,
  }) => {
    let letCome = (): void => undefined
    const mayCome = new Promise<void>((come) => (letCome = come))
    await page.route('**/assets/browser-speech-*.js', async (route) => {
      await mayCome
      await route.continue()
    })
    await openBar(page)
    const question = the(questionsOf(firstSection)[1], 'a second question')
    await reader(page)
      .question(question)
      .getByRole('button', { name: /^Listen to question/ })
      .click()
    letCome()
    await expect.poll(() => lastSaid(page)).toContain(question.stem)
  })

  test('without tellings of the voice the sentence alone is marked; the questions can be left out', async ({
    page,
  }) => {
    await openBar(page)
    await inBar(page, say('listen.settings')).click()
    await bar(page)
      .getByRole('checkbox', { name: say('listen.questions') })
      .uncheck()
    await inBar(page, say('listen.play')).click()
    for (const sentence of sentences) {
      await sayToTheEnd(page)
      await expect(spoken(page)).toHaveText(sentence)
      expect(await markedWord(page)).toEqual([])
    }
    await sayToTheEnd(page)
    await expect(reader(page).status).toHaveText(say('listen.finished'))
  })

  test('voice and speed are chosen among those of the lesson’s language, and kept', async ({ page }) => {
    await openBar(page)
    await inBar(page, say('listen.settings')).click()
    const voice = bar(page).getByLabel(say('listen.voice'), { exact: true })
    await expect(voice.getByRole('option')).toHaveText([
      'Anna',
      'Ben',
      say('listen.voiceOfNet', { name: 'Nora' }),
    ])
    await voice.selectOption('Ben')
    await bar(page)
      .getByRole('slider', { name: say('listen.rate') })
      .fill('0.8')
    await page.reload()
    await expectAwake(page)
    await opener(page).click()
    await inBar(page, say('listen.play')).click()
    await expect
      .poll(() => page.evaluate(() => window.fakeVoices.said.at(-1)))
      .toMatchObject({
        voice: 'too',
        rate: 0.8,
      })
  })

  test('leaving the section or the page falls silent', async ({ page }) => {
    await openBar(page)
    await inBar(page, say('listen.play')).click()
    await expect.poll(() => isSpeaking(page)).toBe(true)
    await openSection(page, mouse, the(askingSections[1], 'a second section'))
    await expect.poll(() => isSpeaking(page)).toBe(false)
    await inBar(page, say('listen.play')).click()
    await expect.poll(() => isSpeaking(page)).toBe(true)
    await page
      .getByRole('navigation', { name: say('shell.pages') })
      .getByRole('link', { name: say('shell.about') })
      .click()
    await expect(page.getByRole('heading', { level: 1, name: say('about.heading') })).toBeVisible()
    expect(await isSpeaking(page)).toBe(false)
    await page.goBack()
    await expect(bar(page)).toBeHidden()
  })

  test('the bar has targets of 44 pixels', async ({ page }) => {
    await openBar(page)
    await inBar(page, say('listen.settings')).click()
    await inBar(page, say('listen.play')).click()
    await expect(spoken(page)).toHaveCount(1)
    const small = await bar(page)
      .locator('button, select, input[type="range"], label:has(input)')
      .evaluateAll((controls) =>
        controls.flatMap((control) => {
          const { width, height } = control.getBoundingClientRect()
          return Math.min(width, height) < 44 ? [control.outerHTML] : []
        }),
      )
    expect(small).toEqual([])
  })
})

test('without any voice the bar says so and what to do', async ({ page }) => {
  await openLesson(page)
  await opener(page).click()
  await expect(bar(page)).toContainText(say('listen.fault.no-voice', { language: 'English' }))
  await expect(reader(page).status).toHaveText(say('listen.fault.no-voice', { language: 'English' }))
  await expect(inBar(page, say('listen.play'))).toBeHidden()
  await expect(inBar(page, say('listen.close'))).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(opener(page)).toBeFocused()
})

test('a browser that cannot speak says so', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'speechSynthesis', { value: undefined })
  })
  await page.goto(lessonAddress)
  await expectAwake(page)
  await opener(page).click()
  await expect(bar(page)).toContainText(say('listen.fault.no-speech'))
})
