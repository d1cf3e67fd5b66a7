import { defineAsyncComponent, type Component } from 'vue'
import { players } from '#interactions/views.ts'

const loaded = new Map<string, Component>()

/** The player of a question type, fetched when it is first shown; null for a type that this app does not know. */
export function playerOf(type: string): Component | null {
  const known = loaded.get(type)
  if (known !== undefined) return known
  const load = players[type]
  if (load === undefined) return null
  const player = defineAsyncComponent(async () => (await load()).default)
  loaded.set(type, player)
  return player
}
