/**
 * Which of `tags` the reader wants: the one that was chosen, or with `system` the first of `preferred` (as `navigator.languages`) that
 * there is; undefined where there is none. Kept apart from the registry, since every page decides it before its first paint.
 */
export function matchLanguage(
  choice: string,
  preferred: readonly string[],
  tags: readonly string[],
): string | undefined {
  for (const wanted of choice === 'system' ? preferred : [choice]) {
    const primary = wanted.split('-')[0]?.toLowerCase()
    const found = tags.find((tag) => tag === primary)
    if (found !== undefined) return found
  }
  return undefined
}
