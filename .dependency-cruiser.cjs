/**
 * The import table of docs/house.md as rules. tests/architecture/rooms.spec.ts plants a breach of each one.
 * Paths are regular expressions over paths from the project's root.
 */
const SPEC = '\\.spec\\.ts$'
const SHIPPED = { path: '^src/', pathNot: [SPEC, '\\.d\\.ts$', '^src/node/'] }

const CORE = '^src/core/'
const FORMATS = '^src/formats/'
const PRINT = '^src/print/'
const STORAGE = '^src/storage/'
const STORES = '^src/stores/'
const I18N = '^src/i18n/'
const LOCALES = '^src/i18n/locales/.+\\.json$'
const UI = '^src/ui/'
const COMPONENTS = '^src/components/'
const PAGES = '^src/pages/'
const APP = '^src/app/'
const NODE = '^src/node/'
const WORKER = '^src/worker/'

// src/interactions: three doors, one folder a type, and between them the Vue pieces that players share.
const HEADLESS_DOOR = '^src/interactions/registry\\.ts$'
const AUTHORS_DOOR = '^src/interactions/authoring\\.ts$'
const VUE_DOOR = '^src/interactions/views\\.ts$'
const TYPES = '^src/interactions/[^/]+/'
const TYPE_LOGIC = '^src/interactions/[^/]+/[^/]+(?<!\\.browser\\.spec)\\.ts$'
const TYPE_AUTHORING = '^src/interactions/[^/]+/(authoring|exchange|print|samples|text)\\.ts$'
const TYPE_VIEWS = '^src/interactions/[^/]+/[^/]+\\.(vue|browser\\.spec\\.ts)$'
const SHARED_VIEWS = '^src/interactions/[^/]+\\.(vue|css)$'

const FORMATS_DOOR = '^src/formats/registry\\.ts$'

const VUE_WORLD = '\\.vue$|(^|/)node_modules/(vue|pinia|vue-router|@vue|@vueuse|@lucide)/'

/** @param {string[]} names */
const packages = (names) => `(^|/)node_modules/(${names.join('|')})/`

/** @param {string} name @param {string} comment @param {object} from @param {object} to */
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

/** What a test may use for real where its subject takes it as an argument. */
const STAND_INS = [HEADLESS_DOOR, '^src/storage/memory/']

/**
 * A room sees itself, what is listed, and nothing else of src.
 * @param {string} name
 * @param {string} path
 * @param {string[]} mayImport
 */
const room = (name, path, mayImport) => {
  const seen = [path, ...mayImport]
  const comment = `${name} may import: ${mayImport.length === 0 ? 'nothing else of ours' : 'what docs/house.md lists'}`
  return [
    rule(`room-${name}`, comment, { path, pathNot: SPEC }, { path: '^src/', pathNot: seen }),
    rule(
      `room-${name}`,
      comment,
      { path: `(?=${path}).*${SPEC}` },
      { path: '^src/', pathNot: [...seen, ...STAND_INS] },
    ),
  ]
}

/** Code that runs without Vue: in a worker, in Node, in another player. @param {string} name @param {string} path */
const headless = (name, path) =>
  rule(`headless-${name}`, 'no Vue on this side of the house', { path, pathNot: SPEC }, { path: VUE_WORLD })

/** Neighbours that must not know each other, so that any of them can be removed. @param {string} name @param {string} parent */
const strangers = (name, parent) =>
  rule(
    `strangers-${name}`,
    `src/${parent}: folders do not look into each other`,
    { path: `^src/${parent}/([^/]+)/` },
    {
      path: `^src/${parent}/[^/]+/`,
      pathNot: `^src/${parent}/$1/`,
    },
  )

