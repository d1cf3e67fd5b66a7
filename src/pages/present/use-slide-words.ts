import { computed, type Ref } from 'vue'
import { useWords } from '#i18n/words.ts'
import type { Article, Lesson } from '#core/lesson/model.ts'
import type { Slide } from './slides.ts'

interface Presented {
  readonly slide: Readonly<Ref<Slide>>
  readonly article: Readonly<Ref<Article>>
}

/** Where a class is in a lesson, in words: as it stands on the bar, and as it is said to who does not see that an answer has come. */
export function useSlideWords({ slide, article }: Presented, lesson: Readonly<Ref<Lesson>>) {
  const { t } = useWords()
  const wordsFor = (key: 'question.number' | 'present.answered'): string =>
    slide.value.kind === 'section'
      ? t('present.section', { number: slide.value.number, total: article.value.sections.length })
      : t(key, { number: slide.value.number, total: lesson.value.questions.length })
  return {
    place: computed(() => wordsFor('question.number')),
    said: computed(() =>
      wordsFor(
        slide.value.kind === 'question' && slide.value.isRevealed ? 'present.answered' : 'question.number',
      ),
    ),
  }
}
