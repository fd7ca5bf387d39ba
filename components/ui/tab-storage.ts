/** What this tab keeps under a name until it is closed; null where there is nothing, or the browser is told to keep nothing. */
export function readTab(name: string): string | null {
  try {
    return window.sessionStorage.getItem(name)
  } catch {
    return null
  }
}

/** Keeps a text in this tab, or with null forgets it. A browser that keeps nothing forgets it with the page. */
export function writeTab(name: string, text: string | null): void {
  try {
    if (text === null) window.sessionStorage.removeItem(name)
    else window.sessionStorage.setItem(name, text)
  } catch {
    // Nothing depends on it: what is kept here is a comfort.
  }
}
