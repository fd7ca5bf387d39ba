import { momentOf, rowHeight } from './geometry'

/** The ground of the row that is looked at. */
export function CurrentRow({ row }: { readonly row: number }) {
  return <rect x={0} y={momentOf(row) - 12} width="100%" height={rowHeight - 4} className="fill-accent/10" />
}
