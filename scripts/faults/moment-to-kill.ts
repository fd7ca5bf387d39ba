import { setTimeout as sleep } from 'node:timers/promises'

/** Comes after 0 to 39 more acknowledgements (`acked`), however fast the machine is, and up to 10 ms. */
export function momentToKill(): { readonly acked: () => void; readonly come: Promise<void> } {
  let left = Math.floor(Math.random() * 40)
  let reached = () => {}
  const counted = new Promise<void>((resolve) => {
    reached = resolve
  })
  const acked = () => {
    left -= 1
    if (left <= 0) reached()
  }
  if (left === 0) reached()
  return { acked, come: counted.then(() => sleep(Math.random() * 10)) }
}
