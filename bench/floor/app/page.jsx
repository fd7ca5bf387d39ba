/** Nothing but what Next itself sends. */
// biome-ignore lint/style/noDefaultExport: Next demands it
export default function Page() {
  return <p>Empty</p>
}
