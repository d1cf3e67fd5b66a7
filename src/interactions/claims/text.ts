import * as v from 'valibot'
import { authoredText, defined } from '#core/interaction/options.ts'
import type { InteractionAuthoring } from '#core/interaction/spec.ts'
import type { DocPath, Fault } from '#core/kernel/diagnostic.ts'
import { shortHash } from '#core/kernel/hash.ts'
import { KINDS, speakerText, type ClaimsBody } from './logic.ts'

const fieldsSchema = v.strictObject({
  statements: v.pipe(
    v.array(
      v.strictObject({
        text: authoredText,
        kind: v.picklist(KINDS),
        by: v.optional(authoredText),
        why: v.optional(authoredText),
      }),
    ),
    v.minLength(2),
  ),
  speakers: v.optional(v.pipe(v.array(authoredText), v.minLength(2))),
})
type Authored = v.InferOutput<typeof fieldsSchema>

const fault = (code: string, path: DocPath, params: Readonly<Record<string, string>>): Fault => ({
  code,
  severity: 'error',
  path,
  params,
})

/** A fault at each text that stands before it already. */
const repeats = (code: string, texts: readonly string[], pathOf: (index: number) => DocPath): Fault[] =>
  texts.flatMap((text, index) => {
    const isRepeat = texts.findIndex((other) => shortHash(other) === shortHash(text)) < index
    return isRepeat ? [fault(code, pathOf(index), { text })] : []
  })

/** Who says so is asked of every claim and opinion or of none: a field that is there for some would tell them apart. */
function speakerFaults({ statements, speakers = [] }: Authored): Fault[] {
  const known = new Set(speakers.map(shortHash))
  return statements.flatMap(({ text, kind, by }, index): Fault[] => {
    const path = ['statements', index]
    if (by === undefined)
      return kind === 'fact' || speakers.length === 0 ? [] : [fault('missing-speaker', path, { text, kind })]
    if (kind === 'fact') return [fault('speaker-of-fact', [...path, 'by'], { text, by })]
    return known.has(shortHash(by))
      ? []
      : [fault('unknown-speaker', [...path, 'by'], { by, known: speakers.join(', ') || '…' })]
  })
}

export const claimsText: Pick<InteractionAuthoring<ClaimsBody>, 'fieldsSchema' | 'read' | 'write'> = {
  fieldsSchema,
  read(fields) {
    const authored = v.parse(fieldsSchema, fields)
    const { speakers = [] } = authored
    const statements = authored.statements.map(({ text, kind, by, why }) => {
      const speaker = by === undefined ? undefined : shortHash(by)
      return defined({ id: shortHash(text), text, kind, by: speaker, why })
    })
    const texts = authored.statements.map(({ text }) => text)
    return {
      body: { statements, speakers: speakers.map((text) => ({ id: shortHash(text), text })) },
      faults: [
        ...repeats('duplicate-statement', texts, (index) => ['statements', index, 'text']),
        ...repeats('duplicate-speaker', speakers, (index) => ['speakers', index]),
        ...speakerFaults(authored),
      ],
    }
  },
  write: (body) =>
    defined({
      statements: body.statements.map(({ text, kind, by, why }) =>
        defined({ text, kind, by: speakerText(body, by), why }),
      ),
      speakers: body.speakers.length === 0 ? undefined : body.speakers.map(({ text }) => text),
    }),
}
