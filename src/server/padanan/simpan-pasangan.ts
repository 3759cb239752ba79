/** Stores the pairs of a part in one transaction with what is known of it: both are there, or neither. */
import type { PoolClient } from 'pg'
import { wilayahBersama } from '#domain/padanan/bagian.ts'
import { bitsDari, peluangDari } from '#domain/padanan/bobot.ts'
import type { ModelPadanan } from '#domain/padanan/model.ts'
import type { Padanan } from '#domain/padanan/padankan.ts'
import { tingkatDari } from '#domain/padanan/uraian.ts'
import type { Orang } from './orang.ts'
import type { Keputusan } from './putusan.ts'
import { PembuatId, PenulisSalinan } from './salinan-tulis.ts'

export type Tersimpan = {
  readonly pasangan: number
  readonly padan: number
  readonly gugus: number
}

const kolom = `kab, id, jalan_id, bagian, wilayah, kiri_kab, kiri_id, kiri_jenis, kanan_kab, kanan_id, kanan_jenis,
  bobot, peluang, tingkat, gugus, taruhan, status`

/** A temporary table of the columns that a part writes; pairs go from there to the table that policies guard. */
export async function siapkanSalinan(client: PoolClient): Promise<void> {
  await client.query(
    `create temporary table salinan_pasangan on commit drop as select ${kolom} from padanan_pasangan limit 0`,
  )
}

const bitaJalan = (id: string): Uint8Array => Buffer.from(id.replaceAll('-', ''), 'hex')

/** Copies the pairs in. `orang`: who the rows are. @returns how many */
export async function salinPasangan(
  client: PoolClient,
  untuk: { readonly jalanId: string; readonly nomor: number; readonly saat: number },
  model: ModelPadanan,
  orang: Orang,
  hasil: Padanan,
  keputusan: Keputusan,
): Promise<Tersimpan> {
  const tulis = new PenulisSalinan(client, 'salinan_pasangan')
  const id = new PembuatId(untuk.saat)
  const jalan = bitaJalan(untuk.jalanId)
  const { a, b, bobot, kode } = hasil.pasangan
  const batas = bitsDari(model.ambang.padan)
  let banyak = 0
  let padan = 0
  for (let i = 0; i < a.length; i++) {
    const x = a[i] as number
    const y = b[i] as number
    const urutan = orang.urutan(x, y)
    // A person who moved stands in both kab/kota under one id.
    if (urutan === 0) continue
    const kiri = urutan < 0 ? x : y
    const kanan = urutan < 0 ? y : x
    const w = bobot[i] as number
    const gugus = hasil.gugus[x] === hasil.gugus[y] ? (hasil.gugus[x] as number) : -1
    banyak++
    if (w >= batas) padan++
    if (tulis.baris(17)) await tulis.kirim()
    tulis.kecil(orang.kab(kiri))
    tulis.uuid(id.berikut(), 0)
    tulis.uuid(jalan, 0)
    tulis.kecil(untuk.nomor)
    tulis.besar(wilayahBersama(orang.wilayah(x), orang.wilayah(y)))
    for (const satu of [kiri, kanan]) {
      tulis.kecil(orang.kab(satu))
      orang.id(satu, tulis)
      tulis.teks(orang.jenis(satu))
    }
    tulis.pecahan(w)
    tulis.pecahan(peluangDari(w))
    tulis.deret(tingkatDari(hasil.sandi, kode[i] as number))
    if (gugus < 0) tulis.kosong()
    else orang.id(gugus, tulis)
    tulis.kecil(orang.taruhan(x) + orang.taruhan(y))
    tulis.teks(keputusan.status(x, y))
  }
  await tulis.selesai()
  return { pasangan: banyak, padan, gugus: banyakGugus(hasil.gugus) }
}

function banyakGugus(gugus: Int32Array): number {
  const anggota = new Uint8Array(gugus.length)
  let banyak = 0
  for (const [i, akar] of gugus.entries()) {
    if (akar === i || anggota[akar] === 1) continue
    anggota[akar] = 1
    banyak++
  }
  return banyak
}

/** From the temporary table to where policies guard the rows. */
export async function pindahkanSalinan(client: PoolClient): Promise<void> {
  await client.query(
    `insert into padanan_pasangan (${kolom}) select ${kolom} from salinan_pasangan`,
  )
}
