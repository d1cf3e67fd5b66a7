import type { RouteLocationNormalized } from 'vue-router'
import type { LessonSummary } from '#core/lesson/model.ts'

/** The document's title: the page, or the lesson that it shows, and the app. */
export function pageTitle(
  route: RouteLocationNormalized,
  index: readonly LessonSummary[],
  words: (key: string, params: Record<string, string>) => string,
): string {
  const lesson = index.find((summary) => summary.id === route.params.lesson)?.title ?? ''
  return words(route.meta.titleKey ?? 'notFound.title', { lesson })
}
