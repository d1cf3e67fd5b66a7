import { describe, expect, it } from 'vitest'
import type { Finding, LessonDraft } from '#core/lesson-text/draft.ts'
import { allRules } from '#core/rules/all-rules.ts'
import rulesForTeachers from '../../docs/content-rules.md?raw'
import findingWords from '#i18n/locales/en/diagnostics.json'
import { faultyDrafts } from '#tests/factories/faulty-drafts.ts'
import { aDraft, documentsOf, ruleContext } from '#tests/factories/lesson-draft.ts'

/** Files of the rules' room that are no rule. */
const NO_RULES = new Set(['all-rules', 'rule'])
const fileNames = Object.keys(import.meta.glob(['/src/core/rules/*.ts'])).map((path) =>
  path.replace(/^.*\/|\.ts$/g, ''),
)
const ruleFiles = fileNames.filter((name) => !name.endsWith('.spec') && !NO_RULES.has(name))
const words: Readonly<Record<string, string>> = findingWords.diagnostics

/** The part of plain data that a path leads to; undefined where it leads nowhere. */
function at(data: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (inner as Record<string | number, unknown> | undefined)?.[key],
    data,
  )
}

/** Whether the file of a finding has the place that it names. */
function hasPlace(draft: LessonDraft, { file, path }: Finding): boolean {
  if (file === 'lesson.yaml' || file === 'questions.yaml')
    return at(documentsOf(draft)[file], path) !== undefined
  const article = draft.articles.find(({ level }) => file === `article.${level}.md`)
  if (article === undefined) return false
  const [kind, name] = path
  if (kind === 'section') return article.sections.some((section) => section.id === name)
  if (kind === 'paragraph')
    return article.sections.some((section) => section.paragraphs.some(({ number }) => number === name))
  return path.length === 0
}

it('has a line in all-rules.ts for every file of core/rules, by name', () => {
  expect(allRules.map((rule) => rule.id)).toEqual(ruleFiles.toSorted())
})

describe.each(allRules)('$id', (rule) => {
  const draft = faultyDrafts[rule.id]?.()
  const findings = draft === undefined ? [] : rule.check(draft, ruleContext)

  it('has a spec beside it', () => {
    expect(fileNames).toContain(`${rule.id}.spec`)
  })

  it('is explained to teachers in docs/content-rules.md, with its severity', () => {
    const severities = new Set(findings.map((finding) => finding.severity))
    expect(
      [...severities]
        .map((severity) => `### ${rule.id} (${severity})\n`)
        .filter((it) => rulesForTeachers.includes(it)),
    ).toHaveLength(1)
  })

  it('finds nothing in a sound lesson, nor in an empty one', () => {
    expect(rule.check(aDraft(), ruleContext)).toEqual([])
    expect(
      rule.check(
        { ...aDraft({ questions: [], lesson: { glossary: [], timeline: [] } }), articles: [] },
        ruleContext,
      ),
    ).toEqual([])
  })

  it('finds something in its draft of tests/factories/faulty-drafts.ts, under its own id', () => {
    expect(new Set(findings.map((finding) => finding.code))).toEqual(new Set([rule.id]))
  })

  it('names places that exist', () => {
    const lost = findings.filter((finding) => draft === undefined || !hasPlace(draft, finding))
    expect(lost).toEqual([])
  })

  it('has words that use the parameters of its findings and no other', () => {
    const placeholders = [...(words[rule.id] ?? '').matchAll(/\{(\w+)\}/g)].map((match) => match[1])
    expect(words[rule.id]).toBeTypeOf('string')
    expect(
      findings.flatMap(({ params }) =>
        placeholders.filter((name) => name === undefined || params?.[name] === undefined),
      ),
    ).toEqual([])
  })

  it('takes a lesson in a language that it does not know, or under a faulty tag', () => {
    for (const language of ['zh-Hans', 'ar', 'x', '']) {
      expect(rule.check(aDraft({ lesson: { language } }), ruleContext)).toEqual([])
    }
  })
})
