'use client'

import en from '@/messages/en/error.json'
import zh from '@/messages/zh-CN/error.json'
import './globals.css'

/** Shown where even the shell threw: no provider, no fonts, no links, and the language read off the address. */
export default function ShellFailed({ retry }: { readonly retry: () => void }) {
  const chinese = typeof location !== 'undefined' && location.pathname.startsWith('/zh-CN')
  const { failed } = chinese ? zh : en
  return (
    <html lang={chinese ? 'zh-CN' : 'en'}>
      <body className="flex flex-col items-start gap-6 p-8 font-sans">
        <h1>{failed.title}</h1>
        <p>{failed.body}</p>
        <button type="button" onClick={retry} className="border border-edge px-4 py-2">
          {failed.retry}
        </button>
      </body>
    </html>
  )
}