module.exports = {
  forbidden: [
    // the floors, from the ground up
    ...room('core', CORE, []),
    rule(
      'core-packages',
      'core is pure: only packages that compute from their arguments',
      { path: CORE, pathNot: SPEC },
      {
        path: 'node_modules/',
        pathNot: packages([
          'ts-fsrs',
          'valibot',
          'yaml',
          'mdast-util-from-markdown',
          '@types/mdast',
          'fastest-levenshtein',
          'd3-geo',
          'minisearch',
          '@types/d3-geo',
        ]),
      },
    ),
    ...room('interactions-logic', TYPE_LOGIC, [CORE]),
    rule(
      'interactions-packages',
      'a type’s logic needs core and a schema, no other package',
      { path: TYPE_LOGIC, pathNot: SPEC },
      {
        path: 'node_modules/',
        pathNot: packages(['valibot']),
      },
    ),
    ...room('interactions-views', TYPE_VIEWS, [CORE, UI, I18N, TYPE_LOGIC, SHARED_VIEWS]),
    ...room('interactions-shared-views', SHARED_VIEWS, [CORE, UI, I18N]),
    ...room('interactions-doors', '^src/interactions/(registry|authoring)\\.ts$', [CORE, TYPE_LOGIC]),
    ...room('interactions-vue-door', VUE_DOOR, [CORE, TYPE_VIEWS, SHARED_VIEWS]),
    ...room('formats', FORMATS, [CORE, AUTHORS_DOOR]),
    ...room('print', PRINT, [CORE, AUTHORS_DOOR]),
    ...room('storage', STORAGE, [CORE]),
    ...room('ui', UI, []),
    ...room('worker', WORKER, []),
    ...room('i18n', I18N, [CORE]),
    ...room('stores', STORES, [CORE, HEADLESS_DOOR, FORMATS_DOOR, PRINT]),
    ...room('components', COMPONENTS, [CORE, HEADLESS_DOOR, VUE_DOOR, UI, I18N]),
    ...room('pages', PAGES, [
      CORE,
      HEADLESS_DOOR,
      VUE_DOOR,
      FORMATS_DOOR,
      PRINT,
      STORES,
      COMPONENTS,
      UI,
      I18N,
    ]),
    ...room('node', NODE, [CORE, HEADLESS_DOOR, AUTHORS_DOOR, FORMATS_DOOR, LOCALES]),
    rule(
      'nobody-imports-app',
      'app is where everything ends',
      { path: '^src/', pathNot: APP },
      { path: APP },
    ),
    rule(
      'nobody-imports-node',
      'the build’s own code must not reach a browser',
      { path: '^src/', pathNot: NODE },
      { path: NODE },
    ),
    rule(
      'worker-by-its-messages',
      'the worker is a program of its own; what a page says to it stands in messages.ts',
      { path: '^src/', pathNot: [WORKER, '\\.d\\.ts$'] },
      { path: WORKER, pathNot: '^src/worker/messages\\.ts$' },
    ),
    rule('nobody-imports-tests', 'what ships knows nothing of its tests', SHIPPED, { path: '^tests/' }),

    // plug-ins
    strangers('interactions', 'interactions'),
    strangers('formats', 'formats'),
    strangers('pages', 'pages'),
    rule(
      'interactions-by-the-doors',
      'a type is reached through registry.ts, authoring.ts or views.ts',
      { path: '^src/', pathNot: '^src/interactions/' },
      {
        path: TYPES,
      },
    ),
    rule(
      'formats-by-the-door',
      'a format is reached through registry.ts',
      { path: '^src/', pathNot: FORMATS },
      {
        path: '^src/formats/',
        pathNot: FORMATS_DOOR,
      },
    ),
    headless('formats', FORMATS),
    headless('print', PRINT),
    headless('storage', STORAGE),
    headless('worker', WORKER),
    rule(
      'headless-node',
      'a command has no screen; words it formats itself',
      { path: NODE, pathNot: SPEC },
      {
        path: ['\\.vue$', packages(['vue', 'pinia', 'vue-router'])],
      },
    ),
    rule(
      'headless-doors',
      'registry.ts and authoring.ts lead to no component',
      { path: '^src/interactions/(registry|authoring)\\.ts$' },
      {
        path: VUE_WORLD,
        reachable: true,
      },
    ),
    rule(
      'readers-load-no-authoring',
      'what a reader loads must not bring the text, exchange and print of every type',
      { path: '^src/interactions/(registry|views)\\.ts$' },
      {
        path: TYPE_AUTHORING,
        reachable: true,
      },
    ),

    // packages with one owner
    rule(
      'idb-in-storage',
      'only storage talks to the database',
      { path: '^src/', pathNot: STORAGE },
      { path: packages(['idb']) },
    ),
    rule(
      'fsrs-in-review',
      'only core/review knows the scheduler',
      { path: '^src/', pathNot: '^src/core/review/' },
      { path: packages(['ts-fsrs']) },
    ),
    rule(
      'd3-geo-in-map',
      'only core/map knows how the Earth is made flat',
      { path: '^src/', pathNot: '^src/core/map/' },
      { path: packages(['d3-geo', '@types/d3-geo']) },
    ),
    rule(
      'minisearch-in-find',
      'only core/find knows how words are looked up',
      { path: '^src/', pathNot: '^src/core/find/' },
      { path: packages(['minisearch']) },
    ),
    rule('no-node-builtins', 'this runs in a browser', SHIPPED, { dependencyTypes: ['core'] }),
    rule('no-dev-packages', 'what ships must stand under dependencies', SHIPPED, {
      dependencyTypes: ['npm-dev'],
      dependencyTypesNot: ['type-only'],
    }),

    rule('no-circles', 'two files that need each other are one file, or three', {}, { circular: true }),
    rule(
      'resolves',
      'the imported file exists',
      { path: '^src/' },
      { couldNotResolve: true, pathNot: '^(virtual:|mdast$)' },
    ),
  ],
  options: {
    tsPreCompilationDeps: true, // a type from a forbidden room is still knowledge of that room
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.vue', '.js', '.mjs', '.json', '.css'],
      conditionNames: ['import', 'module', 'browser', 'types', 'default'],
      exportsFields: ['exports'],
    },
  },
}
