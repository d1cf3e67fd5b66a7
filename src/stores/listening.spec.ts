import { dayAtOffset } from '#core/kernel/day.ts'
import { createPinia, setActivePinia } from 'pinia'
import { createApp, nextTick } from 'vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ok } from '#core/kernel/result.ts'
import { planListening, type ListenTarget, type Utterance } from '#core/listening/plan.ts'
import type { Speech, SpeechEvent, SpeechRequest, Voice } from '#core/listening/speech.ts'
import { patienceMs, START_PATIENCE_MS } from '#core/listening/spoken-words.ts'
import { articleOf } from '#core/lesson/questions.ts'
import { logicOf } from '#interactions/registry.ts'
import { aLesson } from '#tests/factories/lesson.ts'
import { memoryProgress } from '../storage/memory/progress.ts'
import { useListeningStore } from './listening.ts'
import { SERVICES, type Services } from './services.ts'
import { useSettingsStore } from './settings.ts'

const lesson = aLesson()
const words = {
  question: (number: number) => `Question ${number}.`,
  instruction: () => 'Do it.',
  option: (letter: string, text: string) => `Option ${letter}: ${text}`,
  gap: (number: number) => `gap ${number}`,
}
const plan: readonly Utterance[] = planListening({
  article: articleOf(lesson, 'b1'),
  only: null,
  questions: lesson.questions.map((question, index) => ({ question, number: index + 1 })),
  offersOf: (question) => logicOf(question.type).offers(question.body),
  words,
})
const sentences = plan.filter(({ target }) => target.kind === 'sentence')

const english: Voice = { id: 'en', name: 'Anna', language: 'en-GB', isLocal: true, isDefault: true }
const ofTheNet: Voice = { ...english, id: 'net', isLocal: false }

/** A voice that says what it is told to, and what a test lets happen. */
function aSpeech(voices: readonly Voice[] = [english]) {
  const said: string[] = []
  let hear: (event: SpeechEvent) => void = () => undefined
  let tellVoices: (voices: readonly Voice[]) => void = () => undefined
  let last: SpeechRequest | null = null
  const control = {
    said,
    isSpeaking: false,
    cancelled: 0,
    request: () => last,
    happens: (event: SpeechEvent) => hear(event),
    /** Says the whole utterance. */
    ends() {
      hear({ kind: 'started' })
      hear({ kind: 'ended' })
    },
    voicesCome: (come: readonly Voice[]) => tellVoices(come),
  }
  const speech: Speech = {
    onVoices(listener) {
      tellVoices = listener
      listener(voices)
      return () => undefined
    },
    speak(request, heard) {
      last = request
      said.push(request.text)
      control.isSpeaking = true
      hear = heard
    },
    cancel() {
      control.cancelled += 1
      control.isSpeaking = false
    },
    isSpeaking: () => control.isSpeaking,
  }
  return { speech, control }
}

async function aListener(
  { speech, control }: { speech: Speech | null; control: ReturnType<typeof aSpeech>['control'] } = aSpeech(),
) {
  const services: Services = {
    clock: { nowMs: () => 0, elapsedMs: () => 0, dayOf: dayAtOffset(0) },
    newId: () => 'id',
    settings: { read: () => null, write: () => ok(undefined) },
    openProgress: () => Promise.resolve({ repository: memoryProgress(), fault: null }),
    lessons: {
      loadIndex: () => Promise.resolve([]),
      loadOpening: () => Promise.resolve(null),
      loadWhole: () => Promise.resolve(null),
    },
    openSpeech: () => Promise.resolve(speech),
  }
  const app = createApp({})
  const pinia = createPinia()
  app.provide(SERVICES, services).use(pinia)
  setActivePinia(pinia)
  const store = useListeningStore()
  await store.open('en-GB')
  store.load(plan)
  return { store, control, settings: useSettingsStore() }
}

