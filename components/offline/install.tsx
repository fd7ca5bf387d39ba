import { useEffect, useState, useSyncExternalStore } from 'react'
import { Button } from '@/components/ui/button'
import type { OfflineTexts } from './texts'

/** What Chromium gives a page that can be installed; no standard names it. */
type InstallEvent = Event & { prompt(): Promise<unknown> }

/** The way to install the app: the browser's own where it has one, a sentence where only a menu of it does. */
export function Install({ words }: { readonly words: OfflineTexts }) {
  const [offer, setOffer] = useState<InstallEvent | null>(null)
  const isApple = useSyncExternalStore(never, needsMenu, () => false)
  // The browser says by an event of its own that the app can be installed, and that it has been.
  useEffect(() => {
    const offered = (event: Event) => {
      event.preventDefault()
      setOffer(event as InstallEvent)
    }
    const installed = () => setOffer(null)
    window.addEventListener('beforeinstallprompt', offered)
    window.addEventListener('appinstalled', installed)
    return () => {
      window.removeEventListener('beforeinstallprompt', offered)
      window.removeEventListener('appinstalled', installed)
    }
  }, [])
  if (isApple) return <p className="text-muted text-sm">{words.installIos}</p>
  if (offer === null) return null
  return (
    <Button title={words.installHint} onClick={() => void offer.prompt()}>
      {words.install}
    </Button>
  )
}

const never = () => () => {}

/** An iPhone or iPad (which calls itself a Mac, but can be touched), in the browser. */
function needsMenu(): boolean {
  const { userAgent, maxTouchPoints } = navigator
  const isApple = /iPhone|iPad/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1)
  return isApple && !window.matchMedia('(display-mode: standalone)').matches
}
