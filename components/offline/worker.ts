/**
 * Has the service worker of this build keep the page for reviews. Resolves when that page can be had without a network;
 * false where the browser has no such workers, or the page could not be kept.
 */
export async function startWorker(build: string): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false
  try {
    const registration = await navigator.serviceWorker.register(`/sw.js?v=${build}`)
    const worker = registration.installing ?? registration.waiting ?? registration.active
    return worker !== null && (await isSettled(worker))
  } catch {
    return false
  }
}

function isSettled(worker: ServiceWorker): Promise<boolean> {
  return new Promise((resolve) => {
    const look = () => {
      if (worker.state === 'activated') resolve(true)
      if (worker.state === 'redundant') resolve(false)
    }
    worker.addEventListener('statechange', look)
    look()
  })
}

/** Leaves this browser without the worker and without what it kept. */
export async function stopWorker(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const registrations = await navigator.serviceWorker.getRegistrations()
  await Promise.all(registrations.map((registration) => registration.unregister()))
  const names = await caches.keys()
  await Promise.all(names.map((name) => caches.delete(name)))
}
