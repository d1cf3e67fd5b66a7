/** The most that one file of a lesson may hold, in bytes on disk and in UTF-16 units here. */
const MAX_FILE_SIZE = 2_000_000

/** A collection may ask a hundred thousand questions; no text is as long. */
const MAX_QUESTIONS_SIZE = 40_000_000

/** The most that a file of this name may hold, in bytes on disk and in UTF-16 units here. */
export const maxFileSize = (name: string): number =>
  name === 'questions.yaml' ? MAX_QUESTIONS_SIZE : MAX_FILE_SIZE
