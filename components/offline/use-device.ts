import { useEffect, useState, useSyncExternalStore } from 'react'
import { keepInStep, thisDevice } from './this-device'

/** The device that this browser is, and what is known of it. */
export function useDeviceView(build: string) {
  const [device] = useState(() => thisDevice(build))
  const view = useSyncExternalStore(device.subscribe, device.view, device.initial)
  return [device, view] as const
}

/**
 * The same, kept in step with the server for as long as the page is shown. One on a page does. Without `owner` the page
 * knows nobody.
 */
export function useDevice(build: string, owner?: string | null) {
  const [device, view] = useDeviceView(build)
  // The browser's own events say when the network is back; nothing of React does.
  useEffect(() => {
    if (owner !== undefined) device.isFor(owner)
    return keepInStep(device)
  }, [device, owner])
  return [device, view] as const
}
