/** Two sided, 95 %. */
const z = 1.959964

/**
 * The interval in which the true share lies, given `right` of `of` (at least 1), both ends 0 to 1: Wilson's score interval
 * at 95 %, which stays within 0 and 1 and says something sensible of three reviews too.
 * Wilson 1927, "Probable inference", equation 4.
 */
export function wilsonInterval(right: number, of: number): { readonly low: number; readonly high: number } {
  const share = right / of
  const middle = share + z ** 2 / (2 * of)
  const reach = z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2))
  const whole = 1 + z ** 2 / of
  return { low: Math.max(0, (middle - reach) / whole), high: Math.min(1, (middle + reach) / whole) }
}
