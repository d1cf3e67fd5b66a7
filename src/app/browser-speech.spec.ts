import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { SpeechEvent, Voice } from '#core/listening/speech.ts'
import { browserSpeech, type SpeechBrowser } from './browser-speech.ts'

const installed = { voiceURI: 'urn:anna', name: 'Anna', lang: 'en-GB', localService: true, default: true }
const voice: Voice = { id: 'urn:anna', name: 'Anna', language: 'en-GB', isLocal: true, isDefault: true }

class FakeUtterance extends EventTarget {
  readonly text: string
  constructor(text: string) {
    super()
    this.text = text
  }
  happens(type: string, details: object = {}): void {
    this.dispatchEvent(Object.assign(new Event(type), details))
  }
}

/** The browser's object as far as it is used. */
class FakeSynthesis extends EventTarget {
  speaking = false
  pending = false
  paused = false
  spoken: FakeUtterance[] = []
  voices: (typeof installed)[] = []
  getVoices = () => this.voices
  cancel = vi.fn(() => {
    this.speaking = false
  })
  resume = vi.fn(() => {
    this.paused = false
  })
  speak(utterance: FakeUtterance): void {
    this.speaking = true
    this.spoken.push(utterance)
  }
}

function aBrowser() {
  const synthesis = new FakeSynthesis()
  const speech = browserSpeech({
    speechSynthesis: synthesis,
    SpeechSynthesisUtterance: FakeUtterance,
  } as unknown as SpeechBrowser) // no more of it is used
  if (speech === null) throw new Error('Expected a browser that speaks')
  return { synthesis, speech }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('the browser’s voices', () => {
  it('are null where the browser has no speech', () => {
    expect(browserSpeech({})).toBeNull()
  })

  it('are told now, when the browser says that they changed, and where it never says so', () => {
    const { synthesis, speech } = aBrowser()
    const told: number[] = []
    const forget = speech.onVoices((voices) => told.push(voices.length))
    synthesis.voices = [installed]
    vi.advanceTimersByTime(250)
    synthesis.voices = [installed, { ...installed, voiceURI: 'urn:ben' }]
    synthesis.dispatchEvent(new Event('voiceschanged'))
    forget()
    synthesis.dispatchEvent(new Event('voiceschanged'))
    vi.advanceTimersByTime(10_000)
    expect(told).toEqual([0, 1, 2])
  })

  it('are asked for with voice, language and speed', () => {
    const { synthesis, speech } = aBrowser()
    synthesis.voices = [installed]
    speech.speak({ text: 'One.', voice, rate: 1.2 }, () => undefined)
    vi.runAllTimers()
    expect(synthesis.spoken).toMatchObject([{ text: 'One.', voice: installed, lang: 'en-GB', rate: 1.2 }])
  })

  it('get a moment after they were silenced, and only the last text', () => {
    const { synthesis, speech } = aBrowser()
    synthesis.speaking = true
    speech.speak({ text: 'One.', voice, rate: 1 }, () => undefined)
    synthesis.speaking = true
    speech.speak({ text: 'Two.', voice, rate: 1 }, () => undefined)
    expect([synthesis.spoken, speech.isSpeaking()]).toEqual([[], true])
    vi.runAllTimers()
    expect(synthesis.spoken.map(({ text }) => text)).toEqual(['Two.'])
  })

  it('are woken where a page before this one left them paused', () => {
    const { synthesis, speech } = aBrowser()
    synthesis.paused = true
    speech.speak({ text: 'One.', voice, rate: 1 }, () => undefined)
    vi.runAllTimers()
    expect(synthesis.resume).toHaveBeenCalledOnce()
  })

  it('tell what happens in our words, and nothing of a text that was dropped', () => {
    const { synthesis, speech } = aBrowser()
    const heard: SpeechEvent[] = []
    speech.speak({ text: 'One.', voice, rate: 1 }, (event) => heard.push(event))
    vi.runAllTimers()
    const [utterance] = synthesis.spoken
    utterance?.happens('start')
    utterance?.happens('boundary', { name: 'sentence', charIndex: 0 })
    utterance?.happens('boundary', { name: 'word', charIndex: 2 })
    for (const error of ['not-allowed', 'network', 'synthesis-failed', 'interrupted'])
      utterance?.happens('error', { error })
    utterance?.happens('end')
    speech.cancel()
    utterance?.happens('end')
    expect(heard).toEqual([
      { kind: 'started' },
      { kind: 'word', at: 2 },
      { kind: 'failed', fault: 'blocked' },
      { kind: 'failed', fault: 'network' },
      { kind: 'failed', fault: 'failed' },
      { kind: 'interrupted' },
      { kind: 'ended' },
    ])
  })

  it('say nothing that was called off before it began', () => {
    const { synthesis, speech } = aBrowser()
    speech.speak({ text: 'One.', voice, rate: 1 }, () => undefined)
    speech.cancel()
    vi.runAllTimers()
    expect([synthesis.spoken, speech.isSpeaking()]).toEqual([[], false])
  })
})
