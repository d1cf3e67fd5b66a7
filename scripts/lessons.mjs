/** `npm run lessons -- check`: the command line for lessons. It is TypeScript, so Vite loads it. */
import path from 'node:path'
import { asProgram, ensureDependencies, root } from './ensure.mjs'

await asProgram(async () => {
  ensureDependencies()
  const { runnerImport } = await import('vite')
  /** @typedef {{ runLessonsCommand(argv: string[], cwd: string): Promise<number> }} LessonsCommand */
  const { module } = await /** @type {typeof runnerImport<LessonsCommand>} */ (runnerImport)(
    path.join(root, 'src/node/lessons-command.ts'),
    { root, configFile: false, logLevel: 'error' },
  )
  // npm moves to the project's folder and keeps in INIT_CWD where its user stood.
  return module.runLessonsCommand(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd())
})
