import { fileURLToPath } from 'node:url'
import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'

/** Rules about the text of a file; those that need types are switched off, because reading all types takes long. */
const eslint = new ESLint({
  cwd: fileURLToPath(new URL('../..', import.meta.url)),
  overrideConfig: [{ languageOptions: { parserOptions: { projectService: false } } }],
  ruleFilter: ({ ruleId }) => PLANTED.some(([, , rule]) => rule === ruleId),
})

const CORE = 'src/core/kernel/planted.ts'
const STORE = 'src/stores/planted.ts'
const VIEW = 'src/pages/read/PlantedPage.vue'

const PLANTED: readonly (readonly [file: string, code: string, rule: string])[] = [
  [CORE, 'export const now = Date.now()', 'no-restricted-properties'],
  [CORE, 'export const dice = Math.random()', 'no-restricted-properties'],
  [CORE, 'export const day = new Date()', 'no-restricted-syntax'],
  [CORE, 'export const find = (text: string) => new RegExp(text)', 'no-restricted-syntax'],
  [CORE, 'export const ask = () => fetch("/")', 'no-restricted-globals'],
  [CORE, 'export const width = () => document.body.clientWidth', 'no-restricted-globals'],
  [STORE, 'export const secret = process.env.SECRET', 'no-restricted-globals'],
  [STORE, 'export const show = (place: Element) => { place.innerHTML = "" }', 'no-restricted-properties'],
  [STORE, 'export const anything: any = 1', '@typescript-eslint/no-explicit-any'],
  [STORE, 'export const first = [1][0]!', '@typescript-eslint/no-non-null-assertion'],
  [STORE, 'export default 1', 'no-restricted-exports'],
  [STORE, 'export const run = (text: string) => eval(text)', 'no-eval'],
  [VIEW, '<template><p v-html="text" /></template>', 'vue/no-v-html'],
  [VIEW, '<template><p style="color: red" /></template>', 'vue/no-static-inline-styles'],
  [VIEW, '<template><img src="map.png" /></template>', 'vuejs-accessibility/alt-text'],
  [VIEW, '<template><p @click="go" /></template>', 'vuejs-accessibility/click-events-have-key-events'],
  [VIEW, '<template><p /></template>\n<style>p { margin: 0 }</style>', 'vue/enforce-style-attribute'],
  [
    VIEW,
    '<script lang="ts">\nexport default { data: () => ({}) }\n</script>\n<template><p /></template>',
    'vue/component-api-style',
  ],
  [VIEW, `<template>${'\n<p />'.repeat(250)}\n</template>`, 'max-lines'],
]

describe('the lint rules', () => {
  it.each(PLANTED)(
    'find in %s what is wrong with %j (%s)',
    { timeout: 60_000 },
    async (filePath, code, rule) => {
      const [result] = await eslint.lintText(code, { filePath })
      expect(result?.messages.map(({ ruleId, message }) => ruleId ?? message)).toContain(rule)
    },
  )
})
