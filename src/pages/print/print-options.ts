import type { Lesson, Level } from '#core/lesson/model.ts'
import type { PrintChoices } from '#print/print-lesson.ts'

export const SHEETS = ['worksheet', 'key', 'both'] as const
export const CONTENTS = ['article', 'questions'] as const
export const TEXTS = ['normal', 'large'] as const
export const PAPERS = ['a4', 'letter'] as const
const SWITCHES = ['yes', 'no'] as const

/** What a teacher chooses before printing. The values are the words of the address, so that a print can be shared and kept. */
export interface PrintOptions {
  readonly sheets: (typeof SHEETS)[number]
  readonly level: Level
  readonly content: (typeof CONTENTS)[number]
  readonly text: (typeof TEXTS)[number]
  readonly paper: (typeof PAPERS)[number]
  readonly glossary: (typeof SWITCHES)[number]
  readonly explanations: (typeof SWITCHES)[number]
  readonly reasons: (typeof SWITCHES)[number]
}

type Query = Readonly<Record<string, unknown>>

/** What is printed where nothing was chosen. */
export const defaultOptions = (lesson: Pick<Lesson, 'defaultLevel'>): PrintOptions => ({
  sheets: 'worksheet',
  level: lesson.defaultLevel,
  content: 'article',
  text: 'normal',
  paper: 'a4',
  glossary: 'yes',
  explanations: 'yes',
  reasons: 'no',
})

/** The options of an address; what it leaves out, or says wrongly, is as usual. */
export function readOptions(query: Query, lesson: Pick<Lesson, 'defaultLevel' | 'levels'>): PrintOptions {
  const usual = defaultOptions(lesson)
  const pick = <Value extends string>(name: string, values: readonly Value[], fallback: Value): Value =>
    values.find((value) => value === query[name]) ?? fallback
  return {
    sheets: pick('sheets', SHEETS, usual.sheets),
    level: pick('level', lesson.levels, usual.level),
    content: pick('content', CONTENTS, usual.content),
    text: pick('text', TEXTS, usual.text),
    paper: pick('paper', PAPERS, usual.paper),
    glossary: pick('glossary', SWITCHES, usual.glossary),
    explanations: pick('explanations', SWITCHES, usual.explanations),
    reasons: pick('reasons', SWITCHES, usual.reasons),
  }
}

/** The address of these options: only what differs from the usual. */
export function writeOptions(
  options: PrintOptions,
  lesson: Pick<Lesson, 'defaultLevel'>,
): Record<string, string> {
  const usual: Query = { ...defaultOptions(lesson) }
  return Object.fromEntries(Object.entries(options).filter(([name, value]) => value !== usual[name]))
}

/** What of it decides the content of the sheets; the rest is their look. */
export const choicesOf = (options: PrintOptions): PrintChoices => ({
  sheets: options.sheets,
  level: options.level,
  hasArticle: options.content === 'article',
  hasGlossary: options.glossary === 'yes',
  hasExplanations: options.explanations === 'yes',
  hasReasons: options.reasons === 'yes',
})
