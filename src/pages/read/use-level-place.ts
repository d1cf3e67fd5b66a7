import { nextTick, watch, type Ref } from 'vue'
import type { Lesson, Level } from '#core/lesson/model.ts'
import type { Session } from '#core/session/session.ts'
import { putUnderEye, readingPlace, restoreReadingPlace, type ReadingPlace } from './place.ts'

interface Levels {
  readonly lesson: Readonly<Ref<Lesson>>
  readonly sitting: () => Pick<Session, 'attempt' | 'level'>
  /** Holds the article. */
  readonly article: Readonly<Ref<HTMLElement | null>>
}

/** What matches the levels is fetched with the rest of the lesson, or when it is needed. */
export const loadLevelPlaces = () => import('./level-places.ts')

/** So far a place may be from another to be the same: browsers round. */
const SAME_PLACE_PX = 2

/**
 * Another level is other text: what the reader was at is put where the eye is, as the other level says it. Who turns back without
 * having moved is where they came from.
 */
export function useLevelPlace({ lesson, sitting, article }: Levels): void {
  /** What was left for the level that is read now, and where the eye came to be. */
  let left: {
    readonly level: Level
    readonly place: ReadingPlace
    readonly arrived: ReadingPlace | null
  } | null = null

  watch(
    [() => sitting().level, () => sitting().attempt],
    async ([to, attempt], [from, before]) => {
      const element = article.value
      const place = element === null ? null : readingPlace(element)
      const back = left
      left = null
      if (element === null || place === null || to === from) return
      const isTurningBack = back !== null && back.level === to && isSame(back.arrived, place)
      // Another sitting goes elsewhere by itself, and at once.
      const target =
        attempt !== before ? null : isTurningBack ? back.place : await counterpartOf(place, from, to)
      await nextTick()
      if (sitting().level !== to) return
      const top = isTurningBack ? back.place.top : place.top
      if (target === null || !putUnderEye(element, { ...target, top })) restoreReadingPlace(element, place)
      left = { level: from, place, arrived: readingPlace(element) }
    },
    { flush: 'pre' },
  )

  /** Null where the part of the app that knows cannot be fetched, or the other level leaves this out. */
  async function counterpartOf(place: ReadingPlace, from: Level, to: Level) {
    try {
      return (await loadLevelPlaces()).placeAtLevel(lesson.value, { from, to }, place)
    } catch (error) {
      console.warn(error)
      return null
    }
  }
}

const isSame = (one: ReadingPlace | null, other: ReadingPlace): boolean =>
  one !== null &&
  one.paragraph === other.paragraph &&
  one.sentence === other.sentence &&
  Math.abs(one.top - other.top) <= SAME_PLACE_PX
