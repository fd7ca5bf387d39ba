/** Takes what is typed, or arrows; radio buttons and tick boxes have no use for letters and digits. A dialog keeps every key. */
const fields =
  'input:not([type=radio], [type=checkbox]), select, textarea, [contenteditable]:not([contenteditable=false]), dialog'
const pressed = 'a, button, summary, [role=button]'

/** What has a use of its own for a key, as a selector. Enter in an input sends the form around, if there is one. */
function usersOf(key: string): string {
  if (key === 'Enter') return `${pressed}, form input, select, textarea, [contenteditable], dialog`
  if (key === ' ') return `${pressed}, input, ${fields}`
  return key.startsWith('Arrow') ? `input, ${fields}` : fields
}

/**
 * Whether a key was pressed by itself, once, and where the focus has no use for it: then the page may take it. What is held
 * with a modifier, and what an input method is composing with (Chinese input picks candidates by number), is left alone.
 */
export function isFreeKey(event: KeyboardEvent): boolean {
  const { key, target } = event
  const isHeld = event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.repeat
  return !isHeld && !(target instanceof Element && target.closest(usersOf(key)) !== null)
}
