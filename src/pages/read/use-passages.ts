import { computed } from 'vue'
import { passageOf, type QuestionView } from '#components/question-view.ts'
import type { SentenceId } from '#core/kernel/ids.ts'
import { logicOf } from '#interactions/registry.ts'
import { useSessionStore } from '#stores/session.ts'
import type { useReader } from './use-reader.ts'

/** The sentences that may be tapped for a question, and the one that has been. */
export function usePassages({
  article,
  picking,
  viewOf,
}: Pick<ReturnType<typeof useReader>, 'article' | 'picking' | 'viewOf'>) {
  const store = useSessionStore()
  const passageFor = ({ question }: QuestionView) => {
    const scope = logicOf(question.type).sentenceScope?.(question.body)
    return scope === undefined
      ? null
      : passageOf(article.value, scope === 'article' ? null : question.section)
  }
  /** In the question's section; anywhere, where a part of its proof stands elsewhere. */
  const proofPassageFor = ({ question, evidence }: QuestionView) => {
    const own = passageOf(article.value, question.section)
    return evidence.every((id) => own.some((sentence) => sentence.id === id))
      ? own
      : passageOf(article.value, null)
  }
  const picked = computed<SentenceId | null>(() => {
    const view = viewOf(picking.value)
    if (view === undefined) return null
    const { question } = view
    return logicOf(question.type).sentenceOf?.(store.responseOf(question.id)) ?? view.proof ?? null
  })

  return { passageFor, proofPassageFor, picked }
}
