import { computed, ref, shallowRef, watch } from 'vue'
import type { Lesson } from '#core/lesson/model.ts'
import type { GeoPoint } from '#core/map/distance.ts'
import { isInSight } from '#core/map/names.ts'
import { stopsOf, type MapPlace } from '#core/map/route.ts'
import { fitView, middleOfView, zoomView } from '#core/map/view.ts'

const MARGIN = 56
const STEP = 2
const FARTHEST = 1 / 8
const NEAREST = 8

/** Which part of the Earth a map shows: the journey at first, then nearer or farther, and always the place that is looked at. */
export function useMapView(props: {
  readonly lesson: Lesson
  readonly places: readonly MapPlace[]
  readonly chosen: string | null
}) {
  /** Pixels; 0 until the page knows. */
  const width = ref(0)
  const zoom = ref(1)
  /** What is kept in the middle; null while the whole is shown. */
  const middle = shallowRef<GeoPoint | null>(null)

  const frame = computed(() => {
    const height = Math.round(Math.min(460, Math.max(260, width.value * 0.68)))
    return { width: width.value, height, margin: Math.min(MARGIN, width.value / 6) }
  })
  const stops = computed(() => stopsOf(props.lesson))
  /** The journey, or all places where nobody travelled. */
  const whole = computed(() =>
    fitView(stops.value.length > 0 ? stops.value : props.lesson.places, frame.value),
  )
  const view = computed(() =>
    zoom.value === 1 && middle.value === null
      ? whole.value
      : zoomView(whole.value, zoom.value, middle.value ?? middleOfView(whole.value)),
  )
  const chosen = computed(() => props.places.find(({ place }) => place.id === props.chosen) ?? null)
  watch(chosen, (entry) => {
    if (entry !== null && !isInSight(view.value, entry)) middle.value = entry.place
  })

  function zoomBy(factor: number): void {
    middle.value = chosen.value !== null && factor > 1 ? chosen.value.place : middleOfView(view.value)
    zoom.value = Math.min(NEAREST, Math.max(FARTHEST, zoom.value * factor))
  }
  function showAll(): void {
    zoom.value = 1
    middle.value = null
  }

  return {
    width,
    frame,
    stops,
    view,
    isNearest: computed(() => zoom.value >= NEAREST),
    isFarthest: computed(() => zoom.value <= FARTHEST),
    enlarge: () => zoomBy(STEP),
    reduce: () => zoomBy(1 / STEP),
    showAll,
  }
}
