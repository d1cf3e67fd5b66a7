import { defineComponent, h, ref, type Component, type PropType } from 'vue'
import { render } from 'vitest-browser-vue'
import type { PassageSentence } from '#core/interaction/player.ts'
import type { Grade } from '#core/grading/grade.ts'
import { createWords } from '#i18n/words.ts'
import { isLoader, players } from '#interactions/views.ts'
import type { AnySample } from './interaction-samples.ts'

export interface PlayerState {
  readonly response?: unknown
  readonly grade?: Grade | null
  readonly revealed?: unknown
  readonly locked?: boolean
}

/** The player of a type below its stem, which is the place that the Tab key starts from; it holds the response as a page would. */
export async function mountPlayer(
  type: string,
  sample: AnySample,
  passage: readonly PassageSentence[] | null,
  state: PlayerState = {},
) {
  const entry = players[type]
  if (!entry) throw new Error(`Expected a line for "${type}" in src/interactions/views.ts`)
  const Player = isLoader(entry) ? (await entry()).default : entry
  const response = ref<unknown>(state.response ?? null)
  const given: unknown[] = []

  const Harness = defineComponent({
    props: { player: { type: Object as PropType<Component>, required: true } },
    setup: (props) => () =>
      h('main', { class: 'harness' }, [
        h('p', { id: 'harness-stem', tabindex: -1 }, sample.stem),
        h(props.player, {
          questionId: 'q',
          body: sample.body,
          response: response.value,
          grade: state.grade ?? null,
          revealed: state.revealed ?? null,
          locked: state.locked ?? false,
          labelledBy: 'harness-stem',
          language: sample.context.language,
          passage,
          picking: null,
          'onUpdate:response': (next: unknown) => {
            given.push(next)
            response.value = next
          },
        }),
      ]),
  })

  const words = createWords((key) => {
    throw new Error(`Expected the message "${key}" in locales/en/app.json`)
  })
  const screen = await render(Harness, { props: { player: Player }, global: { plugins: [words] } })
  const start = screen.container.querySelector<HTMLElement>('#harness-stem')
  if (!start) throw new Error('Expected the harness to be mounted')
  return { container: screen.container, start, response, given, t: words.t }
}

export type MountedPlayer = Awaited<ReturnType<typeof mountPlayer>>
