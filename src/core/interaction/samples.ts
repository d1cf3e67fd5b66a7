import type { GradeContext } from './spec.ts'

/** The accessible name of a control: the lesson's own words, or the interface's by their key in the locales. */
export type ControlName =
  string | { readonly messageKey: string; readonly params?: Readonly<Record<string, string | number>> }

/** One step of a reader in a player, by accessible names, done once by keys alone and once by taps alone. */
export type ReaderStep =
  /** A radio button or checkbox; `of` names its group where two have the same words. */
  | { readonly choose: ControlName; readonly of?: ControlName }
  | { readonly type: string; readonly into: ControlName }
  | { readonly select: string; readonly in: ControlName }
  | { readonly press: Exclude<ControlName, string> }

/** A real question of a type with responses whose worth is known; what the contract tests and factories use. */
export interface InteractionSample<Body, Response> {
  readonly name: string
  readonly stem: string
  /** The authored fields; `read` turns them into `body`. */
  readonly fields: Record<string, unknown>
  readonly body: Body
  readonly context: GradeContext
  readonly right: Response
  readonly wrong: Response
  /** With the exact score that PRODUCT's table gives. */
  readonly partly?: { readonly response: Response; readonly score: number }
  /** Given but not ready (half filled in); graded `unanswered`. */
  readonly unready?: Response
  /** From untouched to `right`. */
  readonly steps: readonly ReaderStep[]
}
