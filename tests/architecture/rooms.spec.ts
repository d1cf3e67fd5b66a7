import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { cruise } from 'dependency-cruiser'
import type { IConfiguration, ICruiseResult } from 'dependency-cruiser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plantTree } from './planted-tree.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const rules = createRequire(import.meta.url)(path.join(root, '.dependency-cruiser.cjs')) as IConfiguration

/** Imports that must be caught: [rule, the file that imports, what it imports]. */
const BREACHES: readonly (readonly [rule: string, from: string, to: string])[] = [
  ['room-core', 'src/core/lesson/breach-a.ts', 'src/i18n/words.ts'],
  ['room-core', 'src/core/lesson/breach-b.ts', 'src/interactions/registry.ts'],
  ['room-core', 'src/core/lesson/breach.spec.ts', 'src/i18n/words.ts'],
  ['core-packages', 'src/core/lesson/breach-c.ts', 'vue'],
  ['core-packages', 'src/core/lesson/breach-d.ts', 'idb'],
  ['room-interactions-logic', 'src/interactions/order/breach-a.ts', 'src/ui/BaseButton.vue'],
  ['room-interactions-logic', 'src/interactions/order/breach-b.ts', 'src/interactions/order/OrderPlayer.vue'],
  ['room-interactions-logic', 'src/interactions/order/breach-c.ts', 'src/stores/session.ts'],
  ['interactions-packages', 'src/interactions/order/breach-d.ts', 'vue'],
  ['interactions-packages', 'src/interactions/order/breach-e.ts', 'yaml'],
  ['room-interactions-logic', 'src/interactions/order/breach.spec.ts', 'src/stores/session.ts'],
  ['room-interactions-views', 'src/interactions/order/BreachA.vue', 'src/stores/session.ts'],
  ['room-interactions-views', 'src/interactions/order/Breach.browser.spec.ts', 'src/stores/session.ts'],
  ['room-interactions-views', 'src/interactions/order/BreachB.vue', 'src/components/ArticleView.vue'],
  ['room-interactions-views', 'src/interactions/order/BreachC.vue', 'src/interactions/registry.ts'],
  ['room-interactions-shared-views', 'src/interactions/SharedBreachA.vue', 'src/interactions/order/logic.ts'],
  ['room-interactions-shared-views', 'src/interactions/SharedBreachB.vue', 'src/stores/session.ts'],
  ['room-interactions-doors', 'src/interactions/registry.ts', 'src/print/worksheet.ts'],
  ['room-interactions-doors', 'src/interactions/authoring.ts', 'src/formats/registry.ts'],
  ['room-interactions-vue-door', 'src/interactions/views.ts', 'src/interactions/order/logic.ts'],
  ['strangers-interactions', 'src/interactions/order/breach-f.ts', 'src/interactions/match/logic.ts'],
  ['strangers-interactions', 'src/interactions/order/BreachD.vue', 'src/interactions/match/MatchPlayer.vue'],
  ['interactions-by-the-doors', 'src/pages/read/breach-a.ts', 'src/interactions/order/logic.ts'],
  ['interactions-by-the-doors', 'src/app/breach-a.ts', 'src/interactions/order/OrderPlayer.vue'],
  ['headless-doors', 'src/interactions/authoring.ts', 'src/interactions/order/BreachA.vue'],
  ['readers-load-no-authoring', 'src/interactions/registry.ts', 'src/interactions/order/text.ts'],
  ['readers-load-no-authoring', 'src/interactions/views.ts', 'src/interactions/order/BreachE.vue'],
  ['room-formats', 'src/formats/gift/breach-a.ts', 'src/stores/session.ts'],
  ['room-formats', 'src/formats/gift/breach-b.ts', 'src/interactions/views.ts'],
  ['strangers-formats', 'src/formats/gift/breach-c.ts', 'src/formats/aiken/read.ts'],
  ['formats-by-the-door', 'src/pages/teach/breach-a.ts', 'src/formats/gift/write.ts'],
  ['headless-formats', 'src/formats/gift/breach-d.ts', 'vue'],
  ['room-print', 'src/print/breach-a.ts', 'src/i18n/words.ts'],
  ['headless-print', 'src/print/breach-b.ts', 'vue'],
  ['room-storage', 'src/storage/memory/breach-a.ts', 'src/stores/session.ts'],
  ['headless-storage', 'src/storage/memory/breach-b.ts', 'pinia'],
  ['room-ui', 'src/ui/BreachA.vue', 'src/core/kernel/result.ts'],
  ['room-ui', 'src/ui/BreachB.vue', 'src/i18n/words.ts'],
  ['room-worker', 'src/worker/breach-a.ts', 'src/core/kernel/result.ts'],
  ['worker-by-its-messages', 'src/app/breach-c.ts', 'src/worker/kept-files.ts'],
  ['headless-worker', 'src/worker/breach-b.ts', 'vue'],
  ['room-i18n', 'src/i18n/breach.ts', 'src/stores/settings.ts'],
  ['room-stores', 'src/stores/breach-a.ts', 'src/storage/memory/progress.ts'],
  ['room-stores', 'src/stores/breach-b.ts', 'src/components/ArticleView.vue'],
  ['room-stores', 'src/stores/breach-c.ts', 'src/interactions/authoring.ts'],
  ['room-stores', 'src/stores/breach.spec.ts', 'src/storage/indexeddb/progress.ts'],
  ['room-components', 'src/components/BreachA.vue', 'src/stores/session.ts'],
  ['room-components', 'src/components/BreachB.vue', 'src/interactions/authoring.ts'],
  ['room-pages', 'src/pages/read/BreachA.vue', 'src/storage/memory/progress.ts'],
  ['room-pages', 'src/pages/read/BreachB.vue', 'src/interactions/authoring.ts'],
  ['strangers-pages', 'src/pages/read/BreachC.vue', 'src/pages/result/ResultPage.vue'],
  ['room-node', 'src/node/breach-a.ts', 'src/stores/session.ts'],
  ['room-node', 'src/node/breach-b.ts', 'src/i18n/words.ts'],
  ['headless-node', 'src/node/breach-c.ts', 'pinia'],
  ['nobody-imports-app', 'src/pages/read/breach-b.ts', 'src/app/router.ts'],
  ['nobody-imports-node', 'src/app/breach-b.ts', 'src/node/lessons-command.ts'],
  ['nobody-imports-tests', 'src/stores/breach-d.ts', 'tests/factories/lesson.ts'],
  ['idb-in-storage', 'src/stores/breach-e.ts', 'idb'],
  ['fsrs-in-review', 'src/core/session/breach.ts', 'ts-fsrs'],
  ['d3-geo-in-map', 'src/core/lesson/breach-e.ts', 'd3-geo'],
  ['minisearch-in-find', 'src/core/lesson/breach-f.ts', 'minisearch'],
  ['no-node-builtins', 'src/stores/breach-f.ts', 'node:fs'],
  ['no-dev-packages', 'src/components/breach.ts', 'vitest'],
  ['no-circles', 'src/core/kernel/egg.ts', 'src/core/kernel/hen.ts'],
  ['resolves', 'src/stores/breach-g.ts', '#core/kernel/nowhere.ts'],
]

