/** Names proposed for devices. */
import { expect, test } from 'vitest'
import { namaPeramban } from '#web/pengguna/peramban.ts'

const agen = (isi: string) => `Mozilla/5.0 ${isi}`

test.each([
  [
    agen('(Linux; Android 14) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36'),
    'Chrome, Android',
  ],
  [
    agen('(Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0'),
    'Edge, Windows',
  ],
  [
    agen('(iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1'),
    'Safari, iPhone',
  ],
  [agen('(Android 14; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0'), 'Firefox, Android'],
  ['sesuatu yang lain', 'Web'],
])('%s is called %s', (isi, nama) => {
  expect(namaPeramban(isi)).toBe(nama)
})
