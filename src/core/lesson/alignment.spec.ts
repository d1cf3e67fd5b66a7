import { describe, expect, it } from 'vitest'
import { bundledLessons } from '#tests/factories/bundled-lessons.ts'
import { aLesson } from '#tests/factories/lesson.ts'
import { lessonSource, registries } from '#tests/factories/lesson-files.ts'
import { parseLesson } from '#core/lesson-text/parse-lesson.ts'
import { alignLevels, counterparts } from './alignment.ts'
import type { Article, Evidence, Lesson, Level } from './model.ts'
import { locateSentences } from './questions.ts'
import { paragraphText, sentenceText } from './text.ts'

const bundled = await bundledLessons()
const pairsOf = ({ levels }: Lesson): [Level, Level][] =>
  levels.flatMap((from) => levels.filter((to) => to !== from).map((to): [Level, Level] => [from, to]))
const everyPair = bundled.flatMap((lesson) =>
  pairsOf(lesson).map(([from, to]) => ({ name: `${lesson.id} ${from} → ${to}`, lesson, from, to })),
)
const articleAt = (lesson: Lesson, level: Level): Article => {
  const article = lesson.articles[level]
  if (article === undefined) throw new Error(`Expected ${lesson.id} to have ${level}`)
  return article
}
const paragraphsOf = (article: Article) => article.sections.flatMap(({ paragraphs }) => paragraphs)

describe('two levels of a lesson', () => {
  it('have the paragraphs matched that say the same, and their sentences', () => {
    const lesson = aLesson()
    const alignment = alignLevels(lesson, 'b1', 'a2')
    expect(alignment.paragraphs).toEqual([
      { from: [1], to: [1] },
      { from: [2], to: [2] },
    ])
    const texts = new Map(
      [...locateSentences(articleAt(lesson, 'a2')).values()].map(({ sentence }) => [
        sentence.id,
        sentenceText(sentence),
      ]),
    )
    const [, engines] = articleAt(lesson, 'b1').sections[1]?.paragraphs[0]?.sentences ?? []
    const found = engines === undefined ? [] : (alignment.sentences.get(engines.id) ?? [])
    expect(found.map((id) => texts.get(id))).toEqual(['It makes engines for trains.'])
  })

  it('match nothing with a level that is not there, as before the rest of a lesson has come', () => {
    const alignment = alignLevels(aLesson(), 'b1', 'c1')
    expect(alignment.paragraphs).toEqual([])
    expect(counterparts(alignment, 1)).toEqual([])
  })

  it('never match across sections', () => {
    const { value } = parseLesson(lessonSource(), registries)
    if (value === null) throw new Error('Expected the frozen lesson to be sound')
    const [from, to] = value.levels
    if (from === undefined || to === undefined) throw new Error('Expected two levels')
    const sectionOf = (level: Level, number: number) =>
      articleAt(value, level).sections.find(({ paragraphs }) =>
        paragraphs.some((one) => one.number === number),
      )?.id
    for (const match of alignLevels(value, from, to).paragraphs)
      expect(match.to.map((number) => sectionOf(to, number))).toEqual(
        match.to.map(() => sectionOf(from, match.from[0] ?? 0)),
      )
  })
})

describe.each(everyPair)('$name', ({ lesson, from, to }) => {
  const alignment = alignLevels(lesson, from, to)
  const ours = locateSentences(articleAt(lesson, from))
  const theirs = locateSentences(articleAt(lesson, to))

  it('has no paragraph without a counterpart', () => {
    for (const { number } of paragraphsOf(articleAt(lesson, from)))
      expect(counterparts(alignment, number), `paragraph ${number}`).not.toEqual([])
  })

  /** Whether some sentence of one quote and some of the other stand in matched paragraphs. */
  const isMatched = (mine: Evidence, other: Evidence): boolean => {
    const reached = mine.sentences.flatMap((id) => counterparts(alignment, ours.get(id)?.paragraph ?? 0))
    return other.sentences.every((id) => reached.includes(theirs.get(id)?.paragraph ?? 0))
  }

  it('has every pair of proofs in matched paragraphs', () => {
    for (const { id, evidence } of lesson.questions) {
      const [mine = [], others = []] = [evidence[from], evidence[to]]
      if (mine.length !== others.length) continue
      mine.forEach((quote, index) => {
        const other = others[index]
        expect(other !== undefined && isMatched(quote, other), `${id}: ${quote.quote}`).toBe(true)
      })
    }
  })

  it('has proofs matched also where one level needs more of them', () => {
    for (const { id, evidence } of lesson.questions) {
      const [mine = [], others = []] = [evidence[from], evidence[to]]
      expect(
        mine.some((quote) => others.some((other) => isMatched(quote, other))),
        id,
      ).toBe(true)
    }
  })

  it('says at both levels the same names of places, wherever both name them', () => {
    const named = (level: Level, forms: readonly string[]) =>
      paragraphsOf(articleAt(lesson, level))
        .filter((paragraph) => forms.some((form) => paragraphText(paragraph).includes(form)))
        .map(({ number }) => number)
    for (const { name, forms = [] } of lesson.places) {
      const [mine, others] = [named(from, [name, ...forms]), named(to, [name, ...forms])]
      // Named once at each level it must be the same place of the text.
      if (mine.length !== 1 || others.length !== 1) continue
      expect(counterparts(alignment, mine[0] ?? 0), name).toContain(others[0])
    }
  })

  it('says at both levels the same figures', () => {
    const figures = (level: Level) => {
      const places = new Map<string, number[]>()
      for (const paragraph of paragraphsOf(articleAt(lesson, level)))
        for (const figure of new Set(paragraphText(paragraph).match(/\d[\d.,]*\d|\d/g)))
          places.set(figure, [...(places.get(figure) ?? []), paragraph.number])
      return places
    }
    const others = figures(to)
    for (const [figure, mine] of figures(from)) {
      const there = others.get(figure)
      if (mine.length !== 1 || there?.length !== 1) continue
      expect(counterparts(alignment, mine[0] ?? 0), figure).toContain(there[0])
    }
  })

  it('is the same seen from the other level', () => {
    const turned = alignLevels(lesson, to, from).paragraphs.map((match) => ({
      from: match.to,
      to: match.from,
    }))
    expect(turned).toEqual(alignment.paragraphs)
  })
})
