import type { Component } from 'vue'
import EvidencePlayer from './evidence/EvidencePlayer.vue'
import MultiplePlayer from './multiple/MultiplePlayer.vue'
import ProveItPlayer from './prove-it/ProveItPlayer.vue'
import SinglePlayer from './single/SinglePlayer.vue'
import TrueFalseNotStatedPlayer from './true-false-not-stated/TrueFalseNotStatedPlayer.vue'

/** For hosts that ask for a proof besides the answer. */
export { default as SentencePicker } from './SentencePicker.vue'

/** A player, or how to fetch it. */
export type PlayerEntry = Component | (() => Promise<{ default: Component }>)

/** Single-file components are objects; only a loader is a function. */
export const isLoader = (entry: PlayerEntry): entry is Extract<PlayerEntry, () => Promise<unknown>> =>
  typeof entry === 'function'

/** The Vue door: the player of every question type. The usual ones come with the reader, the others when one is shown. One line a type. */
export const players: Readonly<Record<string, PlayerEntry>> = {
  single: SinglePlayer,
  multiple: MultiplePlayer,
  'true-false-not-stated': TrueFalseNotStatedPlayer,
  evidence: EvidencePlayer,
  'prove-it': ProveItPlayer,
  'short-text': () => import('./short-text/ShortTextPlayer.vue'),
  number: () => import('./number/NumberPlayer.vue'),
  gap: () => import('./gap/GapPlayer.vue'),
  order: () => import('./order/OrderPlayer.vue'),
  match: () => import('./match/MatchPlayer.vue'),
  open: () => import('./open/OpenPlayer.vue'),
  place: () => import('./place/PlacePlayer.vue'),
  categorise: () => import('./categorise/CategorisePlayer.vue'),
  claims: () => import('./claims/ClaimsPlayer.vue'),
}
