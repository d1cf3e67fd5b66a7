import type { Grade } from '#core/grading/grade.ts'
import type { SentenceId } from '#core/kernel/ids.ts'

/** A sentence that may be tapped, as a player lists it. */
export interface PassageSentence {
  readonly id: SentenceId
  readonly text: string
  /** Paragraph number in the article and place in the paragraph, both from 1. */
  readonly paragraph: number
  readonly sentence: number
}

/**
 * Props of every player. A player shows and asks: it does not fetch, store or grade. It emits
 * - `update:response` with the whole new response;
 * - `pick`, where sentences are tapped, to ask the host to let the reader tap in the article (or to stop);
 * - `announce` with a finished sentence for the page's one status region, when something moved that only eyes would notice.
 */
export interface PlayerProps<Body, Response> {
  /** Unique on the page: prefix for ids and names of the inputs. */
  readonly questionId: string
  readonly body: Body
  /** Null while nothing is given. */
  readonly response: Response | null
  /** What may be shown: null before a check; parts that would give the answer away are already taken out by the host. */
  readonly grade: Grade | null
  /** The key as a response once it may be shown, else null. */
  readonly revealed: Response | null
  readonly locked: boolean
  /** Id of the element with the stem: the accessible name of the player's group. */
  readonly labelledBy: string
  /** BCP 47 tag of the lesson's text. */
  readonly language: string
  /** For players that tap sentences: what may be tapped; null elsewhere. */
  readonly passage: readonly PassageSentence[] | null
  /** For players that tap sentences: null when the host has no article to tap in, else whether tapping is on. */
  readonly picking: boolean | null
}
