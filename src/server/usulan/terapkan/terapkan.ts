/** What was accepted reaches the registry: by kind, each in one statement per batch. */
import { type JenisUsulan, jalurOf } from '#domain/usulan/jenis.ts'
import type { BarisUsulan } from '../baris.ts'
import type { Kerja } from '../kerja.ts'
import { terapkanKeadaan } from './keadaan.ts'
import { terapkanKelayakan } from './kelayakan.ts'
import { terapkanKeluargaBaru } from './keluarga-baru.ts'
import { terapkanPerbaikan } from './perbaikan.ts'
import { terapkanPeristiwaUsulan } from './peristiwa.ts'
import { hitungUlang } from './rekap.ts'

type Terapkan = (ctx: Kerja, rows: readonly BarisUsulan[]) => Promise<void>

const penerap: Partial<Record<JenisUsulan, Terapkan>> = {
  perbaikan_identitas: terapkanPerbaikan,
  perbaikan_keluarga: terapkanPerbaikan,
  perubahan_keadaan: terapkanKeadaan,
  keluarga_baru: terapkanKeluargaBaru,
  tidak_layak: terapkanKelayakan,
  layak_kembali: terapkanKelayakan,
}

/** Applies exactly what the proposals say; the roll-ups of their RT are counted anew. */
export async function terapkan(ctx: Kerja, rows: readonly BarisUsulan[]): Promise<void> {
  const kinds = Map.groupBy(rows, (r) => r.jenis)
  // Events of one batch see each other, in the order in which they were proposed.
  const peristiwa = rows.filter((r) => jalurOf(r.jenis) === 'peristiwa')
  if (peristiwa.length > 0) await terapkanPeristiwaUsulan(ctx, peristiwa)
  for (const [jenis, those] of kinds) {
    if (jalurOf(jenis) === 'peristiwa') continue
    const apply = penerap[jenis]
    if (!apply) throw new Error(`Nothing applies the kind ${jenis}`)
    await apply(ctx, those)
  }
  await hitungUlang(ctx, rows)
}
