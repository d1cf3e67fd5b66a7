/** `node scripts/task.mjs unit src/core`: one task of the table, with the caller's arguments handed on to its tool. */
import { asProgram } from './ensure.mjs'
import { runTask, taskNamed } from './tasks.mjs'

await asProgram(async () => {
  const [name = '', ...extra] = process.argv.slice(2)
  return (await runTask(taskNamed(name), extra)) ? 0 : 1
})
