import type { InteractionAuthoring } from '#core/interaction/spec.ts'
import type { OpenBody } from './logic.ts'

/** Room for three sentences by hand. */
const LINES = 5

export const openPrint: Pick<InteractionAuthoring<OpenBody>, 'worksheet' | 'key'> = {
  worksheet: () => [
    { kind: 'instruction', messageKey: 'interactions.open.paper' },
    { kind: 'lines', count: LINES },
  ],
  key: ({ model, rubric }) => [
    { kind: 'text', text: model },
    { kind: 'options', marker: 'box', items: rubric.map(({ text }) => text) },
  ],
}
