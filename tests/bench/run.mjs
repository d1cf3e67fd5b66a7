// npm run bench [-- --runs 7 --lesson <id>]: starts bench.ts, which is TypeScript, through Vite.
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const root = fileURLToPath(new URL('../..', import.meta.url))
const { module } = await runnerImport(`${root}/tests/bench/bench.ts`, {
  root,
  configFile: false,
  logLevel: 'error',
})
await module.bench(process.argv.slice(2), root)
