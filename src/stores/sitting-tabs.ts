import { defineStore } from 'pinia'
import { shallowRef, watch } from 'vue'
import type { ClaimWatch, SittingClaim, SittingTabs } from '#core/progress/device.ts'
import { useProgressStore } from './progress.ts'
import { useServices } from './services.ts'
import { useSessionStore } from './session.ts'

/** One writer a sitting: another tab with the same sitting follows, and can take over. */
export const useSittingTabsStore = defineStore('sitting-tabs', () => {
  const { device } = useServices()
  const session = useSessionStore()
  const progress = useProgressStore()
  const tabs = shallowRef<SittingTabs | null>(null)
  let claim: SittingClaim | undefined
  const openTabs = async (): Promise<void> => {
    tabs.value = (await device?.openTabs()) ?? null
  }
  void openTabs()

  watch(
    () => progress.lastSaved,
    (saved) => saved && tabs.value?.announce(saved.attempt),
  )

  const watchOf = (): ClaimWatch => ({
    onWriter: () => void goOn(),
    onFollower() {
      progress.isFollowing = true
      void session.reread()
    },
    async beforeYielding() {
      session.flushDrafts()
      await progress.flush()
    },
    onSaved: () => void session.reread(),
    onOther: (attempt) => void session.meetOther(attempt),
  })

  /** What the other tab has written comes first: the next answer goes behind it. */
  async function goOn(): Promise<void> {
    if (progress.isFollowing) await session.reread()
    progress.isFollowing = false
  }

  watch(
    // A getter for each: a shallow ref among the sources would call back with every event of the sitting.
    [() => tabs.value, () => session.session?.attempt] as const,
    ([opened, attempt]) => {
      claim?.release()
      progress.isFollowing = false
      claim = attempt && opened?.claim(attempt, watchOf())
    },
    { immediate: true },
  )

  return { takeOver: () => claim?.takeOver() }
})
