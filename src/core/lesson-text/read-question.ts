import type { Diagnostic, DocPath, Fault } from '#core/kernel/diagnostic.ts'
import type { QuestionId, SectionId } from '#core/kernel/ids.ts'
import { resolveQuote } from '#core/lesson/evidence.ts'
import { defined } from '#core/interaction/options.ts'
import { LEVELS, type Article, type Evidence, type Level, type Question } from '#core/lesson/model.ts'
import type { QuestionDraft, QuoteDraft } from './draft.ts'
import { placeFaults } from './lesson-file.ts'
import { envelopeSchema, type AuthoredEnvelope } from './lesson-schema.ts'
import { QUESTIONS_FILE, type QuestionItem } from './question-items.ts'
import type { InteractionRegistries } from './registries.ts'
import { checkSchema, entriesOf, nearestName, shown, soundFields, unknownField } from './schema-faults.ts'

/** What a question is read against. */
export interface QuestionContext extends InteractionRegistries {
  /** Levels of the lesson, easiest first. */
  readonly levels: readonly Level[]
  /** Those whose article could be read. */
  readonly articles: ReadonlyMap<Level, Article>
}

export interface QuestionReading {
  /** Null when too little of it could be read to look at. */
  readonly draft: QuestionDraft | null
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads one entry of questions.yaml: the envelope by core's schema, the rest by its type's. */
export function readQuestion(item: QuestionItem, context: QuestionContext): QuestionReading {
  const place = (faults: readonly Fault[]): Diagnostic[] => placeFaults(faults, QUESTIONS_FILE, item)
  if (item.data === null || typeof item.data !== 'object' || Array.isArray(item.data)) {
    const params = {
      field: `entry ${item.index + 1}`,
      variant: 'mapping',
      found: Array.isArray(item.data) ? 'list' : 'text',
      value: shown(item.data),
    }
    return { draft: null, diagnostics: place([{ code: 'wrong-type', severity: 'error', path: [], params }]) }
  }
  const { envelope, fields } = divide(item.data)
  const checked = checkSchema(envelopeSchema, envelope)
  const sound: Partial<AuthoredEnvelope> = checked.value ?? soundFields(envelopeSchema, envelope)
  const body = readBody(sound.type, fields, context)
  const faults = [...checked.faults, ...body.faults, ...evidenceFaults(sound.evidence, context.levels)]
  return { draft: draftOf(item.index, sound, body.body, context), diagnostics: place(faults) }
}

function divide(data: object): { envelope: Record<string, unknown>; fields: Record<string, unknown> } {
  const isEnvelope = ([key]: [string, unknown]): boolean => Object.hasOwn(envelopeSchema.entries, key)
  const entries = Object.entries(data)
  return {
    envelope: Object.fromEntries(entries.filter(isEnvelope)),
    fields: Object.fromEntries(entries.filter((entry) => !isEnvelope(entry))),
  }
}

/** The body by the type's own door. Fields that neither the envelope nor the type knows are faults that name both's. */
function readBody(
  type: string | undefined,
  fields: Record<string, unknown>,
  context: QuestionContext,
): { body: unknown; faults: readonly Fault[] } {
  if (type === undefined) return { body: null, faults: [] }
  const authoring = Object.hasOwn(context.authoring, type) ? context.authoring[type] : undefined
  if (authoring === undefined || !Object.hasOwn(context.interactions, type))
    return { body: null, faults: [unknownType(type, context)] }
  const own = Object.keys(entriesOf(authoring.fieldsSchema) ?? {})
  const known = [...Object.keys(envelopeSchema.entries), ...own]
  const strangers = Object.keys(fields).filter((field) => !own.includes(field))
  const familiar = Object.fromEntries(Object.entries(fields).filter(([field]) => own.includes(field)))
  const checked = checkSchema(authoring.fieldsSchema, familiar)
  const faults = [...strangers.map((field) => unknownField(field, known, [])), ...checked.faults]
  if (checked.value === null) return { body: null, faults }
  const read = authoring.read(checked.value)
  return { body: read.body, faults: [...faults, ...read.faults] }
}

function unknownType(type: string, context: InteractionRegistries): Fault {
  const known = Object.keys(context.authoring)
  const nearest = nearestName(type, known)
  const near = nearest === undefined ? {} : { nearest, variant: 'near' }
  return {
    code: 'unknown-type',
    severity: 'error',
    path: ['type'],
    params: { type: shown(type), known: known.join(', '), ...near },
  }
}

function evidenceFaults(
  evidence: AuthoredEnvelope['evidence'] | undefined,
  levels: readonly Level[],
): Fault[] {
  if (evidence === undefined || levels.length === 0) return []
  const missing = levels
    .filter((level) => evidence[level] === undefined)
    .map((level): Fault => ({
      code: 'missing-evidence-level',
      severity: 'error',
      path: ['evidence'],
      params: { level },
    }))
  const strange = LEVELS.filter((level) => evidence[level] !== undefined && !levels.includes(level)).map(
    (level): Fault => ({
      code: 'unknown-level',
      severity: 'error',
      path: ['evidence', level],
      params: { level, known: levels.join(', ') },
    }),
  )
  return [...missing, ...strange]
}

/** A question as far as it can be looked at: without id, section, stem or body there is nothing to look at. */
function draftOf(
  index: number,
  sound: Partial<AuthoredEnvelope>,
  body: unknown,
  context: QuestionContext,
): QuestionDraft | null {
  const { id, type, section, stem } = sound
  if (id === undefined || type === undefined || section === undefined || stem === undefined || body === null)
    return null
  const quotes = quotesOf(index, sound.evidence ?? {}, context)
  const question = defined({
    id: id as QuestionId, // its form was checked by the schema, as was the section's
    type,
    section: section as SectionId,
    process: sound.process ?? 'retrieve',
    points: sound.points ?? context.interactions[type]?.defaultPoints ?? 1,
    stem,
    reworded: sound.reworded ?? [],
    explanation: sound.explanation ?? '',
    evidence: foundEvidence(quotes, context.levels),
    asOf: sound.asOf,
    validUntil: sound.validUntil,
    body,
  }) as Question
  return { index, question, quotes }
}

function quotesOf(
  index: number,
  evidence: AuthoredEnvelope['evidence'],
  context: QuestionContext,
): QuoteDraft[] {
  return context.levels.flatMap((level) => {
    const article = context.articles.get(level)
    const written = evidence[level]
    if (article === undefined || written === undefined) return []
    const base: DocPath = [index, 'evidence', level]
    const quotes =
      typeof written === 'string'
        ? [{ quote: written, path: base }]
        : written.map((quote, at) => ({ quote, path: [...base, at] }))
    return quotes.map(({ quote, path }): QuoteDraft => ({
      level,
      quote,
      path,
      resolution: resolveQuote(article, quote),
    }))
  })
}

function foundEvidence(quotes: readonly QuoteDraft[], levels: readonly Level[]): Question['evidence'] {
  const found = levels.flatMap((level) => {
    const evidence = quotes.flatMap(({ level: own, quote, resolution }): Evidence[] =>
      own === level && resolution.kind === 'found' ? [{ quote, sentences: resolution.sentences }] : [],
    )
    return evidence.length === 0 ? [] : [[level, evidence] as const]
  })
  return Object.fromEntries(found)
}
