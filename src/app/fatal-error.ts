/** Shows a bar above whatever still stands; written without the framework, which may be what failed. */
export function showFatalError(title: string, body: string): void {
  delete document.documentElement.dataset.words // what still stands is read in English
  if (document.querySelector('[data-fatal]') !== null) return
  const bar = document.createElement('div')
  bar.dataset.fatal = ''
  bar.setAttribute('role', 'alert')
  const heading = document.createElement('strong')
  heading.textContent = title
  const text = document.createElement('span')
  text.textContent = ` ${body} `
  const reload = document.createElement('a')
  reload.href = window.location.href
  reload.textContent = '↻'
  bar.append(heading, text, reload)
  document.body.prepend(bar)
}
