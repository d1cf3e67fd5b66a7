import { computed, nextTick, onUnmounted, ref, type Ref } from 'vue'
import { formatList } from '#i18n/formats.ts'
import { useWords } from '#i18n/words.ts'
import { useRouter } from 'vue-router'
import type { EvidenceMark } from '#components/evidence-mark.ts'
import { viewQuestion, type QuestionView } from '#components/question-view.ts'
import { verdictWords } from '#components/verdict-words.ts'
import { grouped } from '#core/kernel/grouped.ts'
import type { QuestionId, SectionId, SentenceId } from '#core/kernel/ids.ts'
import { locateSentences } from '#core/lesson/questions.ts'
import type { Lesson } from '#core/lesson/model.ts'
import { logicOf } from '#interactions/registry.ts'
import { useLibraryStore } from '#stores/library.ts'
import { useSessionStore } from '#stores/session.ts'
import { useAnnouncer } from '#ui/announcer.ts'
import { goTo } from './place.ts'
import { takeOverStillParts } from './still-parts.ts'
import { loadLevelPlaces, useLevelPlace } from './use-level-place.ts'

/** The rest of a lesson is fetched when the first screen has long come to rest, or when it is needed. */
const REST_DELAY_MS = 3000
/** After a check the next section is near: the rest is on its way at once, and taken in when what came of this section was painted. */
const NEXT_SECTION_DELAY_MS = 500

