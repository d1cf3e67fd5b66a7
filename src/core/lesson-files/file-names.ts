/** Files that make a folder a lesson; one of them is enough, so that a lesson with a file missing is still looked at. */
const LESSON_FILE = /^(?:lesson\.yaml|questions\.yaml|(?:article|report\.[a-z0-9-]+)\.[a-z0-9]+\.md)$/

/** A second copy has its number where the browser puts it: `harbour.lesson (1).json`. */
const PACKED_LESSON = /\.(?:zip|lesson(?: ?\(\d+\))?\.json)$/i

/** What editors and systems leave beside files. */
const LITTER = /^\.|^__MACOSX$|^(?:Thumbs\.db|desktop\.ini)$|~$|^#.*#$|\.sw[a-z]$/

/** Whether a name, without its folder, is that of a lesson's file. */
export const isLessonFile = (name: string): boolean => LESSON_FILE.test(name)

/** Whether a file calls itself a lesson in one file or a zip. */
export const isPackedLesson = (name: string): boolean => PACKED_LESSON.test(name)

/** Whether a name, of a file or a folder, is nothing that anybody has written. */
export const isLitter = (name: string): boolean => LITTER.test(name)
