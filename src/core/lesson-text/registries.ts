import type { AuthoringRegistry, LogicRegistry } from '#core/interaction/spec.ts'

/** The question types that a lesson may use, by both doors. */
export interface InteractionRegistries {
  readonly interactions: LogicRegistry
  readonly authoring: AuthoringRegistry
}
