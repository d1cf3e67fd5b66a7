import type { Rule } from './rule.ts'
import { inLesson } from './support/finding.ts'
import { nearestFirst } from './support/nearest.ts'

/** A report says which sources it follows, so each must be one of the lesson's: readers see who published them. */
export const sourceUnknown: Rule = {
  id: 'source-unknown',
  check({ lesson }) {
    const known = lesson.sources.map((source) => source.id)
    return (lesson.reports ?? []).flatMap(({ sources }, report) =>
      sources.flatMap((source, index) => {
        if (known.includes(source)) return []
        const params = { source, known: nearestFirst(source, known).slice(0, 5).join(', ') || '…' }
        return [inLesson('source-unknown', 'error', ['reports', report, 'sources', index], params)]
      }),
    )
  },
}
