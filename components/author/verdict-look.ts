import type { Verdict } from '@/lib/teach/authored'

/** The sign of a verdict and its colours; the words say the same. */
export const verdictLook = {
  proved: { sign: '✓', edge: 'border-correct', tone: 'text-correct' },
  confirmed: { sign: '✓', edge: 'border-correct', tone: 'text-correct' },
  depends: { sign: '≈', edge: 'border-waiting', tone: 'text-waiting' },
  unchecked: { sign: '○', edge: 'border-waiting', tone: 'text-waiting' },
  refuted: { sign: '✕', edge: 'border-wrong', tone: 'text-wrong' },
  broken: { sign: '✕', edge: 'border-wrong', tone: 'text-wrong' },
} as const satisfies Record<Verdict, { readonly sign: string; readonly edge: string; readonly tone: string }>
