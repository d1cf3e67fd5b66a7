// The physical limit to measure against: the same article and first questions as one hand-made page with a few lines of script.

import { plainText } from '#core/lesson/text.ts'
import type { Lesson } from '#core/lesson/model.ts'
import { interactions } from '#interactions/registry.ts'

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')

/** The default level of a lesson and its first eight single choices as one page. */
export function staticPage(lesson: Lesson): string {
  const sectionsOf = lesson.articles[lesson.defaultLevel]?.sections ?? []
  const sections = sectionsOf
    .map(
      (section) =>
        `<section><h2>${escaped(section.title)}</h2>${section.paragraphs.map((p) => `<p>${escaped(p.sentences.map((s) => plainText(s.inlines)).join(''))}</p>`).join('')}</section>`,
    )
    .join('')
  const questions = lesson.questions
    .filter((question) => question.type === 'single')
    .slice(0, 8)
    .map(
      (question, index) =>
        `<fieldset><legend>${escaped(question.stem)}</legend>${interactions.single
          .choices(question.body)
          .map(
            (option) =>
              `<label><input type="radio" name="q${index}" data-key="${option.isKey ? 1 : 0}">${escaped(option.text)}</label>`,
          )
          .join('')}<p hidden></p></fieldset>`,
    )
    .join('')
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(lesson.title)}</title>
<style>body{font:1.1rem/1.6 Georgia,serif;max-width:40rem;margin:2rem auto;padding:0 1rem}label{display:block;padding:.5rem}</style>
<h1>${escaped(lesson.title)}</h1><article>${sections}</article><form>${questions}<button type="button">Check answers</button></form>
<script>
document.querySelector('button').onclick = () => {
  for (const set of document.querySelectorAll('fieldset')) {
    const given = set.querySelector('input:checked'), out = set.querySelector('p')
    out.hidden = false
    out.textContent = !given ? 'Not answered' : given.dataset.key === '1' ? 'Right' : 'Not right'
  }
}
document.documentElement.dataset.ready = ''
</script></html>`
}
