/**
 * Why what was opened is no lesson that could be looked at. `too-large`, `too-many`, `too-slow`: beyond a limit. `foreign`: something else.
 * `newer`: of a later version of the program. `no-lesson`: no lesson in it. `several`: more than one. `damaged`: it says of itself what is not
 * so. `locked`: with a password. `unsupported`: packed in a way that is not read here. `unreadable`: the browser does not give it out.
 */
export interface LessonRefusal {
  readonly kind:
    | 'too-large'
    | 'too-many'
    | 'too-slow'
    | 'foreign'
    | 'newer'
    | 'no-lesson'
    | 'several'
    | 'damaged'
    | 'locked'
    | 'unsupported'
    | 'unreadable'
  /** The file or folder that it is about, as a label. */
  readonly place: string
  /** For a report; never shown alone. */
  readonly detail: string
}

/** Ends the reading with a reason; caught where the reading began. */
export class Refused extends Error {
  readonly refusal: LessonRefusal
  constructor(kind: LessonRefusal['kind'], place: string, detail: string) {
    super(`${kind} ${place}: ${detail}`)
    this.refusal = { kind, place, detail }
  }
}
