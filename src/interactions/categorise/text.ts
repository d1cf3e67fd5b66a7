import * as v from 'valibot'
import { authoredText, defined } from '#core/interaction/options.ts'
import type { InteractionAuthoring } from '#core/interaction/spec.ts'
import type { DocPath, Fault } from '#core/kernel/diagnostic.ts'
import { shortHash } from '#core/kernel/hash.ts'
import type { Card, CategoriseBody } from './logic.ts'

const fieldsSchema = v.strictObject({
  categories: v.pipe(v.array(authoredText), v.minLength(2)),
  cards: v.pipe(
    v.array(v.strictObject({ text: authoredText, category: authoredText, why: v.optional(authoredText) })),
    v.minLength(2),
  ),
})

/** A fault at each text that stands before it already. */
const repeats = (code: string, texts: readonly string[], pathOf: (index: number) => DocPath): Fault[] => {
  const ids = texts.map(shortHash)
  return texts.flatMap((text, index): Fault[] => {
    const isRepeat = ids.indexOf(shortHash(text)) < index
    return isRepeat ? [{ code, severity: 'error', path: pathOf(index), params: { text } }] : []
  })
}

export const categoriseText: Pick<InteractionAuthoring<CategoriseBody>, 'fieldsSchema' | 'read' | 'write'> = {
  fieldsSchema,
  /** A card whose category is not in the list is a fault at its category. */
  read(fields) {
    const authored = v.parse(fieldsSchema, fields)
    const categories = authored.categories.map((text) => ({ id: shortHash(text), text }))
    const cards = authored.cards.map(
      ({ text, category, why }) =>
        defined({ id: shortHash(text), text, category: shortHash(category), why }) as Card,
    )
    const unknown = authored.cards.flatMap(({ category }, index): Fault[] => {
      if (categories.some(({ id }) => id === shortHash(category))) return []
      return [
        {
          code: 'unknown-category',
          severity: 'error',
          path: ['cards', index, 'category'],
          params: { category },
        },
      ]
    })
    const faults = [
      ...repeats('duplicate-category', authored.categories, (index) => ['categories', index]),
      ...repeats(
        'duplicate-card',
        authored.cards.map((card) => card.text),
        (index) => ['cards', index, 'text'],
      ),
      ...unknown,
    ]
    return { body: { categories, cards }, faults }
  },
  write: (body) => ({
    categories: body.categories.map((category) => category.text),
    cards: body.cards.map(({ text, category, why }) =>
      defined({ text, category: body.categories.find(({ id }) => id === category)?.text, why }),
    ),
  }),
}
