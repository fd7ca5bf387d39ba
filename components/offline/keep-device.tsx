'use client'

import { useEffect } from 'react'
import { usePathname } from '@/lib/i18n/navigation'
import { readMark } from './mark'

type Props = {
  /** Who is signed in; null for nobody. */
  readonly owner: string | null
  /** Null while developing. */
  readonly build: string | null
}

/**
 * Keeps what was taken along on this device its owner's: it is gone where somebody else is signed in, or nobody; reviews that
 * wait are sent from whatever page comes. It draws nothing, and loads nothing where nothing was taken along.
 */
export function KeepDevice({ owner, build }: Props) {
  const pathname = usePathname()
  // What a browser keeps is not known to the server; the page for reviews without a network knows nobody, and asks itself.
  useEffect(() => {
    const mark = readMark()
    if (mark === null || build === null || pathname === '/offline') return
    if (mark.owner !== owner) void forget(build)
    else void carryOn(build, mark.unsent)
  }, [owner, build, pathname])
  return null
}

async function forget(build: string): Promise<void> {
  const [{ thisDevice }, { stopWorker }] = await Promise.all([import('./this-device'), import('./worker')])
  await thisDevice(build).clear()
  await stopWorker()
}

async function carryOn(build: string, unsent: number): Promise<void> {
  const { startWorker } = await import('./worker')
  void startWorker(build)
  if (unsent === 0) return
  const { thisDevice } = await import('./this-device')
  await thisDevice(build).sync()
}
