import { createRouter, type RouteLocationNormalized, type RouterHistory } from 'vue-router'
import { useLibraryStore } from '#stores/library.ts'
import { readerPart } from './reader-part.ts'

declare module 'vue-router' {
  interface RouteMeta {
    /** Message key of the page's title; a lesson's own title takes its place. */
    readonly titleKey?: string
    /** The page has the whole screen, without bar and foot, and its own way back. */
    readonly isBare?: boolean
  }
}

/** Loads the list of lessons before a page opens that shows it. */
const withIndex = (): Promise<void> => useLibraryStore().loadIndex()

/**
 * Loads the lesson before its page opens, so that a page never shows half of it, and starts a sitting, since the bar's tools are set up
 * before the page itself. Unknown lessons go to "not found".
 */
async function withSitting(to: RouteLocationNormalized) {
  const [lesson, { useSessionStore }] = await Promise.all([
    useLibraryStore().load(String(to.params.lesson)),
    readerPart(),
  ])
  if (lesson === null) return notFound(to)
  useSessionStore().prepare(lesson)
  return true
}

/** Result, paper and class need every question. */
async function withWholeLesson(to: RouteLocationNormalized) {
  const lesson = await useLibraryStore().loadWhole(String(to.params.lesson))
  return lesson === null ? notFound(to) : true
}

const notFound = (to: RouteLocationNormalized) => ({
  name: 'not-found',
  params: { path: to.path.split('/').slice(1) },
})

/** Every page of the app, one line a page; each is a file of its own, which its prerendered page links. */
export function createPages(history: RouterHistory) {
  return createRouter({
    history,
    scrollBehavior: (to, _from, saved) => saved ?? (to.hash === '' ? { top: 0 } : { el: to.hash }),
    routes: [
      {
        path: '/',
        name: 'library',
        component: () => import('#pages/library/LibraryPage.vue'),
        beforeEnter: withIndex,
        meta: { titleKey: 'library.title' },
      },
      {
        path: '/lessons/:lesson',
        name: 'read',
        components: {
          default: async () => (await readerPart()).ReadPage,
          tools: async () => (await readerPart()).ReadTools,
        },
        props: { default: (to) => ({ lessonId: String(to.params.lesson) }) },
        beforeEnter: withSitting,
        meta: { titleKey: 'read.title' },
      },
      {
        path: '/lessons/:lesson/result',
        name: 'result',
        component: () => import('#pages/result/ResultPage.vue'),
        props: (to) => ({ lessonId: String(to.params.lesson) }),
        beforeEnter: withWholeLesson,
        meta: { titleKey: 'result.title' },
      },
      {
        path: '/lessons/:lesson/study',
        name: 'study',
        component: () => import('#pages/study/StudyPage.vue'),
        props: (to) => ({ lessonId: String(to.params.lesson) }),
        beforeEnter: withWholeLesson,
        meta: { titleKey: 'study.title' },
      },
      {
        path: '/lessons/:lesson/print',
        name: 'print',
        component: () => import('#pages/print/PrintPage.vue'),
        props: (to) => ({ lessonId: String(to.params.lesson) }),
        beforeEnter: withWholeLesson,
        meta: { titleKey: 'print.title' },
      },
      {
        path: '/lessons/:lesson/present',
        name: 'present',
        component: () => import('#pages/present/PresentPage.vue'),
        props: (to) => ({ lessonId: String(to.params.lesson) }),
        beforeEnter: withWholeLesson,
        meta: { titleKey: 'present.title', isBare: true },
      },
      {
        path: '/review',
        name: 'review',
        component: () => import('#pages/review/ReviewPage.vue'),
        meta: { titleKey: 'review.title' },
      },
      {
        path: '/progress',
        name: 'progress',
        component: () => import('#pages/progress/ProgressPage.vue'),
        meta: { titleKey: 'progress.title' },
      },
      {
        path: '/own/:page?',
        name: 'own',
        component: () => import('#pages/own/OwnPage.vue'),
        meta: { titleKey: 'library.title' },
      },
      {
        path: '/settings',
        name: 'settings',
        component: () => import('#pages/settings/SettingsPage.vue'),
        meta: { titleKey: 'settings.title' },
      },
      {
        path: '/about',
        name: 'about',
        component: () => import('#pages/about/AboutPage.vue'),
        meta: { titleKey: 'about.title' },
      },
      {
        path: '/:path(.*)*',
        name: 'not-found',
        component: () => import('#pages/not-found/NotFoundPage.vue'),
        meta: { titleKey: 'notFound.title' },
      },
    ],
  })
}
