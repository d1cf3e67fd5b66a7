import type { DocPath, Severity } from '#core/kernel/diagnostic.ts'
import type { Finding } from '#core/lesson-text/draft.ts'
import { articleFile, LESSON_FILE } from '#core/lesson-text/lesson-file.ts'
import { QUESTIONS_FILE } from '#core/lesson-text/question-items.ts'
import type { Level } from '#core/lesson/model.ts'

type Params = Readonly<Record<string, string | number>>

/** A finding of a rule that looks at one file; `path` leads from that file's root. */
const findingIn =
  (file: string) =>
  (code: string, severity: Severity, path: DocPath, params: Params = {}): Finding => ({
    code,
    severity,
    file,
    path,
    params,
  })

/** A finding in questions.yaml. */
export const inQuestions = findingIn(QUESTIONS_FILE)
/** A finding in lesson.yaml. */
export const inLesson = findingIn(LESSON_FILE)
/** A finding in the article of a level, of which its reports are a part. */
export const inArticle = (level: Level) => findingIn(articleFile(level))
