import type { AheadReply, BatchReply } from '@/lib/offline/exchange'
import { askServer } from './ask-server'
import { createDevice, type Device } from './device'
import { openDeviceStore } from './device-store'
import { writeMark } from './mark'

let made: Device | null = null

/** The device that this browser is; one for the page, whoever asks for it. */
export function thisDevice(build: string): Device {
  made ??= createDevice({
    store: openDeviceStore(),
    askAhead: (body) => askServer<AheadReply>('/api/v1/reviews/ahead', body),
    sendBatch: (body) => askServer<BatchReply>('/api/v1/reviews/batch', body),
    takeAlong: async (held, reply, byDevice) => {
      const { takeAlong } = await import('@/lib/offline/taken')
      return takeAlong(held, reply, { build, byDevice })
    },
    build,
    clock: () => Date.now(),
    later: (act, ms) => {
      setTimeout(act, ms)
    },
    note: writeMark,
  })
  return made
}

/** Keeps a device in step for as long as the page is shown: now, when the network is back, and when the page is seen again. */
export function keepInStep(device: Device): () => void {
  const sync = () => void device.sync()
  const seen = () => {
    if (document.visibilityState === 'visible') sync()
  }
  window.addEventListener('online', sync)
  document.addEventListener('visibilitychange', seen)
  sync()
  return () => {
    window.removeEventListener('online', sync)
    document.removeEventListener('visibilitychange', seen)
  }
}
