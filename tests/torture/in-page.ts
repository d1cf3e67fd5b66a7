/** What runs in the page under torture: each function is sent there as text, so it knows nothing from around it. */

/** An event as it lies in the database. */
export interface StoredEvent {
  readonly attempt: string
  readonly seq: number
  readonly happening: { readonly kind: string; readonly response?: { readonly text?: unknown } | null }
}

declare global {
  interface Window {
    /** Tells the test how many answers the page has called saved. */
    noteSaved(count: number): Promise<void>
  }
}

/** Everything in the log, past the app. */
export function readLog(): Promise<StoredEvent[]> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('proofline')
    request.addEventListener('error', () => reject(new Error('Expected to open the database')))
    request.addEventListener('success', () => {
      const all = request.result.transaction('events').objectStore('events').getAll()
      all.addEventListener('error', () => reject(new Error('Expected to read the log')))
      all.addEventListener('success', () => {
        request.result.close()
        resolve(all.result as StoredEvent[]) // looked at by the test
      })
    })
  })
}

/** What the field of the question shows; null while it is not there. */
export const readField = (question: string): string | null =>
  document.querySelector<HTMLInputElement>(`#question-${question} input[type=text]`)?.value ?? null

/** Types one answer after the other, each with its number, and says of each when the page has called it saved. */
export async function answerForEver({ question, first }: { question: string; first: number }): Promise<void> {
  const pause = () => new Promise((resolve) => setTimeout(resolve, 5))
  const field = () => document.querySelector<HTMLInputElement>(`#question-${question} input[type=text]`)
  const state = () => document.querySelector('header [data-state]')?.getAttribute('data-state')
  const until = async (holds: () => boolean): Promise<void> => {
    while (!holds()) await pause()
  }
  // A life that begins where the last one ended has the field at once; the first one looks for it, section by section.
  const steps = () => [...document.querySelectorAll<HTMLButtonElement>('main nav button')]
  for (let waited = 0; waited < 100 && field() === null; waited++) await pause()
  for (let index = 0; field() === null; index = (index + 1) % steps().length) {
    steps()[index]?.click()
    for (let waited = 0; waited < 300 && field() === null; waited++) await pause()
  }
  const type = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')
  for (let number = first; ; number++) {
    const input = field()
    if (input === null) throw new Error('Expected the field of the question')
    type?.set?.call(input, `a-${number}`)
    input.dispatchEvent(new Event('input', { bubbles: true }))
    await until(() => state() === 'saving')
    await until(() => state() === 'saved')
    void window.noteSaved(number + 1)
  }
}
