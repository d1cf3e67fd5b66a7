import * as v from 'valibot'
import type { PartGrade } from '#core/grading/grade.ts'
import type { SentenceId } from '#core/kernel/ids.ts'
import type { SentenceScope } from './spec.ts'

const SCOPES = ['section', 'article'] as const satisfies readonly SentenceScope[]

/** Where the reader may tap, as bodies keep it. */
export const scopeSchema = v.picklist(SCOPES)

/** Where the reader may tap, as an author writes it; `section` when left out. */
export const authoredScopeSchema = v.optional(scopeSchema)

/** Grades a tapped sentence: any sentence of the evidence is right. Where it is wrong, all of the evidence is missed. */
export function gradeSentence(
  sentence: string,
  evidence: readonly SentenceId[],
): readonly [PartGrade, ...PartGrade[]] {
  if ((evidence as readonly string[]).includes(sentence)) return [{ id: sentence, state: 'right' }]
  return [{ id: sentence, state: 'wrong' }, ...evidence.map((id): PartGrade => ({ id, state: 'missed' }))]
}
