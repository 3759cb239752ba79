/** Linked sets with known truth: the same people as four sources write them, as one CSV or one per source. */

import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { Acak } from '../acak.ts'
import { jalanDesa } from '../alamat.ts'
import { tanggalIso } from '../nomor.ts'
import { bacaKota, type Desa, type Kota } from '../wilayah.ts'
import {
  alamatLain,
  angkaSalah,
  kali,
  type Laju,
  lahirLain,
  namaLain,
  type Sumber,
  sumber,
} from './derau.ts'
import { type Orang, orangBenar, type Selain, tanpaSelain } from './orang.ts'

export type SetPadanan = {
  readonly baris: number
  readonly keluar: string
  readonly seed: number
  readonly selain?: Selain
  /** How many times the stated error rates. */
  readonly kali?: number
  readonly sumber?: readonly Sumber[]
}

const kolom = 'id,sumber,nik,nomor_kk,nama,tanggal_lahir,jenis_kelamin,alamat,wilayah,orang\n'

/** Kab/kota enough for so many people, of several islands. */
async function kotaUntuk(orang: number): Promise<Kota[]> {
  const kota: Kota[] = []
  for (const kode of [
    '6474',
    '3523',
    '9271',
    '7371',
    '3374',
    '1271',
    '3273',
    '3578',
    '3175',
    '3404',
    '5171',
    '6371',
    '3509',
    '3520',
    '3318',
  ]) {
    const satu = await bacaKota(kode)
    if (satu) kota.push(satu)
    if (kota.reduce((n, k) => n + k.desa.length, 0) * 3500 >= orang) break
  }
  return kota
}

/** Writes `baris` records to one CSV. @returns how many true people stand behind them */
export async function tulisSet(minta: SetPadanan): Promise<number> {
  const pakai = minta.sumber ?? (Object.keys(sumber) as Sumber[])
  const hadir = pakai.reduce((n, s) => n + sumber[s].ada, 0)
  const banyak = Math.ceil((minta.baris / hadir) * 1.02)
  const kota = await kotaUntuk(banyak)
  const desa = new Map(
    kota.flatMap((k) =>
      k.desa.map((d): [number, { desa: Desa; jalan: string[]; lain: readonly Desa[] }] => [
        d.kode,
        { desa: d, jalan: jalanDesa(d), lain: k.desa },
      ]),
    ),
  )
  const selain = minta.selain ?? tanpaSelain
  const laju = new Map(pakai.map((s): [Sumber, Laju] => [s, kali(sumber[s], minta.kali ?? 1)]))
  const keluar = createWriteStream(minta.keluar)
  keluar.write(kolom)
  let baris = 0
  let blok = ''
  let sebelum: Orang | null = null
  let orang = 0
  for (const benar of orangBenar(kota, banyak, minta.seed, selain)) {
    if (baris >= minta.baris) break
    const acak = new Acak(minta.seed, benar.nomor, 77)
    const tempat = desa.get(benar.wilayah)
    if (!tempat) throw new Error('a village without its list')
    orang++
    const baru = acak.peluang(selain.pindah) ? pindahkan(acak, benar, tempat.lain) : null
    for (const s of pakai) {
      const l = laju.get(s)
      if (!l || !acak.peluang(l.ada) || baris >= minta.baris) continue
      const tercatat = baru && (s === 'dtks' || s === 'p3ke') ? baru : benar
      const nikLain = sebelum && acak.peluang(selain.nikTersalin) ? sebelum.nik : null
      blok += tulisBaris(acak, ++baris, s, tercatat, l, tempat, nikLain)
      if (blok.length > 1 << 18) {
        if (!keluar.write(blok)) await once(keluar, 'drain')
        blok = ''
      }
    }
    sebelum = benar
  }
  keluar.end(blok)
  await once(keluar, 'finish')
  return orang
}

function pindahkan(acak: Acak, o: Orang, desa: readonly Desa[]): Orang {
  const ke = acak.pilih(desa)
  return {
    ...o,
    wilayah: ke.kode,
    kk: angkaSalah(acak, angkaSalah(acak, angkaSalah(acak, o.kk))),
    alamat: `JL. ${acak.pilih(jalanDesa(ke))} NO. ${acak.bulat(1, 150)}`,
  }
}

function tulisBaris(
  acak: Acak,
  id: number,
  s: Sumber,
  o: Orang,
  l: Laju,
  tempat: { jalan: readonly string[]; lain: readonly Desa[] },
  nikLain: string | null,
): string {
  const u = acak.satuan()
  const nik =
    nikLain ??
    (u < l.nikKosong ? '' : u < l.nikKosong + l.nikSalah ? angkaSalah(acak, o.nik) : o.nik)
  const kk = acak.peluang(l.kk) ? (acak.peluang(0.5) ? '' : angkaSalah(acak, o.kk)) : o.kk
  const nama = acak.peluang(l.nama) ? namaLain(acak, o.nama, o.kelamin) : o.nama
  const lahir = lahirLain(acak, o.lahir, l)
  const kelamin = acak.peluang(l.kelamin) ? 3 - o.kelamin : o.kelamin
  const alamat = acak.peluang(l.alamat) ? alamatLain(acak, o.alamat, tempat.jalan) : o.alamat
  const wilayah = acak.peluang(l.wilayah) ? acak.pilih(tempat.lain).kode : o.wilayah
  const teks = (t: string) => (t.includes(',') ? `"${t}"` : t)
  return `${id},${s},${nik},${kk},${teks(nama)},${lahir === null ? '' : tanggalIso(lahir)},${kelamin === 1 ? 'L' : 'P'},${teks(alamat)},${wilayah},${o.nomor}\n`
}
