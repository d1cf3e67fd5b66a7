import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { AxeResults, NodeResult, Result, RunOptions } from 'axe-core'

/** What axe says of one element: a fault, or a thing that it cannot decide and a person has to. */
export interface Finding {
  readonly kind: 'fault' | 'undecided'
  readonly rule: string
  readonly html: string
  readonly why: string
  /** Which of the given selectors the element matches. */
  readonly matches: readonly string[]
}

/** What is asked: all rules, those alone whose answer hangs on colours, or the others. */
export type Extent = 'all' | 'colours' | 'all but colours'

const COLOUR_RULES = ['color-contrast', 'link-in-text-block']
const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/**
 * In forced colours a browser paints its own pairs, and says of a text's colour what the page asked for: what axe would compare is not
 * what is seen. `unreadableInForcedColours` asks about the places where the page paints itself.
 */
const ASKED: Readonly<Record<Extent, RunOptions>> = {
  // Off until it is asked for (WCAG 2.5.8).
  all: { runOnly: { type: 'tag', values: STANDARDS }, rules: { 'target-size': { enabled: true } } },
  colours: { runOnly: { type: 'rule', values: COLOUR_RULES } },
  'all but colours': {
    runOnly: { type: 'tag', values: STANDARDS },
    rules: {
      'target-size': { enabled: true },
      ...Object.fromEntries(COLOUR_RULES.map((rule) => [rule, { enabled: false }])),
    },
  },
}

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * Asks axe about the page as it is now, or about a part of it. Bars that float over the text are laid into the page meanwhile and
 * everything is scrolled to its start: axe cannot tell the ground of a text that something lies upon. Around a part they stay.
 */
export async function askAxe(
  page: Page,
  {
    extent,
    selectors,
    part,
  }: { readonly extent: Extent; readonly selectors: readonly string[]; readonly part?: string | undefined },
): Promise<readonly Finding[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(SOURCE)
  return page.evaluate(
    async ({ options, selectors, part }) => {
      const { axe } = window as unknown as {
        axe: { run(context: Document | string, options: RunOptions): Promise<AxeResults> }
      }
      const laid: HTMLElement[] = []
      for (const element of document.querySelectorAll<HTMLElement>('body, body *')) {
        if (element.scrollTop !== 0) element.scrollTop = 0
        const floats = /^(?:fixed|sticky)$/.test(getComputedStyle(element).position)
        if (part !== undefined || !floats || element.closest('[popover]') !== null) continue
        element.style.setProperty('position', 'static', 'important')
        laid.push(element)
      }
      scrollTo({ top: 0, behavior: 'instant' })
      // Axe knows nothing of the top layer.
      const panel = document.querySelector<HTMLElement>(':popover-open')
      panel?.style.setProperty('z-index', '1000')
      const { violations, incomplete } = await axe.run(part ?? document, {
        ...options,
        preload: false,
        resultTypes: ['violations', 'incomplete'],
      })
      panel?.style.removeProperty('z-index')
      for (const element of laid) element.style.removeProperty('position')
      const of = (kind: 'fault' | 'undecided', { id, nodes }: Result): Finding[] =>
        nodes.map(({ html, target, any, all, none }: NodeResult) => {
          const element = document.querySelector(String(target[0]))
          return {
            kind,
            rule: id,
            html,
            why: [...any, ...all, ...none].map(({ message }) => message).join(' '),
            matches: selectors.filter((selector) => element?.matches(selector)),
          }
        })
      return [
        ...violations.flatMap((result) => of('fault', result)),
        ...incomplete.flatMap((result) => of('undecided', result)),
      ]
    },
    { options: ASKED[extent], selectors, part },
  )
}

/** Texts that the page paints itself in forced colours, and that have the colour of what they stand on. */
export const unreadableInForcedColours = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = []
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      const element = texts.currentNode.parentElement
      if (element === null || (texts.currentNode.textContent ?? '').trim() === '') continue
      const style = getComputedStyle(element)
      if (style.getPropertyValue('forced-color-adjust') !== 'none' || !element.checkVisibility()) continue
      let ground: Element | null = element
      while (ground !== null && /^rgba\(.*, 0\)$/.test(getComputedStyle(ground).backgroundColor))
        ground = ground.parentElement
      const paper = getComputedStyle(ground ?? document.documentElement).backgroundColor
      if (style.color === paper) found.push(`${element.outerHTML.slice(0, 120)}: ${style.color} on ${paper}`)
    }
    return found
  })
