import { describe, expect, it } from 'vitest'
import type { LessonId } from '#core/kernel/ids.ts'
import type { Lesson } from '#core/lesson/model.ts'
import { aLesson } from '#tests/factories/lesson.ts'
import { find, FindIndexBuilder, isQuery, readFindIndex } from './find-index.ts'
import { placesOf } from './find-places.ts'

const lesson = (id: string, parts: Partial<Lesson> = {}): Lesson => ({
  ...aLesson(),
  id: id as LessonId, // tests give ids
  ...parts,
})
const indexOf = (...lessons: readonly Lesson[]) => {
  const builder = new FindIndexBuilder()
  for (const one of lessons) builder.add(one)
  return readFindIndex(builder.data())
}
const idsFor = async (query: string, ...lessons: readonly Lesson[]) =>
  find(await indexOf(...lessons), query).map(({ id }) => id)

const harbour = lesson('harbour')
const storm = lesson('storm', { title: 'A storm over Séoul', summary: 'Rain and wind.', topic: ['Weather'] })
const korean = lesson('korean', { title: '김정은이 러시아에 갔다', language: 'ko' })
const arabic = lesson('arabic', { title: 'زيارة إلى المدينة', language: 'ar', direction: 'rtl' })
const all = [harbour, storm, korean, arabic]

describe('a lesson is found', () => {
  it.each([
    ['by a word of its title', 'storm', ['storm']],
    ['by the beginning of one, without its accent', 'seou', ['storm']],
    ['by its topic', 'weather', ['storm']],
    ['by words of two of its texts together', 'storm rain', ['storm']],
    ['by a Korean name without its particle', '김정은', ['korean']],
    ['by one Korean syllable', '김', ['korean']],
    ['by an Arabic word without its article', 'مدينة', ['arabic']],
    ['with another ending, where nothing is spelt nearly like that', 'weathering', ['storm']],
    ['by a Korean name with another particle', '김정은이', ['korean']],
    ['by a Korean name with a particle that it has not there', '김정은을', ['korean']],
    ['with one slip, where nothing is spelt like that', 'weathor', ['storm']],
  ])('%s', async (_how, query, expected) => {
    expect(await idsFor(query, ...all)).toEqual(expected)
  })

  it('by its text and its questions, a title first', async () => {
    const named = lesson('named', { title: 'The lighthouse' })
    expect(await idsFor('lighthouse', harbour, named)).toEqual(['named', 'harbour'])
    expect(await idsFor('delegation', harbour)).toEqual(['harbour'])
  })

  it('by a word that stands at an easier level alone', async () => {
    expect(await idsFor('saw', ...all)).toEqual(all.map(({ id }) => id))
    expect(await idsFor('storm saw', ...all)).toEqual(['storm'])
  })

  it('by the words of its usual level before those of another one', async () => {
    const usual = lesson('usual', { summary: 'The visitors saw it.' })
    expect(await idsFor('saw', harbour, usual)).toEqual(['usual', 'harbour'])
  })

  it('by nothing that it has not, and not by one letter', async () => {
    expect(await idsFor('zeppelin', ...all)).toEqual([])
    expect(await idsFor('s', ...all)).toEqual([])
    expect([isQuery(' s '), isQuery('st'), isQuery('…')]).toEqual([false, true, false])
  })

  it('in a large library by what tells lessons apart, whatever common words stand beside it', async () => {
    const many = Array.from({ length: 60 }, (_, number) => lesson(`number-${number}`))
    expect(await idsFor('the storm at harbour', ...many, storm)).toEqual(['storm'])
  })
})

it('holds of the other levels only what the usual one lacks, each word once', () => {
  const sizeOf = (one: Lesson): number => {
    const builder = new FindIndexBuilder()
    builder.add(one)
    return builder.data().index.length
  }
  const { a2, b1 } = harbour.articles
  if (a2 === undefined || b1 === undefined) throw new Error('Expected two levels')
  const twice = lesson('harbour', { articles: { ...harbour.articles, c1: { ...a2, level: 'c1' } } })
  const same = lesson('harbour', { articles: { b1, a2: { ...b1, level: 'a2' } } })
  const alone = lesson('harbour', { articles: { b1 } })
  expect(sizeOf(twice)).toBe(sizeOf(harbour))
  expect(sizeOf(same)).toBe(sizeOf(alone))
})

it('knows which processes a lesson asks for', () => {
  const builder = new FindIndexBuilder()
  builder.add(harbour)
  const { processes } = builder.data()
  expect(processes['harbour']).toContain('retrieve')
})

describe('the places where the words stand', () => {
  it('are sentences, headings and questions, with the anchor that leads there', () => {
    const places = placesOf(harbour, ['lighthouse', 'guide'], 10)
    const anchors = places.map(({ anchor }) => anchor)
    expect(anchors.filter((anchor) => /^(paragraph-\d+|question-.+)$/.test(anchor))).toEqual(anchors)
    expect(places.flatMap(({ runs }) => runs.filter(({ isHit }) => isHit)).length).toBeGreaterThan(1)
  })

  it('say at which level they stand where the usual one lacks the word', () => {
    const [only, ...others] = placesOf(harbour, ['saw'], 3)
    expect([only?.level, only?.anchor, others]).toEqual(['a2', 'paragraph-a2-1', []])
    expect(placesOf(harbour, ['guide'], 3).map(({ level }) => level)).toEqual([undefined])
  })

  it('hold each sought word where one stands at the usual level and one at another', () => {
    const found = placesOf(harbour, ['factory', 'makes'], 3)
    expect(found.map(({ level }) => level)).toContain('a2')
    expect(found.map(({ level }) => level)).toContain(undefined)
  })

  it('are the fullest ones where there are more than are wanted', () => {
    const [only] = placesOf(harbour, ['guide', 'story', 'place'], 1)
    expect(only?.runs.map(({ text }) => text).join('')).toBe('A guide who knew the place told its story.')
  })
})
