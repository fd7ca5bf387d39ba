import type { Body } from './item'
import { seedOf } from './random'
import { showOptions } from './shown'

/**
 * A number for what a showing shows, from 0 to 4294967295: another one, as good as always, where the body is another or its
 * options stand in another order. An answer given by places means something only for what it was given to.
 */
export function printOf(body: Body, seed: number): number {
  return seedOf(JSON.stringify([body, showOptions(body, seed)]))
}
