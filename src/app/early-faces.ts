/** What a browser waits for a face that is `font-display: optional`, before the page does without it for as long as it is open. */
const FACES_WITHIN_MS = 100

/**
 * Says before the first paint that our faces would come too late to be shown: where the page itself took longer than a browser waits for
 * them, from being asked for until its first script ran, they would only keep its other scripts back. The worker fetches them with all
 * else, and the next page has them.
 */
export function leaveLateFaces(
  root: HTMLElement,
  page: { readonly tookMs: number; readonly isFromWorker: boolean },
): void {
  if (page.tookMs > FACES_WITHIN_MS && !page.isFromWorker) root.dataset.faces = 'late'
}
