import { describe, expect, it } from 'vitest'
import type { Process } from '#core/lesson/model.ts'
import { aDraft, aQuestionDraft, ruleContext } from '#tests/factories/lesson-draft.ts'
import { processBalance } from './process-balance.ts'

const sentencesOf = (sectionIds: string[]) =>
  (aDraft().articles[0]?.sections ?? [])
    .filter((section) => sectionIds.includes(section.id))
    .flatMap((section) => section.paragraphs[0]?.sentences[0]?.id ?? [])

const check = (processes: Process[], { joins }: { joins: boolean }) => {
  const sentences = sentencesOf(['harbour', 'factory'])
  const questions = processes.map((process, index) =>
    joins && index === 0
      ? aQuestionDraft({ process, quotes: [{ level: 'a2', resolution: { kind: 'found', sentences } }] })
      : aQuestionDraft({ process }),
  )
  return processBalance.check(aDraft({ questions }), ruleContext)
}

const BALANCED: Process[] = ['infer', 'interpret', 'evaluate', 'retrieve', 'retrieve', 'retrieve']

describe('process-balance', () => {
  it('counts what the lesson has, in one finding', () => {
    expect(
      check(['infer', 'retrieve', 'retrieve', 'retrieve', 'retrieve', 'retrieve', 'retrieve'], {
        joins: false,
      }),
    ).toEqual([
      {
        code: 'process-balance',
        severity: 'warning',
        file: 'questions.yaml',
        path: [],
        params: { count: 7, beyond: 1, needed: 4, joining: 0, evaluating: 0 },
      },
    ])
  })

  it('asks for one that joins sections and one that evaluates', () => {
    expect(check(BALANCED, { joins: false })).toHaveLength(1)
    expect(
      check(
        BALANCED.map((process) => (process === 'evaluate' ? 'infer' : process)),
        { joins: true },
      ),
    ).toHaveLength(1)
  })

  it('is content with half beyond retrieving, one joining and one evaluating', () => {
    expect(check(BALANCED, { joins: true })).toEqual([])
  })

  it('lets a check of five questions do less', () => {
    expect(
      check(
        BALANCED.slice(1).map(() => 'retrieve'),
        { joins: false },
      ),
    ).toEqual([])
  })
})
