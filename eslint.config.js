import vue from 'eslint-plugin-vue'
import accessibility from 'eslint-plugin-vuejs-accessibility'
import { vueTsConfigs, withVueTs } from '@vue/eslint-config-typescript'

const SPECS = ['**/*.spec.ts']

/** Prettier lays the templates out. */
const layoutRulesOff = Object.fromEntries(
  Object.entries(vue.rules ?? {})
    .filter(([, rule]) => rule.meta?.type === 'layout')
    .map(([name]) => [`vue/${name}`, 'off']),
)

/** @param {string} message @param {readonly string[]} names */
const globals = (message, names) => names.map((name) => ({ name, message }))

const MARKUP_FROM_TEXT = 'Foreign text becomes our inline tree; a component renders it.'
const markupFromText = [
  ...['innerHTML', 'outerHTML', 'srcdoc'].map((property) => ({ property, message: MARKUP_FROM_TEXT })),
  { property: 'insertAdjacentHTML', message: MARKUP_FROM_TEXT },
  { object: 'document', property: 'write', message: MARKUP_FROM_TEXT },
]

const nodeOnly = globals('This runs in a browser. Node belongs into src/node.', [
  'process',
  'Buffer',
  '__dirname',
  '__filename',
  'require',
  'global',
])

export default withVueTs(
  {
    name: 'left alone',
    ignores: ['dist/', 'coverage/', 'playwright-report/', 'test-results/', 'tests/corpus/'],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  vue.configs['flat/recommended'],
  accessibility.configs['flat/recommended'],
  vueTsConfigs.recommendedTypeChecked,
  {
    name: 'all code',
    rules: {
      'no-eval': 'error',
      'no-new-func': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-implied-eval': 'error',
      '@typescript-eslint/require-await': 'off', // a port's method is async in every adapter, also where nothing is awaited
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'separate-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    name: 'named exports only',
    files: ['src/**/*.ts', 'tests/**/*.ts'],
    ignores: ['tests/e2e/whole-run-proxy.ts'], // Playwright takes what a set-up exports by default
    rules: {
      'no-restricted-exports': [
        'error',
        {
          restrictDefaultExports: {
            direct: true,
            named: true,
            defaultFrom: true,
            namedFrom: true,
            namespaceFrom: true,
          },
        },
      ],
    },
  },
  {
    name: 'code for browsers',
    files: ['src/**/*.{ts,vue}'],
    ignores: ['src/node/**', ...SPECS],
    rules: {
      'no-console': ['error', { allow: ['warn', 'error'] }],
      'no-restricted-globals': ['error', ...nodeOnly],
      'no-restricted-properties': ['error', ...markupFromText],
    },
  },
  {
    name: 'core: same arguments, same answer',
    files: ['src/core/**/*.ts'],
    ignores: SPECS,
    rules: {
      'no-restricted-globals': [
        'error',
        ...nodeOnly,
        ...globals('Core has no document, no net and no clock: take what you need as an argument.', [
          'window',
          'document',
          'navigator',
          'location',
          'history',
          'localStorage',
          'sessionStorage',
          'indexedDB',
          'caches',
          'fetch',
          'XMLHttpRequest',
          'WebSocket',
          'performance',
          'crypto',
          'setTimeout',
          'setInterval',
          'requestAnimationFrame',
          'queueMicrotask',
        ]),
      ],
      'no-restricted-properties': [
        'error',
        ...markupFromText,
        { object: 'Date', property: 'now', message: 'Take a Clock as an argument.' },
        { object: 'Math', property: 'random', message: 'Take an Rng as an argument.' },
        { object: 'globalThis', message: 'Core knows no surroundings.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
          message: 'Take a Clock as an argument.',
        },
        { selector: 'CallExpression[callee.name="Date"]', message: 'Take a Clock as an argument.' },
        {
          selector: 'NewExpression[callee.name="RegExp"][arguments.0.type="Identifier"]',
          message: 'No pattern from a file: write it as a literal.',
        },
      ],
      'max-lines-per-function': ['warn', { max: 40, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    name: 'components',
    files: ['**/*.vue'],
    rules: {
      ...layoutRulesOff,
      'max-lines': ['warn', { max: 250 }],
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/define-props-declaration': ['error', 'type-based'],
      'vue/define-emits-declaration': ['error', 'type-based'],
      'vue/enforce-style-attribute': ['error', { allow: ['scoped'] }],
      'vue/no-empty-component-block': 'error',
      'vue/no-static-inline-styles': 'error',
      'vue/no-template-target-blank': 'error',
      'vue/no-unused-emit-declarations': 'error',
      'vue/no-v-html': 'error',
      'vue/require-default-prop': 'off', // an optional prop without a default is undefined, and its type says so
      'vue/max-attributes-per-line': 'off',
      'vuejs-accessibility/label-has-for': ['error', { required: { some: ['nesting', 'id'] } }],
    },
  },
  {
    name: 'tests',
    files: ['**/*.spec.ts', 'tests/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off', // expect.any() and friends are any
      'vue/one-component-per-file': 'off',
    },
  },
  {
    name: 'plain JavaScript, typed by JSDoc',
    files: ['**/*.{js,mjs,cjs}'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off', // JSON.parse
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-require-imports': 'off',
    },
  },
)
