import { describe, expect, it } from 'vitest'
import { focusKindOf, moveOfKey, type FocusKind } from './keys.ts'

const press = (
  key: string,
  focus: FocusKind = 'page',
  direction: 'ltr' | 'rtl' = 'ltr',
  held: Partial<Record<'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey', boolean>> = {},
) =>
  moveOfKey(
    { key, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...held },
    focus,
    direction,
  )

describe('the keys of a presentation', () => {
  it.each([
    ['ArrowRight', 'forward'],
    ['PageDown', 'forward'],
    [' ', 'forward'],
    ['ArrowLeft', 'back'],
    ['PageUp', 'back'],
    ['Home', 'start'],
    ['End', 'end'],
    ['f', null],
    ['Escape', 'leave'],
    ['a', null],
  ])('"%s" means %s', (key, move) => {
    expect(press(key)).toBe(move)
  })

  it('goes back by space with shift, and leaves shortcuts of the browser alone', () => {
    expect(press(' ', 'page', 'ltr', { shiftKey: true })).toBe('back')
    expect(press('Home', 'page', 'ltr', { ctrlKey: true })).toBeNull()
    expect(press('ArrowLeft', 'page', 'ltr', { altKey: true })).toBeNull()
  })

  it('follows the direction of the page', () => {
    expect(press('ArrowLeft', 'page', 'rtl')).toBe('forward')
    expect(press('ArrowRight', 'page', 'rtl')).toBe('back')
  })

  it('leaves to a control the keys that it has itself', () => {
    expect(press(' ', 'button')).toBeNull()
    expect(press('ArrowRight', 'button')).toBe('forward')
    expect(press('ArrowRight', 'radio')).toBeNull()
    expect(press('PageDown', 'radio')).toBe('forward')
    for (const key of [' ', 'Home', 'PageDown', 'ArrowRight', 'Escape'])
      expect(press(key, 'field')).toBeNull()
  })

  it('knows controls by their element', () => {
    const kindOf = (html: string) => {
      const page = new DOMParser().parseFromString(html, 'text/html')
      return focusKindOf(page.body.firstElementChild)
    }
    expect(kindOf('<input type="radio">')).toBe('radio')
    expect(kindOf('<input type="checkbox">')).toBe('button')
    expect(kindOf('<input>')).toBe('field')
    expect(kindOf('<select></select>')).toBe('field')
    expect(kindOf('<span role="button"></span>')).toBe('button')
    expect(kindOf('<div></div>')).toBe('page')
    expect(focusKindOf(null)).toBe('page')
  })
})
