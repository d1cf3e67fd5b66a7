/**
 * Everything the project can be asked to do, in the order of a full test run: first what is quick and says most.
 * One table for `npm test`, `npm run verify` and the single commands.
 */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { forgetBuild, isBuildCurrent, noteBuild } from './build-state.mjs'
import { NeedsYou, ensureBrowser, ensureDependencies, root, run } from './ensure.mjs'

/**
 * @typedef {object} Task
 * @property {string} name
 * @property {string} says what is true when it passes
 * @property {readonly (readonly [tool: string, ...args: string[]])[]} commands a package's program, or one of our scripts
 * @property {readonly string[]} [byDefault] arguments of the last command when the caller gives none
 * @property {boolean} [isStep] part of `npm test`
 * @property {boolean} [needsBrowser]
 * @property {boolean} [needsBuild]
 */

/** @type {readonly Task[]} */
const TASKS = [
  {
    name: 'lock',
    isStep: true,
    says: 'package-lock.json is whole, nameless of hosts and free to use',
    commands: [['scripts/check-lock.mjs']],
  },
  { name: 'types', isStep: true, says: 'every file type-checks', commands: [['vue-tsc', '--noEmit']] },
  {
    name: 'lint',
    isStep: true,
    says: 'no lint errors',
    commands: [
      ['oxlint', '--quiet'],
      ['eslint', '--cache', '--cache-location', 'node_modules/.cache/eslint/'],
    ],
    byDefault: ['.'],
  },
  {
    name: 'format',
    isStep: true,
    says: 'laid out by Prettier',
    commands: [['prettier', '--check', '--cache', '--log-level', 'warn']],
    byDefault: ['.'],
  },
  {
    name: 'rooms',
    isStep: true,
    says: 'nobody imports what their room may not',
    commands: [['depcruise', '--config', '.dependency-cruiser.cjs']],
    byDefault: ['src'],
  },
  { name: 'deadcode', isStep: true, says: 'no file, export or package is unused', commands: [['knip']] },
  {
    name: 'lessons',
    isStep: true,
    says: 'every bundled lesson is sound',
    commands: [['scripts/lessons.mjs']],
    byDefault: ['check'],
  },
  {
    name: 'unit',
    isStep: true,
    says: 'tests in Node and jsdom',
    commands: [['vitest', 'run', '--project', 'node', '--project', 'jsdom']],
  },
  {
    name: 'contract',
    isStep: true,
    needsBrowser: true,
    says: 'component and contract tests in a real browser',
    commands: [['vitest', 'run', '--project', 'browser']],
  },
  { name: 'build', isStep: true, says: 'the site builds', commands: [['vite', 'build']] },
  {
    name: 'budgets',
    isStep: true,
    needsBuild: true,
    says: 'what a first visitor fetches is within its budget',
    commands: [['scripts/budgets.mjs']],
  },
  {
    name: 'e2e',
    isStep: true,
    needsBrowser: true,
    needsBuild: true,
    says: 'journeys through the built site',
    commands: [['playwright', 'test']],
  },
  {
    name: 'torture',
    isStep: true,
    needsBrowser: true,
    needsBuild: true,
    says: 'a browser that is killed in the middle of answers loses none that it called saved',
    commands: [['tests/torture/run.mjs']],
    byDefault: ['--kills', '20'],
  },
  {
    name: 'format:write',
    says: '',
    commands: [['prettier', '--write', '--cache', '--log-level', 'warn']],
    byDefault: ['.'],
  },
  { name: 'preview', needsBuild: true, says: '', commands: [['vite', 'preview']] },
  { name: 'bench', needsBrowser: true, needsBuild: true, says: '', commands: [['tests/bench/run.mjs']] },
]

export const STEPS = TASKS.filter((task) => task.isStep)

/** Packages whose program has another name than the package. */
const PACKAGE_OF = new Map([
  ['depcruise', 'dependency-cruiser'],
  ['playwright', '@playwright/test'],
])

/** Starting a package's own file with Node needs no shell, so Windows and odd paths need no care. @param {string} tool */
function programFile(tool) {
  if (tool.endsWith('.mjs')) return path.join(root, tool)
  const name = PACKAGE_OF.get(tool) ?? tool
  const folder = path.join(root, 'node_modules', name)
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  return path.join(folder, typeof bin === 'string' ? bin : bin[tool])
}

/** @returns {Promise<string>} */
const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(String(typeof address === 'object' ? address?.port : '')))
    })
  })

/** @param {string} name */
export function taskNamed(name) {
  const task = TASKS.find((one) => one.name === name)
  if (task) return task
  throw new NeedsYou(`There is no "${name}" here. Known are: ${TASKS.map((one) => one.name).join(', ')}.`)
}

/**
 * Does one task with what it needs first: packages, browser, a current build.
 * @param {Task} task
 * @param {readonly string[]} [extra] arguments of the caller for the last command
 * @returns {Promise<boolean>} whether it ended well
 */
export async function runTask(task, extra = []) {
  ensureDependencies()
  const env = { ...process.env }
  if (task.needsBrowser) env.CHROME_PATH = await ensureBrowser()
  if (task.needsBuild && !isBuildCurrent() && !(await runTask(taskNamed('build')))) return false
  if (task.name === 'e2e') {
    env.E2E_PORT ??= await freePort() // a forgotten server of an older build cannot answer there
    env.E2E_PROXY_PORT ??= await freePort()
  }
  if (task.name === 'build') forgetBuild()

  const last = task.commands.length - 1
  const tail = extra.length > 0 ? extra : (task.byDefault ?? [])
  for (const [index, [tool, ...args]] of task.commands.entries()) {
    if (!run(process.execPath, [programFile(tool), ...args, ...(index === last ? tail : [])], { env }))
      return false
  }
  if (task.name === 'build') noteBuild()
  return true
}

/**
 * Does all the steps, also after one has failed, and prints what came of them.
 * @param {readonly Task[]} steps
 * @returns {Promise<number>} the exit code
 */
export async function runSteps(steps) {
  ensureDependencies()
  /** @type {{ step: Task, isPassed: boolean, seconds: number }[]} */
  const results = []
  for (const step of steps) {
    console.log(`\n── ${step.name}: ${step.says}`)
    const startedAtMs = performance.now()
    const isBuildBroken = results.some((result) => result.step.name === 'build' && !result.isPassed)
    let isPassed = false
    if (step.needsBuild && isBuildBroken) console.error('Not run: the build failed.')
    else isPassed = await runTask(step).catch(reportAsFailure)
    results.push({ step, isPassed, seconds: (performance.now() - startedAtMs) / 1000 })
  }

  const failed = results.filter((result) => !result.isPassed)
  const width = Math.max(...results.map((result) => result.step.name.length))
  console.log('\nstep'.padEnd(width + 3) + 'result    seconds')
  for (const { step, isPassed, seconds } of results) {
    console.log(
      `${step.name.padEnd(width + 2)}${(isPassed ? 'passed' : 'FAILED').padEnd(10)}${seconds.toFixed(1).padStart(7)}`,
    )
  }
  if (failed.length > 0)
    console.log(`\nAgain, one by one: npm test ${failed.map((result) => result.step.name).join(' ')}`)
  console.log(`\n${results.length - failed.length} passed, ${failed.length} failed`)
  return failed.length === 0 ? 0 : 1
}

/** @param {unknown} error */
function reportAsFailure(error) {
  console.error(error instanceof NeedsYou ? error.message : error)
  return false
}
