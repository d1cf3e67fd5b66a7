import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { contentHashOf } from '#core/lesson/content-hash.ts'
import type { Article } from '#core/lesson/model.ts'
import { corpusFiles, registries } from '#tests/factories/lesson-files.ts'
import { parseLesson } from './parse-lesson.ts'
import { writeLesson } from './write-lesson.ts'

const files = corpusFiles('good/two-reports')
const parse = (changes: Readonly<Record<string, string>> = {}, without = '') =>
  parseLesson(
    {
      id: 'two-reports',
      files: Object.fromEntries(
        Object.entries({ ...files, ...changes }).filter(([name]) => name !== without),
      ),
    },
    registries,
  )
const linesOf = ({ diagnostics }: ReturnType<typeof parse>): string[] =>
  diagnostics.map(({ file, line, code }) => `${file}:${line} ${code}`)
const articleB1 = ({ draft }: ReturnType<typeof parse>): Article => {
  const article = draft?.articles.find(({ level }) => level === 'b1')
  if (article === undefined) throw new Error('Expected an article at B1')
  return article
}

describe('a second report', () => {
  it('stands behind the article, with paragraphs numbered on and the words of both counted', () => {
    const { sections, wordCount } = articleB1(parse())
    expect(sections.map(({ id, report }) => [id, report])).toEqual([
      ['bridge', undefined],
      ['same-day', 'evening'],
    ])
    expect(sections[1]?.paragraphs.map(({ number }) => number)).toEqual([2])
    expect(wordCount).toBe(48)
  })

  it('holds evidence of a question that quotes both texts', () => {
    const question = parse().value?.questions.find(({ id }) => id === 'how-many')
    expect(
      question?.evidence.b1?.flatMap(({ sentences }) => sentences.map((id) => id.split('.')[0])),
    ).toEqual(['bridge', 'same-day'])
  })

  it('makes a quote that both texts have ambiguous', () => {
    const text = `${files['report.evening.b1.md'] ?? ''}\nAgain: the mayor cut a ribbon.\n`
    expect(linesOf(parse({ 'report.evening.b1.md': text }))).toEqual(['questions.yaml:17 evidence-ambiguous'])
  })

  it('is missed by name where a level has none', () => {
    expect(linesOf(parse({}, 'report.evening.a2.md'))).toContain('lesson.yaml:22 missing-article')
  })

  it('takes no id of a section of the article', () => {
    const text = (files['report.evening.b1.md'] ?? '').replace('{#same-day}', '{#bridge}')
    expect(linesOf(parse({ 'report.evening.b1.md': text }))).toContain(
      'report.evening.b1.md:1 duplicate-section',
    )
  })

  it('has its own faults of rules in its own file', () => {
    const text = `${files['report.evening.b1.md'] ?? ''}\n## Later {#later}\n\nThe fog went.\n`
    const found = linesOf(
      parse({
        'report.evening.b1.md': text,
        'report.evening.a2.md': `${files['report.evening.a2.md'] ?? ''}\n## Later {#later}\n\nThe fog went.\n`,
      }),
    )
    expect(found).toEqual(['report.evening.a2.md:5 section-without-question'])
  })

  it('is a file that nobody knows where lesson.yaml does not name it', () => {
    expect(linesOf(parse({ 'report.other.b1.md': 'x' }))).toEqual(['report.other.b1.md:1 unknown-file'])
  })

  it('changes what can be asked: another wording is another lesson', () => {
    const text = (files['report.evening.b1.md'] ?? '').replace('Fog', 'Mist')
    const [lesson, other] = [parse().value, parse({ 'report.evening.b1.md': text }).value]
    if (lesson === null || other === null) throw new Error('Expected sound lessons')
    expect(contentHashOf(other)).not.toBe(contentHashOf(lesson))
  })

  const word = fc.stringMatching(/^[A-Z][a-z]{0,6}$/)
  const sentence = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => `${words.join(' ')}.`)
  const paragraphs = fc
    .array(fc.array(sentence, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
    .map((texts) => texts.map((sentences) => sentences.join(' ')).join('\n\n'))
  test.prop([paragraphs, paragraphs], { numRuns: 50 })(
    'is written back to its own file, and no sentence of one text has the id of another, whatever they say',
    (first, second) => {
      const changes = {
        'article.b1.md': `## One {#bridge}\n\n${first}\n\nThe town opened: the mayor cut a ribbon.\n`,
        'report.evening.b1.md': `## Two {#same-day}\n\n${second}\n`,
      }
      const { draft } = parse(changes)
      const whole = parse().value
      if (draft === null || whole === null) throw new Error('Expected a sound lesson')
      const article = articleB1(parse(changes))
      const ids = article.sections.flatMap((section) =>
        section.paragraphs.flatMap((paragraph) => paragraph.sentences.map(({ id }) => id)),
      )
      expect(new Set(ids).size).toBe(ids.length)
      const lesson = { ...whole, articles: { ...whole.articles, b1: article } }
      const written = writeLesson(lesson, registries, { schemaFolder: null })
      expect(articleB1(parse(written))).toEqual(article)
    },
  )
})
