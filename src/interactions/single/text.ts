import * as v from 'valibot'
import { authoredOptionSchema, readOptions, writeOptions } from '#core/interaction/options.ts'
import type { InteractionAuthoring } from '#core/interaction/spec.ts'
import type { SingleBody } from './logic.ts'

const fieldsSchema = v.strictObject({ options: v.pipe(v.array(authoredOptionSchema), v.minLength(2)) })

export const singleText: Pick<InteractionAuthoring<SingleBody>, 'fieldsSchema' | 'read' | 'write'> = {
  fieldsSchema,
  read(fields) {
    const { options, faults } = readOptions(v.parse(fieldsSchema, fields).options)
    return { body: { options }, faults }
  },
  write: (body) => ({ options: writeOptions(body.options) }),
}