const textNow = (store: ReturnType<typeof useListeningStore>): string | undefined => store.current?.text

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('reading aloud', () => {
  it('says one sentence after the other to the end, then is idle at the start', async () => {
    const { store, control } = await aListener()
    store.toggle()
    while (store.phase === 'playing') control.ends()
    expect(control.said).toEqual(plan.map(({ text }) => text))
    expect([store.phase, store.place, store.endings]).toEqual(['idle', 0, 1])
  })

  it('shows the word that the voice is at, and none where the voice does not tell', async () => {
    const { store, control } = await aListener()
    store.toggle()
    control.happens({ kind: 'started' })
    expect(store.word).toBeNull()
    control.happens({ kind: 'word', at: 3 })
    expect(store.word).toEqual({ start: 3, end: 6 }) // At [the] harbour
    control.happens({ kind: 'ended' })
    expect(store.word).toBeNull()
  })

  it('pauses by falling silent, and goes on from the start of the sentence', async () => {
    const { store, control } = await aListener()
    store.toggle()
    control.ends()
    store.toggle()
    expect([store.phase, control.isSpeaking, textNow(store)]).toEqual(['paused', false, plan[1]?.text])
    store.toggle()
    expect(control.said.slice(-2)).toEqual([plan[1]?.text, plan[1]?.text])
  })

  it('steps on while it plays, and only moves while it is paused', async () => {
    const { store, control } = await aListener()
    store.toggle()
    store.skip({ by: 'sentence', towards: 1 })
    expect(control.said.at(-1)).toBe(plan[1]?.text)
    store.toggle()
    store.skip({ by: 'sentence', towards: 1 })
    expect([control.said.at(-1), textNow(store), store.phase]).toEqual([
      plan[1]?.text,
      plan[2]?.text,
      'paused',
    ])
  })

  it('begins at a sentence that is asked for, and refuses one that is not there', async () => {
    const { store, control } = await aListener()
    const target = sentences[2]?.target
    expect(target !== undefined && store.listenFrom(target)).toBe(true)
    expect(control.said).toEqual([sentences[2]?.text])
    expect(store.listenFrom({ kind: 'sentence', sentence: 'gone' } as ListenTarget)).toBe(false)
  })

  it('reads one question alone where it is asked for alone', async () => {
    const { store, control } = await aListener()
    const question = plan.find(({ target }) => target.kind === 'question')
    store.listenFrom(question?.target as ListenTarget, 'group')
    while (store.phase === 'playing') control.ends()
    expect(control.said).toEqual(
      plan.filter(({ group }) => group === question?.group).map(({ text }) => text),
    )
  })

  it('goes on undisturbed when the text around its sentence changes, and stops when the sentence is gone', async () => {
    const { store, control } = await aListener()
    store.listenFrom(sentences[1]?.target as ListenTarget)
    store.load(plan.slice(1))
    expect([store.phase, textNow(store), control.said]).toEqual([
      'playing',
      sentences[1]?.text,
      [sentences[1]?.text],
    ])
    store.load(plan.slice(4))
    expect([store.phase, control.isSpeaking]).toEqual(['idle', false])
  })

  it('says the sentence anew with another speed or voice', async () => {
    const { store, control, settings } = await aListener(
      aSpeech([english, { ...english, id: 'second', isDefault: false }]),
    )
    store.toggle()
    settings.values.listenRate = 0.8
    settings.values.voices = { en: 'second' }
    await nextTick()
    expect(control.request()).toMatchObject({ text: plan[0]?.text, rate: 0.8, voice: { id: 'second' } })
  })

  it('gives a voice of the net no more than it says before it falls silent, and keeps words in place', async () => {
    const { store, control } = await aListener(aSpeech([ofTheNet]))
    const text = `${'A long beginning of a sentence, '.repeat(8)}then its end.`
    const target = sentences[0]?.target as ListenTarget
    store.load([{ text, target, group: 'paragraph 1', shownFrom: 0 }])
    store.toggle()
    control.ends()
    control.happens({ kind: 'started' })
    control.happens({ kind: 'word', at: 0 })
    expect(control.said.length).toBe(2)
    expect(store.word?.start).toBe(control.said[0]?.length)
    while (store.phase === 'playing') control.ends()
    expect(control.said.join('')).toBe(text)
  })
})

