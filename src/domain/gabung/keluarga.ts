/** Two records of one family become one: pairs of members are one person each, the others come along. Pure. */

import { diakhiri, nasibMasa } from './masa.ts'
import type { MasalahGabung } from './masalah.ts'
import { aktif, isiDari, keadaanSalah, orangDraf, type Pilihan, satukanOrang } from './orang.ts'
import { type Draf, type Kini, ubah } from './rekaman.ts'

export type PasanganOrang = { readonly ke: string; readonly dari: string }

/** What one chooses between two records of a family. */
export const bidangKeluarga = {
  nomor_kk: ['nomor_kk'],
  alamat: ['alamat', 'rw'],
  domisili: ['domisili_wilayah', 'domisili_alamat', 'penanggung_wilayah'],
} as const satisfies Readonly<Record<string, readonly string[]>>

type K = Kini<'keluarga'>

const anggota = (d: Draf, k: K) =>
  d.individu.filter(({ kini: i }) => i.kab === k.kini.kab && i.keluarga_id === k.kini.id)

const kepala = (d: Draf, k: K) =>
  aktif(k.kini) ? anggota(d, k).find(({ kini: i }) => i.hubungan === 1 && aktif(i)) : undefined

function salahnya(
  d: Draf,
  ke: K,
  dari: K,
  pasangan: readonly PasanganOrang[],
): MasalahGabung | null {
  if (ke.kini.kab === dari.kini.kab && ke.kini.id === dari.kini.id) return 'rekaman_sama'
  if (ke.kini.status === 'digabung' || dari.kini.status === 'digabung') return 'sudah_digabung'
  if (!aktif(ke.kini)) return 'tidak_aktif'
  const disebut = pasangan.flatMap((p) => [p.ke, p.dari])
  if (new Set(disebut).size < disebut.length) return 'orang_rangkap'
  for (const p of pasangan) {
    const a = orangDraf(d, ke.kini.kab, p.ke)?.kini
    const b = orangDraf(d, dari.kini.kab, p.dari)?.kini
    if (a?.keluarga_id !== ke.kini.id || b?.keluarga_id !== dari.kini.id) return 'bukan_anggota'
    const salah = keadaanSalah(a, b)
    if (salah) return salah
  }
  const [satu, dua] = [kepala(d, ke), kepala(d, dari)]
  const sepasang = pasangan.some((p) => p.ke === satu?.kini.id && p.dari === dua?.kini.id)
  if (satu && dua && !sepasang) return 'dua_kepala'
  return sekab(ke, dari) ? null : tinggalDiKab(d, ke, dari, pasangan)
}

const sekab = (ke: K, dari: K): boolean => ke.kini.kab === dari.kini.kab

/**
 * No row changes its partition: between two kab/kota nothing comes along. So nothing may be left that would have
 * to, neither a living member without a pair nor aid that the family that stays does not have.
 */
function tinggalDiKab(
  d: Draf,
  ke: K,
  dari: K,
  pasangan: readonly PasanganOrang[],
): MasalahGabung | null {
  const berpasangan = new Set(pasangan.map((p) => p.dari))
  if (anggota(d, dari).some(({ kini: i }) => aktif(i) && !berpasangan.has(i.id)))
    return 'anggota_di_kab_lain'
  const terbuka = (k: K) =>
    d.penerimaan
      .map((p) => p.kini)
      .filter((p) => p.kab === k.kini.kab && p.keluarga_id === k.kini.id && p.sampai === null)
  const sudah = new Set(terbuka(ke).map((p) => p.program))
  return terbuka(dari).some((p) => !sudah.has(p.program)) ? 'bantuan_di_kab_lain' : null
}

/** What is open of the family that goes ends where it is, on the day; what is over stays and is read with the other. */
function akhiriHak(d: Draf, dari: K, hari: string): void {
  const milik = (b: { kini: { kab: number; keluarga_id: string } }) =>
    b.kini.kab === dari.kini.kab && b.kini.keluarga_id === dari.kini.id
  for (const p of d.penerimaan.filter(milik)) ubah(p, { sampai: diakhiri(p.kini, hari) })
  for (const p of d.pengurus.filter(milik)) ubah(p, { sampai: diakhiri(p.kini, hari) })
  for (const t of d.penugasan_kunjungan.filter(milik))
    if (t.kini.selesai_pada === null) ubah(t, { selesai_pada: hari })
}

/** Members that are nobody's double come along with all they were in the family. */
function pindahAnggota(d: Draf, ke: K, dari: K): void {
  const { wilayah, rt, ruta_id } = ke.kini
  const tempat = { keluarga_id: ke.kini.id, wilayah, rt }
  for (const i of anggota(d, dari)) {
    if (i.kini.status === 'digabung') continue
    if (aktif(i.kini)) {
      tambah(d, ke, i.kini.ruta_id)
      ubah(dari, { jumlah_anggota: Math.max(0, dari.kini.jumlah_anggota - 1) })
    }
    ubah(i, { ...tempat, ruta_id, hubungan_ruta: i.kini.hubungan })
  }
  const digabung = new Set(
    d.individu.filter(({ kini: i }) => i.status === 'digabung').map((i) => i.kini.id),
  )
  for (const m of d.keanggotaan)
    if (
      m.kini.kab === ke.kini.kab &&
      m.kini.keluarga_id === dari.kini.id &&
      !digabung.has(m.kini.individu_id)
    )
      ubah(m, tempat)
}

