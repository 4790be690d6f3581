/**
 * Keeps the page for use without a network. The build writes PRECACHE before this text, so that each build is another
 * service worker; a new one takes over when the page is loaded anew, with all of its files at once.
 */
declare const PRECACHE: { readonly version: string; readonly files: readonly string[] }
// The library for workers types `self` as any worker's; here it is a service worker's.
const scope = self as unknown as ServiceWorkerGlobalScope
const prefix = 'torchspore-'
const cacheName = prefix + PRECACHE.version

scope.addEventListener('install', event => {
  event.waitUntil(
    caches
      .open(cacheName)
      .then(cache => cache.addAll(PRECACHE.files))
      .then(() => scope.skipWaiting()),
  )
})

scope.addEventListener('activate', event => {
  event.waitUntil(dropOthers().then(() => scope.clients.claim()))
})

scope.addEventListener('fetch', event => {
  const { request } = event
  if (request.method !== 'GET' || new URL(request.url).origin !== scope.location.origin) return
  event.respondWith(answer(request))
})

/** From the cache, whatever the server says it varies with; what was never kept comes from the network. */
async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName)
  const wanted = request.mode === 'navigate' ? scope.registration.scope : request
  return (await cache.match(wanted, { ignoreSearch: true, ignoreVary: true })) ?? fetch(request)
}

async function dropOthers(): Promise<void> {
  const others = (await caches.keys()).filter(name => name.startsWith(prefix) && name !== cacheName)
  await Promise.all(others.map(name => caches.delete(name)))
}
