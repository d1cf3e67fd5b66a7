import { baseLanguage, segmenterOf } from '#core/lesson/words.ts'
import { abbreviationsOf, type Abbreviations } from './abbreviations.ts'

export interface SentenceOptions {
  /** BCP 47 tag. */
  readonly language: string
  /** Words with a full stop that end no sentence, beyond the language's usual ones. */
  readonly abbreviations?: readonly string[]
}

/** How far the rules look to each side, in UTF-16 units: keeps them fast on a text without a space. */
const SIGHT = 120
const CLOSERS = '[\\p{Pe}\\p{Pf}\\u00bb\\u201c\\u201d"\'\\u2019]'
/** What may stand between the end of a sentence and the first letter of the next. */
const OPENERS = /^[\s\p{P}\p{S}]*/u
const ENDING = new RegExp(`([\\p{Sentence_Terminal}…]+)(${CLOSERS}*)(\\s*)$`, 'u')
const CAPS_SPEECH =
  /^(?:\p{Lu}[\p{L}’'-]*\s+){1,4}(?:said|says|asked|told|replied|added|wrote|shouted|answered|recalled|warned)\b/u
/** Scripts that write sentences without a space between them. */
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
/** What ties a quotation to its verb where no space parts them: Japanese particles, a Chinese speaker and verb. */
const SPEECH_TIE = /^(?:と|って|など|\p{Script=Han}{1,6}(?:说|說|表示|道|称|稱|问|問))/u
/** To Unicode these only close; at the end of an unspaced proposal they open what follows. */
const LATE_OPENERS = /[「『（《“‘]+$/u

/**
 * The sentences of a paragraph, each with the white space that follows it: joined, they are the text exactly.
 * Unicode's rules (UAX 29, by `Intl.Segmenter`) propose the ends; rules for abbreviations, initials, numbers and quotations
 * take back those that are none.
 */
export function splitSentences(text: string, options: SentenceOptions): string[] {
  const lists = listsOf(options)
  const sentences: string[] = []
  let start = 0
  for (const proposed of proposedEnds(text, options.language)) {
    const end = settled(text, start, proposed)
    if (end <= start || end >= text.length) continue
    if (!isEnd(text.slice(Math.max(start, end - SIGHT), end), text.slice(end, end + SIGHT), lists)) continue
    sentences.push(text.slice(start, end))
    start = end
  }
  if (start < text.length) sentences.push(text.slice(start))
  return sentences
}

/** All paragraphs of an article are split with the same options. */
const knownLists = new WeakMap<SentenceOptions, Abbreviations>()

function listsOf(options: SentenceOptions): Abbreviations {
  const lists =
    knownLists.get(options) ?? abbreviationsOf(baseLanguage(options.language), options.abbreviations ?? [])
  knownLists.set(options, lists)
  return lists
}

/** How much text the segmenter gets at once: engines copy all of it for each segment (V8 does). */
const WINDOW = 2_000

/** Offsets where Unicode's rules end a sentence. To them "…" is no stop; here it is one like "...". */
function proposedEnds(text: string, language: string): number[] {
  const segmenter = segmenterOf(language, 'sentence')
  const plain = text.replaceAll('…', '.')
  const ends: number[] = []
  let start = 0
  let length = WINDOW
  while (start < plain.length) {
    const isLast = start + length >= plain.length
    const segments = [...segmenter.segment(plain.slice(start, start + length))]
    // the last sentence of a window may go on behind it: it begins the next window
    const whole = isLast ? segments : segments.slice(0, -1)
    ends.push(...whole.map((segment) => start + segment.index + segment.segment.length))
    length = whole.length === 0 ? length * 2 : WINDOW
    start = whole.length === 0 ? start : (ends.at(-1) ?? plain.length)
  }
  return ends
}

/** Quotation marks at a proposed end, given to the sentence that they belong to. */
function settled(text: string, start: number, end: number): number {
  const before = text.slice(Math.max(start, end - SIGHT), end)
  const opener = LATE_OPENERS.exec(before)
  if (opener !== null && !before.includes('„')) return end - opener[0].length
  // French puts a space before it: « Oui. »
  const closer = /^[»”’)\]]+(?:\s+|(?=\p{P})|$)/u.exec(text.slice(end, end + SIGHT))
  return closer !== null && /\s$/u.test(before) ? end + closer[0].length : end
}

