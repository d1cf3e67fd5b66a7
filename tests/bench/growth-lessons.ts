// Lessons of any length with the same first section, to see what a long lesson costs its reader.

import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const QUESTIONS_A_SECTION = 8

/** Writes one lesson of so many questions (a multiple of 8) into a folder of lessons; returns its id. */
export function writeGrowthLesson(library: string, questionCount: number): string {
  const id = `growth-${questionCount}`
  const folder = path.join(library, id)
  const sections = Array.from({ length: questionCount / QUESTIONS_A_SECTION }, (_, index) => index + 1)
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'lesson.yaml'), LESSON.replace('COUNT', String(questionCount)))
  writeFileSync(path.join(folder, 'article.b1.md'), sections.map(sectionText).join('\n'))
  writeFileSync(path.join(folder, 'questions.yaml'), sections.flatMap(sectionQuestions).join('\n'))
  return id
}

const LESSON = `format: 1
title: A lesson of COUNT questions
summary: Made by the bench.
language: en
eventDate: 2024-01-01
topic: [Bench]
licence: CC0-1.0
levels: [b1]
defaultLevel: b1
sources:
  - id: bench
    title: Made by the bench
    publisher: Proofline
    date: 2024-01-01
`

const items = Array.from({ length: QUESTIONS_A_SECTION }, (_, index) => index + 1)
const lineOf = (section: number, item: number): string => `Crate ${section}.${item} went to hall ${item}.`

const sectionText = (section: number): string =>
  `## Day ${section} {#day-${section}}\n\n${items.map((item) => lineOf(section, item)).join(' ')}\n`

const sectionQuestions = (section: number): string[] =>
  items.map((item) => {
    const key = `{text: Hall ${item}, key: true}`
    const options = [20, 40].map((far) => `{text: Hall ${item + far}, misreading: outside, why: No.}`)
    options.splice((section + item) % 3, 0, key)
    const stem = `Where did crate ${section}.${item} go?`
    return `- {id: q${section}-${item}, type: single, section: day-${section}, process: infer, stem: "${stem}", options: [${options.join(', ')}], explanation: See it., evidence: {b1: "${lineOf(section, item)}"}}`
  })
