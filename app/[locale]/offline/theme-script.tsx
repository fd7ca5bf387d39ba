import { headers } from 'next/headers'
import { themeCookie } from '@/components/shell/theme'

/** The theme of the reader's cookie, before anything is painted: a page that is kept for everybody has nobody's. */
export async function ThemeScript() {
  const policy = (await headers()).get('Content-Security-Policy') ?? ''
  const [, nonce] = /'nonce-([^']+)'/.exec(policy) ?? []
  const script = `{
    const [, theme] = /(?:^|; )${themeCookie}=(light|dark)/.exec(document.cookie) ?? []
    if (theme) document.documentElement.dataset.theme = theme
  }`
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a text of our own, with nothing of anybody else's in it
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: script }} />
}
