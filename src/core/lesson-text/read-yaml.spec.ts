import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { readYaml } from './read-yaml.ts'

const read = (text: string) => readYaml(text, 'x.yaml')
const codes = (text: string) =>
  read(text).diagnostics.map(({ code, line, column }) => `${line}:${column} ${code}`)

describe('plain data', () => {
  it('keeps dates and times as text, and reads numbers and truth values', () => {
    expect(read('day: 2023-09-16\ntime: 12:30\nn: 1\ntrue: false\nno: no').data).toEqual({
      day: '2023-09-16',
      time: '12:30',
      n: 1,
      true: false,
      no: 'no',
    })
  })

  it('takes "__proto__" as a key like any other', () => {
    const data = read('__proto__:\n  polluted: yes').data
    expect(Object.keys(data as object)).toEqual(['__proto__'])
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  })

  test.prop([fc.jsonValue({ maxDepth: 4 })])('reads back what YAML writes', (value) => {
    const { data, diagnostics } = read(stringify(value, { aliasDuplicateObjects: false }))
    expect(diagnostics).toEqual([])
    expect(JSON.stringify(data)).toBe(JSON.stringify(value))
  })
})

describe('what is refused, before anything is built from it', () => {
  it.each([
    ['a: &x 1', '1:4 yaml-anchor'],
    ['a: *x', '1:4 yaml-alias'],
    ['a: !!set {b}', '1:4 yaml-tag'],
    ['<<: {a: 1}', '1:1 yaml-merge-key'],
    ['- {<<: {a: 1}}', '1:4 yaml-merge-key'],
    ['%YAML 1.1\n---\na: 1', '1:1 yaml-directive'],
  ])('%s', (text, expected) => {
    expect(codes(text)).toEqual([expected])
    expect(read(text).data).toBeUndefined()
  })

  it('nesting deeper than 64, in either style, also where a recursive reader would break', () => {
    expect(read('['.repeat(64) + ']'.repeat(64)).diagnostics).toEqual([])
    expect(codes('['.repeat(66) + ']'.repeat(66))).toEqual(['1:66 yaml-depth'])
    expect(read('['.repeat(100_000)).diagnostics[0]?.code).toBe('yaml-depth')
    expect(read('- '.repeat(10_000)).diagnostics[0]?.code).toBe('yaml-depth')
  })

  it('a mapping of more fields than any lesson has', () => {
    const fields = Array.from({ length: 501 }, (_, index) => `k${index}: 1`)
    expect(codes(fields.join('\n'))).toEqual(['1:1 yaml-fields'])
    expect(codes(`{${fields.join(', ')}}`)).toEqual(['1:1 yaml-fields'])
    expect(read(`[${'1, '.repeat(5_000)}]`).diagnostics).toEqual([])
  })

  it('but not the same signs inside text', () => {
    expect(read('a: "<< &x *y !z"\n"<<": 1').data).toEqual({ a: '<< &x *y !z', '<<': 1 })
  })
})

describe('faults of syntax', () => {
  it.each([
    ['a: 1\nb: 2\na: 3', '3:1 duplicate-key'],
    ['title: Kim: a visit', '1:8 yaml-colon'],
    ['title: Kim\n  summary: A visit', '1:8 yaml-indent'],
    ['- a: b\n   c: d', '1:6 yaml-indent'],
    ['a:\n\tb: 1', '2:1 yaml-tab'],
    ['a: 1\n---\nb: 1', '2:1 yaml-documents'],
    ['? [a]\n: 1', '1:3 yaml-key'],
    ['a: "open', '1:9 yaml-syntax'],
  ])('%j is %s', (text, expected) => {
    expect(codes(text)).toContain(expected)
  })

  it('keeps the data when a key is only doubled: the last one counts', () => {
    expect(read('a: 1\na: 3').data).toEqual({ a: 3 })
  })
})

describe('a text that a number sign cuts', () => {
  it.each([
    ['text: A mill #2', '1:14'],
    ['- text: A mill # of the island', '1:16'],
    ['- No. #7\n- b', '1:7'],
    ['stem: A mill\n  and its twin #2\n', '2:16'],
    ['text: [World #1\n  , News]', '1:14'],
  ])('%j is told of where the sign stands', (text, place) => {
    expect(codes(text)).toEqual([`${place} yaml-comment`])
    expect(read(text).diagnostics[0]?.severity).toBe('warning')
  })

  it.each([
    'text: "A mill #2"',
    "text: 'A mill' # of the island",
    'text: A mill#2',
    'type: single # one is right',
    'points: 2 # as the others',
    'text: |\n  A mill #2\n',
    '# A mill\ntext: A mill\n# A mill',
    'two words: # as a field\n  a: b',
  ])('but not %j', (text) => {
    expect(codes(text)).toEqual([])
  })
})

describe('places', () => {
  const yaml = read(
    '- id: one\n  options:\n    - text: A\n    - text:\n- id: two # here\n  empty:\n  block: |\n    text\n',
  )
  it.each([
    [[0, 'id'], '1:7'],
    [[0, 'options', 0, 'text'], '3:13'],
    [[0, 'options', 1, 'text'], '4:12'],
    [[1, 'block'], '7:10'],
    [[1, 'missing'], '5:3'],
    [[1, 'missing', 'deeper', 3], '5:3'],
    [[0, 'options', 7], '3:5'],
    [[9], '1:1'],
    [[], '1:1'],
  ])('of the value at %j', (path, expected) => {
    const { line, column } = yaml.locate(path)
    expect(`${line}:${column}`).toBe(expected)
  })

  it('of a key, or of the value where there is no key', () => {
    expect(yaml.locateKey([0, 'options'])).toEqual({ line: 2, column: 3 })
    expect(yaml.locateKey([1])).toEqual(yaml.locate([1]))
  })
})

test.prop([fc.string({ unit: 'binary' })])('never throws, and every place lies in the file', (text) => {
  const { diagnostics, locate } = read(text)
  const lines = text.split('\n')
  for (const { line, column } of [...diagnostics, locate(['a', 0])]) {
    expect(line).toBeLessThanOrEqual(lines.length)
    expect(column).toBeGreaterThan(0)
  }
})
