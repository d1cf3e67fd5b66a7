import '#ui/tokens.css'
import '#ui/fonts.css'
import '#ui/base.css'
import { createWebHistory } from 'vue-router'
import { localSettings } from '#storage/local/settings.ts'
import { useLibraryStore } from '#stores/library.ts'
import { useSessionStore } from '#stores/session.ts'
import { preparePlayers } from '#components/players.ts'
import { createProofline } from './app.ts'
import { takeEarlyAnswers } from './early-answers.ts'
import { showFatalError } from './fatal-error.ts'
import { browserServices } from './services.ts'

const { app, router, words } = createProofline(
  createWebHistory(import.meta.env.BASE_URL),
  browserServices(localSettings(() => window.localStorage)),
)

/** The question types on the page that the build has rendered. */
const prerenderedTypes = (): string[] =>
  [...document.querySelectorAll<HTMLElement>('#app [data-type]')].map(
    (question) => question.dataset.type ?? '',
  )

app.config.errorHandler = (error) => {
  console.error(error)
  showFatalError(words.t('fatal.title'), words.t('fatal.body'))
}
router.onError((error) => {
  console.error(error)
  showFatalError(words.t('fatal.page'), words.t('fatal.pageBody'))
})

// No top-level await: the chunk of a lazy page imports this one, and each would wait for the other for ever.
void start()

/** Takes the prerendered page over; what was answered before that is kept. */
async function start(): Promise<void> {
  await router.isReady()
  // A player that cannot be fetched now is asked for again when its question is shown.
  await preparePlayers(prerenderedTypes()).catch((error: unknown) => console.warn(error))
  const early = takeEarlyAnswers(document)
  app.mount('#app')
  early.giveBack()
}

if (import.meta.hot) {
  // A lesson that was saved in an editor takes the place of the one on the screen.
  import.meta.hot.on('proofline:lesson', ({ lesson, index }) => {
    useLibraryStore().replace(lesson, index)
    useSessionStore().replaceLesson(lesson)
  })
}
