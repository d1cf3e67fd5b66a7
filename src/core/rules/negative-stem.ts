import { baseLanguage } from '#core/lesson/words.ts'
import type { Rule } from './rule.ts'
import { writtenChoiceQuestions } from './support/choice-questions.ts'
import { inQuestions } from './support/finding.ts'

/** How a language asks for the exception. */
interface NegativeWords {
  /** Asks for the exception wherever it stands. */
  readonly exception: RegExp
  /** A negation in capitals: meant to be seen, so meant to turn the question round. */
  readonly shouted: RegExp
  /** The first question word; its group `other` holds those that ask for a reason or a circumstance and may well be negated. */
  readonly asks: RegExp
  readonly negation: RegExp
  /** Begins a clause of its own, in which a negation is part of what is asked about. */
  readonly clause: RegExp
  /** Negations that turn nothing round. */
  readonly harmless: RegExp
}

/** Whole words of any alphabet, which `\b` does not know. */
const words = (alternatives: string, flags = 'iu'): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives})(?![\\p{L}\\p{N}])`, flags)

const NEGATIVE_WORDS: Readonly<Record<string, NegativeWords>> = {
  en: {
    exception: words('except'),
    shouted: words('NOT|NEVER|EXCEPT', 'u'),
    asks: words('which|who|whom|whose|what|(?<other>why|how)'),
    negation: words("not|never|cannot|\\p{L}+n't"),
    clause: words(
      'that|which|who|whose|because|although|though|if|when|while|where|why|how|whether|since|so|but|after|before|as|' +
        'says?|means?|tells?|suggests?|shows?|thinks?|believes?|happens?|happened',
    ),
    harmless: words('not (?:only|just|even|yet)|or not'),
  },
  es: {
    exception: words('excepto|salvo'),
    shouted: words('NO|NUNCA', 'u'),
    asks: words('(?<other>por qué|para qué|cómo|cuándo|dónde)|qué|cuál|cuáles|quién|quiénes'),
    negation: words('no|nunca|jamás'),
    clause: words('que|quien|porque|si|cuando|aunque|como|donde|pero'),
    harmless: words('no s[oó]lo|todavía no|aún no|o no'),
  },
  fr: {
    exception: words("sauf|excepté|à l'exception"),
    shouted: words('NE|PAS|JAMAIS', 'u'),
    asks: words(
      "(?<other>pourquoi|comment|quand|où)|quels?|quelles?|lequel|laquelle|lesquels|lesquelles|qui|que|qu'est",
    ),
    negation: words('pas|jamais'),
    clause: words('qui|que|dont|parce|si|quand|lorsque|pourquoi|comment|où|mais'),
    harmless: words('pas (?:encore|seulement)|ou pas'),
  },
  de: {
    exception: words('außer|ausgenommen|mit Ausnahme'),
    shouted: words('NICHT|NIE|KEINE?[NRMS]?', 'u'),
    asks: words('(?<other>warum|wieso|weshalb|wozu|wie|wann|wo)|welche[rsnm]?|wer|wen|wem|wessen|was'),
    negation: words('nicht|nie|niemals'),
    clause: /,/u,
    harmless: words('nicht nur|noch nicht|oder nicht'),
  },
  ru: {
    exception: words('кроме|за исключением'),
    shouted: words('НЕ|НИКОГДА', 'u'),
    asks: words(
      '(?<other>почему|зачем|как|когда|где)|как(?:ой|ая|ое|ие|ого|ом|их|ую|им)|кто|кого|кому|что|чего|чем',
    ),
    negation: words('не|никогда'),
    clause: /,/u,
    harmless: words('не только|ещ[её] не|не (?:менее|более)'),
  },
}

/**
 * `Which of these was not shown?` is answered as if it were positive by many who understood the text.
 * Only questions with options that the author worded are looked at: there a negation turns the task round, while in a statement to be
 * judged, an order or an open question it is part of what is said. Looked at are the questions inside a stem (up to their question
 * mark): a negation counts when it follows `which`, `who` or `what` in the same clause, not after `why` or `how`. `except` and a
 * negation in capitals count everywhere. In languages without a list the rule is silent.
 * Source: Haladyna, Downing & Rodriguez (2002), guideline 17; Chiavaroli (2017), doi 10.7275/5VVY-8613.
 */
export const negativeStem: Rule = {
  id: 'negative-stem',
  check(draft, context) {
    const list = NEGATIVE_WORDS[baseLanguage(draft.lesson.language)]
    if (list === undefined) return []
    return writtenChoiceQuestions(draft, context).flatMap(({ draft: { index, question } }) =>
      [
        { text: question.stem, path: [index, 'stem'] },
        ...question.reworded.map((text, place) => ({ text, path: [index, 'reworded', place] })),
      ].flatMap(({ text, path }) => {
        const word = negationIn(text.replace(/[\u2018\u2019]/g, "'"), list)
        return word === null ? [] : [inQuestions('negative-stem', 'warning', path, { word })]
      }),
    )
  },
}

/** The word that turns a stem round, as it is written; null where none does. */
function negationIn(stem: string, list: NegativeWords): string | null {
  const open = list.exception.exec(stem) ?? list.shouted.exec(stem)
  if (open !== null) return open[0]
  const questions = stem.split(/(?<=[.!?…])\s+/).filter((sentence) => sentence.endsWith('?'))
  for (const question of questions) {
    const asked = list.asks.exec(question)
    if (asked === null || asked.groups?.['other'] !== undefined) continue
    const rest = question.slice(asked.index + asked[0].length)
    const [clause = ''] = rest.split(list.clause)
    const negation = list.negation.exec(clause.replace(list.harmless, ''))
    if (negation !== null) return negation[0]
  }
  return null
}
