import { createMemoryHistory, type RouteLocationNormalized } from 'vue-router'
import { renderToString, type SSRContext } from 'vue/server-renderer'
import { useLibraryStore } from '#stores/library.ts'
import { bundledLessons, prerenderServices } from './services.ts'
import { createProofline } from './app.ts'
import { OWN_FOLDER } from './own-addresses.ts'
import { pageTitle } from './page-title.ts'

export interface RenderedPage {
  readonly body: string
  readonly title: string
  readonly language: string
  /** Source modules that the page was made of; their built files are loaded early. */
  readonly modules: readonly string[]
}

/** Below the address of a lesson. */
const LESSON_PAGES = ['', '/study', '/result', '/print', '/present']

/** The addresses of every page that can be rendered before anybody asks for it. */
export const pagePaths = async (): Promise<readonly string[]> => [
  '/',
  '/review',
  '/progress',
  '/settings',
  '/about',
  '/404',
  ...[...(await bundledLessons.loadIndex()).map(({ id }) => `/lessons/${id}`), OWN_FOLDER].flatMap((lesson) =>
    LESSON_PAGES.map((page) => `${lesson}${page}`),
  ),
]

/** The data that a page asks for first: the library its list, the reader its lesson's opening, a lesson's other pages the whole. */
function dataModules({ name, params: { lesson } }: RouteLocationNormalized): readonly string[] {
  if (name === 'library') return ['virtual:lessons/index']
  if (typeof lesson !== 'string') return []
  return [name === 'read' ? `virtual:lesson/${lesson}` : `virtual:lesson/${lesson}/whole`]
}

/** Renders one page as a first-time visitor would see it. */
export async function renderPage(path: string, base: string): Promise<RenderedPage> {
  const { app, router, words } = createProofline(createMemoryHistory(base), prerenderServices())
  await router.push(path)
  await router.isReady()
  const context: SSRContext = {}
  const body = await renderToString(app, context)
  const modules: unknown = context.modules
  const route = router.currentRoute.value
  const lesson = useLibraryStore().loaded(String(route.params.lesson))
  return {
    body,
    title: pageTitle(route, lesson?.title ?? '', words.t),
    language: words.locale.value,
    modules: [
      ...(modules instanceof Set ? [...modules].filter((id) => typeof id === 'string') : []),
      ...dataModules(route),
    ],
  }
}
