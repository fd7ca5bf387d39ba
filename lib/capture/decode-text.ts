/**
 * A file as text: UTF-8, or UTF-16 where its first octets say so, as PowerShell writes what a tool prints. What is no
 * such text comes out as replacement characters, and never as an error.
 */
export function decodeText(octets: Uint8Array): string {
  const [first, second] = octets
  const mark = ((first ?? 0) << 8) | (second ?? 0)
  const encoding = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(octets)
}
