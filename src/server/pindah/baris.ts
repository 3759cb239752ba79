/** Requests to move as the database has them, and what carrying one out would do to the origin. */
import { sql } from 'kysely'
import type { KeadaanPermintaan, Pemutus } from '#domain/pindah/pemutus.ts'
import type { Result } from '#domain/result.ts'
import type { BentukPindah } from '#domain/usulan/peristiwa/jenis.ts'
import type { MasalahPeristiwa } from '#domain/usulan/peristiwa/masalah.ts'
import type { Registri } from '#domain/usulan/peristiwa/registri.ts'
import { type JawabanAsal, pindahkan, type Terpindah } from '#domain/usulan/peristiwa/tarik.ts'
import type { Kerja } from '#server/usulan/kerja.ts'
import { muatRumah } from '#server/usulan/peristiwa/muat.ts'
import { usia_dewasa } from '#server/usulan/peristiwa/rencana.ts'

export type BarisPermintaan = {
  readonly kab: number
  readonly id: string
  readonly wilayah: number
  readonly rt: number | null
  readonly keluarga_id: string
  readonly tujuan_kab: number
  readonly tujuan_wilayah: number
  readonly nomor: string
  readonly bentuk: BentukPindah
  readonly tanggal: string
  readonly orang: readonly string[]
  readonly nomor_lain: number
  readonly dokumen: { readonly jenis?: string; readonly nomor?: string; readonly tanggal?: string }
  readonly status: KeadaanPermintaan
  readonly pemutus: Pemutus
  readonly batas: string
  readonly jawaban: JawabanAsal
  readonly alasan_asal: string | null
  readonly alasan: string | null
  readonly dijawab_peran: string | null
  readonly dijawab_oleh: string | null
  readonly dijawab_pada: Date | null
  readonly diminta_oleh: string | null
  readonly versi: number
}

/** Columns of {@link BarisPermintaan} from `permintaan_pindah p`. */
export const kolomPermintaan = sql`p.kab, p.id, p.wilayah, p.rt, p.keluarga_id, p.tujuan_kab, p.tujuan_wilayah, p.nomor, p.bentuk, p.tanggal,
  p.orang, p.nomor_lain, p.dokumen, p.status, p.pemutus, p.batas, p.jawaban, p.alasan_asal, p.alasan, p.dijawab_peran, p.dijawab_oleh,
  p.dijawab_pada, p.diminta_oleh, p.versi`

type Baru = {
  readonly keluargaBaruId: string
  readonly rutaBaruId: string
  readonly rt: number | null
  readonly alamat: string | null
  readonly nomorKkBaru: string | null
}

/** Where nothing is written the new rows have no name yet. */
const belum: Baru = {
  keluargaBaruId: '00000000-0000-0000-0000-000000000000',
  rutaBaruId: '00000000-0000-0000-0000-000000000000',
  rt: null,
  alamat: null,
  nomorKkBaru: null,
}

export const muatAsal = (
  ctx: Pick<Kerja, 'tx' | 'cakupan'>,
  p: Pick<BarisPermintaan, 'kab' | 'keluarga_id'>,
  kunci: boolean,
): Promise<Registri> => muatRumah(ctx, [{ kab: p.kab, id: p.keluarga_id }], [], kunci)

/** What the move would make of the origin, or what stands against it. */
export const rencanaPindah = (
  r: Registri,
  p: Pick<
    BarisPermintaan,
    'keluarga_id' | 'bentuk' | 'tanggal' | 'orang' | 'tujuan_kab' | 'tujuan_wilayah' | 'nomor'
  >,
  jawaban: JawabanAsal,
  today: string,
  baru: Baru = belum,
): Result<Terpindah, MasalahPeristiwa> =>
  pindahkan(
    r,
    p.keluarga_id,
    {
      bentuk: p.bentuk,
      tanggal: p.tanggal,
      orang: p.orang,
      tujuan: { kab: p.tujuan_kab, wilayah: p.tujuan_wilayah, rt: baru.rt },
      alamat: baru.alamat,
      nomorKkBaru: baru.nomorKkBaru,
      jawaban,
      rutaBaruId: baru.rutaBaruId,
      sumber: `Pindah (${p.nomor})`,
    },
    {
      keluargaId: p.keluarga_id,
      individuId: null,
      hariIni: today,
      usiaDewasa: usia_dewasa,
      keluargaBaruId: baru.keluargaBaruId,
      individuBaruId: '',
      laporanMeninggal: [],
    },
  )
