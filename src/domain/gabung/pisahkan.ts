/**
 * A merge taken back: every column that it changed gets the value before, exactly; what was written since
 * in other columns and other rows stays with the record that stayed. Where a column that the merge changed
 * was changed again, nothing is done and the column is named, so that no later work is lost. Pure.
 */
import { err, ok, type Result } from '#domain/result.ts'
import type { MasalahPisah } from './masalah.ts'
import { type Isi, kolomBeda, type Nilai, samaNilai, type Tabel, type Ubahan } from './rekaman.ts'

/** Numbers follow who lives where: what came or went since is kept. */
const dihitung: ReadonlySet<string> = new Set(['jumlah_anggota'])
/** A later answer or finding of the record that stayed holds on. */
const terbaru: ReadonlySet<string> = new Set(['survei_id', 'kelayakan', 'kelayakan_sampai'])

/** The system's own account of a row, which goes on. */
export const catatanBaris: ReadonlySet<string> = new Set(['versi', 'diubah_pada'])

export type BerubahLagi = { readonly tabel: Tabel; readonly kolom: string; readonly baris: Isi }

export type SebabPisah = {
  readonly masalah: MasalahPisah
  readonly berubah: readonly BerubahLagi[]
}

type Kembali = { readonly isi: Isi; readonly berubah: readonly BerubahLagi[] }

function kembalikan(u: Ubahan, kini: Isi): Kembali {
  const isi: Record<string, Nilai> = { ...kini }
  const berubah: BerubahLagi[] = []
  for (const kolom of kolomBeda(u.sebelum, u.sesudah)) {
    if (catatanBaris.has(kolom)) continue
    const [a, b, c] = [u.sebelum[kolom] ?? null, u.sesudah[kolom] ?? null, kini[kolom] ?? null]
    if (samaNilai(b, c)) isi[kolom] = a
    else if (dihitung.has(kolom)) isi[kolom] = Math.max(0, Number(c) - (Number(b) - Number(a)))
    else if (!terbaru.has(kolom)) berubah.push({ tabel: u.tabel, kolom, baris: kini })
  }
  return { isi, berubah }
}

/** Active persons whose family would not be active. */
function tanpaKeluarga(
  baru: readonly Ubahan[],
  cariKeluarga: (kab: number, id: string) => Isi | undefined,
): boolean {
  const keluarga = new Map(
    baru
      .filter((u) => u.tabel === 'keluarga')
      .map((u) => [`${u.sesudah.kab} ${u.sesudah.id}`, u.sesudah]),
  )
  return baru.some((u) => {
    if (u.tabel !== 'individu' || u.sesudah.status !== 'aktif' || u.sebelum.status === 'aktif')
      return false
    const kunci = `${u.sesudah.kab} ${u.sesudah.keluarga_id}`
    const k =
      keluarga.get(kunci) ?? cariKeluarga(Number(u.sesudah.kab), String(u.sesudah.keluarga_id))
    return k !== undefined && k.status !== 'aktif'
  })
}

/** Regions to which rows would go back. */
export const wilayahKembali = (baru: readonly Ubahan[]): readonly number[] => [
  ...new Set(
    baru.flatMap(({ sebelum, sesudah }) =>
      samaNilai(sebelum.wilayah ?? null, sesudah.wilayah ?? null) ? [] : [Number(sesudah.wilayah)],
    ),
  ),
]

/**
 * @param ubahan what the merge changed
 * @param kini the row as it stands now, by the key that the merge left it under; undefined where it is gone
 * @param ke the record that stayed, as it stands now
 */
export function pisahkan(
  ubahan: readonly Ubahan[],
  kini: (u: Ubahan) => Isi | undefined,
  ke: Isi,
  cariKeluarga: (kab: number, id: string) => Isi | undefined,
): Result<readonly Ubahan[], SebabPisah> {
  if (ke.status === 'digabung') return err({ masalah: 'digabung_lagi', berubah: [] })
  const berubah: BerubahLagi[] = []
  const baru: Ubahan[] = []
  for (const u of ubahan) {
    const sekarang = kini(u)
    if (!sekarang) {
      berubah.push({ tabel: u.tabel, kolom: 'kunci', baris: u.sesudah })
      continue
    }
    const k = kembalikan(u, sekarang)
    berubah.push(...k.berubah)
    if (kolomBeda(sekarang, k.isi).length > 0)
      baru.push({ tabel: u.tabel, sebelum: sekarang, sesudah: k.isi })
  }
  if (berubah.length > 0) return err({ masalah: 'berubah', berubah })
  if (tanpaKeluarga(baru, cariKeluarga)) return err({ masalah: 'keluarga_berakhir', berubah: [] })
  return ok(baru)
}
