import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build, createServer, type HotPayload, type Rolldown, type ViteDevServer } from 'vite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { LESSON_CORPUS } from '#tests/factories/lesson-files.ts'
import { lessons } from './vite-plugin-lessons.ts'

let root = ''
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'proofline-plugin-'))
  await mkdir(path.join(root, 'questions'))
  await writeFile(
    path.join(root, 'entry.js'),
    `import { loadIndex, loadOpening, loadWhole } from 'virtual:lessons'\nexport { loadIndex, loadOpening, loadWhole }\n`,
  )
})
afterEach(() => rm(root, { recursive: true }))

const copy = (folder: string): Promise<void> =>
  cp(path.join(LESSON_CORPUS, folder), path.join(root, 'questions', path.basename(folder)), {
    recursive: true,
  })
const options = () => ({
  root,
  configFile: false as const,
  logLevel: 'silent' as const,
  plugins: [lessons({ dir: 'questions' })],
})

describe('a build', () => {
  const run = async (): Promise<readonly Rolldown.OutputChunk[]> => {
    const built = await build({
      ...options(),
      build: {
        write: false,
        rolldownOptions: { input: path.join(root, 'entry.js'), preserveEntrySignatures: 'strict' },
      },
    })
    const output: readonly (Rolldown.OutputChunk | Rolldown.OutputAsset)[] =
      (Array.isArray(built) ? built[0]?.output : 'output' in built ? built.output : []) ?? []
    return output.filter((part): part is Rolldown.OutputChunk => part.type === 'chunk')
  }

  it('makes an index and two chunks a lesson: its opening and the whole', async () => {
    await copy('good/two-levels')
    await copy('good/arabic')
    const chunks = await run()
    expect(
      chunks
        .filter(({ isDynamicEntry }) => isDynamicEntry)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['_virtual_lessons', 'arabic', 'two-levels', 'whole', 'whole'])
    const index = chunks.find(({ name }) => name === '_virtual_lessons')?.code ?? ''
    expect(index).toContain('The harbour gets a new lighthouse')
    expect(index).not.toContain('At nine on Saturday')
    // What every first visitor reads stands first.
    expect(index.indexOf('The harbour')).toBeLessThan(index.indexOf('افتتاح المنارة'))
    const entry = chunks.find(({ isEntry }) => isEntry)?.code ?? ''
    expect(entry).not.toContain('The harbour gets a new lighthouse')
  })

  it('fails with every error of every lesson', async () => {
    await copy('good/two-levels')
    await copy('broken/syntax')
    await copy('broken/Bad_Name')
    await expect(run()).rejects.toThrow(
      /questions\/Bad_Name\/lesson\.yaml:1:1 error bad-lesson-id[^]*questions\/syntax\/questions\.yaml:8:9 error yaml-colon/,
    )
  })

  it('is content without lessons', async () => {
    const [entry, index, ...others] = await run()
    expect(entry?.isEntry).toBe(true)
    expect(index?.code).toContain('JSON.parse(`[]`)')
    expect(others).toEqual([])
  })
})

describe('the dev server', { timeout: 30_000 }, () => {
  let server: ViteDevServer
  const sent: HotPayload[] = []
  beforeEach(async () => {
    await copy('good/two-levels')
    sent.length = 0
    server = await createServer({
      ...options(),
      server: { middlewareMode: true, ws: false },
      appType: 'custom',
    })
    server.ws.send = (payload: HotPayload) => void sent.push(payload) // records instead of sending
  })
  afterEach(() => server.close())

  const file = (name: string): string => path.join(root, 'questions/two-levels', name)
  const save = async (name: string, edit: (text: string) => string): Promise<void> =>
    writeFile(file(name), edit(await readFile(file(name), 'utf8')))
  const titles = async (): Promise<string[]> => {
    const module = await server.ssrLoadModule('virtual:lessons/index')
    return (module.lessonIndex as { title: string }[]).map(({ title }) => title) // what the plugin exports
  }
  const eventually = (type: HotPayload['type']) =>
    expect.poll(() => sent.find((payload) => payload.type === type), { timeout: 10_000 })

  it('sends a lesson that was saved, and serves it anew', async () => {
    expect(await titles()).toEqual(['The harbour gets a new lighthouse'])
    await save('lesson.yaml', (text) => text.replace('The harbour gets', 'The town gets'))
    await eventually('custom').toMatchObject({
      event: 'proofline:lesson',
      data: {
        id: 'two-levels',
        lesson: { title: 'The town gets a new lighthouse' },
        index: [{ id: 'two-levels' }],
      },
    })
    await eventually('update').toEqual({ type: 'update', updates: [] })
    expect(sent.map(({ type }) => type)).not.toContain('full-reload')
    expect(await titles()).toEqual(['The town gets a new lighthouse'])
  })

  it('shows the faults of a lesson that was saved, and keeps its last good state', async () => {
    await titles()
    await save('questions.yaml', (text) => text.replace('process: infer', 'process: ifner'))
    await eventually('error').toMatchObject({
      err: {
        message: expect.stringContaining('questions/two-levels/questions.yaml:26:12 error bad-value'),
        loc: { file: file('questions.yaml'), line: 26, column: 12 },
      },
    })
    expect(sent.map(({ type }) => type)).not.toContain('custom')
    expect(await titles()).toEqual(['The harbour gets a new lighthouse'])
  })

  it('notices new and removed lessons', async () => {
    await titles()
    await copy('good/arabic')
    await expect.poll(titles, { timeout: 10_000 }).toHaveLength(2)
    await rm(path.join(root, 'questions/two-levels'), { recursive: true })
    await eventually('full-reload').toBeDefined()
    await expect.poll(titles, { timeout: 10_000 }).toEqual(['افتتاح المنارة'])
  })
})
