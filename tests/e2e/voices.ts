import type { Page } from '@playwright/test'

/** The stand-in for the browser's voices, as a test sees it. */
interface FakeVoices {
  /** Every text that was spoken, and how. */
  readonly said: { readonly text: string; readonly voice: string; readonly rate: number }[]
  /** Tells that the voice is at a letter. */
  word(at: number): void
  end(): void
  readonly speaking: boolean
  /** Whether each text ends by itself. */
  isQuick: boolean
}
declare global {
  interface Window {
    fakeVoices: FakeVoices
  }
}

/** A headless browser has no voices: these say nothing and do what the test tells them. */
export async function withVoices(page: Page): Promise<void> {
  await page.addInitScript(() => {
    class Utterance extends EventTarget {
      voice: { voiceURI: string } | null = null
      rate = 1
      readonly text: string
      constructor(text: string) {
        super()
        this.text = text
      }
    }
    let current: Utterance | null = null
    const voices = [
      { voiceURI: 'net', name: 'Nora', lang: 'en-GB', localService: false, default: false },
      { voiceURI: 'here', name: 'Anna', lang: 'en_US', localService: true, default: true },
      { voiceURI: 'too', name: 'Ben', lang: 'en-AU', localService: true, default: false },
      { voiceURI: 'french', name: 'Chloé', lang: 'fr-FR', localService: true, default: false },
    ]
    const fake = {
      said: [] as { text: string; voice: string; rate: number }[],
      isQuick: false,
      get speaking() {
        return current !== null
      },
      word(charIndex: number) {
        current?.dispatchEvent(Object.assign(new Event('boundary'), { name: 'word', charIndex }))
      },
      end() {
        const ended = current
        current = null
        ended?.dispatchEvent(new Event('end'))
      },
    }
    const synthesis = Object.assign(new EventTarget(), {
      paused: false,
      pending: false,
      speaking: false,
      getVoices: () => voices,
      cancel: () => (current = null),
      resume: () => undefined,
      speak(utterance: Utterance) {
        fake.said.push({ text: utterance.text, voice: utterance.voice?.voiceURI ?? '', rate: utterance.rate })
        current = utterance
        utterance.dispatchEvent(new Event('start'))
        if (fake.isQuick) setTimeout(() => fake.end(), 1)
      },
    })
    Object.defineProperty(window, 'speechSynthesis', { value: synthesis })
    Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance })
    window.fakeVoices = fake
  })
}
