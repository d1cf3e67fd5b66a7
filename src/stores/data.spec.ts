import { expect, it } from 'vitest'
import { dayAtOffset } from '#core/kernel/day.ts'
import { err } from '#core/kernel/result.ts'
import { aTestDevice, openTestApp } from '#tests/factories/app.ts'
import { aLesson } from '#tests/factories/lesson.ts'
import { memoryProgress } from '../storage/memory/progress.ts'
import { useDataStore } from './data.ts'

it('names a backup by the day that it is where the reader is', async () => {
  const device = aTestDevice({ ...memoryProgress(), kind: 'device' })
  const lateInNewYork = Date.UTC(2026, 10, 30, 3, 30)
  const clock = { nowMs: () => lateInNewYork, elapsedMs: () => 0, dayOf: dayAtOffset(-5 * 60) }
  openTestApp(device, aLesson(), { clock })
  await useDataStore().saveBackup()
  expect(device.files.map(({ name }) => name)).toEqual(['proofline-backup-2026-11-29.jsonl'])
})

it('says that a backup would be too large, and not that trying again may help', async () => {
  const writeBackup = () => Promise.resolve(err({ kind: 'too-large', detail: '500000001 bytes' } as const))
  openTestApp(aTestDevice(memoryProgress(), { writeBackup }), aLesson())
  await useDataStore().saveBackup()
  expect(useDataStore().news).toEqual({ kind: 'too-large' })
})
