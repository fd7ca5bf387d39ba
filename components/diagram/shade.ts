import type { MasteryLevel } from '@/lib/progress/mastery'

/** How a state or an arrow is shaded, and what stands there in place of its label. */
export type Shade = { readonly level: MasteryLevel | null; readonly label: string }

/** A level looks the same on a line, on a box and in the legend; what was never met looks faint, and not bad. */
export const shadeLook = {
  firm: { line: 'text-firm', width: 'stroke-[4]', box: 'fill-firm/20 stroke-firm stroke-[2.5]', swatch: 'bg-firm' },
  good: { line: 'text-good', width: 'stroke-[3]', box: 'fill-good/20 stroke-good stroke-[2.5]', swatch: 'bg-good' },
  fading: {
    line: 'text-fading',
    width: 'stroke-[2.5]',
    box: 'fill-fading/20 stroke-fading stroke-[2.5]',
    swatch: 'bg-fading',
  },
  weak: { line: 'text-weak', width: 'stroke-2', box: 'fill-weak/20 stroke-weak stroke-[2.5]', swatch: 'bg-weak' },
} as const satisfies Record<MasteryLevel, Readonly<Record<'line' | 'width' | 'box' | 'swatch', string>>>

export const unmetLook = {
  line: 'text-edge',
  width: 'stroke-[1.25] [stroke-dasharray:2_4]',
  box: 'fill-paper stroke-edge stroke-[1.25] [stroke-dasharray:2_4]',
  swatch: 'border-edge border-dotted',
} as const
