import { defineAsyncComponent, type Component } from 'vue'
import { isLoader, players, type PlayerEntry } from '#interactions/views.ts'
import { askAgain } from '#ui/unasked.ts'
import PendingPlayer from './PendingPlayer.vue'

const loaded = new Map<string, Component>()

/** So long nothing is said about a player that has not come. */
const SAY_AFTER_MS = 1500

/** Without net the question says so in its place, and what is answered elsewhere stays. */
const lazyPlayer = (load: Extract<PlayerEntry, () => Promise<unknown>>): Component =>
  defineAsyncComponent({
    loader: async () => (await load()).default,
    loadingComponent: PendingPlayer,
    delay: SAY_AFTER_MS,
    onError: askAgain,
  })

/** The player of a question type, fetched when it is first shown; null for a type that this app does not know. */
export function playerOf(type: string): Component | null {
  const known = loaded.get(type)
  if (known !== undefined) return known
  const entry = players[type]
  if (entry === undefined) return null
  const player = isLoader(entry) ? lazyPlayer(entry) : entry
  loaded.set(type, player)
  return player
}

/**
 * Fetches the players of these types beforehand, so that a prerendered page is taken over in one go. One that cannot be fetched now is
 * asked for again when its question is shown.
 */
export async function preparePlayers(types: Iterable<string>): Promise<void> {
  const entries = [...new Set(types)].map(async (type) => {
    const entry = players[type]
    if (entry !== undefined && isLoader(entry)) loaded.set(type, (await entry()).default)
  })
  await Promise.all(entries).catch((error: unknown) => console.warn(error))
}
