import { computed, nextTick, reactive } from 'vue'
import type { QuestionView } from '#components/question-view.ts'
import type { SectionId } from '#core/kernel/ids.ts'
import { useSessionStore } from '#stores/session.ts'
import { goTo } from './place.ts'

/**
 * Where the text stands while a section is answered. `open`: beside its questions. `reading`: alone, before they come.
 * `hidden`: they are alone. `looking`: they are away while the reader looks at the text once more.
 */
export type TextPhase = 'open' | 'reading' | 'hidden' | 'looking'

interface Asked {
  readonly section: () => SectionId
  readonly views: () => readonly QuestionView[]
}

/** A sitting from memory: a section is read, then its text is away until its questions are settled. */
export function useHiddenText({ section, views }: Asked) {
  const store = useSessionStore()
  const chosen = reactive(new Map<SectionId, 'hidden' | 'looking'>())

  const isBegun = (): boolean =>
    views().some((view) => view.locked || store.responseOf(view.question.id) !== null)
  const phase = computed<TextPhase>(() => {
    const isAsked = views().some((view) => !view.locked)
    if (store.session?.policy.text !== 'hidden' || !isAsked) return 'open'
    return chosen.get(section()) ?? (isBegun() ? 'hidden' : 'reading')
  })

  /** The button that was pressed goes away with its side: the focus goes to what has come instead. */
  async function turn(to: 'hidden' | 'looking'): Promise<void> {
    chosen.set(section(), to)
    await nextTick()
    goTo(to === 'hidden' ? 'questions-heading' : `section-${section()}`, 'nearest')
  }

  /** Kept for the reader alone, with the question at hand. */
  function look(): Promise<void> {
    const open = views().filter((view) => !view.locked)
    const asked = open.find((view) => view.question.id === store.session?.question) ?? open[0]
    if (asked !== undefined) store.lookBack(asked.question.id)
    return turn('looking')
  }

  return { phase, look, hide: () => turn('hidden') }
}
