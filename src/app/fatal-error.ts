/**
 * Shows a bar above whatever still stands; written without the framework, which may be what failed. `page`: what stands is whole, and only
 * the page that was asked for is missing. `mayReload`: nothing is lost when the page is loaded again.
 */
export function showFatalError(
  kind: 'app' | 'page',
  { title, body, mayReload }: { readonly title: string; readonly body: string; readonly mayReload: boolean },
): void {
  delete document.documentElement.dataset.words // what still stands is read in English
  if (document.querySelector('[data-fatal]') !== null) return
  const bar = document.createElement('div')
  bar.dataset.fatal = kind
  bar.setAttribute('role', 'alert')
  const heading = document.createElement('strong')
  heading.textContent = title
  const text = document.createElement('span')
  text.textContent = ` ${body} `
  bar.append(heading, text)
  if (mayReload) {
    const reload = document.createElement('a')
    reload.href = window.location.href
    reload.textContent = '↻'
    bar.append(reload)
  }
  document.body.prepend(bar)
}

/** A page has come after all. */
export const takePageErrorBack = (): void => document.querySelector('[data-fatal="page"]')?.remove()
