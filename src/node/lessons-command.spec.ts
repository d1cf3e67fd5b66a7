import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { LESSON_CORPUS } from '#tests/factories/lesson-files.ts'
import { runLessonsCommand } from './lessons-command.ts'

let dir = ''
beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'proofline-lessons-'))
})
afterEach(() => rm(dir, { recursive: true }))

async function run(...argv: string[]) {
  const printed = { out: '', err: '' }
  const code = await runLessonsCommand(
    argv,
    dir,
    { write: (text: string) => (printed.out += text) },
    { write: (text: string) => (printed.err += text) },
  )
  return { code, ...printed }
}
const copy = (folder: string, to = path.basename(folder)): Promise<void> =>
  cp(path.join(LESSON_CORPUS, folder), path.join(dir, to), { recursive: true })
const edit = async (file: string, change: (text: string) => string): Promise<void> =>
  writeFile(path.join(dir, file), change(await readFile(path.join(dir, file), 'utf8')))

describe('check', () => {
  it('prints one line a fault like a compiler, then a summary, and fails', async () => {
    await copy('good/two-levels')
    await copy('good/arabic')
    await edit('two-levels/questions.yaml', (text) =>
      text.replace('process: infer', 'process: ifner').replace('answer: not-stated', 'anwser: not-stated'),
    )
    expect(await run('check', '.')).toEqual({
      code: 1,
      err: '',
      out: [
        'two-levels/questions.yaml:26:12 error bad-value: `process` cannot be “ifner”: write one of retrieve, infer, interpret, evaluate\n',
        'two-levels/questions.yaml:65:3 error missing-field: `answer` is missing: add it\n',
        'two-levels/questions.yaml:70:3 error unknown-field: `anwser` is not a field here: did you mean `answer`? The fields are id, type, section, process, stem, reworded, points, explanation, evidence, asOf, validUntil, answer, distractors\n',
        '3 errors, no warnings in 2 lessons\n',
      ].join(''),
    })
  })

  it('is content with a sound lesson, given by its folder from anywhere', async () => {
    await copy('good/two-levels', 'deep/er/two-levels')
    expect(await run('check', path.join(dir, 'deep/er/two-levels/'))).toEqual({
      code: 0,
      err: '',
      out: 'no errors or warnings in 1 lesson\n',
    })
  })

  it('counts warnings and passes', async () => {
    await copy('good/two-levels')
    await writeFile(path.join(dir, 'two-levels/notes.txt'), 'x')
    await mkdir(path.join(dir, 'two-levels/pictures'))
    await writeFile(path.join(dir, 'two-levels/.DS_Store'), 'x')
    const { code, out } = await run('check', 'two-levels')
    expect(code).toBe(0)
    expect(out).toMatch(
      /two-levels\/notes\.txt:1:1 warning unknown-file.*\ntwo-levels\/pictures\/:1:1 warning unknown-file.*\nno errors, 2 warnings in 1 lesson\n$/,
    )
  })

  it('says what is wrong with a path', async () => {
    await copy('good/two-levels')
    await mkdir(path.join(dir, 'empty'))
    const { code, err, out } = await run('check', 'nowhere', 'two-levels/lesson.yaml', 'empty', 'two-levels')
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err.split('\n').sort()).toEqual([
      '',
      'empty holds no lesson: a lesson is a folder with lesson.yaml, questions.yaml and articles',
      'there is no nowhere: check the spelling',
      'two-levels/lesson.yaml is not a folder: give a lesson’s folder or a folder of lessons',
    ])
  })

  it.skipIf(process.getuid?.() === 0)(
    'names a file that it may not read (not run as root, who may read everything)',
    async () => {
      await copy('good/two-levels')
      await chmod(path.join(dir, 'two-levels/questions.yaml'), 0)
      expect((await run('check', 'two-levels')).out).toContain(
        'questions.yaml:1:1 error unreadable-file: questions.yaml cannot be read (EACCES)',
      )
    },
  )

  it('names files that are no files, no text or too large', async () => {
    await copy('good/two-levels')
    await rm(path.join(dir, 'two-levels/article.b1.md'))
    await mkdir(path.join(dir, 'two-levels/article.b1.md'))
    await writeFile(path.join(dir, 'two-levels/article.a2.md'), new Uint8Array([0xff, 0xfe]))
    await writeFile(path.join(dir, 'two-levels/questions.yaml'), 'x'.repeat(40_000_001))
    const { out } = await run('check', 'two-levels')
    expect(out).toContain('article.a2.md:1:1 error not-utf8')
    expect(out).toContain('questions.yaml:1:1 error file-too-large')
    expect(out).toContain('error missing-article: there is no article.b1.md')
  })

  it('finds the project’s own lessons sound and its schemas fresh', async () => {
    const { out, code } = await run('check')
    expect(out.split('\n').filter((line) => / error |schemas/.test(line))).toEqual([])
    expect(code).toBe(0)
  })
})