describe('a voice that fails', () => {
  it('goes to the next sentence when the end of one is never told', async () => {
    const { store, control } = await aListener()
    store.toggle()
    control.happens({ kind: 'started' })
    vi.advanceTimersByTime(patienceMs(plan[0]?.text.length ?? 0, 1) + 1)
    expect(control.said).toEqual([plan[0]?.text, plan[1]?.text])
  })

  it('is waited for as long as it tells its words', async () => {
    const { store, control } = await aListener()
    store.toggle()
    control.happens({ kind: 'started' })
    for (let second = 0; second < 30; second++) {
      vi.advanceTimersByTime(4_000)
      control.happens({ kind: 'word', at: 0 })
    }
    expect(control.said).toHaveLength(1)
  })

  it('says so when it never begins', async () => {
    const { store } = await aListener()
    store.toggle()
    vi.advanceTimersByTime(START_PATIENCE_MS + 1)
    expect([store.phase, store.fault]).toEqual(['paused', 'silent'])
  })

  it.each(['blocked', 'network', 'failed'] as const)('pauses and says that it is %s', async (fault) => {
    const { store, control } = await aListener()
    store.toggle()
    control.happens({ kind: 'failed', fault })
    expect([store.phase, store.fault, textNow(store)]).toEqual(['paused', fault, plan[0]?.text])
  })

  it('pauses when another app takes the voice', async () => {
    const { store, control } = await aListener()
    store.toggle()
    control.happens({ kind: 'interrupted' })
    expect([store.phase, store.fault]).toEqual(['paused', null])
  })

  it('is not listened to after it was silenced', async () => {
    const { store, control } = await aListener()
    store.toggle()
    const late = control.happens
    store.stop()
    late({ kind: 'ended' })
    late({ kind: 'word', at: 0 })
    expect([store.phase, store.word, control.said]).toEqual(['idle', null, [plan[0]?.text]])
  })

  it('begins its sentence anew when it was cut while the page was hidden, and is not missed meanwhile', async () => {
    const { store, control } = await aListener()
    store.toggle()
    control.happens({ kind: 'started' })
    store.setHidden(true)
    vi.advanceTimersByTime(600_000)
    expect(control.said).toHaveLength(1)
    control.isSpeaking = false
    store.setHidden(false)
    expect(control.said).toEqual([plan[0]?.text, plan[0]?.text])
  })
})

describe('the voices of the device', () => {
  it('may come late', async () => {
    const { store, control } = await aListener(aSpeech([]))
    expect(store.phase).toBe('waiting')
    store.toggle()
    control.voicesCome([english])
    expect([store.phase, control.said]).toEqual(['playing', [plan[0]?.text]])
  })

  it('are missed after a while, and welcome even then', async () => {
    const { store, control } = await aListener(aSpeech([{ ...english, language: 'fr-FR' }]))
    vi.advanceTimersByTime(3_001)
    expect([store.phase, store.fault]).toEqual(['unavailable', 'no-voice'])
    control.voicesCome([english])
    expect([store.phase, store.fault]).toEqual(['idle', null])
  })

  it('begin with what was asked to be heard before they came, wherever another plan has it', async () => {
    const { store, control } = await aListener(aSpeech([]))
    const asked = plan.find(({ target }) => target.kind === 'question') as Utterance
    expect(store.listenFrom(asked.target, 'group')).toBe(true)
    expect([store.phase, control.said]).toEqual(['waiting', []])
    store.load([...sentences, ...plan])
    control.voicesCome([english])
    while (store.phase === 'playing') control.ends()
    expect(control.said).toEqual(plan.filter(({ group }) => group === asked.group).map(({ text }) => text))
  })

  it('say nothing when what was asked to be heard is gone before they come', async () => {
    const { store, control } = await aListener(aSpeech([]))
    store.listenFrom(plan.find(({ target }) => target.kind === 'question')?.target as ListenTarget, 'group')
    store.load(sentences)
    control.voicesCome([english])
    expect([store.phase, control.said]).toEqual(['idle', []])
  })

  it('are not even asked for where the browser cannot speak', async () => {
    const { store } = await aListener({ speech: null, control: aSpeech().control })
    expect([store.phase, store.fault]).toEqual(['unavailable', 'no-speech'])
    store.toggle()
    expect(store.phase).toBe('unavailable')
  })

  it('fall silent when the bar is closed', async () => {
    const { store, control } = await aListener()
    store.toggle()
    store.close()
    expect([control.isSpeaking, store.current]).toEqual([false, null])
  })
})
