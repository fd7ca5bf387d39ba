// node scripts/make-icons.mjs: draws the icons of the installed app from app/icon.svg, in Chromium. Run it where the icon
// has changed, and commit what it draws.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { findBrowser } from './find-browser.mjs'

const rounded = readFileSync('app/icon.svg', 'utf8')
// Systems cut the corners as they like: a maskable icon fills its square, and ours keeps within the inner four fifths.
const square = rounded.replace(' rx="4"', '')

const icons = [
  { file: 'public/icons/192.png', size: 192, svg: rounded },
  { file: 'public/icons/512.png', size: 512, svg: rounded },
  { file: 'public/icons/maskable-512.png', size: 512, svg: square },
  { file: 'app/apple-icon.png', size: 180, svg: square },
]

mkdirSync('public/icons', { recursive: true })
const browser = await chromium.launch({
  executablePath: await findBrowser(),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
for (const { file, size, svg } of icons) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  await page.setContent(
    `<style>body { margin: 0 } svg { display: block; width: ${size}px; height: ${size}px }</style>${svg}`,
  )
  writeFileSync(file, await page.screenshot({ omitBackground: true }))
  await page.close()
}
await browser.close()
