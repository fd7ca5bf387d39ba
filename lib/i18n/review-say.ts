import { createTranslator } from 'next-intl'
import type { Locale } from './routing'
import type { Say } from './say'

/**
 * The texts of a review in one language, for a browser that asks and marks by itself: what lib/words says, and nothing
 * else. A test holds it against all the texts.
 */
export async function loadReviewSay(locale: Locale): Promise<Say> {
  const [item, machine, misconceptions, pairs, review, statements] = await Promise.all([
    import(`../../messages/${locale}/item.json`),
    import(`../../messages/${locale}/machine.json`),
    import(`../../messages/${locale}/misconceptions.json`),
    import(`../../messages/${locale}/pairs.json`),
    import(`../../messages/${locale}/review.json`),
    import(`../../messages/${locale}/statements.json`),
  ])
  const messages = {
    item: item.default,
    machine: machine.default,
    misconceptions: misconceptions.default,
    // Why a pair of states never occurs.
    pairs: { invariants: pairs.default.invariants },
    review: review.default,
    statements: statements.default,
  }
  const translate: unknown = createTranslator({ locale, messages })
  return translate as Say
}
