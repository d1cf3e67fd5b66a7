import { ID_PATTERN } from '#core/kernel/ids.ts'
import { shortHash } from '#core/kernel/hash.ts'
import { slugOf } from '#core/lesson-text/slug.ts'

/** A letter that an id cannot have, and no other stands for. */
const OTHER_LETTER = /(?!\p{Script=Latin})\p{L}/u

/**
 * An id out of the name of a folder or file, which may be anything: a download's " (1)" and an ending do not count. Names in other scripts
 * that have only a year in common are two.
 */
export function idOfLabel(label: string): string {
  const bare = label.replace(/\.(?:zip|lesson\.json|json)$/i, '').replace(/ ?\(\d+\)$/, '')
  if (ID_PATTERN.test(bare)) return bare
  const plain = slugOf(bare).slice(0, 80).replace(/-+$/, '')
  if (plain !== '' && !OTHER_LETTER.test(bare)) return plain
  return `${plain || 'lesson'}-${shortHash(bare)}`
}
