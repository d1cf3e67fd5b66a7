import { expect, it } from 'vitest'
import { aBatch, attemptId, someEvents } from '#tests/factories/progress.ts'
import { openProgress } from '../open-progress.ts'

/** The database of the test's origin stays, as it would for a reader; a new attempt each time keeps runs apart. */
const attempt = crypto.randomUUID()

async function openBrowser() {
  const opened = await openProgress()
  if (opened.repository.kind !== 'device') throw new Error(`Expected a device, found ${opened.fault?.detail}`)
  return opened.repository
}

it('keeps what was appended when the database is closed and opened again', async () => {
  const first = await openBrowser()
  expect(await first.append(...aBatch(attempt, 0, 3))).toEqual({ ok: true, value: undefined })
  expect(await first.append(...aBatch(attempt, 3, 9))).toEqual({ ok: true, value: undefined })
  first.close()

  const second = await openBrowser()
  expect(await second.readAttempt(attemptId(attempt))).toEqual({
    ok: true,
    value: someEvents(attempt, 0, 12),
  })
  const listed = await second.listAttempts()
  expect(listed.ok && listed.value[0]).toEqual(aBatch(attempt, 3, 9)[1])
  expect(await second.archive.check()).toMatchObject({ ok: true, value: { setAside: 0, stale: [] } })
  expect(await second.archive.unlistedAttempts()).toEqual({ ok: true, value: [] })
  second.close()
})

it('refuses a second writer and leaves the first one its events', async () => {
  const [one, other] = await Promise.all([openBrowser(), openBrowser()])
  await one.append(...aBatch(attempt, 12, 1))
  expect(await other.append(...aBatch(attempt, 12, 2))).toMatchObject({
    ok: false,
    error: { kind: 'conflict' },
  })
  expect(await other.readAttempt(attemptId(attempt))).toEqual({ ok: true, value: someEvents(attempt, 0, 13) })
  one.close()
  other.close()
})

it('refuses events whose predecessor is missing, and goes on', async () => {
  const repository = await openBrowser()
  expect(await repository.append(...aBatch(attempt, 20, 1))).toMatchObject({
    ok: false,
    error: { kind: 'gap' },
  })
  expect((await repository.append(...aBatch(attempt, 13, 1))).ok).toBe(true)
  repository.close()
})
