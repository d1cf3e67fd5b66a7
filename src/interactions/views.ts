import type { Component } from 'vue'

/** The Vue door: the player of every question type, loaded when a question of that type is shown. One line a type. */
export const players: Readonly<Record<string, () => Promise<{ default: Component }>>> = {
  single: () => import('./single/SinglePlayer.vue'),
  multiple: () => import('./multiple/MultiplePlayer.vue'),
  'true-false-not-stated': () => import('./true-false-not-stated/TrueFalseNotStatedPlayer.vue'),
  'short-text': () => import('./short-text/ShortTextPlayer.vue'),
  number: () => import('./number/NumberPlayer.vue'),
  evidence: () => import('./evidence/EvidencePlayer.vue'),
  'prove-it': () => import('./prove-it/ProveItPlayer.vue'),
  gap: () => import('./gap/GapPlayer.vue'),
  order: () => import('./order/OrderPlayer.vue'),
  match: () => import('./match/MatchPlayer.vue'),
  categorise: () => import('./categorise/CategorisePlayer.vue'),
}
