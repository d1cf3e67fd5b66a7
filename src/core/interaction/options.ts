import * as v from 'valibot'
import type { Fault } from '#core/kernel/diagnostic.ts'
import { shortHash } from '#core/kernel/hash.ts'
import { MISREADINGS } from '#core/lesson/model.ts'
import type { PartGrade } from '#core/grading/grade.ts'
import type { NeutralOption } from './neutral.ts'
import type { Choice } from './spec.ts'

/** An option of a choice, as bodies keep it. `id` is the short hash of its text: moving options breaks no stored response. */
export const optionSchema = v.object({
  id: v.string(),
  text: v.string(),
  isKey: v.boolean(),
  misreading: v.exactOptional(v.picklist(MISREADINGS)),
  why: v.exactOptional(v.string()),
})
export type Option = v.InferOutput<typeof optionSchema>

/** A non-empty text of the author's; white space at the ends is cut. */
export const authoredText = v.pipe(v.string(), v.trim(), v.nonEmpty())

/** An option as its author writes it. */
export const authoredOptionSchema = v.strictObject({
  text: authoredText,
  key: v.optional(v.boolean()),
  misreading: v.optional(v.picklist(MISREADINGS)),
  why: v.optional(authoredText),
})
type AuthoredOption = v.InferOutput<typeof authoredOptionSchema>

/** Leaves out what is undefined, so that records stay closed under `exactOptionalPropertyTypes` and in YAML. */
export function defined<T extends object>(record: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const kept = Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined))
  return kept as { [K in keyof T]: Exclude<T[K], undefined> } // only undefined values were taken out
}

/** Bodies' options from authored ones; two options with the same words are a fault at the second. */
export function readOptions(authored: readonly AuthoredOption[]): { options: Option[]; faults: Fault[] } {
  const faults: Fault[] = []
  const seen = new Set<string>()
  const options = authored.map((option, index): Option => {
    const id = shortHash(option.text)
    if (seen.has(id)) {
      faults.push({
        code: 'duplicate-option',
        severity: 'error',
        path: ['options', index, 'text'],
        params: { text: option.text },
      })
    }
    seen.add(id)
    return defined({
      id,
      text: option.text,
      isKey: option.key ?? false,
      misreading: option.misreading,
      why: option.why,
    })
  })
  return { options, faults }
}

/** Back to what an author writes. */
export const writeOptions = (options: readonly Option[]): Record<string, unknown>[] =>
  options.map((option) =>
    defined({
      text: option.text,
      key: option.isKey || undefined,
      misreading: option.misreading,
      why: option.why,
    }),
  )

/** What content rules and profiles see of the options of a question. */
export const optionChoices = (options: readonly Option[]): Choice[] =>
  options.map((option, index) => ({ ...option, path: ['options', index] }))

/** Grades each option against the set of chosen ids: chosen keys are right, chosen distractors wrong, other keys missed. */
export function gradeOptions(options: readonly Option[], chosen: ReadonlySet<string>): PartGrade[] {
  return options.flatMap((option): PartGrade[] => {
    const isChosen = chosen.has(option.id)
    if (!isChosen && !option.isKey) return []
    const state = !isChosen ? 'missed' : option.isKey ? 'right' : 'wrong'
    if (state !== 'wrong') return [{ id: option.id, state }]
    return [defined({ id: option.id, state, misreading: option.misreading, why: option.why })]
  })
}

/** Options as formats speak them: without ids and misreadings. */
export const neutralOptions = (options: readonly Option[]): NeutralOption[] =>
  options.map(
    (option) => defined({ text: option.text, isKey: option.isKey, feedback: option.why }) as NeutralOption,
  )

/** The way back: each option is known by a short hash of its text. */
export const optionsFromNeutral = (options: readonly NeutralOption[]): Option[] =>
  options.map(
    (option) =>
      defined({
        id: shortHash(option.text),
        text: option.text,
        isKey: option.isKey,
        why: option.feedback,
      }) as Option,
  )
