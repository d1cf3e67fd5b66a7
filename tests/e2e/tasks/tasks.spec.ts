import { test } from '../journey.ts'
import { TASKS } from './tasks.ts'
import { WAYS } from './ways.ts'

for (const way of WAYS)
  test.describe(way.name, () => {
    test.use({
      viewport: way.screen,
      hasTouch: way.hasTouch,
      contextOptions: { reducedMotion: 'reduce' },
    })

    for (const task of TASKS)
      test(`a reader ${task.name}`, async ({ page }) => {
        await task.prepare?.(page)
        await task.do(await way.person(page))
      })
  })
