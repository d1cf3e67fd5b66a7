import { h, type FunctionalComponent, type VNode } from 'vue'
import type { Inline } from '#core/lesson/model.ts'

interface InlineTextProps {
  readonly inlines: readonly Inline[]
  /** Terms are words and no links: the text stands in something that is itself pressed. */
  readonly isPlain?: boolean
}

// Emits are typed as a record of functions for a functional component.
type InlineTextEmits = { term: (term: number, anchor: HTMLElement) => void }

/** The inline tree as elements. A glossary term is a link to its entry, so that it wraps like text and works without script. */
export const InlineText: FunctionalComponent<InlineTextProps, InlineTextEmits> = (props, { emit }) => {
  const render = (inline: Inline): VNode | string => {
    switch (inline.kind) {
      case 'text':
        return inline.text
      case 'emphasis':
        return h('em', inline.children.map(render))
      case 'term':
        if (props.isPlain) return h('span', inline.children.map(render))
        return h(
          'a',
          {
            class: 'term',
            href: `#glossary-${inline.term + 1}`,
            onClick: (event: MouseEvent) => {
              event.preventDefault()
              if (event.currentTarget instanceof HTMLElement) emit('term', inline.term, event.currentTarget)
            },
          },
          inline.children.map(render),
        )
    }
  }
  return props.inlines.map(render)
}
InlineText.props = { inlines: { type: Array, required: true }, isPlain: Boolean }
InlineText.emits = { term: () => true }
