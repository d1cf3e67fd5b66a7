import { expect, it } from 'vitest'
import { locateSentences } from '#core/lesson/questions.ts'
import type { Question } from '#core/lesson/model.ts'
import type { Happening } from '#core/progress/events.ts'
import { foldSession } from '#core/session/step.ts'
import { interactions } from '#interactions/registry.ts'
import { aLesson } from '#tests/factories/lesson.ts'
import { anEvent, aStart, questionId } from '#tests/factories/progress.ts'
import { viewQuestion } from './question-view.ts'
import { verdictWords } from './verdict-words.ts'

const { questions, ...rest } = aLesson()
const [first] = questions
if (first === undefined) throw new Error('Expected a question')
const segments = ['One', 'Two'].map((word, index) => ({ id: `gap-${index + 1}`, accepted: [word] }))
const gaps: Question = {
  ...first,
  id: questionId('gaps'),
  type: 'gap',
  body: { segments, hasBank: false, distractors: [] },
}
const lesson = { ...rest, questions: [gaps] }

/** The question as it is seen after a check of what was given. */
function viewAfter(response: unknown) {
  const happenings: Happening[] = [
    aStart({ lesson: lesson.id, contentHash: lesson.contentHash, questions: [gaps.id] }),
    { kind: 'response-given', question: gaps.id, response },
    { kind: 'checked', questions: [gaps.id] },
  ]
  const events = happenings.map((happening, seq) => anEvent({ seq, happening }))
  const session = foldSession(events, { lesson, interactions })
  const article = lesson.articles.b1
  if (session === null || article === undefined) throw new Error('Expected a sitting of the lesson')
  return viewQuestion(gaps, 1, { session, lesson, article, places: locateSentences(article) })
}

it('a half answer is unanswered, and is said not to be complete', () => {
  const view = viewAfter({ gaps: { 'gap-1': 'One' } })
  expect(view).toMatchObject({ verdict: 'unanswered', isIncomplete: true })
  expect(verdictWords(view)).toBe('verdict.incomplete')
})

it.each([[null], [{ gaps: {} }], [{ gaps: { 'gap-1': '' } }]])(
  'nothing, as %j, is not answered',
  (response) => {
    const view = viewAfter(response)
    expect(view).toMatchObject({ verdict: 'unanswered', isIncomplete: false })
    expect(verdictWords(view)).toBe('verdict.unanswered')
  },
)

it('a whole answer is judged', () => {
  const view = viewAfter({ gaps: { 'gap-1': 'One', 'gap-2': 'Two' } })
  expect(view).toMatchObject({ verdict: 'right', isIncomplete: false })
  expect(verdictWords(view)).toBe('verdict.right')
})
