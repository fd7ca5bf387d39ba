/** Writes points, percents and shares in a language. Made once for a page, which may have thousands of them. */
export function createMarkWriter(locale: string) {
  const points = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  const whole = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const index = new Intl.NumberFormat(locale, { maximumFractionDigits: 2, minimumFractionDigits: 2 })
  const signed = new Intl.NumberFormat(locale, { maximumFractionDigits: 2, signDisplay: 'exceptZero' })
  // A class has thousands of marks, and few different ones.
  const written = new Map<number, string>()
  return {
    /** Of hundredths of a point. */
    points(hundredths: number): string {
      const text = written.get(hundredths) ?? points.format(hundredths / 100)
      written.set(hundredths, text)
      return text
    },
    /** A difference of hundredths of a point, with its sign. */
    difference: (hundredths: number) => signed.format(hundredths / 100),
    /** Of tenths of a percent. */
    total: (permille: number) => percent.format(permille / 1000),
    /** A share of 0 to 1. */
    share: (share: number) => whole.format(share),
    /** A correlation or another number around 1. */
    index: (value: number) => index.format(value),
  }
}

export type MarkWriter = ReturnType<typeof createMarkWriter>
