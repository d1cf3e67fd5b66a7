import '#ui/tokens.css'
import '#ui/fonts.css'
import '#ui/base.css'
import { createWebHistory } from 'vue-router'
import { localSettings } from '#storage/local/settings.ts'
import { useLibraryStore } from '#stores/library.ts'
import { createProofline } from './app.ts'
import { showFatalError } from './fatal-error.ts'
import { browserServices } from './services.ts'

const { app, router, words } = createProofline(
  createWebHistory(import.meta.env.BASE_URL),
  browserServices(localSettings(() => window.localStorage)),
)

app.config.errorHandler = (error) => {
  console.error(error)
  showFatalError(words.global.t('fatal.title'), words.global.t('fatal.body'))
}
router.onError((error) => {
  console.error(error)
  showFatalError(words.global.t('fatal.page'), words.global.t('fatal.pageBody'))
})

await router.isReady()
app.mount('#app')

if (import.meta.hot) {
  // A lesson that was saved in an editor takes the place of the one on the screen.
  import.meta.hot.on('proofline:lesson', ({ lesson, index }) => useLibraryStore().replace(lesson, index))
}