/** One living member more in the family; in its house only where they came from another. */
function tambah(d: Draf, ke: K, dariRuta: string): void {
  ubah(ke, { jumlah_anggota: ke.kini.jumlah_anggota + 1 })
  if (dariRuta === ke.kini.ruta_id) return
  for (const r of d.ruta) {
    if (r.kini.kab !== ke.kini.kab) continue
    if (r.kini.id === ke.kini.ruta_id) ubah(r, { jumlah_anggota: r.kini.jumlah_anggota + 1 })
    if (r.kini.id === dariRuta) ubah(r, { jumlah_anggota: Math.max(0, r.kini.jumlah_anggota - 1) })
  }
}

/** Aid, card and visits: along where the family that stays has none in those days, else ended. */
function pindahHak(d: Draf, ke: K, dari: K, hari: string): void {
  const { kab, id, wilayah, rt } = ke.kini
  const tempat = { keluarga_id: id, wilayah, rt }
  const milik = (b: { kini: { kab: number; keluarga_id: string } }, k: K) =>
    b.kini.kab === kab && b.kini.keluarga_id === k.kini.id
  for (const p of d.penerimaan.filter((b) => milik(b, dari))) {
    const sudah = d.penerimaan.filter((b) => milik(b, ke) && b.kini.program === p.kini.program)
    const n = nasibMasa(
      p.kini,
      sudah.map((b) => b.kini),
      hari,
    )
    ubah(p, n.jadi === 'pindah' ? { ...tempat, sampai: n.sampai } : { sampai: n.sampai })
  }
  for (const p of d.pengurus.filter((b) => milik(b, dari))) {
    const n = nasibMasa(
      p.kini,
      d.pengurus.filter((b) => milik(b, ke)).map((b) => b.kini),
      hari,
    )
    ubah(
      p,
      n.jadi === 'pindah' ? { ...tempat, sampai: n.sampai } : { sampai: diakhiri(p.kini, hari) },
    )
  }
  const ditugaskan = d.penugasan_kunjungan.some((b) => milik(b, ke) && b.kini.selesai_pada === null)
  for (const t of d.penugasan_kunjungan.filter(
    (b) => milik(b, dari) && b.kini.selesai_pada === null,
  ))
    ubah(t, ditugaskan ? { selesai_pada: hari } : tempat)
  for (const r of d.rekaman_sumber)
    if (r.kini.keluarga_id === dari.kini.id) ubah(r, { keluarga_id: id })
}

/** A house whose first family went gets the next one's head. */
function kepalaRuta(d: Draf, dari: K): void {
  const r = d.ruta.find((x) => x.kini.kab === dari.kini.kab && x.kini.id === dari.kini.ruta_id)
  if (r?.kini.keluarga_id !== dari.kini.id) return
  const [next] = d.keluarga
    .map((k) => k.kini)
    .filter(
      (k) =>
        k.kab === dari.kini.kab && k.ruta_id === r.kini.id && aktif(k) && k.id !== dari.kini.id,
    )
    .sort((a, b) => a.urutan_ruta - b.urutan_ruta)
  if (!next) return
  ubah(r, { keluarga_id: next.id, nama_kepala: next.nama_kepala })
  for (const i of d.individu)
    if (i.kini.kab === next.kab && i.kini.keluarga_id === next.id && aktif(i.kini))
      ubah(i, { hubungan_ruta: i.kini.hubungan })
}

/** @returns what stands against it; null where the draft was written */
export function gabungKeluarga(
  d: Draf,
  ke: K,
  dari: K,
  pasangan: readonly PasanganOrang[],
  p: Pilihan,
): MasalahGabung | null {
  const salah = salahnya(d, ke, dari, pasangan)
  if (salah) return salah
  const kepalaDari = kepala(d, ke) ? undefined : kepala(d, dari)
  for (const { ke: a, dari: b } of pasangan) {
    const [x, y] = [orangDraf(d, ke.kini.kab, a), orangDraf(d, dari.kini.kab, b)]
    // Which columns to take is asked about the pair that was chosen; of members what is empty is filled.
    if (x && y) satukanOrang(d, x, y, { ...p, ambil: [] })
  }
  const pasanganKepala = pasangan.find((q) => q.dari === kepalaDari?.kini.id)
  const satuKab = sekab(ke, dari)
  if (satuKab) {
    pindahAnggota(d, ke, dari)
    pindahHak(d, ke, dari, p.hari)
  } else akhiriHak(d, dari, p.hari)
  ubah(ke, isiDari(bidangKeluarga, ke.kini, dari.kini, p.ambil))
  if (satuKab && !ke.kini.survei_id && dari.kini.survei_id)
    ubah(ke, { survei_id: dari.kini.survei_id })
  if (ke.kini.kelayakan === 'belum_dinilai' && dari.kini.kelayakan !== 'belum_dinilai')
    ubah(ke, {
      kelayakan: dari.kini.kelayakan ?? null,
      kelayakan_sampai: dari.kini.kelayakan_sampai ?? null,
    })
  const jadiKepala =
    kepalaDari && orangDraf(d, ke.kini.kab, pasanganKepala?.ke ?? kepalaDari.kini.id)
  if (jadiKepala) {
    ubah(jadiKepala, { hubungan: 1 })
    ubah(ke, {
      nama_kepala: jadiKepala.kini.nama,
      nama_kepala_cari: jadiKepala.kini.nama_cari ?? null,
    })
  }
  ubah(dari, {
    status: 'digabung',
    status_dari: p.hari,
    digabung_kab: ke.kini.kab,
    digabung_id: ke.kini.id,
  })
  kepalaRuta(d, dari)
  return null
}
