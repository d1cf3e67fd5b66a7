import type { AuthoringRegistry } from '#core/interaction/spec.ts'
import { hash32 } from '#core/kernel/hash.ts'
import { seededRng } from '#core/kernel/rng.ts'
import { publishersOf } from '#core/lesson/publishers.ts'
import { articleOf } from '#core/lesson/questions.ts'
import type { Article, Lesson, Level, Paragraph, Question, Section } from '#core/lesson/model.ts'
import { numberedBySection } from './numbered.ts'
import type { QuestionBlock, Sheet, SheetBlock } from './sheet.ts'

export interface WorksheetChoices {
  readonly level: Level
  /** False prints the questions alone, for a class that has the text already. */
  readonly hasArticle: boolean
  /** The words that the article explains, after it; never without it. */
  readonly hasGlossary: boolean
}

/**
 * The lesson as a reader gets it on paper: nothing that only the grader may see. What must not stand in key order is mixed by the
 * question's id, so that every print of a lesson is the same.
 */
export function worksheetOf(lesson: Lesson, choices: WorksheetChoices, authoring: AuthoringRegistry): Sheet {
  const article = articleOf(lesson, choices.level)
  const points = lesson.questions.reduce((sum, question) => sum + question.points, 0)
  const nameLine: SheetBlock = { kind: 'name-line', points }
  const glossary: SheetBlock[] =
    choices.hasGlossary && lesson.glossary.length > 0 ? [{ kind: 'glossary', entries: lesson.glossary }] : []
  const reading = choices.hasArticle ? [nameLine, ...articleBlocks(article, lesson), ...glossary] : []
  const questions = numberedBySection(lesson, article).flatMap(
    ({ heading, questions: own }): SheetBlock[] => [
      heading,
      ...own.map(({ question, number }) => questionBlock(question, number, authoring)),
    ],
  )
  return {
    kind: 'worksheet',
    title: lesson.title,
    level: article.level,
    language: lesson.language,
    direction: lesson.direction,
    blocks: [
      ...reading,
      { kind: 'questions', followsArticle: choices.hasArticle },
      nameLine,
      ...questions,
      { kind: 'source', sources: lesson.sources, licence: lesson.licence },
    ],
  }
}

const articleBlocks = (article: Article, lesson: Lesson): SheetBlock[] =>
  article.sections.flatMap((section, index): SheetBlock[] => [
    ...(section.report === article.sections[index - 1]?.report ? [] : reportBlocks(section, lesson)),
    { kind: 'section', number: index + 1, title: section.title },
    ...section.paragraphs.map(paragraphBlock),
  ])

/** The name of the report that begins with a section. */
const reportBlocks = (section: Section, lesson: Lesson): SheetBlock[] =>
  (lesson.reports ?? [])
    .filter(({ id }) => id === section.report)
    .map((report) => ({ kind: 'report', title: report.title, publishers: publishersOf(lesson, report) }))

const paragraphBlock = (paragraph: Paragraph): SheetBlock => ({
  kind: 'paragraph',
  number: paragraph.number,
  inlines: paragraph.sentences.flatMap((sentence) => sentence.inlines),
})

function questionBlock(question: Question, number: number, authoring: AuthoringRegistry): QuestionBlock {
  const door = authoring[question.type]
  if (door === undefined) throw new Error(`Expected a known question type, found "${question.type}"`)
  return {
    kind: 'question',
    id: question.id,
    number,
    points: question.points,
    stem: question.stem,
    blocks: door.worksheet(question.body, seededRng(hash32(question.id))),
  }
}
