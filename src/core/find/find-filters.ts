import { LEVELS, PROCESSES, type LessonSummary, type Process } from '#core/lesson/model.ts'

export const FILTERS = ['topic', 'level', 'language', 'minutes', 'process'] as const
export type Filter = (typeof FILTERS)[number]
/** What is asked of lessons; a filter that is absent lets all pass. */
export type FilterValues = Readonly<Partial<Record<Filter, string>>>

/** No longer than so many minutes. */
const MINUTES = [5, 10, 20] as const

/** What filters know of a lesson beside its summary. */
export interface LessonFacts {
  minutesOf(lesson: LessonSummary): number
  processesOf(lesson: LessonSummary): readonly Process[]
}

type Passes = (lesson: LessonSummary, value: string, facts: LessonFacts) => boolean
const PASSES: Readonly<Record<Filter, Passes>> = {
  topic: ({ topic }, value) => topic.includes(value),
  level: ({ levels }, value) => levels.some((level) => level === value),
  language: ({ language }, value) => language === value,
  minutes: (lesson, value, facts) => facts.minutesOf(lesson) <= Number(value),
  process: (lesson, value, facts) => facts.processesOf(lesson).some((process) => process === value),
}

/** Whether a lesson is what all the filters ask for. */
export const passesFilters = (lesson: LessonSummary, values: FilterValues, facts: LessonFacts): boolean =>
  FILTERS.every((filter) => {
    const value = values[filter]
    return value === undefined || PASSES[filter](lesson, value, facts)
  })

/** What can be asked of these lessons: for each filter the values that part them, in their usual order. */
export function filterChoices(
  lessons: readonly LessonSummary[],
  facts: LessonFacts,
): Readonly<Record<Filter, readonly string[]>> {
  const parting = (filter: Filter, values: Iterable<string>): string[] => {
    const distinct = [...new Set(values)]
    return distinct.filter((value) => {
      const passing = lessons.filter((lesson) => PASSES[filter](lesson, value, facts)).length
      return passing > 0 && passing < lessons.length
    })
  }
  return {
    topic: parting(
      'topic',
      lessons.flatMap(({ topic }) => topic),
    ).sort(),
    level: parting('level', LEVELS),
    language: parting(
      'language',
      lessons.map(({ language }) => language),
    ).sort(),
    minutes: parting('minutes', MINUTES.map(String)),
    process: parting('process', PROCESSES),
  }
}

/** The filters of an address: those that are known, and have a value. */
export const filtersIn = (query: Readonly<Record<string, unknown>>): FilterValues =>
  Object.fromEntries(
    FILTERS.flatMap((filter) => {
      const value = query[filter]
      return typeof value === 'string' && value !== '' ? [[filter, value]] : []
    }),
  )
