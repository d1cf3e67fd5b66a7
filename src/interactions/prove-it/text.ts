import * as v from 'valibot'
import { authoredOptionSchema, defined, readOptions, writeOptions } from '#core/interaction/options.ts'
import type { InteractionAuthoring } from '#core/interaction/spec.ts'
import { authoredScopeSchema } from '#core/interaction/tapped-sentence.ts'
import type { ProveItBody } from './logic.ts'

const fieldsSchema = v.strictObject({
  options: v.pipe(v.array(authoredOptionSchema), v.minLength(2)),
  scope: authoredScopeSchema,
})

export const proveItText: Pick<InteractionAuthoring<ProveItBody>, 'fieldsSchema' | 'read' | 'write'> = {
  fieldsSchema,
  read(fields) {
    const authored = v.parse(fieldsSchema, fields)
    const { options, faults } = readOptions(authored.options)
    return { body: { options, scope: authored.scope ?? 'section' }, faults }
  },
  write: (body) =>
    defined({
      options: writeOptions(body.options),
      scope: body.scope === 'section' ? undefined : body.scope,
    }),
}
