import { defined, neutralOptions } from '#core/interaction/options.ts'
import type { InteractionAuthoring } from '#core/interaction/spec.ts'
import { ANSWERS, threeOptions, type Answer, type Distractor, type TrueFalseNotStatedBody } from './logic.ts'

/** The words of the three answers in exchanged files, always English: formats have no such type, and this is how we know it again. */
const LABELS: Readonly<Record<Answer, string>> = { true: 'True', false: 'False', 'not-stated': 'Not stated' }

export const trueFalseNotStatedExchange: Pick<
  InteractionAuthoring<TrueFalseNotStatedBody>,
  'toNeutral' | 'fromNeutral'
> = {
  toNeutral(body) {
    const hasMisreadings = body.distractors.some((distractor) => distractor.misreading !== undefined)
    const options = threeOptions(body).map((option, index) => ({
      ...option,
      text: LABELS[ANSWERS[index] ?? 'true'],
    }))
    return {
      shape: { kind: 'choice', cardinality: 'single', options: neutralOptions(options) },
      losses: [{ code: 'three-way-as-choice' }, ...(hasMisreadings ? [{ code: 'misreadings-lost' }] : [])],
    }
  },
  /** Knows only exactly the three answers in their order, with one key. */
  fromNeutral(shape) {
    if (shape.kind !== 'choice' || shape.cardinality !== 'single') return null
    const isThreeWay =
      shape.options.length === ANSWERS.length &&
      ANSWERS.every((answer, index) => shape.options[index]?.text === LABELS[answer]) &&
      shape.options.filter((option) => option.isKey).length === 1
    if (!isThreeWay) return null
    const marked = ANSWERS.map((answer, index) => ({ answer, option: shape.options[index] }))
    const distractors = marked.filter(({ option }) => option?.isKey !== true)
    return {
      body: {
        answer: marked.find(({ option }) => option?.isKey)?.answer ?? 'true', // one key, checked above
        distractors: distractors.map(
          ({ answer, option }) => defined({ answer, why: option?.feedback }) as Distractor,
        ),
      },
      losses: [],
    }
  },
}
