import type { InteractionAuthoring } from '#core/interaction/spec.ts'
import { answerMessageKey, type TrueFalseNotStatedBody } from './logic.ts'

export const trueFalseNotStatedPrint: Pick<
  InteractionAuthoring<TrueFalseNotStatedBody>,
  'worksheet' | 'key'
> = {
  worksheet: () => [{ kind: 'instruction', messageKey: 'interactions.true-false-not-stated.paper' }],
  key: (body, words) => [{ kind: 'text', text: words(answerMessageKey(body.answer)) }],
}