/** Whether a sentence ends between `before` (not from before its start) and `after`. */
function isEnd(before: string, after: string, lists: Abbreviations): boolean {
  const spaced = before.replace(/\s+(?=[»”’)\]]+\s*$)/u, '')
  const ending = ENDING.exec(spaced)
  if (ending === null) return false
  const [, stops = '', closers = '', space = ''] = ending
  const rest = after.replace(OPENERS, '')
  if (rest === '') return false
  if (/^\p{Ll}/u.test(rest)) return false
  if (space === '' && !isUnspacedEnd(stops, closers, rest)) return false
  if (closers !== '' && /[!?]$/u.test(stops) && CAPS_SPEECH.test(rest)) return false
  if (stops !== '.') return true
  return !isAbbreviated(spaced.slice(0, ending.index), rest, lists)
}

/** Without a space only Chinese and Japanese stops end a sentence, and not a quotation whose verb follows. */
function isUnspacedEnd(stops: string, closers: string, rest: string): boolean {
  const isWide = /[。！？｡]$/u.test(stops) || UNSPACED.test(rest)
  return isWide && !(closers !== '' && SPEECH_TIE.test(rest))
}

const firstWord = (text: string): string => /^[\p{L}\p{M}\p{N}’'-]+/u.exec(text)?.[0] ?? ''

/** Whether the full stop after `before` belongs to its last word and the sentence goes on with `rest`. */
function isAbbreviated(before: string, rest: string, lists: Abbreviations): boolean {
  const next = firstWord(rest)
  const token = /[^\s\p{Ps}\p{Pi}"„“«]*$/u.exec(before)?.[0] ?? ''
  const isIn = (set: ReadonlySet<string>): boolean => set.has(token) || set.has(token.toLowerCase())
  const isInitialNext = /^\p{L}\./u.test(rest)
  const startsSentence = lists.starters.has(next.toLowerCase()) && !isInitialNext
  if (/^[ap]\.m$/iu.test(token) && lists.afterClockTime.size > 0)
    return lists.afterClockTime.has(next.toLowerCase())
  if (isIn(lists.neverEnd)) return true
  if (isIn(lists.beforeNumber) && /^(?:\p{N}|[IVXLC]+$)/u.test(next)) return true
  if (isIn(lists.seldomEnd)) return !startsSentence
  if (lists.hasDateStops && isPartOfDate(before, token, next)) return true
  if (/^\p{N}{1,3}$/u.test(token))
    return isNumbering(before, token) || (lists.hasOrdinalStops && token.length < 3 && !startsSentence)
  return isInitials(token) && !startsSentence
}

/** `2023.9.16.` and `2023. 9. 16.` as Korean writes a day. */
const isPartOfDate = (before: string, token: string, next: string): boolean =>
  /^\p{N}+(?:\.\p{N}+){2}$/u.test(token) ||
  /\p{N}{4}\. \p{N}{1,2}\. \p{N}{1,2}$/u.test(before) ||
  (/^\p{N}{1,4}$/u.test(token) && /^\p{N}/u.test(next))

/** A number alone at the start of a sentence numbers a list. */
const isNumbering = (before: string, token: string): boolean => before.trim() === token

/** `J`, `J.R.R`, `Ch.-H`, `д`: one letter, or some with stops between them. The pronoun is none. */
const isInitials = (token: string): boolean =>
  token !== 'I' && /^(?:\p{L}|\p{Lu}\p{Ll}(?=\.))(?:\.-?\p{L}\p{Ll}?)*$/u.test(token)
