import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { dayAtOffset } from '#core/kernel/day.ts'
import { createWords } from '#i18n/words.ts'
import RestoreFile from './RestoreFile.vue'

type Props = InstanceType<typeof RestoreFile>['$props']
const mountRestore = (props: Partial<Props>) =>
  mount(RestoreFile, {
    props: { waiting: null, news: null, isBusy: false, dayOf: dayAtOffset(0), ...props } as Props,
    global: { plugins: [createWords()] },
  })
const aBackupOf = (savedAtMs: number) => ({ savedAtMs, attempts: [], lessons: [], kept: [] })

it('names the day of a backup as it was where the reader is', () => {
  const lateInNewYork = Date.UTC(2026, 10, 30, 3, 30)
  const preview = mountRestore({ waiting: aBackupOf(lateInNewYork), dayOf: dayAtOffset(-5 * 60) })
  expect(preview.get('[role="status"]').text()).toContain('29 November 2026')
})

it.each([1e17, -1e14])('names no day for a time that no calendar has: %d', (savedAtMs) => {
  const preview = mountRestore({ waiting: aBackupOf(savedAtMs) })
  expect(preview.get('[role="status"]').text()).toContain('saved on –')
})

it('says of a file that is too large which size no backup has', () => {
  const refused = mountRestore({ news: { kind: 'refused', refusal: 'too-large' } })
  expect(refused.get('[role="alert"]').text()).toContain('500 MB')
})
