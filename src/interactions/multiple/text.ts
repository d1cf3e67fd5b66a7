import * as v from 'valibot'
import { authoredOptionSchema, readOptions, writeOptions } from '#core/interaction/options.ts'
import type { InteractionAuthoring } from '#core/interaction/spec.ts'
import type { MultipleBody } from './logic.ts'

const fieldsSchema = v.strictObject({ options: v.pipe(v.array(authoredOptionSchema), v.minLength(2)) })

export const multipleText: Pick<InteractionAuthoring<MultipleBody>, 'fieldsSchema' | 'read' | 'write'> = {
  fieldsSchema,
  read(fields) {
    const { options, faults } = readOptions(v.parse(fieldsSchema, fields).options)
    return { body: { options }, faults }
  },
  write: (body) => ({ options: writeOptions(body.options) }),
}
