import type { MetadataRoute } from 'next'
import { hasLocale } from 'next-intl'
import { routing } from '@/lib/i18n/routing'
import { loadSay } from '@/lib/i18n/say'

/**
 * The app as a browser installs it, in the language of the page that it is installed from. The standard knows one language
 * to a manifest; the id makes them one app.
 */
export async function GET(_request: Request, { params }: { params: Promise<{ locale: string }> }) {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) return new Response(null, { status: 404 })
  const say = await loadSay(locale)
  const manifest: MetadataRoute.Manifest = {
    id: '/',
    name: say('shell.name'),
    short_name: say('shell.name'),
    description: say('shell.description'),
    lang: locale,
    dir: 'ltr',
    start_url: `/${locale}/review`,
    scope: '/',
    display: 'standalone',
    background_color: '#fbfaf7',
    theme_color: '#fbfaf7',
    categories: ['education'],
    icons: [
      { src: '/icons/192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icons/512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  }
  return Response.json(manifest, { headers: { 'Content-Type': 'application/manifest+json' } })
}
