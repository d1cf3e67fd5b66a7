/** Message keys that no first visitor meets before another part of the app is fetched: they come with that part. */
const LATER: readonly RegExp[] = [
  /^(about|find|map|memory|misreading|notFound|present|print|progress|reading|report|result|review|study|time)\.(?!title$|link$)/,
  /^confidence\./,
  /^interactions\.(categorise|claims|gap|match|number|open|order|place)\./,
  // Said on the settings' page alone.
  /^data\.(backupSaved|finishHint|finishWarning|kept|notPersistent|persistent|readersHint)$/,
  // Said on paper alone.
  /^interactions\.[\w-]+\.(key|paper\w*)$/,
  /^listen\.(?!label$|missing$|question$)/,
  /^offline\.(?!newVersion$|ready$|take$)/,
  /^settings\.(answers|givesAnswer|heading|nextSitting|notKept|pace|reading|retries|sample|spans?(\.|$))/,
]
const FIRST: readonly string[] = ['study.unanswered', 'study.finishAnyway']

/** Whether an English message travels apart from the first ones; see `i18n/more-words.ts`. */
export const isLater = (key: string): boolean =>
  !FIRST.includes(key) && LATER.some((pattern) => pattern.test(key))
