import { describe, expect, it, vi } from 'vitest'
import type { ClaimWatch, SittingTabs } from '#core/progress/device.ts'
import { aTestDevice, openTestApp } from '#tests/factories/app.ts'
import { aLesson, option } from '#tests/factories/lesson.ts'
import { anEvent, aStart, aSummary, attemptId, questionId } from '#tests/factories/progress.ts'
import { memoryProgress } from '../storage/memory/progress.ts'
import { useProgressStore } from './progress.ts'
import { useSessionStore } from './session.ts'
import { useSittingTabsStore } from './sitting-tabs.ts'

const lesson = aLesson()
const LIGHTHOUSE = questionId('lighthouse')
const right = { chosen: option(lesson, 'The right one') }

async function opened() {
  const claims: { attempt: string; watch: ClaimWatch; isReleased: boolean }[] = []
  const announced: string[] = []
  const tabs: SittingTabs = {
    claim(attempt, watch) {
      const claim = { attempt, watch, isReleased: false }
      claims.push(claim)
      return {
        takeOver: () => undefined,
        release() {
          claim.isReleased = true
        },
      }
    },
    announce: (attempt) => void announced.push(attempt),
  }
  const memory = memoryProgress()
  const device = aTestDevice({ ...memory, kind: 'device' }, { openTabs: () => Promise.resolve(tabs) })
  openTestApp(device, lesson)
  const [session, progress] = [useSessionStore(), useProgressStore()]
  session.start(lesson)
  useSittingTabsStore()
  await vi.waitFor(() => expect(claims).toHaveLength(1))
  return { claims, announced, memory, session, progress }
}

async function answer({
  session,
  progress,
}: Pick<Awaited<ReturnType<typeof opened>>, 'session' | 'progress'>) {
  session.respond(LIGHTHOUSE, right)
  session.check([LIGHTHOUSE])
  await progress.flush()
}

describe('a sitting that other tabs may have open', () => {
  it('is claimed once, however much is answered in it, and left for the next one', async () => {
    const { claims, session, progress } = await opened()
    await answer({ session, progress })
    session.retry(LIGHTHOUSE)
    await progress.flush()
    expect(claims).toHaveLength(1)
    session.start(lesson)
    await vi.waitFor(() => expect(claims.map(({ isReleased }) => isReleased)).toEqual([true, false]))
  })

  it('is announced when something of it was stored', async () => {
    const { announced, session, progress } = await opened()
    await answer({ session, progress })
    await vi.waitFor(() => expect(announced).toContain(session.session?.attempt))
  })

  it('takes nothing while another tab writes it, shows what that stores, and goes on behind it', async () => {
    const { claims, memory, session, progress } = await opened()
    await answer({ session, progress })
    const [claim] = claims
    claim?.watch.onFollower()
    session.respond(LIGHTHOUSE, null)
    session.retry(LIGHTHOUSE)
    expect(session.session?.nextSeq).toBe(3)
    const attempt = session.session?.attempt ?? ('' as never) // there is one
    const read = await memory.readAttempt(attempt)
    const [summary] = progress.attempts
    if (!read.ok || summary === undefined) throw new Error('Expected a stored sitting')
    const theirs = {
      attempt,
      seq: 3,
      atMs: 0,
      elapsedMs: 0,
      happening: { kind: 'attempt-finished' },
    } as const
    await memory.append([theirs], { ...summary, nextSeq: 4 })
    claim?.watch.onSaved()
    await vi.waitFor(() => expect(session.session?.status).toBe('finished'))
    expect(progress.isFollowing).toBe(true)
    claim?.watch.onWriter()
    await vi.waitFor(() => expect(progress.isFollowing).toBe(false))
    expect(session.session?.nextSeq).toBe(4)
  })

  it('goes on in a tab in which nothing was answered yet, instead of a second one', async () => {
    const { claims, memory, session } = await opened()
    await session.openLesson(lesson)
    const [theirs, ours] = [attemptId('theirs'), session.session?.attempt]
    const events = [aStart({ lesson: lesson.id, questions: [LIGHTHOUSE] })].map((happening) =>
      anEvent({ attempt: theirs, happening }),
    )
    await memory.append(events, aSummary({ attempt: theirs, lesson: lesson.id }))
    claims.at(-1)?.watch.onOther(theirs)
    await vi.waitFor(() => expect(session.session?.attempt).toBe(theirs))
    await vi.waitFor(() => expect(claims.map(({ attempt }) => attempt)).toEqual([ours, theirs]))
  })

  it('stays where something was answered, whatever other tabs begin', async () => {
    const { claims, memory, session, progress } = await opened()
    await answer({ session, progress })
    const ours = session.session?.attempt
    const theirs = attemptId('theirs')
    await memory.append([anEvent({ attempt: theirs })], aSummary({ attempt: theirs, lesson: lesson.id }))
    await session.meetOther(theirs)
    expect(session.session?.attempt).toBe(ours)
    expect(claims).toHaveLength(1)
  })

  it('is handed over only after what was typed is stored', async () => {
    const { claims, memory, session } = await opened()
    session.respond(LIGHTHOUSE, right)
    await claims[0]?.watch.beforeYielding()
    const read = await memory.readAttempt(session.session?.attempt ?? ('' as never)) // there is one
    expect(read.ok && read.value.at(-1)?.happening.kind).toBe('response-given')
  })
})
