import type { Speech, SpeechEvent, SpeechFault, Voice } from '#core/listening/speech.ts'

/** A browser that is asked to speak right after it was told to be silent may drop the new text (Chrome, Safari). */
const AFTER_CANCEL_MS = 80
/** Safari never says that its voices have come. */
const ASK_AGAIN_MS = 250
const ASK_TIMES = 12

/** What of the browser is needed; a test hands in its own. */
export interface SpeechBrowser {
  readonly speechSynthesis?: SpeechSynthesis
  readonly SpeechSynthesisUtterance?: typeof SpeechSynthesisUtterance
}

/** The voices of the browser, or null where it has no speech at all. */
export function browserSpeech(browser: SpeechBrowser): Speech | null {
  const { speechSynthesis: synthesis, SpeechSynthesisUtterance: Spoken } = browser
  if (synthesis === undefined || Spoken === undefined) return null
  /** Kept, because Chrome forgets the events of an utterance that nobody holds. */
  let held: SpeechSynthesisUtterance | null = null
  let waiting: ReturnType<typeof setTimeout> | undefined

  function cancel(): void {
    clearTimeout(waiting)
    waiting = undefined
    held = null
    synthesis?.cancel()
  }

  return {
    onVoices: (listener) => watchVoices(synthesis, listener),
    cancel,
    isSpeaking: () => waiting !== undefined || synthesis.speaking || synthesis.pending,
    speak({ text, voice, rate }, heard) {
      const wasBusy = synthesis.speaking || synthesis.pending
      cancel()
      const utterance = new Spoken(text)
      utterance.voice = synthesis.getVoices().find(({ voiceURI }) => voiceURI === voice.id) ?? null
      utterance.lang = voice.language
      utterance.rate = rate
      const tell = (event: SpeechEvent): void => {
        if (held === utterance) heard(event)
      }
      utterance.addEventListener('start', () => tell({ kind: 'started' }))
      utterance.addEventListener('boundary', ({ name, charIndex }) => {
        if (name !== 'sentence') tell({ kind: 'word', at: charIndex })
      })
      utterance.addEventListener('end', () => tell({ kind: 'ended' }))
      utterance.addEventListener('error', ({ error }) => tell(eventOf(error)))
      held = utterance
      waiting = setTimeout(
        () => {
          waiting = undefined
          if (synthesis.paused) synthesis.resume() // a page before this one may have left it so
          synthesis.speak(utterance)
        },
        wasBusy ? AFTER_CANCEL_MS : 0,
      )
    },
  }
}

function watchVoices(synthesis: SpeechSynthesis, listener: (voices: readonly Voice[]) => void): () => void {
  const tell = (): void => listener(synthesis.getVoices().map(voiceOf))
  let times = 0
  const asking = setInterval(() => {
    times += 1
    if (synthesis.getVoices().length > 0) tell()
    if (times === ASK_TIMES || synthesis.getVoices().length > 0) clearInterval(asking)
  }, ASK_AGAIN_MS)
  // Old Safari's object is no event target.
  synthesis.addEventListener?.('voiceschanged', tell)
  tell()
  return () => {
    clearInterval(asking)
    synthesis.removeEventListener?.('voiceschanged', tell)
  }
}

const voiceOf = (voice: SpeechSynthesisVoice): Voice => ({
  id: voice.voiceURI,
  name: voice.name,
  language: voice.lang,
  isLocal: voice.localService,
  isDefault: voice.default,
})

const FAULTS: Readonly<Record<string, SpeechFault>> = { 'not-allowed': 'blocked', network: 'network' }

const eventOf = (error: string): SpeechEvent =>
  error === 'canceled' || error === 'interrupted'
    ? { kind: 'interrupted' }
    : { kind: 'failed', fault: FAULTS[error] ?? 'failed' }
