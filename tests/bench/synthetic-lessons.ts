import type { LessonId, QuestionId, SectionId, SentenceId } from '#core/kernel/ids.ts'
import type { Rng } from '#core/kernel/rng.ts'
import { PROCESSES, type Lesson } from '#core/lesson/model.ts'

const CONSONANTS = 'b c d f g h k l m n p r s t v w br st tr pl'.split(' ')
const VOWELS = 'a e i o u ea'.split(' ')
const SYLLABLES = CONSONANTS.flatMap((consonant) => VOWELS.map((vowel) => consonant + vowel))

/** Made-up words, the first ones meant to be the common ones. */
export function aVocabulary(rng: Rng, size: number): string[] {
  const words = new Set<string>()
  while (words.size < size) {
    const length = 1 + Math.floor(rng() * 4)
    words.add(Array.from({ length }, () => SYLLABLES[Math.floor(rng() * SYLLABLES.length)]).join(''))
  }
  return [...words]
}

/** A lesson of six sections, some 500 words and 24 questions; few words are common and most are rare, as in any language. */
export function aSyntheticLesson(number: number, words: readonly string[], rng: Rng): Lesson {
  const text = (count: number): string =>
    Array.from({ length: count }, () => words[Math.floor(rng() ** 6 * words.length)]).join(' ')
  const sections = [1, 2, 3, 4, 5, 6].map((section) => ({
    id: `section-${section}` as SectionId, // as a lesson's reader makes them
    title: text(4),
    paragraphs: [1, 2].map((paragraph) => ({
      number: section * 2 + paragraph - 2,
      sentences: [
        { id: `s${section}.${paragraph}` as SentenceId, inlines: [{ kind: 'text', text: text(42) }] },
      ],
    })),
  })) as Lesson['articles'][keyof Lesson['articles']] extends infer Article
    ? Article extends { sections: infer Sections }
      ? Sections
      : never
    : never
  return {
    id: `synthetic-${number}` as LessonId,
    title: text(8),
    summary: text(20),
    language: 'en',
    direction: 'ltr',
    eventDate: '2024-01-01',
    topic: [words[number % 40] ?? ''],
    levels: ['b1'],
    defaultLevel: 'b1',
    questionCount: 24,
    wordCounts: { b1: 500 },
    formatVersion: 1,
    contentHash: String(number),
    licence: 'CC0-1.0',
    sources: [],
    glossary: [],
    places: [],
    timeline: [],
    articles: { b1: { level: 'b1', wordCount: 500, sections } },
    questions: Array.from({ length: 24 }, (_, index) => ({
      id: `q${index}` as QuestionId,
      type: 'single',
      section: 'section-1' as SectionId,
      process: PROCESSES[index % 4] ?? 'retrieve',
      points: 1,
      stem: text(11),
      reworded: [],
      explanation: '',
      evidence: {},
      body: null,
    })),
  }
}
