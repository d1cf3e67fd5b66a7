import { createRouter, type RouteLocationNormalized, type RouterHistory } from 'vue-router'
import { useLibraryStore } from '#stores/library.ts'

declare module 'vue-router' {
  interface RouteMeta {
    /** Message key of the page's title; a lesson's own title takes its place. */
    readonly titleKey?: string
  }
}

/** Loads the lesson before its page opens, so that a page never shows half of it. Unknown lessons go to "not found". */
async function withLesson(to: RouteLocationNormalized) {
  const lesson = await useLibraryStore().load(String(to.params.lesson))
  return lesson === null ? { name: 'not-found', params: { path: to.path.split('/').slice(1) } } : true
}

/** Every page of the app; one lazy line a page. */
export function createPages(history: RouterHistory) {
  return createRouter({
    history,
    scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
    routes: [
      { path: '/', name: 'library', component: () => import('#pages/library/LibraryPage.vue'), meta: { titleKey: 'library.title' } },
      {
        path: '/lessons/:lesson',
        name: 'read',
        components: { default: () => import('#pages/read/ReadPage.vue'), tools: () => import('#pages/read/ReadTools.vue') },
        props: { default: (to) => ({ lessonId: String(to.params.lesson) }) },
        beforeEnter: withLesson,
        meta: { titleKey: 'read.title' },
      },
      {
        path: '/lessons/:lesson/result',
        name: 'result',
        component: () => import('#pages/result/ResultPage.vue'),
        props: (to) => ({ lessonId: String(to.params.lesson) }),
        beforeEnter: withLesson,
        meta: { titleKey: 'result.title' },
      },
      { path: '/settings', name: 'settings', component: () => import('#pages/settings/SettingsPage.vue'), meta: { titleKey: 'settings.title' } },
      { path: '/about', name: 'about', component: () => import('#pages/about/AboutPage.vue'), meta: { titleKey: 'about.title' } },
      {
        path: '/:path(.*)*',
        name: 'not-found',
        component: () => import('#pages/not-found/NotFoundPage.vue'),
        meta: { titleKey: 'notFound.title' },
      },
    ],
  })
}
