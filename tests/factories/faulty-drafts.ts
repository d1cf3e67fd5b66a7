import type { LessonDraft, QuestionDraft } from '#core/lesson-text/draft.ts'
import { aDraft, aQuestionDraft, someOptions, type QuestionDraftParts } from './lesson-draft.ts'

/** A draft whose last question has the given parts; the other is sound. */
const withQuestion = (parts: QuestionDraftParts): LessonDraft =>
  aDraft({ questions: [aQuestionDraft({ id: 'sound' }), aQuestionDraft(parts)] })

const withOptions = (...texts: string[]): LessonDraft =>
  withQuestion({ fields: { options: someOptions(...texts) } })

const nothingSaid = [{ text: 'A lighthouse', key: true }, { text: 'A windmill' }, { text: 'A cathedral' }]
const aSentence = 'They saw the old ship in the port. '

const questionsWithIds = (...ids: string[]): QuestionDraft[] => ids.map((id) => aQuestionDraft({ id }))

/** For each rule a draft in which it finds something; a new rule adds its own. */
export const faultyDrafts: Readonly<Record<string, () => LessonDraft>> = {
  'all-of-the-above': () => withOptions('*A lighthouse', 'A windmill', 'None of the above'),
  'duplicate-id': () => aDraft({ questions: questionsWithIds('same', 'same') }),
  'evidence-ahead': () => {
    const sentence = aDraft().articles[0]?.sections.at(-1)?.paragraphs[0]?.sentences[0]
    const sentences = sentence === undefined ? [] : [sentence.id]
    return withQuestion({ quotes: [{ level: 'a2', resolution: { kind: 'found', sentences } }] })
  },
  'evidence-ambiguous': () => {
    const places = [1, 2].map((paragraph) => ({ section: 'harbour', paragraph, sentence: 1, text: 'They' }))
    return withQuestion({
      quotes: [{ level: 'a2', quote: 'They', resolution: { kind: 'ambiguous', places } }],
    })
  },
  'evidence-not-found': () => {
    const nearest = { paragraph: 1, text: 'The visitors went to the harbour first.' }
    return withQuestion({
      quotes: [{ level: 'a2', quote: 'The visitors came first.', resolution: { kind: 'missing', nearest } }],
    })
  },
  'expires-before-as-of': () => withQuestion({ asOf: '2024-05-22', validUntil: '2023-12-31' }),
  'glossary-unused': () =>
    aDraft({ lesson: { glossary: [{ term: 'windmill', meaning: 'a mill', forms: [] }] } }),
  'key-position-run': () => aDraft({ questions: questionsWithIds('one', 'two', 'three') }),
  'level-order': () => {
    const text = `## Harbour {#harbour}\n\n${aSentence.repeat(15)}`
    return aDraft({ texts: { a2: text, b1: text } })
  },
  'longest-option-is-key': () =>
    withOptions('*A lighthouse that is three hundred years old', 'A windmill', 'A cathedral'),
  'missing-misreading': () => withQuestion({ fields: { options: nothingSaid } }),
  'missing-why': () => withQuestion({ fields: { options: nothingSaid } }),
  'negative-stem': () => withQuestion({ stem: 'Which of these did they not see?' }),
  'no-key': () => withOptions('A lighthouse', 'A windmill', 'A cathedral'),
  'option-count': () => withOptions('*A lighthouse', 'A windmill'),
  'overlapping-options': () => withOptions('*A lighthouse', 'A lighthouse and a windmill', 'A cathedral'),
  'place-unknown': () =>
    aDraft({ lesson: { timeline: [{ date: '2023-09-16', text: 'They arrive', place: 'harbor' }] } }),
  'place-unnamed': () =>
    aDraft({ lesson: { places: [{ id: 'harbour', name: 'Pier 7', latitude: 43.1, longitude: 131.9 }] } }),
  'process-balance': () =>
    aDraft({ questions: questionsWithIds('one', 'two', 'three', 'four', 'five', 'six') }),
  'section-without-question': () => aDraft({ questions: [aQuestionDraft()] }),
  'source-unknown': () =>
    aDraft({ lesson: { reports: [{ id: 'second', title: 'Other reports', sources: ['paper-two'] }] } }),
  'stem-copies-sentence': () =>
    withQuestion({ stem: 'Who saw that they looked at an old lighthouse there?' }),
  'two-keys-in-single': () => withOptions('*A lighthouse', 'A windmill', '*A tower'),
  'unknown-section': () => withQuestion({ section: 'habour' }),
}
