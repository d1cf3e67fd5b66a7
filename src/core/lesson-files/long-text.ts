import type { LongText } from './shelf.ts'

/** So long a text is passed on as a file of the browser's: to copy it would make the page stand still. UTF-16 units. */
const LONG = 1_000_000

/** A text as it is best passed on. */
export const longText = (text: string): LongText => (text.length > LONG ? new Blob([text]) : text)

/** The words of a long text. */
export const textOf = async (text: LongText): Promise<string> =>
  typeof text === 'string' ? text : text.text()