/** What the breaches above stand on, and imports that the house allows: none of these may be reported. */
const ALLOWED: readonly (readonly [from: string, to: string])[] = [
  ['src/core/kernel/hen.ts', 'src/core/kernel/egg.ts'],
  ['src/interactions/order/BreachE.vue', 'src/interactions/order/print.ts'],
  ['src/core/lesson/model.ts', 'src/core/kernel/result.ts'],
  ['src/core/lesson/model.ts', 'valibot'],
  ['src/core/lesson/model.spec.ts', 'vitest'],
  ['src/core/lesson/model.spec.ts', 'tests/factories/lesson.ts'],
  ['src/core/lesson/model.spec.ts', 'src/interactions/registry.ts'],
  ['src/stores/session.spec.ts', 'src/storage/memory/progress.ts'],
  ['src/core/review/schedule.ts', 'ts-fsrs'],
  ['src/core/map/view.ts', 'd3-geo'],
  ['src/core/find/find-index.ts', 'minisearch'],
  ['src/interactions/order/logic.ts', 'src/core/lesson/model.ts'],
  ['src/interactions/order/text.ts', 'src/interactions/order/logic.ts'],
  ['src/interactions/order/logic.ts', 'valibot'],
  ['src/interactions/order/OrderPlayer.vue', 'src/interactions/order/logic.ts'],
  ['src/interactions/order/OrderPlayer.vue', 'src/interactions/PartNote.vue'],
  ['src/interactions/order/OrderPlayer.vue', 'src/ui/BaseButton.vue'],
  ['src/interactions/order/OrderPlayer.vue', 'vue'],
  ['src/interactions/order/OrderPlayer.browser.spec.ts', 'src/interactions/order/OrderPlayer.vue'],
  ['src/interactions/order/OrderPlayer.browser.spec.ts', 'src/i18n/words.ts'],
  ['src/interactions/registry.ts', 'src/interactions/order/logic.ts'],
  ['src/interactions/authoring.ts', 'src/interactions/order/text.ts'],
  ['src/interactions/views.ts', 'src/interactions/order/OrderPlayer.vue'],
  ['src/formats/registry.ts', 'src/formats/gift/write.ts'],
  ['src/formats/gift/write.ts', 'src/core/lesson/model.ts'],
  ['src/print/worksheet.ts', 'src/interactions/authoring.ts'],
  ['src/storage/indexeddb/progress.ts', 'idb'],
  ['src/stores/session.ts', 'src/interactions/registry.ts'],
  ['src/stores/session.ts', 'pinia'],
  ['src/components/QuestionHost.vue', 'src/interactions/views.ts'],
  ['src/components/QuestionHost.vue', 'src/interactions/registry.ts'],
  ['src/pages/read/ReadPage.vue', 'src/stores/session.ts'],
  ['src/pages/read/ReadPage.vue', 'src/components/QuestionHost.vue'],
  ['src/node/lessons-command.ts', 'src/interactions/authoring.ts'],
  ['src/node/lessons-command.ts', 'src/i18n/locales/en/app.json'],
  ['src/node/lessons-command.ts', 'node:fs'],
  ['src/node/lessons-command.ts', 'vite'],
  ['src/app/services.ts', 'src/storage/indexeddb/progress.ts'],
  ['src/app/services.ts', 'src/stores/session.ts'],
  ['src/app/offline.ts', 'src/worker/messages.ts'],
]

