import { useEffect, useState, useSyncExternalStore } from 'react'
import { keepInStep, thisDevice } from './this-device'

/** The device that this browser is, and what is known of it. */
export function useDeviceView(build: string) {
  const [device] = useState(() => thisDevice(build))
  const view = useSyncExternalStore(device.subscribe, device.view, device.initial)
  return [device, view] as const
}

/** The same, kept in step with the server for as long as the page is shown. One on a page does. */
export function useDevice(build: string) {
  const [device, view] = useDeviceView(build)
  // The browser's own events say when the network is back; nothing of React does.
  useEffect(() => keepInStep(device), [device])
  return [device, view] as const
}
