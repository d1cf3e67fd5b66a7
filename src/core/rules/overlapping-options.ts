import type { Choice } from '#core/interaction/spec.ts'
import type { Rule } from './rule.ts'
import { choiceTextPath, writtenChoiceQuestions } from './support/choice-questions.ts'
import { inQuestions } from './support/finding.ts'
import { foldedWords } from './support/folded-words.ts'

/**
 * An option that holds all words of another is right whenever the other is, or more so; readers who see it need not have read.
 * Whole words are compared, so `Tu-22` does not lie in `Tu-22M3`. Source: Haladyna, Downing & Rodriguez (2002), guideline 22.
 */
export const overlappingOptions: Rule = {
  id: 'overlapping-options',
  check: (draft, context) =>
    writtenChoiceQuestions(draft, context).flatMap(({ draft: question, choices }) => {
      const options = choices.map((choice) => ({
        choice,
        words: foldedWords(choice.text, draft.lesson.language),
      }))
      return options.flatMap(({ choice, words }, index) =>
        options.flatMap((other, otherIndex) => {
          const isSame = words.length === other.words.length
          // Of two options with the same words the later is named; the same text twice is another fault.
          if (index === otherIndex || choice.text === other.choice.text || (isSame && index < otherIndex))
            return []
          return holdsRun(words, other.words) ? [overlap(choice, other.choice)] : []
        }),
      )

      function overlap(longer: Choice, shorter: Choice) {
        const params = { longer: longer.text, shorter: shorter.text }
        return inQuestions('overlapping-options', 'warning', choiceTextPath(question, longer), params)
      }
    }),
}

/** Whether `run` stands in `words` as it is, one word after the other. */
const holdsRun = (words: readonly string[], run: readonly string[]): boolean =>
  run.length > 0 && words.some((_, start) => run.every((word, offset) => words[start + offset] === word))
