const known = /^\/(teach|teach\/ask\?s=[\w.-]{1,4000}|join|join\/[\w-]{6,64})$/

/**
 * The page from which somebody was led to their account and to which they go back, as an address or a form names it;
 * undefined where it names none of those that lead here. No other is gone to, or a link could send people anywhere.
 */
export function parseWayBack(value: unknown): string | undefined {
  return typeof value === 'string' && known.test(value) ? value : undefined
}
