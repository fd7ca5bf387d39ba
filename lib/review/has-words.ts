/**
 * Whether every word that is sought, with spaces between, stands somewhere in a text, in whatever case; the marks of the
 * protocol's words (backticks) do not count. Nothing sought is in every text.
 */
export function hasWords(text: string, sought: string): boolean {
  const plain = plainOf(text)
  return plainOf(sought)
    .split(/\s+/)
    .every((word) => plain.includes(word))
}

const plainOf = (text: string) => text.replaceAll('`', '').toLowerCase()
