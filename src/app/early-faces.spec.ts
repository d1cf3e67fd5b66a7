import { describe, expect, it } from 'vitest'
import { leaveLateFaces } from './early-faces.ts'

const facesAfter = (page: Parameters<typeof leaveLateFaces>[1]): string | undefined => {
  const root = document.createElement('html')
  leaveLateFaces(root, page)
  return root.dataset.faces
}

describe('our faces', () => {
  it('are asked for where the page came as fast as they must', () => {
    expect(facesAfter({ tookMs: 99, isFromWorker: false })).toBeUndefined()
  })

  it('are left to the next page where they would come too late to be shown', () => {
    expect(facesAfter({ tookMs: 101, isFromWorker: false })).toBe('late')
  })

  it('are asked for where the worker has them, however slow the device', () => {
    expect(facesAfter({ tookMs: 500, isFromWorker: true })).toBeUndefined()
  })
})
