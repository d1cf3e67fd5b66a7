// npm run torture [-- --kills 20 --seed 7]: starts torture.ts, which is TypeScript, through Vite.
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const root = fileURLToPath(new URL('../..', import.meta.url))
const { module } = await runnerImport(`${root}/tests/torture/torture.ts`, {
  root,
  configFile: false,
  logLevel: 'error',
})
process.exitCode = await module.torture(process.argv.slice(2), root)
