import * as v from 'valibot'
import type { DocPath, Fault } from '#core/kernel/diagnostic.ts'
import type { SentenceId } from '#core/kernel/ids.ts'
import type { Rng } from '#core/kernel/rng.ts'
import { UNANSWERED, type Grade } from '#core/grading/grade.ts'
import type { Misreading } from '#core/lesson/model.ts'
import type { Loss, NeutralShape } from './neutral.ts'
import type { Offer } from './offers.ts'
import type { PrintBlock } from './print-blocks.ts'

/** What a grader may know beside body and response. */
export interface GradeContext {
  /** BCP 47 tag of the lesson's text. */
  readonly language: string
  /** Sentences of the question's evidence at the level that was read. */
  readonly evidence: readonly SentenceId[]
}

/** Turns a message key of the locales into words. */
export type Words = (messageKey: string) => string

/** Words of a sentence by its id, at the level that is read; null when the article has no such sentence. */
export type SentenceText = (id: SentenceId) => string | null

/** Where a reader may tap: the question's section or the whole article. */
export type SentenceScope = 'section' | 'article'

/** An answer that is offered and judged by itself, as content rules and profiles see it. */
export interface Choice {
  readonly id: string
  readonly text: string
  readonly isKey: boolean
  readonly misreading?: Misreading
  readonly why?: string
  /** Where its author wrote it, relative to the question; `text` stands below it. */
  readonly path: DocPath
}

/**
 * The door of a question type that runs in the browser: what a response is, when it is ready, what it is worth.
 * Pure: no framework, no clock, no random numbers.
 */
export interface InteractionLogic<Body, Response> {
  readonly type: string
  /** Goes up when stored bodies or responses change their form. */
  readonly version: number
  /** Points of a question that states none. */
  readonly defaultPoints: number
  /** Whether the reader answers by tapping sentences: the host then hands the player a passage. */
  readonly tapsSentences?: boolean
  /** How many of `choices()` are keys: exactly `one` or `any` number. Left out where choices are only expected wrong answers. */
  readonly choosesFrom?: 'one' | 'any'
  /** Whether the type itself words the choices (true, false, not stated): the stem is then a statement to be judged. */
  readonly hasFixedChoices?: boolean
  readonly bodySchema: v.GenericSchema<unknown, Body>
  readonly responseSchema: v.GenericSchema<unknown, Response>
  /** Whether enough is given to be graded; otherwise the verdict is `unanswered`. */
  isReady(body: Body, response: Response): boolean
  /** Called with ready responses only. */
  grade(body: Body, response: Response, context: GradeContext): Grade
  /** The key, written as a response. */
  reveal(body: Body, context: GradeContext): Response
  /** A response in words, one line a part, for result pages, gradebooks and printed keys. */
  describe(body: Body, response: Response, words: Words, sentenceText: SentenceText): readonly string[]
  /** Answers that are offered whole; empty where the type has none. */
  choices(body: Body): readonly Choice[]
  /** The same body with what is offered in another order; left out where the order is part of what is asked or mixed anyway. */
  readonly mix?: (body: Body, rng: Rng) => Body
  /** What the player shows beside the stem, as it is read aloud; left out where that is nothing but fields to fill in. */
  readonly offers?: (body: Body) => readonly Offer[]
  /** Where sentences are tapped: the response after a tap on `sentence`; what else was given stays. */
  readonly withSentence?: (body: Body, response: Response | null, sentence: SentenceId) => Response
  /** Where sentences are tapped: the one that a response holds. */
  readonly sentenceOf?: (response: Response) => string | null
  /** Where sentences are tapped: how much of the article the host offers. */
  readonly sentenceScope?: (body: Body) => SentenceScope
}

/** The door of a question type that writes and exchanges: never loaded by a reader. */
export interface InteractionAuthoring<Body> {
  readonly type: string
  /** The type's own fields as an author writes them, beside the envelope's. Closed: unknown fields are faults. */
  readonly fieldsSchema: v.GenericSchema<unknown, unknown>
  /** From authored fields (already valid) to the body. Paths of faults are relative to the question. */
  read(fields: unknown): { readonly body: Body | null; readonly faults: readonly Fault[] }
  /** Back to authored fields; `read(write(body))` gives the same body. */
  write(body: Body): Record<string, unknown>
  toNeutral(body: Body): { readonly shape: NeutralShape; readonly losses: readonly Loss[] }
  /** Null when this type does not speak the shape. */
  fromNeutral(shape: NeutralShape): { readonly body: Body; readonly losses: readonly Loss[] } | null
  /** What a reader fills in on paper; `rng` mixes what must not stand in key order. */
  worksheet(body: Body, rng: Rng): readonly PrintBlock[]
  /** `language` is the BCP 47 tag of the lesson's text: numbers are written by it. */
  key(body: Body, words: Words, language: string): readonly PrintBlock[]
}

