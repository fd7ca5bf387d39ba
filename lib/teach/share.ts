/**
 * A share of something as two whole numbers, exact whatever is done with it: 1/3 of a mark stays 1/3. Shares are rounded
 * in one place alone, where they are shown or written (`roundShare`).
 */
export type Share = { readonly of: bigint; readonly in: bigint }

/** The share that `of` is in `whole`, both whole numbers. Throws where `whole` is not above 0. */
export function share(of: number, whole: number): Share {
  if (whole <= 0) throw new Error(`Cannot take a share of ${whole}`)
  return { of: BigInt(of), in: BigInt(whole) }
}

export function timesShare(a: Share, b: Share): Share {
  return { of: a.of * b.of, in: a.in * b.in }
}

/** Below 0 where a is less, above where it is more. */
export function compareShares(a: Share, b: Share): number {
  const [left, right] = [a.of * b.in, b.of * a.in]
  return left < right ? -1 : left > right ? 1 : 0
}

/** The mean of shares with whole weights; null where nothing weighs. */
export function meanShare(parts: readonly { readonly share: Share; readonly weight: number }[]): Share | null {
  let sum: Share = { of: 0n, in: 1n }
  let weights = 0n
  for (const { share: part, weight } of parts) {
    sum = { of: sum.of * part.in + BigInt(weight) * part.of * sum.in, in: sum.in * part.in }
    sum = reduced(sum)
    weights += BigInt(weight)
  }
  return weights === 0n ? null : { of: sum.of, in: sum.in * weights }
}

function reduced({ of, in: whole }: Share): Share {
  let [a, b] = [of, whole]
  while (b !== 0n) [a, b] = [b, a % b]
  return a === 0n ? { of, in: whole } : { of: of / a, in: whole / a }
}

/**
 * The share of `whole` as a whole number: the one rounding rule of marks. Half goes up. Points are rounded to hundredths of
 * a point and totals to tenths of a percent, each from the exact share and never from something rounded before.
 */
export function roundShare({ of, in: whole }: Share, all: number): number {
  return Number((2n * of * BigInt(all) + whole) / (2n * whole))
}
