import type { LogicRegistry, Words } from '#core/interaction/spec.ts'
import type { Lesson } from '#core/lesson/model.ts'
import { authoring } from '#interactions/authoring.ts'
import { answerKeyOf, type KeyChoices } from './answer-key.ts'
import type { Sheet } from './sheet.ts'
import { worksheetOf, type WorksheetChoices } from './worksheet.ts'

export interface PrintChoices extends WorksheetChoices, KeyChoices {
  readonly sheets: 'worksheet' | 'key' | 'both'
}

/** The room's door: the sheets that a page asks for. It brings the authors' door along, so it is never on a reader's way. */
export function printLesson(
  lesson: Lesson,
  choices: PrintChoices,
  { interactions, words }: { readonly interactions: LogicRegistry; readonly words: Words },
): readonly Sheet[] {
  return [
    ...(choices.sheets === 'key' ? [] : [worksheetOf(lesson, choices, authoring)]),
    ...(choices.sheets === 'worksheet'
      ? []
      : [answerKeyOf(lesson, choices, { interactions, authoring, words })]),
  ]
}
