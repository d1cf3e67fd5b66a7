import type { RouteLocationNormalized } from 'vue-router'

/** The document's title: the page, or the title of the lesson that it shows, and the app. */
export const pageTitle = (
  { meta }: RouteLocationNormalized,
  lesson: string,
  words: (key: string, params: Record<string, string>) => string,
): string => words(meta.titleKey ?? 'notFound.title', { lesson })