describe('measure', () => {
  it('says how hard each level reads, easiest first', async () => {
    await copy('good/two-levels')
    const { code, out } = await run('measure', 'two-levels')
    expect(code).toBe(0)
    const lines = out.trim().split('\n')
    expect(lines.map((line) => line.split(':')[0])).toEqual(['two-levels a2', 'two-levels b1'])
    for (const line of lines)
      expect(line).toMatch(
        /: \d+ words, \d+ sentences, [\d.]+ words a sentence, Flesch-Kincaid grade -?[\d.]+, \d+% known words$/,
      )
  })

  it('measures no lesson that has errors, and says so', async () => {
    await copy('good/two-levels')
    await rm(path.join(dir, 'two-levels/lesson.yaml'))
    expect(await run('measure', 'two-levels')).toMatchObject({
      code: 1,
      out: '',
      err: 'two-levels has errors and was not measured: run check\n',
    })
  })
})

describe('format', () => {
  it('writes what is not in the usual layout, says so, and is done', async () => {
    await copy('good/every-type')
    const asked = await run('format', '--check', 'every-type')
    expect(asked.code).toBe(1)
    expect(asked.out).toContain('every-type/article.b1.md is not in the usual layout')
    const { code, out } = await run('format', 'every-type')
    expect(code).toBe(0)
    expect(out.split('\n').sort()).toEqual([
      '',
      'every-type/article.b1.md formatted',
      'every-type/questions.yaml formatted',
    ])
    expect(await run('format', '--check', 'every-type')).toEqual({ code: 0, out: '', err: '' })
    expect((await readdir(path.join(dir, 'every-type'))).filter((name) => name.endsWith('~'))).toEqual([])
  })

  it('leaves a lesson with errors alone', async () => {
    await copy('broken/fields')
    const before = await readFile(path.join(dir, 'fields/questions.yaml'), 'utf8')
    const { code, err } = await run('format', 'fields')
    expect(code).toBe(1)
    expect(err).toContain('fields has errors and was left alone')
    expect(await readFile(path.join(dir, 'fields/questions.yaml'), 'utf8')).toBe(before)
  })
})

describe('new', () => {
  it('writes a lesson that is sound, in the usual layout, and does not touch one that is there', async () => {
    expect((await run('new', 'my-lesson', '--dir', 'mine')).code).toBe(0)
    expect(await run('check', 'mine')).toEqual({
      code: 0,
      err: '',
      out: 'no errors or warnings in 1 lesson\n',
    })
    expect(await run('format', '--check', 'mine')).toEqual({ code: 0, err: '', out: '' })
    const again = await run('new', 'my-lesson', '--dir', 'mine')
    expect(again).toMatchObject({
      code: 1,
      err: 'mine/my-lesson is there already: choose another id, or remove it first\n',
    })
  })

  it('refuses a name that is no id', async () => {
    expect(await run('new', '../x')).toMatchObject({ code: 2, out: '' })
    expect(await readdir(dir)).toEqual([])
  })
})

describe('what it does not understand', () => {
  it.each([
    [[], 'Usage'],
    [['chek'], 'there is no command “chek”'],
    [['constructor'], 'there is no command “constructor”'],
    [['check', '--fast'], '`check` has no option “--fast”'],
    [['format', '--check=yes', 'x'], '`format` has no option “--check”'],
    [['new'], '`new` needs ID'],
    [['new', 'a', 'b'], '`new` does not know what to do with “b”'],
    [['new', 'a', '--dir'], '`new` needs --dir'],
    [['schemas', 'x'], '`schemas` does not know what to do with “x”'],
  ])('%j', async (argv, words) => {
    const { code, err, out } = await run(...argv)
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toContain(words)
  })

  it('helps when asked', async () => {
    expect(await run('help')).toMatchObject({ code: 0, err: '' })
  })
})
