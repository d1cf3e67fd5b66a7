/** Message keys that no first visitor meets before another part of the app is fetched: they come with that part. */
const LATER: readonly RegExp[] = [
  /^(about|easier|find|map|memory|misreading|notFound|present|print|progress|reading|result|review|study|teachers|time)\.(?!title$|link$)/,
  /^confidence\./,
  /^data\./,
  /^interactions\.(categorise|claims|gap|match|number|open|order|place)\./,
  // Said on paper alone.
  /^interactions\.[\w-]+\.(key|paper\w*)$/,
  /^listen\.(?!label$|missing$|question$)/,
  /^own\./,
  /^offline\.(?!newVersion$|ready$|take$)/,
  /^settings\.(answers|givesAnswer|heading|nextSitting|notKept|pace|reading|retries|sample|spans?(\.|$))/,
]
const FIRST: readonly string[] = ['study.unanswered', 'study.finishAnyway']

/** Whether an English message travels apart from the first ones; see `i18n/more-words.ts`. */
export const isLater = (key: string): boolean =>
  !FIRST.includes(key) && LATER.some((pattern) => pattern.test(key))
