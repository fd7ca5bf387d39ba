/** One moment by two clocks, in milliseconds since 1970 UTC: the server's, and the device's own. */
export type Moment = { readonly byServer: number; readonly byDevice: number }

type Reviewed = {
  /** When the card was answered, by the device's clock. */
  readonly at: number
  /** When the device took the card along, before that. */
  readonly taken: Moment
  /** When the device sent the review, after that. */
  readonly sent: Moment
}

/**
 * When a card was answered by the server's clock, from a device whose own may be wrong by a minute or by years. The device
 * is as wrong as it was when it sent the review or, where somebody has set its clock in between, as it was when it took the
 * card along: the first of the two that puts the review between these moments. Where neither does, the nearest instant
 * that can be; nothing is reviewed in the future or before its card was on the device.
 */
export function correctedTime({ at, taken, sent }: Reviewed): number {
  const earliest = Math.min(taken.byServer, sent.byServer)
  const asSent = at + sent.byServer - sent.byDevice
  const asTaken = at + taken.byServer - taken.byDevice
  const possible = [asSent, asTaken].find((time) => earliest <= time && time <= sent.byServer)
  return possible ?? Math.min(Math.max(asSent, earliest), sent.byServer)
}
