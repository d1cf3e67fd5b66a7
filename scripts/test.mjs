/** `npm test` does every step; `npm test types unit` only those. */
import { NeedsYou, asProgram } from './ensure.mjs'
import { STEPS, runSteps } from './tasks.mjs'

await asProgram(() => {
  const wanted = process.argv.slice(2)
  const unknown = wanted.filter((name) => !STEPS.some((step) => step.name === name))
  if (unknown.length > 0) {
    throw new NeedsYou(
      `No step is called ${unknown.join(' or ')}. The steps are: ${STEPS.map((step) => step.name).join(', ')}.`,
    )
  }
  return runSteps(wanted.length === 0 ? STEPS : STEPS.filter((step) => wanted.includes(step.name)))
})
