import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'

// The title of not-found.tsx is in the document that the server sends; this one is what the browser makes of it.
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('error.notFound')
  return { title: t('title') }
}

/** Any address that no other page takes, so that its not-found page stands in the shell and in the reader's language. */
export default function Missing() {
  notFound()
}
