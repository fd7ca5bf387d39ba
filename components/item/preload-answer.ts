import type { PresentedItem } from '@/lib/words/presented-item'

const heavy = {
  order: () => import('./order-answer'),
  place: () => import('./place-answer'),
  fill: () => import('./fill-answer'),
} as const

/** Loads what a question will need while the network is there; if that fails, it is tried again when the question is met. */
export function preloadAnswer({ control }: PresentedItem): void {
  if (control === 'order' || control === 'place' || control === 'fill') heavy[control]().catch(() => undefined)
}
