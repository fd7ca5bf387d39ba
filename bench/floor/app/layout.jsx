/** @param {{ children: import('react').ReactNode }} props */
// biome-ignore lint/style/noDefaultExport: Next demands it
export default function Layout({ children }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  )
}
