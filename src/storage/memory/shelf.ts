import type { LessonId } from '#core/kernel/ids.ts'
import { err, ok } from '#core/kernel/result.ts'
import type { LessonShelf, OwnLesson, OwnLessonCard } from '#core/lesson-files/shelf.ts'
import { shelfFault, soundCards } from '../shelf-records.ts'

/** Lessons from files that are kept until the page is closed, with the promises of the device's. */
export function memoryShelf(): LessonShelf {
  const kept = new Map<LessonId, { readonly card: OwnLessonCard; readonly lesson: OwnLesson }>()
  return {
    list: async () => ok(soundCards([...kept.values()].map(({ card }) => card))),
    read: async (id) => ok(structuredClone(kept.get(id)?.lesson ?? null)),
    async put(card, lesson) {
      const fault = shelfFault(card, lesson)
      if (fault !== null) return err({ kind: 'failed', detail: fault })
      kept.set(card.id, structuredClone({ card, lesson }))
      return ok(undefined)
    },
    async remove(id) {
      kept.delete(id)
      return ok(undefined)
    },
  }
}