/** `InteractionLogic` with its two types hidden and every body and response re-checked on the way in. */
export interface SealedLogic {
  readonly type: string
  readonly version: number
  readonly defaultPoints: number
  readonly tapsSentences: boolean
  /** Null where choices are only expected wrong answers. */
  readonly choosesFrom: 'one' | 'any' | null
  readonly hasFixedChoices: boolean
  isValidBody(body: unknown): boolean
  isValidResponse(response: unknown): boolean
  isReady(body: unknown, response: unknown): boolean
  /** Never throws: null, damaged or stale responses are `unanswered`. */
  grade(body: unknown, response: unknown, context: GradeContext): Grade
  /** Throws when the body is not this type's. */
  reveal(body: unknown, context: GradeContext): unknown
  /** Empty for a response that is absent or not this type's. */
  describe(body: unknown, response: unknown, words: Words, sentenceText: SentenceText): readonly string[]
  choices(body: unknown): readonly Choice[]
  /** The body itself where nothing is to be mixed. */
  mix(body: unknown, rng: Rng): unknown
  offers(body: unknown): readonly Offer[]
  /** Absent where no sentences are tapped. A response that is damaged or stale counts as none. */
  readonly withSentence?: (body: unknown, response: unknown, sentence: SentenceId) => unknown
  /** Absent where no sentences are tapped. */
  readonly sentenceScope?: (body: unknown) => SentenceScope
  /** Absent where no sentences are tapped. Null for a response that is absent, damaged or holds none. */
  readonly sentenceOf?: (response: unknown) => SentenceId | null
}

/** Seals one type for the registry, so that nobody outside its folder needs to know body or response. */
export function sealInteraction<Body, Response>(logic: InteractionLogic<Body, Response>): SealedLogic {
  const bodyOf = (body: unknown): Body => {
    const parsed = v.safeParse(logic.bodySchema, body)
    if (!parsed.success) throw new Error(`Expected a body of "${logic.type}": ${parsed.issues[0].message}`)
    return parsed.output
  }
  const responseOf = (response: unknown): Response | null => {
    const parsed = v.safeParse(logic.responseSchema, response)
    return parsed.success ? parsed.output : null
  }
  const isReady = (body: unknown, response: unknown): boolean => {
    const given = responseOf(response)
    return given !== null && logic.isReady(bodyOf(body), given)
  }
  return {
    type: logic.type,
    version: logic.version,
    defaultPoints: logic.defaultPoints,
    tapsSentences: logic.tapsSentences ?? false,
    choosesFrom: logic.choosesFrom ?? null,
    hasFixedChoices: logic.hasFixedChoices ?? false,
    isValidBody: (body) => v.is(logic.bodySchema, body),
    isValidResponse: (response) => v.is(logic.responseSchema, response),
    isReady,
    grade(body, response, context) {
      const given = responseOf(response)
      return given !== null && isReady(body, given) ? logic.grade(bodyOf(body), given, context) : UNANSWERED
    },
    reveal: (body, context) => logic.reveal(bodyOf(body), context),
    describe(body, response, words, sentenceText) {
      const given = responseOf(response)
      return given === null ? [] : logic.describe(bodyOf(body), given, words, sentenceText)
    },
    choices: (body) => logic.choices(bodyOf(body)),
    mix: (body, rng) => logic.mix?.(bodyOf(body), rng) ?? body,
    offers: (body) => logic.offers?.(bodyOf(body)) ?? [],
    ...sealedTapping(logic, bodyOf, responseOf),
  }
}

/** The part of the seal that only types with tapped sentences have. */
function sealedTapping<Body, Response>(
  { withSentence, sentenceScope, sentenceOf }: InteractionLogic<Body, Response>,
  bodyOf: (body: unknown) => Body,
  responseOf: (response: unknown) => Response | null,
): Pick<SealedLogic, 'withSentence' | 'sentenceScope' | 'sentenceOf'> {
  return {
    ...(withSentence && {
      withSentence: (body, response, sentence) => withSentence(bodyOf(body), responseOf(response), sentence),
    }),
    ...(sentenceScope && { sentenceScope: (body) => sentenceScope(bodyOf(body)) }),
    ...(sentenceOf && {
      sentenceOf(response) {
        const given = responseOf(response)
        return given === null ? null : (sentenceOf(given) as SentenceId | null) // an unknown id is found in no article
      },
    }),
  }
}

/** `InteractionAuthoring` with its type hidden; bodies are re-checked on the way in. */
export type SealedAuthoring = InteractionAuthoring<unknown>

/** Seals the authoring door of one type; `bodySchema` is the one of its logic. */
export function sealAuthoring<Body>(
  bodySchema: v.GenericSchema<unknown, Body>,
  authoring: InteractionAuthoring<Body>,
): SealedAuthoring {
  const bodyOf = (body: unknown): Body => v.parse(bodySchema, body)
  return {
    type: authoring.type,
    fieldsSchema: authoring.fieldsSchema,
    read: (fields) => authoring.read(fields),
    write: (body) => authoring.write(bodyOf(body)),
    toNeutral: (body) => authoring.toNeutral(bodyOf(body)),
    fromNeutral: (shape) => authoring.fromNeutral(shape),
    worksheet: (body, rng) => authoring.worksheet(bodyOf(body), rng),
    key: (body, words, language) => authoring.key(bodyOf(body), words, language),
  }
}

export type LogicRegistry = Readonly<Record<string, SealedLogic>>
export type AuthoringRegistry = Readonly<Record<string, SealedAuthoring>>
