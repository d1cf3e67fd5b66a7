import { describe, expect, it } from 'vitest'
import { alignLevels, counterparts } from '#core/lesson/alignment.ts'
import { measureLevels } from '#core/lesson/measures.ts'
import type { Article, Evidence, Lesson, Level } from '#core/lesson/model.ts'
import { locateSentences } from '#core/lesson/questions.ts'
import { paragraphText } from '#core/lesson/text.ts'
import { knownWordList } from '#node/known-words.ts'
import { bundledLessons } from '#tests/factories/bundled-lessons.ts'

const bundled = await bundledLessons()
const everyPair = bundled.flatMap((lesson) =>
  lesson.levels.flatMap((from) =>
    lesson.levels
      .filter((to) => to !== from)
      .map((to) => ({ name: `${lesson.id}, ${from} and ${to}`, lesson, from, to })),
  ),
)
const articleAt = (lesson: Lesson, level: Level): Article => {
  const article = lesson.articles[level]
  if (article === undefined) throw new Error(`Expected ${lesson.id} to have ${level}`)
  return article
}
const paragraphsOf = (article: Article) => article.sections.flatMap(({ paragraphs }) => paragraphs)

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

describe.each(bundled.filter(({ language }) => language === 'en'))('the levels of $id', (lesson) => {
  const levels = measureLevels(lesson, new Set(knownWordList()))

  it('have fewer known words the harder they are', () => {
    const shares = levels.map(({ knownShare }) => knownShare ?? 0)
    expect(shares).toEqual(shares.toSorted((one, other) => other - one))
  })

  it('have a higher reading grade the harder they are', () => {
    const grades = levels.map(({ readability }) => readability?.value ?? 0)
    expect(grades).toEqual(grades.toSorted((one, other) => one - other))
  })
})
