import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { SentenceId } from '#core/kernel/ids.ts'
import { articleOf } from '#core/lesson/questions.ts'
import { createWords } from '#i18n/words.ts'
import { aLesson } from '#tests/factories/lesson.ts'
import { sectionId } from '#tests/factories/progress.ts'
import ArticleView from './ArticleView.vue'

const lesson = aLesson({ glossary: [{ term: 'lighthouse', meaning: 'A tower with a lamp.', forms: [] }] })
const article = articleOf(lesson, 'b1')
const first = article.sections[0]?.paragraphs[0]?.sentences[0]?.id ?? ('' as SentenceId)

const mountArticle = (props: Partial<InstanceType<typeof ArticleView>['$props']> = {}) =>
  mount(ArticleView, {
    props: {
      article,
      language: 'en',
      direction: 'ltr',
      only: null,
      marks: new Map(),
      hintParagraph: null,
      picking: false,
      picked: null,
      ...props,
    },
    global: { plugins: [createWords()] },
  })

describe('the article', () => {
  it('has one section for each of its sections, named by a heading of level 2', () => {
    const view = mountArticle()
    const sections = view.findAll('article > section')
    expect(sections).toHaveLength(2)
    for (const section of sections) {
      expect(view.find(`h2#${section.attributes('aria-labelledby')}`).exists()).toBe(true)
    }
  })

  it('makes the one section that is shown, with its number in the article', () => {
    const view = mountArticle({ only: sectionId('factory') })
    expect(view.findAll('h2').map((heading) => heading.text())).toEqual([expect.stringMatching(/^2\. /)])
  })

  it('tells the language and direction of its text', () => {
    const view = mountArticle({ language: 'ar', direction: 'rtl' })
    expect(view.get('article').attributes()).toMatchObject({ lang: 'ar', dir: 'rtl' })
  })

  it('lights evidence where it stands, without the white space behind it, and says which question it proves', () => {
    const view = mountArticle({ marks: new Map([[first, { questions: [3], isActive: true }]]) })
    const mark = view.get('mark')
    expect(mark.text()).toBe('The delegation began its day at an old lighthouse by the harbour.3')
    expect(mark.attributes()).toHaveProperty('data-active')
    expect(view.findAll('mark')).toHaveLength(1)
  })

  it('shows the words of its sentences exactly', () => {
    const paragraph = mountArticle().get('[data-paragraph="1"]')
    expect(paragraph.text()).toContain('by the harbour. A guide who knew the place told its story.')
  })

  it('points at a paragraph without lighting a sentence', () => {
    const view = mountArticle({ hintParagraph: 2 })
    expect(view.findAll('[data-hint]').map((hinted) => hinted.attributes('data-paragraph'))).toEqual(['2'])
    expect(view.find('mark').exists()).toBe(false)
  })

  it.each([
    ['click', {}],
    ['keydown', { key: 'Enter' }],
    ['keydown', { key: ' ' }],
  ])('takes a sentence by %s %o while picking', async (event, init) => {
    const view = mountArticle({ picking: true })
    await view.get('[role="button"]').trigger(event, init)
    expect(view.emitted('pick')).toEqual([[first]])
  })

  it('takes no tap while nothing is picked', () => {
    expect(mountArticle().find('[role="button"]').exists()).toBe(false)
  })
})
