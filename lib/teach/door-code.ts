/**
 * What the code of a door is made of: digits and letters of which no two are taken for one another, on a slide or by ear.
 * 0, 1, I, L and O are in none; of 2 Z, 5 S, 8 B and U V the first three digits and V are.
 */
export const codeAlphabet = '23456789ACDEFGHJKMNPQRTVWXY'

export const codeLength = 6

/** What is typed for what was meant. Of the others (0, 1, I, L, O) none is meant: they are in no code. */
const twins: Readonly<Record<string, string>> = { Z: '2', S: '5', B: '8', U: 'V' }

/** A vowel between two letters: what could be read as a word that nobody wants on a slide. */
const wordlike = /[C-HJKMNP-RTV-Y][AE][C-HJKMNP-RTV-Y]/

/**
 * Draws a code from `random`, which gives whole numbers from 0 to below `below`, evenly. Of 27^6 = 387 million (28.5 bits)
 * those that hold a syllable are left out, which leaves over 300 million (28.2 bits); a test counts.
 */
export function drawCode(random: (below: number) => number): string {
  const drawn = Array.from({ length: codeLength }, () => codeAlphabet.charAt(random(codeAlphabet.length))).join('')
  return isWordlike(drawn) ? drawCode(random) : drawn
}

/** Whether a code could be read as a word, and is therefore never drawn. */
export function isWordlike(code: string): boolean {
  return wordlike.test(code)
}

/** The code that somebody typed, whatever the case, with or without spaces and hyphens; undefined where it can't be one. */
export function parseCode(typed: string): string | undefined {
  const code = [...typed.normalize('NFKC').toUpperCase()]
    .filter((sign) => !/[\s\-–—.·]/.test(sign))
    .map((sign) => twins[sign] ?? sign)
  const isCode = code.length === codeLength && code.every((sign) => codeAlphabet.includes(sign))
  return isCode ? code.join('') : undefined
}

/** A code as it is shown: in two groups of three, which are easier to keep in mind on the way to a phone. */
export function spellCode(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`
}
