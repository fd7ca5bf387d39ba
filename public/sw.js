// The service worker: it keeps the page for reviews without a network, and gives it where a page does not come. It is told
// the build in its address (/sw.js?v=…), so that each build brings a worker and a store of its own. Everything else goes to
// the network as if there were no worker: no answer of the API is ever kept, nor any other page.

/** @type {any} */
const worker = globalThis

const locales = ['en', 'zh-CN']
const prefix = 'timewait-offline-'
const store = prefix + new URL(worker.location.href).searchParams.get('v')

/** How long the network may take for a page, and for how long it is not asked again where it has just failed. */
const patienceMs = 8000
const failureMs = 15_000
let failedAt = Number.NEGATIVE_INFINITY

worker.addEventListener('install', (/** @type {any} */ event) => {
  event.waitUntil(keepPage().then(() => worker.skipWaiting()))
})

worker.addEventListener('activate', (/** @type {any} */ event) => {
  event.waitUntil(dropOldStores())
})

worker.addEventListener('fetch', (/** @type {any} */ event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return
  if (request.mode === 'navigate' && isOurs(url.pathname)) event.respondWith(answerPage(request, url))
  // Their names change with their contents, so what is kept under a name is what the network would give.
  else if (url.pathname.startsWith('/_next/static/')) event.respondWith(answerPart(request))
})

/** Pages in a language. A running exam is left to the network alone, and what has an extension is no page. */
const isOurs = (/** @type {string} */ path) => !/^\/api\/|\/exam(\/|$)|\.\w+$/.test(path)

const offlinePage = (/** @type {string} */ locale) => `/${locale}/offline`

/** Keeps the page for reviews; where one part of it fails, nothing. */
async function keepPage() {
  try {
    await fillStore()
  } catch (error) {
    await caches.delete(store)
    throw error
  }
}

/** Keeps the page for reviews in each language, with all that it can load. */
async function fillStore() {
  const kept = await caches.open(store)
  const parts = new Set()
  for (const locale of locales) {
    // Without cookies: the page that is kept knows nobody.
    const page = await fetchWhole(offlinePage(locale), { credentials: 'omit', cache: 'no-store' })
    await kept.put(offlinePage(locale), page.clone())
    for (const part of partsIn(await page.text(), '/')) parts.add(part)
  }
  // A set grows while it is gone through: a part names the parts that it loads itself.
  for (const part of parts) {
    const response = await fetchWhole(part, { cache: 'force-cache' })
    await kept.put(part, response.clone())
    if (/\.(js|css)$/.test(part)) for (const other of partsIn(await response.text(), part)) parts.add(other)
  }
}

async function fetchWhole(/** @type {string} */ address, /** @type {RequestInit} */ how) {
  const response = await fetch(address, how)
  if (!response.ok || response.redirected) throw new Error(`Cannot keep ${address}: ${response.status}`)
  return response
}

/** The addresses of the parts that a page, a script or a style sheet names; those for browsers without workers left out. */
function partsIn(/** @type {string} */ text, /** @type {string} */ base) {
  const modern = text.replace(/<script[^>]* nomodule[^>]*>/gi, '')
  const named = modern.match(/static\/(?:chunks|css|media)\/[\w./~-]+\.(?:js|css|woff2)/g) ?? []
  const linked = base.endsWith('.css') ? [...modern.matchAll(/url\(["']?([^"')]+\.woff2)/g)] : []
  return [
    ...named.map((part) => `/_next/${part}`),
    ...linked.map(([, part]) => new URL(part ?? '', new URL(base, worker.location.origin)).pathname),
  ]
}

async function dropOldStores() {
  const names = await caches.keys()
  await Promise.all(
    names.filter((name) => name.startsWith(prefix) && name !== store).map((name) => caches.delete(name)),
  )
}

/** A page from the network; where none comes in time, the way to the page for reviews, which then has its own address. */
async function answerPage(/** @type {Request} */ request, /** @type {URL} */ url) {
  const own = locales.find((locale) => url.pathname === offlinePage(locale))
  const address = offlinePage(own ?? localeOf(url))
  const kept = await findKept(address)
  if (kept === undefined) return fetch(request)
  // Whoever is sent here from another page has waited for the network just now.
  if (own !== undefined && url.searchParams.has('from') && Date.now() - failedAt < failureMs) return kept
  const answer = await askNetwork(request)
  if (answer !== null) return answer
  if (own !== undefined) return kept
  failedAt = Date.now()
  return Response.redirect(`${address}?from=${encodeURIComponent(url.pathname + url.search)}`)
}

/** What the network has; null where it fails, or keeps silent, or has nobody behind it. */
async function askNetwork(/** @type {Request} */ request) {
  const late = new Promise((resolve) => setTimeout(() => resolve(null), patienceMs))
  const answer = await Promise.race([fetch(request).catch(() => null), late])
  return answer === null || [502, 503, 504].includes(answer.status) ? null : answer
}

async function findKept(/** @type {string} */ address) {
  return (await caches.open(store)).match(address)
}

async function answerPart(/** @type {Request} */ request) {
  return (await (await caches.open(store)).match(request)) ?? fetch(request)
}

/** The language of an address; where it has none yet, the browser's. */
function localeOf(/** @type {URL} */ url) {
  const named = locales.find((locale) => url.pathname.split('/')[1] === locale)
  return named ?? (/^zh\b/.test(worker.navigator.language) ? 'zh-CN' : 'en')
}
