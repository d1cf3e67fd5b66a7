import { defineAsyncComponent, type Component } from 'vue'
import { isLoader, players } from '#interactions/views.ts'

const loaded = new Map<string, Component>()

/** The player of a question type, fetched when it is first shown; null for a type that this app does not know. */
export function playerOf(type: string): Component | null {
  const known = loaded.get(type)
  if (known !== undefined) return known
  const entry = players[type]
  if (entry === undefined) return null
  const player = isLoader(entry) ? defineAsyncComponent(async () => (await entry()).default) : entry
  loaded.set(type, player)
  return player
}

/** Fetches the players of these types beforehand, so that a prerendered page is taken over in one go. */
export async function preparePlayers(types: Iterable<string>): Promise<void> {
  const entries = [...new Set(types)].map(async (type) => {
    const entry = players[type]
    if (entry !== undefined && isLoader(entry)) loaded.set(type, (await entry()).default)
  })
  await Promise.all(entries)
}
