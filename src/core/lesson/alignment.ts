import type { SentenceId } from '#core/kernel/ids.ts'
import { alignUnits, type Unit, type UnitLink } from './align-units.ts'
import type { Article, Lesson, Level, Paragraph, Section, Sentence } from './model.ts'
import { sentenceText } from './text.ts'
import { wordsOf } from './words.ts'

/** Paragraphs of a section at one level, and those that say the same at another. Never empty on either side. */
export interface ParagraphMatch {
  readonly from: readonly number[]
  readonly to: readonly number[]
}

/** How two levels of one lesson say the same. In the order of the text; no two matches cross or share a paragraph. */
export interface Alignment {
  readonly paragraphs: readonly ParagraphMatch[]
  /** For a sentence those that say the same at the other level; sentences without such are absent. */
  readonly sentences: ReadonlyMap<SentenceId, readonly SentenceId[]>
}

/** A sentence of each level that one question names as its proof. */
interface Proof {
  readonly from: SentenceId
  readonly to: SentenceId
}

/**
 * Matches two levels of a lesson, section by section. What is surest decides first: a question names at each level the sentences that
 * prove it, so these say the same; then names, figures and other words that both texts have, the rare ones most; then the order.
 * Empty where a level is not there.
 */
export function alignLevels(lesson: Lesson, from: Level, to: Level): Alignment {
  const [ours, theirs] = [lesson.articles[from], lesson.articles[to]]
  if (ours === undefined || theirs === undefined) return { paragraphs: [], sentences: new Map() }
  const proofs = proofsOf(lesson, from, to)
  const weigh = weightsOf([ours, theirs], lesson.language)
  const paragraphs: ParagraphMatch[] = []
  const sentences = new Map<SentenceId, readonly SentenceId[]>()
  for (const section of ours.sections) {
    const other = theirs.sections.find(({ id }) => id === section.id)
    if (other === undefined) continue
    for (const match of alignSections(section, other, proofs, weigh)) {
      paragraphs.push({ from: match.from.map(numberOf), to: match.to.map(numberOf) })
      for (const [id, found] of alignSentences(match.from, match.to, proofs, weigh)) sentences.set(id, found)
    }
  }
  return { paragraphs, sentences }
}

/** The paragraphs that say at the other level what this one says; empty where that leaves it out. */
export const counterparts = ({ paragraphs }: Alignment, paragraph: number): readonly number[] =>
  paragraphs.find(({ from }) => from.includes(paragraph))?.to ?? []

const numberOf = ({ number }: Paragraph): number => number

/** What the questions say of two levels: the first quote of one is the first of the other, where both have as many. */
function proofsOf(lesson: Lesson, from: Level, to: Level): Proof[] {
  return lesson.questions.flatMap(({ evidence }) => {
    const [ours = [], theirs = []] = [evidence[from], evidence[to]]
    if (ours.length !== theirs.length) return []
    return ours.flatMap(({ sentences }, index) =>
      sentences.flatMap((one) => (theirs[index]?.sentences ?? []).map((other) => ({ from: one, to: other }))),
    )
  })
}

interface MatchedParagraphs {
  readonly from: readonly Paragraph[]
  readonly to: readonly Paragraph[]
}

type Weigh = (sentences: readonly Sentence[]) => Unit

function alignSections(
  ours: Section,
  theirs: Section,
  proofs: readonly Proof[],
  weigh: Weigh,
): MatchedParagraphs[] {
  const unitOf = ({ sentences }: Paragraph): Unit => weigh(sentences)
  const indexOf = (section: Section, sentence: SentenceId): number =>
    section.paragraphs.findIndex(({ sentences }) => sentences.some(({ id }) => id === sentence))
  const links = linksOf(
    proofs,
    (id) => indexOf(ours, id),
    (id) => indexOf(theirs, id),
  )
  return alignUnits(ours.paragraphs.map(unitOf), theirs.paragraphs.map(unitOf), links)
    .map(({ from, to }) => ({ from: pick(ours.paragraphs, from), to: pick(theirs.paragraphs, to) }))
    .filter(({ from, to }) => from.length > 0 && to.length > 0)
}

