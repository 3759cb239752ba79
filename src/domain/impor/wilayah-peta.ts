/** The regions an import may meet, indexed for look-up by written name or by code; answers are remembered. */
import { kabOf } from '../wilayah/kode.ts'
import { type CalonWilayah, cocokkan, type HasilWilayah, kunciWilayah } from './wilayah-cocok.ts'

export type BarisWilayah = {
  readonly kode: number
  readonly tingkat: string
  readonly nama: string
  readonly kode_bps: string | null
}

/** What a row says of its region; empty text where it says nothing. */
export type TulisanWilayah = {
  readonly kode: string
  readonly provinsi: string
  readonly kabkota: string
  readonly kecamatan: string
  readonly desa: string
  /** Codes of BPS: 2 + 2 + 3 + 3 digits joined. */
  readonly bps: string
}

export type Kemungkinan = HasilWilayah & {
  /** The question's distinct value, the same for all rows that write the region alike. */
  readonly tulisan: string
}

type Anak = Map<number, CalonWilayah[]>

function childrenOf(rows: readonly BarisWilayah[], tingkat: string, span: number): Anak {
  const map: Anak = new Map()
  for (const row of rows) {
    if (row.tingkat !== tingkat) continue
    const parent = row.kode - (row.kode % span)
    const list = map.get(parent)
    if (list) list.push(row)
    else map.set(parent, [row])
  }
  return map
}

/** One import's view of the regions: `baku` is the kab/kota meant where a row names none. */
export class PetaWilayah {
  private readonly desa: ReadonlySet<number>
  private readonly nama: ReadonlyMap<number, string>
  private readonly bps: ReadonlyMap<string, number>
  private readonly kabkota: readonly CalonWilayah[]
  private readonly kecamatan: Anak
  private readonly desaKecamatan: Anak
  private readonly desaKab: Anak
  private readonly jawaban: ReadonlyMap<string, number>
  private readonly baku: number | null
  private readonly ingatan = new Map<string, Kemungkinan>()

  constructor(
    rows: readonly BarisWilayah[],
    jawaban: ReadonlyMap<string, number>,
    baku: number | null,
  ) {
    this.desa = new Set(rows.filter((r) => r.tingkat === 'desa').map((r) => r.kode))
    this.nama = new Map(rows.map((r) => [r.kode, r.nama]))
    this.bps = new Map(
      rows.flatMap((r) => (r.kode_bps === null ? [] : [[r.kode_bps, r.kode] as const])),
    )
    this.kabkota = rows.filter((r) => r.tingkat === 'kabkota')
    this.kecamatan = childrenOf(rows, 'kecamatan', 1e6)
    this.desaKecamatan = childrenOf(rows, 'desa', 1e4)
    this.desaKab = childrenOf(rows, 'desa', 1e6)
    this.jawaban = jawaban
    this.baku = baku
  }

  namaOf(kode: number): string {
    return this.nama.get(kode) ?? String(kode)
  }

  /** The village a row means. */
  cari(t: TulisanWilayah): Kemungkinan {
    const kunci = `${t.kode}|${t.provinsi}|${t.kabkota}|${t.kecamatan}|${t.desa}|${t.bps}`
    const known = this.ingatan.get(kunci)
    if (known) return known
    const found = { ...this.telusuri(t), tulisan: tulisanOf(t) }
    const answered = found.jenis === 'tak_dikenal' ? this.jawaban.get(found.tulisan) : undefined
    const result: Kemungkinan =
      answered === undefined ? found : { jenis: 'pasti', kode: answered, tulisan: found.tulisan }
    this.ingatan.set(kunci, result)
    return result
  }

  private telusuri(t: TulisanWilayah): HasilWilayah {
    const byCode = Number(t.kode.replaceAll('.', ''))
    if (t.kode !== '' && this.desa.has(byCode)) return { jenis: 'pasti', kode: byCode }
    if (t.desa === '') {
      const kode = this.bps.get(t.bps)
      return kode === undefined ? { jenis: 'tak_dikenal', dekat: [] } : { jenis: 'pasti', kode }
    }
    const kab = this.kab(t.kabkota, t.bps)
    return kab === null ? { jenis: 'tak_dikenal', dekat: [] } : this.dalamKab(kab, t)
  }

  /** The kab/kota by name; "Kota X" and "Kabupaten X" are told apart where both exist. */
  private kab(nama: string, bps: string): number | null {
    if (nama === '') return this.baku
    const kunci = kunciWilayah(nama)
    const same = this.kabkota.filter((k) => kunciWilayah(k.nama) === kunci)
    if (same.length === 1) return same[0]?.kode ?? null
    const kota = /\bKOTA\b/i.test(nama) || (/^\d{4}/.test(bps) && Number(bps.slice(2, 4)) > 70)
    const told = same.filter((k) => kabOf(k.kode) % 100 > 70 === kota)
    if (told.length === 1) return told[0]?.kode ?? null
    const close = cocokkan(nama, this.kabkota)
    return close.jenis === 'tak_dikenal' ? null : close.kode
  }

  private dalamKab(kab: number, t: TulisanWilayah): HasilWilayah {
    const all = this.desaKab.get(kab) ?? []
    const kecamatan =
      t.kecamatan === '' ? null : cocokkan(t.kecamatan, this.kecamatan.get(kab) ?? [])
    if (kecamatan && kecamatan.jenis !== 'tak_dikenal') {
      const found = cocokkan(t.desa, this.desaKecamatan.get(kecamatan.kode) ?? [])
      if (found.jenis !== 'tak_dikenal') return noted(found, kecamatan)
      // The kecamatan may have been split since: the same village name elsewhere in the kab, if unique.
      const elsewhere = all.filter((c) => kunciWilayah(c.nama) === kunciWilayah(t.desa))
      const only = elsewhere[0]
      if (only && elsewhere.length === 1)
        return { jenis: 'dekat', kode: only.kode, nama: only.nama }
      return found
    }
    const found = cocokkan(t.desa, all)
    if (found.jenis === 'pasti' && t.kecamatan !== '') {
      return { jenis: 'dekat', kode: found.kode, nama: this.namaOf(found.kode) }
    }
    return found
  }
}

/** A village found in a kecamatan whose own name was misspelt is worth the same note. */
function noted(found: HasilWilayah, kecamatan: HasilWilayah): HasilWilayah {
  if (found.jenis !== 'pasti' || kecamatan.jenis !== 'dekat') return found
  return { jenis: 'dekat', kode: found.kode, nama: kecamatan.nama }
}

function tulisanOf(t: TulisanWilayah): string {
  const parts = [t.kabkota, t.kecamatan, t.desa].map((p) =>
    p.toUpperCase().replace(/\s+/g, ' ').trim(),
  )
  const names = parts.filter((p) => p !== '').join(' / ')
  return t.desa !== '' ? names : `KODE ${t.kode === '' ? t.bps : t.kode}`
}
