import '#ui/tokens.css'
import '#ui/fonts.css'
import '#ui/base.css'
import './words-pending.css'
// What every page shows comes with the app, so that no page asks for another one's file.
import '#ui/BaseLink.vue'
import '#ui/BasePage.vue'
import { createWebHistory } from 'vue-router'
import { ENGLISH, languageFor, type InterfaceLanguage } from '#i18n/languages.ts'
import type { WordTable } from '#i18n/words.ts'
import { localSettings } from '#storage/local/settings.ts'
import { useLibraryStore } from '#stores/library.ts'
import { useProgressStore } from '#stores/progress.ts'
import { chosenLanguage } from '#stores/settings.ts'
import { loadOptional } from '#ui/unasked.ts'
import { createProofline } from './app.ts'
import { takeEarlyAnswers } from './early-answers.ts'
import { showFatalError, takePageErrorBack } from './fatal-error.ts'
import { showWords } from './interface-language.ts'
import { recoverLostParts } from './lost-parts.ts'
import { withOwnAddresses } from './own-addresses.ts'
import { readerPart } from './reader-part.ts'
import { browserServices } from './services.ts'
import { startOfflineWhenQuiet } from './start-offline.ts'

const services = browserServices(localSettings(() => window.localStorage))
const { app, router, words, languageSwitch } = createProofline(
  withOwnAddresses(createWebHistory(import.meta.env.BASE_URL)),
  services,
)
useLibraryStore().takeOwnFrom(async () => (await import('#stores/own-lessons.ts')).useOwnLessonsStore())

/** The question types on the page that the build has rendered. */
const prerenderedTypes = (): string[] =>
  [...document.querySelectorAll<HTMLElement>('#app [data-type]')].map(
    (question) => question.dataset.type ?? '',
  )

async function preparePlayers(types: readonly string[]): Promise<void> {
  if (types.length === 0) return
  await (await readerPart()).preparePlayers(types)
}

const say = (kind: 'app' | 'page', title: string, body: string): void =>
  showFatalError(kind, {
    title: words.t(title),
    body: words.t(body),
    mayReload: !useProgressStore().isOnlyCopy,
  })
const sayPageIsLost = (): void => say('page', 'fatal.page', 'fatal.pageBody')
const lostParts = recoverLostParts({ keep: keepAnswers, giveUp: sayPageIsLost })
app.config.errorHandler = (error) => {
  console.error(error)
  void lostParts.unlessLoadingAgain(() => say('app', 'fatal.title', 'fatal.body'))
}
router.onError((error) => {
  console.error(error)
  void lostParts.unlessLoadingAgain(sayPageIsLost)
})

router.afterEach((_to, _from, failure) => {
  if (failure === undefined) takePageErrorBack()
})

// No top-level await: the chunk of a lazy page imports this one, and each would wait for the other for ever.
void start()
if (import.meta.env.PROD) startOfflineWhenQuiet(keepAnswers)

/** Takes the prerendered page over; what was answered before that is kept. */
async function start(): Promise<void> {
  const language = languageFor(chosenLanguage(services.settings), navigator.languages)
  const loading = language === ENGLISH ? null : wordsInTime(language)
  await router.isReady()
  await preparePlayers(prerenderedTypes())
  const table = await loading
  const early = takeEarlyAnswers(document)
  // What was rendered for a lesson from a file only waits for it: there is nothing in it to be taken over.
  document.querySelector('#app:has([data-waits])')?.replaceChildren()
  app.mount('#app')
  // In the same task: what was rendered in English is taken over in English, and painted in the reader's language.
  if (table) languageSwitch.take(language, table)
  early.giveBack()
  if (table === undefined) await languageSwitch.show(language)
  showWords()
}

/** A device that never answers must not hold a page back. */
const KEEP_WITHIN_MS = 2000

/** When it is done, everything that was given is on the device, or the device does not take it. */
async function keepAnswers(): Promise<void> {
  const progress = useProgressStore()
  progress.keepDrafts()
  const kept = progress.flush()
  const late = new Promise((resolve) => setTimeout(resolve, KEEP_WITHIN_MS))
  await Promise.race([kept.catch(() => undefined), late])
}

/** The longest that the app waits for its words; after that it starts in English, and changes when they are there. */
const PATIENCE_MS = 3000

/** Undefined when they are late or cannot be had. */
async function wordsInTime(language: InterfaceLanguage): Promise<WordTable | undefined> {
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS, undefined))
  return Promise.race([loadOptional(() => language.load()).catch(() => undefined), late])
}

if (import.meta.hot) {
  // A lesson that was saved in an editor takes the place of the one on the screen.
  import.meta.hot.on('proofline:lesson', ({ lesson, index }) => {
    useLibraryStore().replace(lesson, index)
    void readerPart().then(({ useSessionStore }) => useSessionStore().replaceLesson(lesson))
  })
}
