'use client'

import { useEffect, useRef } from 'react'
import { usePathname } from '@/lib/i18n/navigation'
import { type Mark, readMark } from './mark'
import { onReviewed } from './reviewed'

type Props = {
  /** Who is signed in; null for nobody. */
  readonly owner: string | null
  /** Null while developing. */
  readonly build: string | null
  /** The cookie that names somebody who has just deleted all that is theirs. */
  readonly deletedCookie: string
}

/**
 * Keeps what is on this device its owner's: the cards are gone where somebody else is signed in, or nobody; reviews that
 * wait are sent, from whatever page comes, where it is their owner who is signed in, and what is reviewed online is taken
 * along anew. It draws nothing, and loads nothing
 * where nothing was taken along.
 */
export function KeepDevice({ owner, build, deletedCookie }: Props) {
  const pathname = usePathname()
  // The page for reviews without a network is rendered for nobody, whoever is signed in.
  const told = useRef(pathname === '/offline' ? owner : undefined)
  // What a browser keeps is not known to the server. Who is signed in is told when a document comes, or when it changes:
  // Next keeps a layout as it is while somebody goes from page to page.
  useEffect(() => {
    const deleted = takeCookie(deletedCookie)
    const mark = readMark()
    if (mark === null || build === null || pathname === '/offline') return
    const isNews = told.current !== owner
    told.current = owner
    const isOthers = mark.owner !== null && mark.owner !== owner
    const isWaiting = Object.keys(mark.waiting).length > 0
    if ((isNews && isOthers) || isWaiting || deleted !== null) void keep(build, isNews ? owner : undefined, deleted)
    if (isNews && mark.owner !== null) void keepWorker(mark, owner, build)
  }, [owner, build, deletedCookie, pathname])
  // A review that was recorded online, on whatever page, changes what the device is to hold.
  useEffect(() => {
    if (build === null) return
    let waiting: ReturnType<typeof setTimeout> | undefined
    const stop = onReviewed(() => {
      clearTimeout(waiting)
      waiting = setTimeout(() => void takeAnew(build), settleMs)
    })
    return () => {
      stop()
      clearTimeout(waiting)
    }
  }, [build])
  return null
}

/** How long the device waits after a review for the next one, before it takes the cards along anew. */
const settleMs = 3000

async function takeAnew(build: string): Promise<void> {
  if ((readMark()?.owner ?? null) === null) return
  const { thisDevice } = await import('./this-device')
  await thisDevice(build).sync()
}

async function keep(build: string, owner: string | null | undefined, deleted: string | null): Promise<void> {
  const { thisDevice } = await import('./this-device')
  const device = thisDevice(build)
  if (owner !== undefined) device.isFor(owner)
  if (deleted !== null) await device.forget(deleted)
  await device.sync()
}

async function keepWorker(mark: Mark, owner: string | null, build: string): Promise<void> {
  const { startWorker, stopWorker } = await import('./worker')
  await (mark.owner === owner ? startWorker(build) : stopWorker())
}

/** What a cookie says, once; null where there is none. */
function takeCookie(name: string): string | null {
  const cookie = document.cookie.split('; ').find((pair) => pair.startsWith(`${name}=`))
  if (cookie === undefined) return null
  document.cookie = `${name}=; path=/; max-age=0`
  return decodeURIComponent(cookie.slice(name.length + 1))
}
