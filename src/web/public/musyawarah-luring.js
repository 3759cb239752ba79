// Answers for the pages of a meeting when there is no line, or a bad one: with the files that the page has kept.
const nama = 'siks-musyawarah'
/** How long the document is waited for, milliseconds. */
const SABAR = 5000

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (e) => e.waitUntil(self.clients.claim()))

/** The document is new with each build: the kept one is for when the network gives none in time. */
const dokumen = async (request) => {
  const lama = new Promise((_, gagal) => setTimeout(() => gagal(new Error('no answer')), SABAR))
  try {
    return await Promise.race([fetch(request), lama])
  } catch (sebab) {
    const ada = await (await caches.open(nama)).match('/index.html')
    if (ada) return ada
    throw sebab
  }
}

/** Files bear a hash in their names: what was kept under one never grows old. */
const berkas = async (request) => (await (await caches.open(nama)).match(request)) ?? fetch(request)

self.addEventListener('fetch', (e) => {
  const { request } = e
  const { pathname, origin } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (request.mode === 'navigate') e.respondWith(dokumen(request))
  else if (pathname.startsWith('/assets/')) e.respondWith(berkas(request))
})
