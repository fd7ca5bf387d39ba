import { encode } from 'uqr'

/** Four modules of white all around, without which readers don't find it (ISO/IEC 18004, 9.1). */
const quiet = 4

/**
 * A text as a QR code, black on white in every theme, for phones read no other as well. A quarter of it may be hidden by
 * a head in front of the slide.
 */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { data, size } = encode(text, { ecc: 'Q', border: 0 })
  const path = data
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x + quiet} ${y + quiet}h1v1h-1z` : '')))
    .join('')
  const width = size + 2 * quiet
  return (
    <svg
      viewBox={`0 0 ${width} ${width}`}
      role="img"
      aria-label={label}
      className="block w-full"
      shapeRendering="crispEdges"
    >
      <path d={`M0 0h${width}v${width}H0z`} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
