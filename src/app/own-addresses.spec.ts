import { createMemoryHistory } from 'vue-router'
import { describe, expect, it } from 'vitest'
import { insideAddress, outsideAddress, withOwnAddresses } from './own-addresses.ts'

const PAIRS = [
  ['/lessons/own.1a2b3c4', '/own?lesson=1a2b3c4'],
  ['/lessons/own.1a2b3c4-2/result', '/own/result?lesson=1a2b3c4-2'],
  ['/lessons/own.1a2b3c4/print?level=a2&key=1', '/own/print?lesson=1a2b3c4&level=a2&key=1'],
  ['/lessons/own.1a2b3c4#main', '/own?lesson=1a2b3c4#main'],
  ['/lessons/own.1a2b3c4?level=a2#main', '/own?lesson=1a2b3c4&level=a2#main'],
] as const

describe('the address of a lesson from a file', () => {
  it.each(PAIRS)('%s is %s outside, and the other way round', (inside, outside) => {
    expect(outsideAddress(inside)).toBe(outside)
    expect(insideAddress(outside)).toBe(inside)
  })

  it('is understood with a stroke at its end, as some hosts write it', () => {
    expect(insideAddress('/own/result/?lesson=1a2b3c4')).toBe('/lessons/own.1a2b3c4/result')
    expect(insideAddress('/own/?lesson=1a2b3c4')).toBe('/lessons/own.1a2b3c4')
  })

  it.each(['/', '/lessons/kim-in-vladivostok-2023', '/settings#data', '/own', '/lessons/owners?lesson=a'])(
    'leaves %s as it is',
    (address) => {
      expect(outsideAddress(address)).toBe(address)
      expect(insideAddress(address)).toBe(address)
    },
  )
})

describe('a history with such addresses', () => {
  it('shows one side to the app and the other to the browser', () => {
    const browser = createMemoryHistory('/base')
    const history = withOwnAddresses(browser)
    const seen: string[] = []
    history.listen((to, from) => seen.push(`${from} > ${to}`))
    history.push('/lessons/own.a/result?level=a2')
    expect(browser.location).toBe('/own/result?lesson=a&level=a2')
    expect(history.location).toBe('/lessons/own.a/result?level=a2')
    expect(history.createHref('/lessons/own.a')).toBe('/base/own?lesson=a')
    history.replace('/lessons/own.b')
    history.push('/about')
    history.go(-1)
    expect(seen).toEqual(['/about > /lessons/own.b'])
    expect(history.base).toBe(browser.base)
  })
})
