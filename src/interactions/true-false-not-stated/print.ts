import type { InteractionAuthoring } from '#core/interaction/spec.ts'
import { ANSWERS, answerMessageKey, type TrueFalseNotStatedBody } from './logic.ts'

export const trueFalseNotStatedPrint: Pick<
  InteractionAuthoring<TrueFalseNotStatedBody>,
  'worksheet' | 'key'
> = {
  worksheet: () => [
    { kind: 'instruction', messageKey: 'interactions.true-false-not-stated.instruction' },
    { kind: 'worded-options', marker: 'circle', messageKeys: ANSWERS.map(answerMessageKey) },
  ],
  key: (body, words) => [{ kind: 'text', text: words(answerMessageKey(body.answer)) }],
}
