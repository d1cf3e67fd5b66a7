import type { LogicRegistry } from '#core/interaction/spec.ts'
import type { Finding, LessonDraft } from '#core/lesson-text/draft.ts'

export interface RuleContext {
  readonly interactions: LogicRegistry
}

/** One content rule: its id is the code of its findings and the key of its words in the locales. */
export interface Rule {
  readonly id: string
  check(draft: LessonDraft, context: RuleContext): readonly Finding[]
}
