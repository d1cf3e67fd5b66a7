/**
 * Why storage failed. `quota`: the device is full. `conflict`: another page has written this attempt. `gap`: the attempt's
 * earlier events are not stored (any more), so these would hang in the air; the browser's data may have been cleared.
 * `newer`: a later version of the program keeps its data here, which this one may read and must not write.
 * `unavailable`: there is no storage here. `failed`: anything else; a later try may go through.
 */
export interface StorageFault {
  readonly kind: 'quota' | 'conflict' | 'gap' | 'newer' | 'unavailable' | 'failed'
  /** What the platform said, for a report; never shown alone. */
  readonly detail: string
}
