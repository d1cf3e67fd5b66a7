import { computed, onMounted, ref, shallowReactive, type Ref } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { passageOf, proofsOf } from '#components/question-view.ts'
import type { EvidenceMark } from '#components/evidence-mark.ts'
import type { QuestionId, SectionId, SentenceId } from '#core/kernel/ids.ts'
import { articleOf, evidenceSentences, locateSentences } from '#core/lesson/questions.ts'
import type { Lesson, Level } from '#core/lesson/model.ts'
import { logicOf } from '#interactions/registry.ts'
import { slidesOf } from './slides.ts'

/** One class in front of one lesson: which slide it sees and what it answered. Nothing of it is kept but the place, in the address. */
export function usePresentation(lesson: Readonly<Ref<Lesson>>) {
  const route = useRoute()
  const router = useRouter()
  const level = ref<Level>(lesson.value.defaultLevel)
  const index = ref(0)
  const responses = shallowReactive(new Map<QuestionId, unknown>())
  const isPicking = ref(false)

  const article = computed(() => articleOf(lesson.value, level.value))
  const slides = computed(() => slidesOf(lesson.value, article.value))
  const places = computed(() => locateSentences(article.value))
  const slide = computed(() => {
    const shown = slides.value[index.value]
    if (shown === undefined) throw new Error(`Expected slide ${index.value} of ${slides.value.length}`)
    return shown
  })

  const asked = computed(() => {
    if (slide.value.kind === 'section') return null
    const { question, isRevealed, number } = slide.value
    const logic = logicOf(question.type)
    const evidence = evidenceSentences(question, level.value)
    const context = { language: lesson.value.language, evidence }
    const response = responses.get(question.id) ?? null
    const isGiven = logic.isReady(question.body, response)
    const key = logic.reveal(question.body, context)
    // A class that answered aloud sees the key where its answer would stand.
    const shownResponse = isRevealed && !isGiven ? key : response
    const grade = logic.grade(question.body, shownResponse, context)
    const scope = logic.sentenceScope?.(question.body)
    return {
      question,
      number,
      isRevealed,
      response: shownResponse,
      revealed: isRevealed ? key : null,
      grade: isRevealed ? grade : null,
      verdict: isRevealed && isGiven ? grade.verdict : null,
      proofs: isRevealed ? proofsOf(question, article.value, places.value) : [],
      lit: isRevealed ? evidence : [],
      passage:
        scope === undefined ? null : passageOf(article.value, scope === 'article' ? null : question.section),
      picked: logic.sentenceOf?.(shownResponse) ?? null,
    }
  })
  /** The section beside the question; where the proof stands once it is lit, and all of them where it stands in several. */
  const shownSection = computed<SectionId | null>(() => {
    const lit = asked.value?.lit.flatMap((id) => places.value.get(id)?.section ?? []) ?? []
    const sections = new Set(lit.length === 0 ? [slide.value.section.id] : lit)
    return sections.size === 1 ? ([...sections][0] ?? null) : null
  })
  const marks = computed<ReadonlyMap<SentenceId, EvidenceMark>>(
    () => new Map(asked.value?.lit.map((id) => [id, { questions: [], isActive: true }])),
  )

  function goTo(place: number): void {
    index.value = Math.min(Math.max(0, place), slides.value.length - 1)
    isPicking.value = false
    keepPlace()
  }

  function changeLevel(chosen: Level): void {
    level.value = chosen
    keepPlace()
  }

  /** In the address, so that a reload or a bookmark comes back to it. */
  function keepPlace(): void {
    const query = {
      ...(level.value === lesson.value.defaultLevel ? {} : { level: level.value }),
      ...(index.value === 0 ? {} : { slide: String(index.value + 1) }),
    }
    void router.replace({ query })
  }

  function respond(response: unknown): void {
    if (asked.value !== null) responses.set(asked.value.question.id, response)
  }

  function pickSentence(sentence: SentenceId): void {
    if (asked.value === null) return
    const { question, response } = asked.value
    respond(logicOf(question.type).withSentence?.(question.body, response, sentence) ?? response)
    isPicking.value = false
  }

  /** Ends what was begun last: the picking of a sentence, then the presentation. */
  function leave(): void {
    if (isPicking.value) isPicking.value = false
    else void router.push({ name: 'read', params: { lesson: lesson.value.id } })
  }

  // Read once the app has taken the prerendered page over, which begins at the start.
  onMounted(() => {
    level.value = lesson.value.levels.find((known) => known === route.query.level) ?? level.value
    const place = Number(route.query.slide)
    if (Number.isInteger(place)) index.value = Math.min(Math.max(1, place), slides.value.length) - 1
  })

  return {
    level,
    index,
    article,
    slides,
    slide,
    asked,
    shownSection,
    marks,
    isPicking,
    goTo,
    changeLevel,
    respond,
    pickSentence,
    leave,
  }
}
