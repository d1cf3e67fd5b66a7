/**
 * `npm start` serves the built site and builds it first when a source is newer; `npm run dev` (--dev) serves the
 * sources. PORT names the port to begin with; a taken one gives way to the next.
 */
import { isBuildCurrent } from './build-state.mjs'
import { asProgram, ensureDependencies, root } from './ensure.mjs'
import { runTask, taskNamed } from './tasks.mjs'

const isDevelopment = process.argv.includes('--dev')
const port = Number(process.env.PORT || (isDevelopment ? 5173 : 4173))
const where = { host: '127.0.0.1', port, strictPort: false }

async function serve() {
  const { createServer, preview } = await import('vite')
  if (!isDevelopment) return preview({ root, preview: where })
  const server = await createServer({ root, server: where })
  return server.listen()
}

await asProgram(async () => {
  ensureDependencies()
  if (!isDevelopment && !isBuildCurrent() && !(await runTask(taskNamed('build')))) return 1
  const server = await serve()
  console.log(`\n  Proofline is open at  ${server.resolvedUrls?.local[0]}\n  Stop it with Ctrl+C.\n`)
  return 0
})
