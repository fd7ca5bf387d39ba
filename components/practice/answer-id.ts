/**
 * A UUID (version 4) for an answer, made in the browser so that sending it twice changes nothing.
 * crypto.randomUUID is missing where the page came over plain HTTP, as in a lecture hall; getRandomValues is not.
 */
export function makeAnswerId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = [...bytes].map((byte, index) => {
    const fixed = index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte
    return fixed.toString(16).padStart(2, '0')
  })
  return [hex.slice(0, 4), hex.slice(4, 6), hex.slice(6, 8), hex.slice(8, 10), hex.slice(10)]
    .map((part) => part.join(''))
    .join('-')
}