/** One reader at one lesson: what is shown, where the eye is sent, and what each action does. Lives as long as the page. */
export function useReader(lesson: Readonly<Ref<Lesson>>, articleElement: Readonly<Ref<HTMLElement | null>>) {
  const { t, locale } = useWords()
  const router = useRouter()
  const announce = useAnnouncer()
  const library = useLibraryStore()
  const store = useSessionStore()

  const sitting = computed(() => {
    if (store.session === null || store.article === null) throw new Error('Expected a sitting to be started')
    return { ...store.session, article: store.article }
  })

  /** The section whose text is shown; leaves the section of the questions when a proof stands elsewhere. */
  const readingSection = ref<SectionId>(sitting.value.section)
  const activeQuestion = ref<QuestionId | null>(null)
  const picking = ref<QuestionId | null>(null)
  /** The question to go back to after a look at the text. */
  const returnTo = ref<QuestionId | null>(null)
  /** Settled once the device has said what it holds. What is recorded before would begin a new sitting in place of the stored one. */
  let opened: Promise<unknown> = Promise.resolve()
  let isOpened = false
  let rest: ReturnType<typeof setTimeout> | undefined
  onUnmounted(() => clearTimeout(rest))

  const section = computed(() => sitting.value.section)
  const article = computed(() => sitting.value.article)
  const places = computed(() => locateSentences(article.value))
  const questionsIn = computed(() => grouped(store.numbered, ({ question }) => question.section))
  const views = computed<readonly QuestionView[]>(() => {
    const source = {
      session: sitting.value,
      lesson: lesson.value,
      article: article.value,
      places: places.value,
    }
    const own = questionsIn.value.get(section.value) ?? []
    return own.map(({ question, number }) => viewQuestion(question, number, source))
  })
  const viewOf = (id: QuestionId | null): QuestionView | undefined =>
    views.value.find((view) => view.question.id === id)

  const sections = computed(() =>
    article.value.sections.map(({ id, title }) => {
      const own = questionsIn.value.get(id) ?? []
      return {
        id,
        title,
        isDone: own.length > 0 && own.every(({ question }) => isDealtWith(question.id)),
        questionCount: own.length,
      }
    }),
  )
  const known = computed(() => new Map(store.numbered.map(({ question }) => [question.id, question])))
  /** Whether a response can be judged; half of one is none. */
  function isAnswered(id: QuestionId): boolean {
    const question = known.value.get(id)
    return question !== undefined && logicOf(question.type).isReady(question.body, store.responseOf(id))
  }
  /** Checked; where feedback comes at the end, answered. */
  const isDealtWith = (id: QuestionId): boolean =>
    (sitting.value.questions[id]?.tries.length ?? 0) > 0 ||
    (sitting.value.policy.feedback === 'end' && isAnswered(id))
  const unanswered = computed(() => sitting.value.order.filter((id) => !isDealtWith(id)).length)
  const nextSection = computed(() => {
    const index = sections.value.findIndex(({ id }) => id === section.value)
    return sections.value.slice(index + 1).find(({ questionCount }) => questionCount > 0) ?? null
  })

  const marks = computed<ReadonlyMap<SentenceId, EvidenceMark>>(() => {
    const lit = new Map<SentenceId, EvidenceMark>()
    for (const view of views.value) {
      for (const sentence of view.litSentences) {
        const known = lit.get(sentence)
        lit.set(sentence, {
          questions:
            view.proofs.length === 0 ? (known?.questions ?? []) : [...(known?.questions ?? []), view.number],
          isActive: known?.isActive === true || view.question.id === activeQuestion.value,
        })
      }
    }
    return lit
  })
  const hintParagraph = computed(() => viewOf(activeQuestion.value)?.hintParagraph ?? null)

  async function showEvidence(id: QuestionId): Promise<void> {
    const view = viewOf(id)
    const first = view?.evidence[0]
    const place = first === undefined ? undefined : places.value.get(first)
    if (view === undefined || place === undefined) return
    activeQuestion.value = id
    readingSection.value = place.section
    returnTo.value = id
    await nextTick()
    const lit = view.litSentences[0]
    goTo(lit === undefined ? `paragraph-${place.paragraph}` : `evidence-${lit}`)
    announce(evidenceInWords(view, place.paragraph))
  }

  function evidenceInWords(view: QuestionView, paragraph: number): string {
    if (view.litSentences.length === 0) return t('question.hintParagraph', { paragraph })
    const named = view.litSentences.flatMap((id) => {
      const place = places.value.get(id)
      return place === undefined
        ? []
        : [t('question.sentencePlace', { paragraph: place.paragraph, sentence: place.sentenceNumber })]
    })
    return t('question.evidenceAt', { places: formatList(named, locale.value) })
  }

  async function backToQuestion(): Promise<void> {
    const id = returnTo.value
    returnTo.value = null
    picking.value = null
    readingSection.value = section.value
    await nextTick()
    if (id !== null) goTo(`question-${id}`, 'start')
  }

  function respond(id: QuestionId, response: unknown): void {
    if (isOpened && sitting.value.question !== id) store.moveTo(section.value, id)
    store.respond(id, response)
  }

  async function check(ids: readonly QuestionId[]): Promise<void> {
    await opened
    store.check(ids)
    const checked = views.value.filter((view) => ids.includes(view.question.id))
    const first = checked.find((view) => view.verdict !== 'right') ?? checked[0]
    activeQuestion.value = first?.question.id ?? null
    announce(
      checked.some((view) => view.isKeptBack)
        ? t('question.keptBack')
        : checked
            .map((view) =>
              t('question.verdictOf', {
                number: view.number,
                verdict: t(verdictWords(view)),
              }),
            )
            .join(' '),
    )
    clearTimeout(rest)
    rest = setTimeout(completeSoon, NEXT_SECTION_DELAY_MS)
    requestAnimationFrame(() => void library.loadWhole(lesson.value.id).catch(() => undefined)) // asked for again when it is needed
    await nextTick()
    if (checked[0] !== undefined) goTo(`question-${checked[0].question.id}`, 'start')
  }

  async function retry(id: QuestionId): Promise<void> {
    store.retry(id)
    activeQuestion.value = id
    const view = viewOf(id)
    if (view?.hintParagraph != null)
      announce(
        t(view.hint === 1 ? 'question.hintParagraph' : 'question.hintSentence', {
          paragraph: view.hintParagraph,
        }),
      )
    await nextTick()
    goTo(`question-${id}`, 'nearest')
  }

  async function showAnswer(id: QuestionId): Promise<void> {
    store.showAnswer(id)
    activeQuestion.value = id
    const view = viewOf(id)
    const place = view?.litSentences[0] === undefined ? undefined : places.value.get(view.litSentences[0])
    if (view !== undefined && place !== undefined) announce(evidenceInWords(view, place.paragraph))
    await nextTick()
    goTo(`question-${id}`, 'nearest')
  }

  /** Starts or stops the tapping of a sentence for one question. */
  async function pick(id: QuestionId): Promise<void> {
    if (picking.value === id) return backToQuestion()
    picking.value = id
    returnTo.value = id
    readingSection.value = section.value
    await nextTick()
    goTo(`section-${section.value}`, 'start')
    announce(t('read.pickStarted'))
  }

  async function pickSentence(sentence: SentenceId): Promise<void> {
    const view = viewOf(picking.value)
    if (view === undefined) return
    const tapped = logicOf(view.question.type).withSentence?.(
      view.question.body,
      store.responseOf(view.question.id),
      sentence,
    )
    if (tapped !== undefined) respond(view.question.id, tapped)
    else store.prove(view.question.id, sentence)
    const place = places.value.get(sentence)
    if (place !== undefined)
      announce(t('read.picked', { paragraph: place.paragraph, sentence: place.sentenceNumber }))
    await backToQuestion()
  }

  function complete(): Promise<boolean> {
    takeOverStillParts() // a part that changes before it is taken over would be made anew
    return store.complete()
  }

  function completeSoon(): void {
    void complete()
    if (lesson.value.levels.length > 1) void loadLevelPlaces().catch(() => undefined) // asked for again when it is needed
  }

  /** Whether the device has been asked and the whole lesson is there; the page says what is missing. */
  async function isReady(): Promise<boolean> {
    await opened
    const isWhole = await complete()
    if (!isWhole) announce(t('read.restMissing'))
    return isWhole
  }

  async function openSection(id: SectionId): Promise<void> {
    if (!(await isReady())) return
    store.moveTo(id)
    readingSection.value = id
    activeQuestion.value = null
    picking.value = null
    returnTo.value = null
    await nextTick()
    goTo(`section-${id}`, 'start')
  }

  /** Shows a paragraph of the text, or the beginning of a section; the questions stay where they are. */
  async function showPlace(id: SectionId, paragraph: number | null): Promise<void> {
    readingSection.value = id
    await nextTick()
    if (paragraph === null) goTo(`section-${id}`, 'start')
    else goTo(`paragraph-${paragraph}`)
  }

  /** Goes to the place that an address names. */
  async function openAt(hash: string): Promise<void> {
    const { placeOfAddress, prepareQuestions } = await import('./open-at.ts')
    const place = placeOfAddress(hash, lesson.value, article.value)
    if (place?.kind === 'text') await showPlace(place.section, place.paragraph)
    if (place?.kind !== 'question') return
    await prepareQuestions(lesson.value, place.section)
    await openSection(place.section)
    goTo(`question-${place.question}`, 'start')
  }

  /** Turns to another section's questions without leaving the text; for the whole article on one page. */
  async function openQuestions(id: SectionId): Promise<void> {
    if (!(await isReady())) return
    store.moveTo(id)
    readingSection.value = id
    await nextTick()
    goTo('questions-heading', 'start')
  }

  async function moveToQuestion(id: QuestionId): Promise<void> {
    await opened
    store.moveTo(section.value, id)
    await nextTick()
    goTo(`question-${id}`, 'start')
  }

  async function finish(): Promise<void> {
    store.finish()
    await router.push({ name: 'result', params: { lesson: lesson.value.id } })
  }

  /** Goes on where the device says that the reader was. */
  async function resume(): Promise<void> {
    const opening = store.openLesson(lesson.value)
    opened = opening.catch(() => undefined)
    const wasResumed = await opening.finally(() => (isOpened = true))
    rest = setTimeout(completeSoon, REST_DELAY_MS)
    readingSection.value = section.value
    if (!wasResumed) return
    await nextTick()
    const question = sitting.value.question
    const place = question === null ? `section-${section.value}` : `question-${question}`
    goTo(place, 'start', { focusVisible: false }) // a page that was opened begins there: a ring would say nothing
    announce(t('read.resumed'))
  }

  useLevelPlace({ lesson, sitting: () => sitting.value, article: articleElement })

  return {
    article,
    section,
    sections,
    nextSection,
    unanswered,
    readingSection,
    views,
    marks,
    hintParagraph,
    picking,
    returnTo,
    viewOf,
    showEvidence,
    backToQuestion,
    respond,
    check,
    retry,
    showAnswer,
    pick,
    pickSentence,
    openSection,
    openQuestions,
    showPlace,
    openAt,
    moveToQuestion,
    finish,
    resume,
  }
}
