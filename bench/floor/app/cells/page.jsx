/**
 * The least that a page of a table costs: so many rows and columns of nothing in particular, made for each request.
 * @param {{ searchParams: Promise<{ rows?: string, columns?: string }> }} props
 */
// biome-ignore lint/style/noDefaultExport: Next demands it
export default async function Cells({ searchParams }) {
  const { rows, columns } = await searchParams
  return (
    <table>
      <tbody>
        {Array.from({ length: Number(rows) }, (_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
          <tr key={row}>
            {Array.from({ length: Number(columns) }, (_, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
              <td key={column}>{(row * column) % 100}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
