import { describe, expect, it } from 'vitest'
import type { Voice } from './speech.ts'
import { chooseVoice, voicesFor } from './voices.ts'

const aVoice = (id: string, voice: Partial<Voice> = {}): Voice => ({
  id,
  name: id,
  language: 'en-US',
  isLocal: true,
  isDefault: false,
  ...voice,
})

describe('the voices of a language', () => {
  it('are those of the device first, then those of the region, then the system’s own', () => {
    const voices = [
      aVoice('net', { isLocal: false, language: 'en-GB', isDefault: true }),
      aVoice('other'),
      aVoice('own', { isDefault: true }),
      aVoice('region', { language: 'en-GB' }),
      aVoice('french', { language: 'fr-FR' }),
    ]
    expect(voicesFor(voices, 'en-GB').map(({ id }) => id)).toEqual(['region', 'own', 'other', 'net'])
  })

  it('are found under Android’s tags, and none twice', () => {
    const voices = [aVoice('a', { language: 'ru_RU' }), aVoice('a', { language: 'ru_RU' })]
    expect(voicesFor(voices, 'ru')).toHaveLength(1)
  })

  it('give the reader’s voice while it is there, else the best, else none', () => {
    const voices = [aVoice('a'), aVoice('b')]
    expect(chooseVoice(voices, 'b')?.id).toBe('b')
    expect(chooseVoice(voices, 'gone')?.id).toBe('a')
    expect(chooseVoice([], 'b')).toBeNull()
  })
})
