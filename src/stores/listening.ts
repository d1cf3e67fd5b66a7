import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { baseLanguage } from '#core/lesson/words.ts'
import {
  placeAfter,
  placeInPlan,
  type ListenStep,
  type ListenTarget,
  type Utterance,
} from '#core/listening/plan.ts'
import type { Speech, SpeechEvent, SpeechFault, Voice } from '#core/listening/speech.ts'
import {
  lettersAtOnce,
  partsOf,
  patienceMs,
  START_PATIENCE_MS,
  wordAt,
  type Span,
} from '#core/listening/spoken-words.ts'
import { chooseVoice, voicesFor } from '#core/listening/voices.ts'
import { useServices } from './services.ts'
import { useSettingsStore } from './settings.ts'

/** `waiting`: for the voices of the device. `unavailable`: there is no voice for the lesson, or none at all. */
export type ListenPhase = 'waiting' | 'idle' | 'playing' | 'paused' | 'unavailable'
/** `silent`: the voice was asked and never began. */
export type ListenFault = SpeechFault | 'silent' | 'no-voice' | 'no-speech'

/** So long voices may arrive after the first question for them. */
const VOICES_PATIENCE_MS = 3_000

/** Reading aloud: what is read, where the voice is, what it cannot do. Loaded with the bar that shows it. */
export const useListeningStore = defineStore('listening', () => {
  const services = useServices()
  const settings = useSettingsStore()
  const phase = ref<ListenPhase>('waiting')
  const fault = ref<ListenFault | null>(null)
  const plan = shallowRef<readonly Utterance[]>([])
  const place = ref(0)
  /** The word that is being said, in the text of the utterance; null when the voice does not tell. */
  const word = shallowRef<Span | null>(null)
  /** Goes up when the plan was read to its end. */
  const endings = ref(0)
  const language = ref('en')
  const known = shallowRef<readonly Voice[]>([])
  let speech: Speech | null = null
  let forgetVoices = (): void => undefined
  /** Whoever speaks on an earlier turn is not listened to any more. */
  let turn = 0
  let patience: ReturnType<typeof setTimeout> | undefined
  let isHidden = false
  /** The reader has asked to hear the text, from where the plan is, before the voices came. */
  let isAwaited = false
  /** The group at whose end the voice stops; null reads on. */
  let onlyGroup: string | null = null

  const voices = computed(() => voicesFor(known.value, language.value))
  const voice = computed(() =>
    chooseVoice(voices.value, settings.values.voices[baseLanguage(language.value)]),
  )
  const current = computed<Utterance | null>(() =>
    phase.value === 'playing' || phase.value === 'paused' ? (plan.value[place.value] ?? null) : null,
  )

  /** Asks the device for its voices of a language. */
  async function open(tag: string): Promise<void> {
    close()
    const mine = turn
    language.value = tag
    phase.value = 'waiting'
    const opened = await services.openSpeech()
    if (mine !== turn) return
    speech = opened
    if (speech === null) return giveUp('no-speech')
    patience = setTimeout(() => giveUp('no-voice'), VOICES_PATIENCE_MS)
    forgetVoices = speech.onVoices(hearVoices)
  }

  function hearVoices(found: readonly Voice[]): void {
    known.value = found
    if (voice.value === null || (phase.value !== 'waiting' && phase.value !== 'unavailable')) return
    clearTimeout(patience)
    phase.value = 'idle'
    fault.value = null
    if (isAwaited) speak()
  }

  function giveUp(why: 'no-speech' | 'no-voice'): void {
    phase.value = 'unavailable'
    fault.value = why
  }

  /**
   * Another text on the screen. What is being read, or will be when the voices come, goes on where the new plan has it too, else the voice
   * stops.
   */
  function load(next: readonly Utterance[]): void {
    const target = (isAwaited ? plan.value[place.value] : current.value)?.target
    plan.value = next
    const found = target === undefined ? -1 : placeInPlan(next, target)
    if (found >= 0) place.value = found
    else {
      if (target !== undefined) stop()
      place.value = 0
    }
  }

  /** Says the sentence at hand from its start; the one way in which the voice begins, goes on and starts over. */
  function speak(): void {
    const utterance = plan.value[place.value]
    if (speech === null || voice.value === null || utterance === undefined) return
    silence()
    isAwaited = false
    phase.value = 'playing'
    fault.value = null
    const rate = settings.values.listenRate
    const most = voice.value.isLocal ? utterance.text.length : lettersAtOnce(rate)
    speakPart(utterance.text, partsOf(utterance.text, most), turn)
  }

  function speakPart(text: string, [part, ...others]: readonly Span[], mine: number): void {
    if (part === undefined) return goOn()
    if (speech === null || voice.value === null) return
    const rate = settings.values.listenRate
    const { start, end } = part
    waitFor(START_PATIENCE_MS, () => pauseFor('silent'))
    speech.speak({ text: text.slice(start, end), voice: voice.value, rate }, (event) => {
      if (mine !== turn) return
      if (event.kind === 'started') waitFor(patienceMs(end - start, rate), goOn)
      else if (event.kind === 'word') {
        word.value = wordAt(text, start + event.at, language.value)
        waitFor(patienceMs(end - start - event.at, rate), goOn)
      } else if (event.kind === 'ended') speakPart(text, others, mine)
      else pauseFor(faultOf(event))
    })
  }

  const faultOf = (event: Extract<SpeechEvent, { kind: 'interrupted' | 'failed' }>): SpeechFault | null =>
    event.kind === 'failed' ? event.fault : null

  /** Some voices never say that they have ended, some never begin. While the page is hidden, clocks are slow and nobody is missed. */
  function waitFor(ms: number, otherwise: () => void): void {
    clearTimeout(patience)
    patience = setTimeout(() => (isHidden ? waitFor(ms, otherwise) : otherwise()), ms)
  }

  /** The next sentence, or the end. */
  function goOn(): void {
    word.value = null
    const next = plan.value[place.value + 1]
    if (next !== undefined && (onlyGroup === null || next.group === onlyGroup)) {
      place.value += 1
      return speak()
    }
    stop()
    endings.value += 1
  }

  function silence(): void {
    turn += 1
    clearTimeout(patience)
    word.value = null
    speech?.cancel()
  }

  /** Pausing inside a sentence works on too few devices (Android stops for good): the voice falls silent and begins the sentence anew. */
  function pause(): void {
    if (phase.value === 'playing') pauseFor(null)
  }

  function pauseFor(why: ListenFault | null): void {
    silence()
    phase.value = 'paused'
    fault.value = why
  }

  function toggle(): void {
    if (phase.value === 'waiting') isAwaited = true
    else if (phase.value === 'playing') pause()
    else if (phase.value === 'idle' || phase.value === 'paused') speak()
  }

  function stop(): void {
    silence()
    place.value = 0
    onlyGroup = null
    isAwaited = false
    fault.value = null
    if (phase.value === 'playing' || phase.value === 'paused') phase.value = 'idle'
  }

  function skip(step: ListenStep): void {
    if (current.value === null) return
    moveTo(placeAfter(plan.value, place.value, step))
  }

  /** Reads from here; a listener who has paused stays paused when stepping. */
  function moveTo(wanted: number): void {
    place.value = wanted
    if (plan.value[wanted]?.group !== onlyGroup) onlyGroup = null
    word.value = null
    if (phase.value === 'playing') speak()
  }

  /**
   * Reads on from here, or only to the end of the paragraph or question, at once or when the voices come. False where the plan has no such
   * thing, or nothing can be read.
   */
  function listenFrom(target: ListenTarget, extent: 'on' | 'group' = 'on'): boolean {
    const found = placeInPlan(plan.value, target)
    if (found < 0 || phase.value === 'unavailable') return false
    place.value = found
    onlyGroup = extent === 'on' ? null : (plan.value[found]?.group ?? null)
    if (phase.value === 'waiting') isAwaited = true
    else speak()
    return true
  }

  /** Tells whether anybody sees the page. A voice that was cut meanwhile (phones do) begins its sentence anew. */
  function setHidden(hidden: boolean): void {
    isHidden = hidden
    if (!hidden && phase.value === 'playing' && speech?.isSpeaking() === false) speak()
  }

  function close(): void {
    stop()
    forgetVoices()
    forgetVoices = () => undefined
    plan.value = []
    phase.value = 'waiting'
  }

  // Another voice or speed is heard at once.
  watch([() => settings.values.listenRate, () => voice.value?.id], () => {
    if (phase.value === 'playing') speak()
  })

  return {
    phase,
    fault,
    plan,
    place,
    word,
    endings,
    voices,
    voice,
    current,
    open,
    load,
    toggle,
    pause,
    stop,
    skip,
    listenFrom,
    setHidden,
    close,
  }
})
