import { nextTick, onBeforeUnmount, onMounted, onUnmounted, watch, type Ref } from 'vue'
import { useListeningStore } from '#stores/listening.ts'
import { useReaderToolsStore } from '#stores/reader-tools.ts'
import {
  bringIntoView,
  elementOf,
  firstSectionShown,
  isInView,
  markWord,
  sentenceAt,
  sentenceOfReader,
} from './spoken-place.ts'

/** Ties what is read aloud to the screen: the word is marked, the sentence kept in view, a tap on a sentence reads from there. */
export function useSpokenPlace(text: () => HTMLElement | null, bar: Readonly<Ref<HTMLElement | null>>) {
  const store = useListeningStore()
  const tools = useReaderToolsStore()
  let shown: HTMLElement | null = null

  /** The element whose words are those of the utterance. */
  function elementNow(): HTMLElement | null {
    const root = text()
    return store.current === null || root === null ? null : elementOf(store.current.target, root)
  }

  async function showWord(): Promise<void> {
    await nextTick()
    const { current, word } = store
    const shift = current?.shownFrom ?? null
    if (current === null || word === null || shift === null || word.start < shift)
      return markWord(null, '', null)
    const element = elementNow()
    markWord(
      current.target.kind === 'question' ? (element?.querySelector('h3') ?? null) : element,
      current.text.slice(shift),
      { start: word.start - shift, end: word.end - shift },
    )
  }

  /** Follows the voice, but not a reader who has gone to look elsewhere meanwhile. */
  async function follow(): Promise<void> {
    const foot = bar.value?.offsetHeight ?? 0
    const wasInView = shown === null || !shown.isConnected || isInView(shown, foot)
    if (wasInView) tools.followed = store.current?.target ?? null // it may stand behind a tab
    await nextTick()
    const element = elementNow()
    if (element !== null && wasInView && !isInView(element, foot)) bringIntoView(element)
    shown = element
  }

  const isListenable = (sentence: ReturnType<typeof sentenceAt>): boolean =>
    sentence !== null && store.listenFrom({ kind: 'sentence', sentence })

  /** A tap on a word of the glossary, on a sentence that is to be picked, or the end of a selection means something else. */
  function onTap(event: MouseEvent): void {
    if (!(event.target instanceof Element) || event.target.closest('a, button, [role="button"]') !== null)
      return
    if (document.getSelection()?.isCollapsed === false) return
    isListenable(sentenceAt(event.target))
  }

  /** Reads from the sentence that is selected or has the focus, else from the first section that can be seen; false when there is none. */
  function listenFromReader(): boolean {
    const root = text()
    if (root === null) return false
    if (isListenable(sentenceOfReader(root))) return true
    const section = firstSectionShown(root)
    return section !== null && store.listenFrom({ kind: 'heading', section })
  }

  watch(() => store.word, showWord)
  watch(
    () => store.current?.target,
    () => {
      void follow()
      void showWord()
    },
  )
  /** What else stands at the foot of the page stands above the bar, whatever the bar shows. */
  const keptFree = new ResizeObserver(() => {
    bar.value?.parentElement?.style.setProperty('--foot', `${bar.value.offsetHeight}px`)
  })
  onMounted(() => {
    text()?.addEventListener('click', onTap)
    if (bar.value !== null) keptFree.observe(bar.value)
  })
  onBeforeUnmount(() => {
    keptFree.disconnect()
    bar.value?.parentElement?.style.removeProperty('--foot')
  })
  onUnmounted(() => {
    text()?.removeEventListener('click', onTap)
    markWord(null, '', null)
    tools.followed = null
  })

  return { listenFromReader }
}
