import { mount } from '@vue/test-utils'
import { getActivePinia } from 'pinia'
import { expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { createWords } from '#i18n/words.ts'
import { useOfflineStore } from '#stores/offline.ts'
import { useProgressStore } from '#stores/progress.ts'
import { aTestDevice, openTestApp } from '#tests/factories/app.ts'
import { aLesson } from '#tests/factories/lesson.ts'
import { aBatch } from '#tests/factories/progress.ts'
import { ANNOUNCER } from '#ui/announcer.ts'
import { memoryProgress } from '../storage/memory/progress.ts'
import OfflineNotice from './OfflineNotice.vue'

it('offers a new version on a safe page, and not while answers are in the open page alone', async () => {
  openTestApp(aTestDevice(memoryProgress()), aLesson())
  const progress = useProgressStore()
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/', name: 'library', component: { render: () => null } }],
  })
  await router.push('/')
  const pinia = getActivePinia()
  if (pinia === undefined) throw new Error('Expected the stores of a test app')
  const notice = mount(OfflineNotice, {
    global: { plugins: [createWords(), router, pinia], provide: { [ANNOUNCER]: () => undefined } },
  })
  useOfflineStore().hasNewVersion = true
  await notice.vm.$nextTick()
  expect(notice.find('button').exists()).toBe(true)

  const [events, summary] = aBatch('a', 0, 1)
  await progress.append(events, { ...summary, outcomes: [] })
  await notice.vm.$nextTick()
  expect(progress.isOnlyCopy).toBe(true)
  expect(notice.find('button').exists()).toBe(false)
})
