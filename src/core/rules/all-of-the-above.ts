import { baseLanguage } from '#core/lesson/words.ts'
import type { Rule } from './rule.ts'
import { choiceTextPath, writtenChoiceQuestions } from './support/choice-questions.ts'
import { inQuestions } from './support/finding.ts'

/**
 * Options that speak about the other options, as a whole: `All of these ships` and `None of the sailors spoke` are answers of their own.
 * By language; in other languages the rule is silent.
 */
const ABOUT_OPTIONS: Readonly<Record<string, readonly RegExp[]>> = {
  en: [
    /^(?:all|none|both|neither|any) (?:of )?(?:the |these |those )?(?:above|options?|answers?|choices|statements)(?: above)?(?: (?:is|are) (?:correct|right|true))?$/,
    /^(?:all|none|both|neither) of (?:these|those)(?: (?:is|are) (?:correct|right|true))?$/,
    /^(?:all|both|none) (?:is|are) (?:correct|right|true)$/,
    /^(?:both |neither |answers? |options? )?[a-d](?:, [a-d])*,? (?:and|or|nor|&) [a-d](?: (?:is|are) (?:correct|right|true))?$/,
  ],
  es: [
    /^(?:todas|todos|ninguna|ninguno|ambas|ambos)(?: de)?(?: las| los| estas| estos)? (?:anteriores|opci[oó]n(?:es)?|respuestas?)(?: anteriores)?(?: (?:es|son) correctas?)?$/,
    /^(?:todas|ambas|ninguna) (?:es|son) correctas?$/,
    /^(?:tanto |las respuestas )?[a-d](?:, [a-d])* (?:y|e|o|como) [a-d](?: son correctas)?$/,
  ],
  fr: [
    /^(?:toutes|aucune|les deux)(?: de)?(?: les| ces)? (?:réponses|propositions)(?: précédentes| ci-dessus)?(?: (?:est|sont) (?:correctes?|justes?|bonnes?))?$/,
    /^(?:tout ce qui précède|rien de tout cela|aucune des réponses(?: ci-dessus| précédentes)?|toutes sont (?:correctes|justes))$/,
    /^(?:à la fois |les réponses )?[a-d](?:, [a-d])* et [a-d](?: sont (?:correctes|justes))?$/,
  ],
  de: [
    /^(?:alle|keine|keines|keiner|beide)(?: der| dieser)?(?: oben)?(?: genannten| obigen)?(?: antworten| aussagen| möglichkeiten)(?: (?:ist|sind) (?:richtig|falsch|korrekt)| trifft zu| treffen zu)?$/,
    /^(?:alles|nichts|alle|keine|keines|keiner)(?: der| von)? (?:oben )?(?:genannten?|obigen?)$/,
    /^(?:sowohl |antworten? )?[a-d](?:, [a-d])* (?:und|als auch) [a-d](?: sind (?:richtig|korrekt))?$/,
  ],
  ru: [
    /^(?:все|вс[её]|оба|ничего|ни один|ни одно|никакой)(?: из)?(?: этих)? (?:выше)?(?:перечисленн\p{L}+|указанн\p{L}+|ответ\p{L}*|вариант\p{L}*)(?: ответ\p{L}*| вариант\p{L}*)?(?: не)?(?: вер\p{L}+| правил\p{L}+)?$/u,
    /^нет (?:верного|правильного) ответа$/,
    /^(?:и |ответы )?[абвг](?:, [абвг])* и [абвг](?: верны)?$/,
  ],
}

/**
 * `All of the above` is known to be right by who recognises two options, `none of the above` proves nothing about what was understood.
 * Source: Haladyna, Downing & Rodriguez (2002), guidelines 25 and 26.
 */
export const allOfTheAbove: Rule = {
  id: 'all-of-the-above',
  check(draft, context) {
    const patterns = ABOUT_OPTIONS[baseLanguage(draft.lesson.language)] ?? []
    return writtenChoiceQuestions(draft, context).flatMap(({ draft: question, choices }) =>
      choices
        .filter((choice) => patterns.some((pattern) => pattern.test(bareText(choice.text))))
        .map((choice) =>
          inQuestions('all-of-the-above', 'error', choiceTextPath(question, choice), { text: choice.text }),
        ),
    )
  },
}

/** In small letters, without brackets and without what ends a sentence. */
const bareText = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[().!:;"“”«»]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
