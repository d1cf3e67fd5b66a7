import path from 'node:path'
import { parseLesson } from '#core/lesson-text/parse-lesson.ts'
import type { Lesson } from '#core/lesson/model.ts'
import { lessonFoldersIn, readLessonFolder } from '#node/lesson-folders.ts'
import { registries } from './lesson-files.ts'

const QUESTIONS = path.resolve(import.meta.dirname, '../../questions')

/** Every lesson that comes with the app, read from its files. */
export async function bundledLessons(): Promise<readonly Lesson[]> {
  const names = await lessonFoldersIn(QUESTIONS)
  const lessons = await Promise.all(
    names.map(
      async (name) => parseLesson(await readLessonFolder(path.join(QUESTIONS, name)), registries).value,
    ),
  )
  return lessons.filter((lesson) => lesson !== null)
}
