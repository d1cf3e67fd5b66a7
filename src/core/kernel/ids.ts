/** A string that only the named parser may make. */
export type Branded<Name extends string> = string & { readonly __brand: Name }

export type LessonId = Branded<'LessonId'>
export type SectionId = Branded<'SectionId'>
/** `section-id` + `.` + short hash of the normalised sentence; a repeated sentence gets `-2`, `-3` … */
export type SentenceId = Branded<'SentenceId'>
export type QuestionId = Branded<'QuestionId'>
export type AttemptId = Branded<'AttemptId'>

/** Small letters, digits and hyphens, as lesson, section, question and place ids are written. */
export const ID_PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
