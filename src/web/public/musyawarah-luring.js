// Answers for the pages of a meeting when there is no line: with the files that the page has kept.
const nama = 'siks-musyawarah'

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (e) => e.waitUntil(self.clients.claim()))

const darurat = async (request) =>
  (await caches.open(nama)).match(request.mode === 'navigate' ? '/index.html' : request)

self.addEventListener('fetch', (e) => {
  const { request } = e
  const { pathname, origin } = new URL(request.url)
  const berkas = pathname.startsWith('/assets/')
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (request.mode !== 'navigate' && !berkas) return
  e.respondWith(
    fetch(request).catch(async (sebab) => {
      const ada = await darurat(request)
      if (ada) return ada
      throw sebab
    }),
  )
})
