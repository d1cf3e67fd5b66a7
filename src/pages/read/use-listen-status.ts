import { computed, watch } from 'vue'
import { useWords } from '#i18n/words.ts'
import { useListeningStore, type ListenPhase } from '#stores/listening.ts'
import { useAnnouncer } from '#ui/announcer.ts'

interface Moment {
  readonly phase: ListenPhase
}
/** That the voices have come is nothing to tell, unless Play was pressed before. */
const hasJustOpened = (now: Moment, before: Moment): boolean =>
  before.phase === 'waiting' && now.phase === 'idle'

/** How the reading aloud stands, in words: on the bar what is wrong or awaited, in the page's status what has changed, once. */
export function useListenStatus(language: () => string) {
  const { t, locale } = useWords()
  const announce = useAnnouncer()
  const store = useListeningStore()

  const languageName = (): string =>
    new Intl.DisplayNames(locale.value, { type: 'language' }).of(language()) ?? language()
  const complaint = computed(() =>
    store.fault === null ? null : t(`listen.fault.${store.fault}`, { language: languageName() }),
  )
  const message = computed(() => complaint.value ?? (store.phase === 'waiting' ? t('listen.waiting') : null))

  watch(
    () => ({ phase: store.phase, endings: store.endings, complaint: complaint.value }),
    (now, before) => {
      if (now.complaint !== null) announce(now.complaint)
      else if (now.endings !== before.endings) announce(t('listen.finished'))
      else if (now.phase !== before.phase && now.phase !== 'waiting' && !hasJustOpened(now, before))
        announce(t(`listen.state.${now.phase}`))
    },
  )

  return { message }
}
