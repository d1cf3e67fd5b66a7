import { expect, it } from 'vitest'
import { droppedFiles } from './opened-files.ts'

/** What a browser hands over of one folder that was dropped. */
function transferOf(name: string, children: readonly string[]): DataTransfer {
  const file = (child: string) => ({
    name: child,
    isFile: true,
    isDirectory: false,
    file: (done: (file: Blob) => void) => done(new Blob([child])),
  })
  const parts = [children.map(file), []]
  const readEntries = (done: (part: readonly object[]) => void) => done(parts.shift() ?? [])
  const folder = { name, isFile: false, isDirectory: true, createReader: () => ({ readEntries }) }
  const transfer: unknown = { items: [{ webkitGetAsEntry: () => folder }], files: [] }
  return transfer as DataTransfer // of it no more than this is asked
}

it('a folder that is dropped is its files, with its name before theirs', async () => {
  const dropped = await droppedFiles(transferOf('harbour', ['lesson.yaml']))
  expect([dropped?.label, dropped?.files.map(({ path }) => path)]).toEqual([
    'harbour',
    ['harbour/lesson.yaml'],
  ])
})

it('an empty folder is opened too, so that somebody is told that no lesson is in it', async () => {
  expect(await droppedFiles(transferOf('empty', []))).toEqual({ label: 'empty', files: [] })
})
