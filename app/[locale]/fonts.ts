import localFont from 'next/font/local'

// Source Sans and Source Code are drawn to stand beside Source Han Sans, which most systems carry as Noto Sans CJK.
// Latin only, 51 KB together; the Chinese face is the reader's own.
const text = localFont({
  src: '../../node_modules/@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2',
  variable: '--font-text',
  weight: '200 900',
  display: 'swap',
})

const code = localFont({
  src: '../../node_modules/@fontsource-variable/source-code-pro/files/source-code-pro-latin-wght-normal.woff2',
  variable: '--font-code',
  weight: '200 900',
  display: 'swap',
  adjustFontFallback: false,
})

export const fonts = `${text.variable} ${code.variable}`
