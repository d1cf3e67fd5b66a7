/** A voice of the device, or one that the browser asks the net for. */
export interface Voice {
  /** `voiceURI`: the same at the next visit. */
  readonly id: string
  readonly name: string
  /** BCP 47 tag; some systems part it with `_`. */
  readonly language: string
  /** False when the text is sent to a server that speaks it. */
  readonly isLocal: boolean
  /** The system's choice for its own language. */
  readonly isDefault: boolean
}

export interface SpeechRequest {
  readonly text: string
  readonly voice: Voice
  /** 1 is the voice's own speed. */
  readonly rate: number
}

/** Why a voice did not speak. `blocked`: the browser waits for a press; `network`: the voice needs the net; `failed`: anything else. */
export type SpeechFault = 'blocked' | 'network' | 'failed'

export type SpeechEvent =
  | { readonly kind: 'started' }
  /** The voice is at a word; `at` counts UTF-16 units of the text. Many voices never say so. */
  | { readonly kind: 'word'; readonly at: number }
  | { readonly kind: 'ended' }
  /** Somebody else fell silent for us: another app, the system. */
  | { readonly kind: 'interrupted' }
  | { readonly kind: 'failed'; readonly fault: SpeechFault }

/** The device's voices. Adapters never throw. */
export interface Speech {
  /** Tells the voices now, and again whenever they change; many browsers load them late. Returns how to end that. */
  onVoices(listener: (voices: readonly Voice[]) => void): () => void
  /** Says it now; what was being said is dropped, and nothing more is heard of it. */
  speak(request: SpeechRequest, heard: (event: SpeechEvent) => void): void
  /** Falls silent. */
  cancel(): void
  /** Whether something is being said or is about to be. */
  isSpeaking(): boolean
}
