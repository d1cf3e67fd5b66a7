import { inject, type InjectionKey } from 'vue'

/** Says something through the page's one status region. */
export type Announce = (text: string) => void

export const ANNOUNCER: InjectionKey<Announce> = Symbol('announcer')

/** The page's voice; silent where no shell provides one (a component shown alone). */
export const useAnnouncer = (): Announce => inject(ANNOUNCER, () => undefined)