function alignSentences(
  ours: readonly Paragraph[],
  theirs: readonly Paragraph[],
  proofs: readonly Proof[],
  weigh: Weigh,
): [SentenceId, readonly SentenceId[]][] {
  const [from, to] = [ours, theirs].map((paragraphs) => paragraphs.flatMap(({ sentences }) => sentences))
  if (from === undefined || to === undefined) return []
  const indexIn = (sentences: readonly Sentence[]) => (id: SentenceId) =>
    sentences.findIndex((sentence) => sentence.id === id)
  const unitOf = (sentence: Sentence): Unit => weigh([sentence])
  const links = linksOf(proofs, indexIn(from), indexIn(to))
  return alignUnits(from.map(unitOf), to.map(unitOf), links)
    .filter((group) => group.to.length > 0)
    .flatMap((group) => {
      const found = pick(to, group.to).map(({ id }) => id)
      return pick(from, group.from).map(({ id }): [SentenceId, readonly SentenceId[]] => [id, found])
    })
}

/** Proofs by the places of what holds them, each pair of places once. */
function linksOf(
  proofs: readonly Proof[],
  fromIndex: (id: SentenceId) => number,
  toIndex: (id: SentenceId) => number,
): UnitLink[] {
  const links = new Map<string, UnitLink>()
  for (const proof of proofs) {
    const link = { from: fromIndex(proof.from), to: toIndex(proof.to) }
    if (link.from >= 0 && link.to >= 0) links.set(`${link.from} ${link.to}`, link)
  }
  return [...links.values()]
}

const pick = <Item>(items: readonly Item[], indexes: readonly number[]): Item[] =>
  indexes.flatMap((index) => items[index] ?? [])

/** Names and figures say more of what a text is about than other words do. */
const NAME_OR_FIGURE = 2
/** Endings differ between levels: words are compared by their beginning. */
const STEM_LETTERS = 5
/** Shorter words are mostly grammar. */
const FEWEST_LETTERS = 4

/** How words are weighed in two articles: the fewer paragraphs have one, the more it says. */
function weightsOf(articles: readonly Article[], language: string): Weigh {
  const texts = new Map<Sentence, readonly string[]>()
  const holders = new Map<string, number>()
  let count = 0
  for (const { sections } of articles)
    for (const { paragraphs } of sections)
      for (const { sentences } of paragraphs) {
        count += 1
        const own = sentences.flatMap((sentence) => {
          const words = tellingWords(sentenceText(sentence), language)
          texts.set(sentence, words)
          return words
        })
        for (const word of new Set(own)) holders.set(word, (holders.get(word) ?? 0) + 1)
      }
  const weightOf = (word: string): number =>
    Math.log((count + 1) / (holders.get(word) ?? 1)) * (/^[#@]/.test(word) ? NAME_OR_FIGURE : 1)
  return (sentences) => ({
    weights: new Map(
      sentences.flatMap((sentence) => texts.get(sentence) ?? []).map((word) => [word, weightOf(word)]),
    ),
  })
}

/** The words of a sentence that are worth comparing, folded: `#` before a figure, `@` before a name. */
function tellingWords(text: string, language: string): string[] {
  return wordsOf(text, language).flatMap((word, index) => {
    if (/\p{N}/u.test(word)) return [`#${word}`]
    const stem = word.toLowerCase().slice(0, STEM_LETTERS)
    // The first word has a capital anyway: it is a plain word that may be a name.
    if (index > 0 && /^\p{Lu}/u.test(word)) return [`@${stem}`, stem]
    return [...word].length >= FEWEST_LETTERS || !/^\p{Script=Latin}/u.test(word) ? [stem] : []
  })
}
