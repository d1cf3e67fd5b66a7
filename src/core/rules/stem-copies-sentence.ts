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
    const beginnings = beginningsOf(sentencesOf(draft))
    return textsOf(draft, context).flatMap(({ text, path }) => {
      const pieces = unquoted(normaliseText(text)).map((piece) => markWords(piece, language))
      const longest = pieces
        .flatMap((piece) => runsOf(piece, beginnings))
        .reduce((best, next) => (next.run.counted > best.run.counted ? next : best), NO_RUN)
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

interface MarkedSentence {
  readonly level: string
  readonly paragraph: number
  readonly words: readonly Word[]
}

const sentencesOf = (draft: LessonDraft): readonly MarkedSentence[] =>
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

interface Place {
  readonly sentence: MarkedSentence
  /** Which of its words. */
  readonly at: number
}

/**
 * Where so many words stand in a row, by these words: whatever is long enough begins with such a row, so that a lesson of thousands of
 * questions is not compared with each of its sentences. Of sentences with the same words the first stands for all.
 */
function beginningsOf(sentences: readonly MarkedSentence[]): ReadonlyMap<string, readonly Place[]> {
  const distinct = new Map<string, MarkedSentence>()
  for (const sentence of sentences) {
    const words = sentence.words.map(({ text }) => text).join(' ')
    if (!distinct.has(words)) distinct.set(words, sentence)
  }
  const places = new Map<string, Place[]>()
  for (const sentence of distinct.values())
    for (const [at, row] of rowsOf(sentence.words).entries()) {
      const known = places.get(row)
      if (known === undefined) places.set(row, [{ sentence, at }])
      else known.push({ sentence, at })
    }
  return places
}

/** So many words in a row, from each word that has enough behind it. */
const rowsOf = (words: readonly Word[]): readonly string[] =>
  words.slice(0, Math.max(0, words.length - RUN_LENGTH + 1)).map((_, start) =>
    words
      .slice(start, start + RUN_LENGTH)
      .map(({ folded }) => folded)
      .join(' '),
  )

/** The runs of a text that may be long enough. */
const runsOf = (text: readonly Word[], beginnings: ReadonlyMap<string, readonly Place[]>) =>
  rowsOf(text).flatMap((row, start) =>
    (beginnings.get(row) ?? []).map(({ sentence: { level, paragraph, words }, at }) => ({
      level,
      paragraph,
      run: runFrom(text, start, words, at),
    })),
  )

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