const planted = plantTree(
  [
    ...BREACHES.map(([, from, to]) => ({ from, to: [to] })),
    ...ALLOWED.map(([from, to]) => ({ from, to: [to] })),
  ],
  readFileSync(path.join(root, 'package.json'), 'utf8'),
)
afterAll(planted.remove)

/** "rule from" of everything that dependency-cruiser reports about the planted tree. */
let reported: readonly string[] = []

beforeAll(async () => {
  const { forbidden, options } = rules
  const result = await cruise(
    ['src'],
    { ...options, baseDir: planted.folder, validate: true, ruleSet: { forbidden: forbidden ?? [] } },
    { extensions: ['.ts', '.vue', '.json'] },
  )
  const { summary } = result.output as ICruiseResult
  reported = summary.violations.map(({ rule, from }) => `${rule.name} ${from}`)
}, 60_000)

describe('the import rules', () => {
  it.each(BREACHES)('%s: %s may not import %s', (rule, from) => {
    expect(reported).toContain(`${rule} ${from}`)
  })

  it('have a planted breach each', () => {
    const tried = new Set(BREACHES.map(([rule]) => rule))
    expect(
      rules.forbidden?.map(({ name }) => name).filter((name) => name !== undefined && !tried.has(name)),
    ).toEqual([])
  })

  it('leave alone what the house allows', () => {
    const breaching = new Set(BREACHES.map(([, from]) => from))
    const innocent = ALLOWED.map(([from]) => from).filter(
      (from) => !breaching.has(from) && from !== 'src/core/kernel/hen.ts',
    )
    expect(reported.filter((line) => innocent.includes(line.split(' ')[1] ?? ''))).toEqual([])
  })
})

/** Every room that src may have. Those that wait for their first file are not there yet. */
const ROOMS = [
  'app',
  'components',
  'core',
  'formats',
  'i18n',
  'interactions',
  'node',
  'pages',
  'print',
  'storage',
  'stores',
  'ui',
  'worker',
]
const WAITING = ['formats']
const CORE_ROOMS = [
  'classroom',
  'find',
  'grading',
  'interaction',
  'kernel',
  'lesson',
  'lesson-files',
  'lesson-text',
  'listening',
  'map',
  'progress',
  'reading',
  'review',
  'rules',
  'session',
  'settings',
]
const CORE_WAITING = ['classroom']

const foldersOf = (place: string) =>
  readdirSync(path.join(root, place), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)

describe('the tree', () => {
  it.each(ROOMS.filter((room) => !WAITING.includes(room)))('has the room src/%s', (room) => {
    expect(existsSync(path.join(root, 'src', room))).toBe(true)
  })

  it.each(CORE_ROOMS.filter((room) => !CORE_WAITING.includes(room)))('has the room src/core/%s', (room) => {
    expect(existsSync(path.join(root, 'src/core', room))).toBe(true)
  })

  it('has no room that the house does not know', () => {
    expect(foldersOf('src').filter((folder) => !ROOMS.includes(folder))).toEqual([])
    expect(foldersOf('src/core').filter((folder) => !CORE_ROOMS.includes(folder))).toEqual([])
  })

  it('has no loose files between the core rooms', () => {
    const files = readdirSync(path.join(root, 'src/core'), { withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    )
    expect(files.map((entry) => entry.name)).toEqual([])
  })

  it('names every room in package.json, so that each has its alias', () => {
    const { imports } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      imports: Record<string, string>
    }
    const named = foldersOf('src').filter((folder) => imports[`#${folder}/*`] === `./src/${folder}/*`)
    expect(named).toEqual(foldersOf('src'))
  })
})
