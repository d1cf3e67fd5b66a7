/** `npm run verify`: all that needs no browser; the quick answer while working. */
import { asProgram } from './ensure.mjs'
import { STEPS, runSteps } from './tasks.mjs'

await asProgram(() => runSteps(STEPS.filter((step) => !step.needsBrowser)))
