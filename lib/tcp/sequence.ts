/**
 * Arithmetic on sequence numbers, all of it modulo 2^32 (RFC 9293 3.4).
 * A sequence number is an integer from 0 to 2^32 - 1.
 */
export type SequenceNumber = number

export const sequenceSpace = 2 ** 32

/** `number + octets` modulo 2^32; octets may be negative. */
export function add(number: SequenceNumber, octets: number): SequenceNumber {
  return (number + octets) >>> 0
}

/**
 * How far `to` lies ahead of `from`, from -2^31 to 2^31 - 1. Which of two numbers is the later one is decided by the
 * shorter way round, as every comparison of 3.4 needs.
 */
export function distance(from: SequenceNumber, to: SequenceNumber): number {
  return (to - from) | 0
}

/** `a < b` modulo 2^32. */
export function isBefore(a: SequenceNumber, b: SequenceNumber): boolean {
  return distance(a, b) > 0
}

/** `a =< b` modulo 2^32. */
export function isAtMost(a: SequenceNumber, b: SequenceNumber): boolean {
  return distance(a, b) >= 0
}

/** `left =< number < left + size`: whether a number lies in the window of `size` octets that begins at `left`. */
export function isInWindow(number: SequenceNumber, left: SequenceNumber, size: number): boolean {
  return add(number, -left) < size
}
