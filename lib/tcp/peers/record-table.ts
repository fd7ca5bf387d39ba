/**
 * A table of different records, each of `width` numbers from 0 to 65,535, in one block of memory: nothing is allocated
 * for a record, and whether it is known is one look-up. A record is written to `draft()` and taken in by `keep()`.
 */
export type RecordTable = {
  /** The memory of all records: record `index` begins at `index * width`. It moves when the table grows. */
  readonly memory: () => Uint16Array
  /** Where the next record is to be written; what an earlier draft left there stands there still. */
  readonly draft: () => number
  /** Takes the draft in and returns true, or returns false where the same record is there already. */
  readonly keep: () => boolean
  readonly size: () => number
}

/** An empty table. `width` must be even, for records are compared two numbers at a time. */
export function recordTable(width: number): RecordTable {
  if (width % 2 !== 0) throw new Error(`Cannot pair the numbers of a record of ${width}`)
  const span = width / 2
  let numbers = new Uint16Array(1024 * width)
  let words = new Uint32Array(numbers.buffer)
  /** The index of a record, plus one, at its place by hash or the next that was free. Half of it stays empty. */
  let places = new Int32Array(4096)
  let size = 0

  const hashAt = (from: number): number => {
    let hash = 0x811c9dc5
    for (let at = from; at < from + span; at++) {
      hash = Math.imul(hash ^ (words[at] ?? 0), 0x9e3779b1)
      hash ^= hash >>> 15
    }
    return hash >>> 0
  }
  const isSame = (one: number, other: number): boolean => {
    for (let at = 0; at < span; at++) if (words[one + at] !== words[other + at]) return false
    return true
  }
  /** The place of the record that is the same as the one at `from`, or the free place where it belongs. */
  const placeOf = (from: number): number => {
    const mask = places.length - 1
    let place = hashAt(from) & mask
    for (;;) {
      const index = (places[place] ?? 0) - 1
      if (index < 0 || isSame(index * span, from)) return place
      place = (place + 1) & mask
    }
  }
  const grow = () => {
    const larger = new Uint16Array(numbers.length * 2)
    larger.set(numbers)
    numbers = larger
    words = new Uint32Array(numbers.buffer)
  }
  const spread = () => {
    places = new Int32Array(places.length * 2)
    for (let index = 0; index < size; index++) places[placeOf(index * span)] = index + 1
  }

  return {
    memory: () => numbers,
    draft: () => size * width,
    keep: () => {
      const place = placeOf(size * span)
      if (places[place] !== 0) return false
      places[place] = size + 1
      size += 1
      if (size * 2 > places.length) spread()
      if ((size + 1) * width > numbers.length) grow()
      return true
    },
    size: () => size,
  }
}
