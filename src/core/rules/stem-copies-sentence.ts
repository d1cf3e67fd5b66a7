import type { DocPath } from '#core/kernel/diagnostic.ts'
import { normaliseText } from '#core/kernel/hash.ts'
import type { LessonDraft, QuestionDraft } from '#core/lesson-text/draft.ts'
import { sentenceText } from '#core/lesson/text.ts'
import { wordsOf } from '#core/lesson/words.ts'
import type { Rule, RuleContext } from './rule.ts'
import { choiceTextPath, writtenChoiceQuestions } from './support/choice-questions.ts'
import { inQuestions } from './support/finding.ts'
import { shorten } from './support/shorten.ts'

/** So many words in a row, names and numbers apart, are the article's wording and not chance. */
const RUN_LENGTH = 6

/** How many characters of the shared words a message shows. */
const SHOWN_LENGTH = 60

/**
 * Who finds the sentence by its words has matched, not understood: stems and keys paraphrase.
 * A run is words that stand in the same order, one after the other, in one sentence of any level. Names (a capital inside a sentence of
 * the article) and numbers have no other wording: they do not count towards its length, and a run that is half names is none. In
 * German, where every noun has a capital, the rule therefore sees less. What a stem quotes in quotation marks may be the article's own.
 * Source: Haladyna, Downing & Rodriguez (2002), guideline 3. Once a text, at its longest run.
 */
export const stemCopiesSentence: Rule = {
  id: 'stem-copies-sentence',
  check(draft, context) {
    const { language } = draft.lesson
    const sentences = sentencesOf(draft)
    return textsOf(draft, context).flatMap(({ text, path }) => {
      const pieces = unquoted(normaliseText(text)).map((piece) => markWords(piece, language))
      const runs = pieces.flatMap((piece) =>
        sentences.map(({ level, paragraph, words }) => ({ level, paragraph, run: longestRun(piece, words) })),
      )
      const longest = runs.reduce((best, next) => (next.run.counted > best.run.counted ? next : best), NO_RUN)
      if (longest.run.counted < RUN_LENGTH) return []
      const { level, paragraph, run } = longest
      const words = shorten(run.words.join(' '), SHOWN_LENGTH)
      return [inQuestions('stem-copies-sentence', 'warning', path, { level, paragraph, words })]
    })
  },
}

interface Word {
  readonly text: string
  readonly folded: string
  readonly isNumber: boolean
  readonly isCapital: boolean
  readonly isFirst: boolean
}

interface Run {
  readonly words: readonly string[]
  /** Words that are neither names nor numbers; 0 where these are half of the run or more. */
  readonly counted: number
}

const NO_RUN: { readonly level: string; readonly paragraph: number; readonly run: Run } = {
  level: '',
  paragraph: 0,
  run: { words: [], counted: 0 },
}

/** What a question asks and the keys that it shows, each with its place. */
function textsOf(
  draft: LessonDraft,
  context: RuleContext,
): readonly { readonly text: string; readonly path: DocPath }[] {
  const asked = ({ index, question }: QuestionDraft) => [
    { text: question.stem, path: [index, 'stem'] },
    ...question.reworded.map((text, place) => ({ text, path: [index, 'reworded', place] })),
  ]
  const keys = writtenChoiceQuestions(draft, context).flatMap((question) =>
    question.keys.map((key) => ({ text: key.text, path: choiceTextPath(question.draft, key) })),
  )
  return [...draft.questions.flatMap(asked), ...keys]
}

const sentencesOf = (draft: LessonDraft) =>
  draft.articles.flatMap(({ level, sections }) =>
    sections.flatMap((section) =>
      section.paragraphs.flatMap((paragraph) =>
        paragraph.sentences.map((sentence) => {
          const words = markWords(normaliseText(sentenceText(sentence)), draft.lesson.language)
          return { level, paragraph: paragraph.number, words }
        }),
      ),
    ),
  )

/** The pieces of a text between its quotations; `normaliseText` has made the English and German marks straight. */
const unquoted = (text: string): readonly string[] => text.split(/"[^"]*"|«[^»]*»|\u201e[^"]*"/)

function markWords(text: string, language: string): readonly Word[] {
  return wordsOf(text, language).map((word, index) => {
    const first = [...word][0] ?? ''
    const isCapital = first !== first.toLowerCase()
    return {
      text: word,
      folded: word.toLowerCase(),
      isNumber: /\p{N}/u.test(word),
      isCapital,
      isFirst: index === 0,
    }
  })
}

/** The run of words that both texts share and that counts most. */
function longestRun(text: readonly Word[], sentence: readonly Word[]): Run {
  let best: Run = NO_RUN.run
  for (let start = 0; start < text.length; start++) {
    for (let other = 0; other < sentence.length; other++) {
      if (text[start]?.folded !== sentence[other]?.folded) continue
      const run = runFrom(text, start, sentence, other)
      if (run.counted > best.counted) best = run
    }
  }
  return best
}

function runFrom(text: readonly Word[], start: number, sentence: readonly Word[], other: number): Run {
  const words: string[] = []
  let counted = 0
  for (let offset = 0; ; offset++) {
    const mine = text[start + offset]
    const theirs = sentence[other + offset]
    if (mine === undefined || theirs === undefined || mine.folded !== theirs.folded) break
    words.push(mine.text)
    // At the start of a sentence of the article the capital says nothing; then the question's does.
    const isName = theirs.isFirst ? mine.isCapital && !mine.isFirst : theirs.isCapital
    if (!isName && !theirs.isNumber) counted++
  }
  return { words, counted: counted * 2 > words.length ? counted : 0 }
}
