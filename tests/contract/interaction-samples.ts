import type { PassageSentence } from '#core/interaction/player.ts'
import type { InteractionSample } from '#core/interaction/samples.ts'
import type { SealedAuthoring, SealedLogic } from '#core/interaction/spec.ts'
import type { SentenceId } from '#core/kernel/ids.ts'
import { authoring } from '#interactions/authoring.ts'
import { interactions } from '#interactions/registry.ts'

export type AnySample = InteractionSample<unknown, unknown>

const modules = import.meta.glob<{ samples: readonly AnySample[] }>('/src/interactions/*/samples.ts', {
  eager: true,
})

/** Names of the folders that hold samples. */
export const sampledTypes: readonly string[] = Object.keys(modules).map(
  (path) => path.split('/').at(-2) ?? path,
)

export const samplesOf = (type: string): readonly AnySample[] =>
  modules[`/src/interactions/${type}/samples.ts`]?.samples ?? []

export const registeredTypes: readonly string[] = Object.keys(interactions)

export function logicOf(type: string): SealedLogic {
  const logic = (interactions as Readonly<Record<string, SealedLogic>>)[type]
  if (!logic) throw new Error(`Expected a line for "${type}" in src/interactions/registry.ts`)
  return logic
}

export function authoringOf(type: string): SealedAuthoring {
  const entry = (authoring as Readonly<Record<string, SealedAuthoring>>)[type]
  if (!entry) throw new Error(`Expected a line for "${type}" in src/interactions/authoring.ts`)
  return entry
}

/** Every sample of every registered type, as rows for `describe.each`. */
export const everySample: readonly {
  readonly type: string
  readonly name: string
  readonly sample: AnySample
}[] = registeredTypes.flatMap((type) =>
  samplesOf(type).map((sample) => ({ type, name: sample.name, sample })),
)

/** What may be tapped in the samples of the types that tap sentences; null for the others. */
export const passageFor = (type: string): readonly PassageSentence[] | null =>
  logicOf(type).tapsSentences ? passage : null

const passage: readonly PassageSentence[] = [
  'Kim was shown the aircraft on Saturday.',
  'Three types of bomber stood in a row.',
  'Nobody said what he was promised, and the ministry, which had invited the reporters, did not answer their questions.',
].map((text, index) => ({
  id: `airfield.000000${index + 1}` as SentenceId, // as a lesson's reader makes them
  text,
  paragraph: 5,
  sentence: index + 1,
}))
