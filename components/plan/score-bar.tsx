import type { Interval } from './percent'

/** An expected score on a bar from 0 to 100 %: the interval as a band, the mean as a line. Said in words beside it. */
export function ScoreBar({ low, mean, high }: Interval) {
  return (
    <svg aria-hidden viewBox="0 0 100 4" preserveAspectRatio="none" className="h-3 w-full">
      <rect width="100" height="4" className="fill-rule" />
      <rect x={low * 100} width={Math.max(0.5, (high - low) * 100)} height="4" className="fill-accent opacity-40" />
      <rect x={Math.min(99, mean * 100 - 0.5)} width="1" height="4" className="fill-accent" />
    </svg>
  )
}
