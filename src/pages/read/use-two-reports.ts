import { computed, type Ref } from 'vue'
import { reportOf } from '#core/lesson/questions.ts'
import type { Lesson } from '#core/lesson/model.ts'
import { useSettingsStore } from '#stores/settings.ts'
import type { useReader } from './use-reader.ts'

/**
 * The texts of a lesson with two reports. They stand side by side once one of them is the second, in what is read or asked about, and
 * wherever the whole article is on the page; before that the second waits for its section.
 */
export function useTwoReports(
  lesson: Readonly<Ref<Lesson>>,
  {
    article,
    section,
    readingSection,
  }: Pick<ReturnType<typeof useReader>, 'article' | 'section' | 'readingSection'>,
) {
  const settings = useSettingsStore()
  const read = computed(() => reportOf(article.value, readingSection.value))
  const asked = computed(() => reportOf(article.value, section.value))
  const isTogether = computed(
    () => read.value !== null || asked.value !== null || settings.values.span === 'article',
  )
  return {
    /** The texts on the screen: the article and a report by its id, or all in one. */
    panes: computed<readonly (string | null | undefined)[]>(() =>
      lesson.value.reports !== undefined && isTogether.value
        ? [null, lesson.value.reports[0]?.id]
        : [undefined],
    ),
    /** Whether the questions at hand are about both. */
    isComparing: computed(() => asked.value !== null),
    /** Whether a text is the one that is read, where there is room for one only. */
    isOpenHere: (pane: string | null | undefined): boolean => pane === undefined || pane === read.value,
  }
}
