/** No bundled lesson's id has a dot, so that none can be hidden by a lesson from a file. */
export const OWN_PREFIX = 'own.'

/** Whether a lesson came from a file of this device. */
export const isOwnLesson = (id: string): boolean => id.startsWith(OWN_PREFIX)
