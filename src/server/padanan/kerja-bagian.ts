/** One part of a run: read by COPY, matched, stored with its clusters and weights in one transaction. */
import type { Pool, PoolClient } from 'pg'
import type { HasilEm } from '#domain/padanan/em.ts'
import { frekuensiLazim, lazimDari } from '#domain/padanan/lazim.ts'
import type { ModelPadanan } from '#domain/padanan/model.ts'
import { type Diketahui, frekuensiModel, type Padanan, padankan } from '#domain/padanan/padankan.ts'
import { gabungkan } from '#domain/padanan/susun.ts'
import { memoriBiasa, type Tabel } from '#domain/padanan/tabel.ts'
import { scopeStatements } from '#server/http/transaction.ts'
import type { CatatanBlok, CatatanLazim } from './hasil.ts'
import { Kolam } from './kolam.ts'
import { Orang } from './orang.ts'
import { bacaKeputusan, type Keputusan } from './putusan.ts'
import { bacaSalinan } from './salinan-baca.ts'
import {
  pindahkanSalinan,
  salinPasangan,
  siapkanSalinan,
  type Tersimpan,
} from './simpan-pasangan.ts'
import { type Asal, bacaDalam, bacaLintas, type Rentang } from './sql-baca.ts'
import { type Kemajuan, memoriBersama, padankanTabel } from './tabel.ts'
import { usangkan } from './usang.ts'

/** What a part is told; plain data, for it may be sent to a thread. */
export type TugasBagian = {
  readonly jalanId: string
  readonly nomor: number
  readonly jenis: 'dalam' | 'lintas'
  /** The area of the whole run. */
  readonly area: { readonly lo: number; readonly hi: number }
  readonly rentang: Rentang
  /** All parts inside the run, where pairs across them are looked for. */
  readonly semua: readonly Rentang[]
  readonly asal: Asal
  readonly model: ModelPadanan
  /** Weights estimated before, and from which part; null estimates them here. */
  readonly bobot: {
    readonly parameter: HasilEm
    readonly lazim: CatatanLazim
    readonly dariNomor: number
  } | null
  readonly rekaman: number
  readonly lazimTerbanyak: number
  /** Threads; up to `sendiri` records one is enough. */
  readonly pekerja: number
}

export type HasilBagian = Tersimpan & { readonly rekaman: number; readonly calon: number }

/** Records up to which starting threads costs more than they save. */
const sendiri = 20_000

/** The threads of this one, kept from part to part: starting them, and warming up, costs half a second each time. */
let kolam: Kolam | null = null

function kolamUntuk({ pekerja }: TugasBagian): Kolam {
  kolam ??= new Kolam(pekerja)
  return kolam
}

async function dalamArea<T>(
  pool: Pool,
  { lo, hi }: TugasBagian['area'],
  kerja: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  let rusak = false
  try {
    await client.query(`begin; ${scopeStatements({ lo, hi })}`)
    const hasil = await kerja(client)
    await client.query('commit')
    return hasil
  } catch (error) {
    await client.query('rollback').catch(() => {
      rusak = true
    })
    throw error
  } finally {
    client.release(rusak)
  }
}

type Dibaca = { readonly orang: Orang; readonly tabel: Tabel; readonly keputusan: Keputusan }

async function baca(client: PoolClient, t: TugasBagian, kemajuan: Kemajuan): Promise<Dibaca> {
  const lintas = t.jenis === 'lintas'
  const query = (sisi: 'registri' | 'sumber'): string =>
    lintas
      ? bacaLintas(t.model, t.semua, t.asal, sisi)
      : bacaDalam(t.model, t.rentang, sisi === 'sumber' ? t.asal : { ...t.asal, sumber: null })
  // The keys of the whole area are sorted in memory as far as this goes, then on disk.
  if (lintas) await client.query(`set local work_mem = '256MB'`)
  let sebelum = 0
  const salin = (sisi: 'registri' | 'sumber') =>
    bacaSalinan(client, t.model, query(sisi), t.rekaman, lintas, (n) =>
      kemajuan('membaca', sebelum + n, t.rekaman),
    )
  const registri = await salin('registri')
  sebelum = registri.kartu.banyak
  const sumber = t.asal.sumber === null ? null : await salin('sumber')
  const orang = new Orang(registri.kartu, sumber?.kartu ?? null)
  const potongan = [registri, ...(sumber ? [sumber] : [])].map((s) => s.potongan)
  const alokasi = orang.banyak > sendiri ? memoriBersama : memoriBiasa
  return {
    orang,
    tabel: gabungkan(t.model, potongan, alokasi),
    keputusan: await bacaKeputusan(client, orang),
  }
}

/** What is known before the table is matched. */
function diketahui(t: TugasBagian, { orang, tabel, keputusan }: Dibaca): Diketahui {
  const frekuensi =
    t.bobot && t.jenis === 'lintas'
      ? new Map(
          Object.entries(t.bobot.lazim).map(([kolom, l]) => [
            kolom,
            frekuensiLazim(tabel, kolom, l),
          ]),
        )
      : null
  return {
    putusan: keputusan.putusan,
    ...(t.bobot ? { parameter: t.bobot.parameter } : {}),
    ...(frekuensi ? { frekuensi } : {}),
    ...(t.asal.sejak === null ? {} : { baru: orang.berubah() }),
    ...(t.jenis === 'lintas' ? { bagian: orang.bagian() } : {}),
  }
}

async function cocokkan(t: TugasBagian, d: Dibaca, kemajuan: Kemajuan): Promise<Padanan> {
  const { pisah, banyak } = d.orang
  const tahu = diketahui(t, d)
  if (banyak <= sendiri) return padankan(t.model, d.tabel, pisah, tahu)
  const milik = kolamUntuk(t)
  try {
    const hasil = await padankanTabel(milik, t.model, d.tabel, pisah, kemajuan, tahu)
    await milik.semua('lepas', null)
    return hasil
  } catch (error) {
    kolam = null
    await milik.tutup()
    throw error
  }
}

/** How common values are, kept beside weights that were estimated here. */
function lazimBagian(t: TugasBagian, tabel: Tabel): CatatanLazim | null {
  if (t.bobot) return null
  return Object.fromEntries(
    [...frekuensiModel(t.model, tabel)].flatMap(([kolom, f]) =>
      f ? [[kolom, lazimDari(tabel, kolom, f, t.lazimTerbanyak)]] : [],
    ),
  )
}

/** @returns null where the part had been stored before, or the run was cancelled meanwhile */
export async function kerjakanBagian(
  pool: Pool,
  t: TugasBagian,
  kemajuan: Kemajuan,
): Promise<HasilBagian | null> {
  const mulai = performance.now()
  // They start while the part is read.
  if (t.rekaman > sendiri) kolamUntuk(t)
  const dibaca = await dalamArea(pool, t.area, (client) => baca(client, t, kemajuan))
  const terbaca = performance.now()
  const hasil = await cocokkan(t, dibaca, kemajuan)
  const cocok = performance.now()
  kemajuan('menyimpan', 0, 1)
  return dalamArea(pool, t.area, async (client) => {
    const boleh = await client.query(
      `select from padanan_bagian b join padanan_jalan j on j.id = b.jalan_id
       where b.jalan_id = $1 and b.nomor = $2 and b.status = 'antre' and j.status = 'berjalan' for update of b`,
      [t.jalanId, t.nomor],
    )
    if (boleh.rowCount === 0) return null
    await usangkan(client, t, dibaca.orang)
    await siapkanSalinan(client)
    const untuk = { jalanId: t.jalanId, nomor: t.nomor, saat: Date.now() }
    const { orang, tabel } = dibaca
    // Asked once more: somebody may have decided meanwhile.
    const keputusan = await bacaKeputusan(client, orang)
    const simpan = await salinPasangan(client, untuk, t.model, orang, hasil, keputusan)
    await pindahkanSalinan(client)
    const blok: CatatanBlok = { perAturan: hasil.perAturan, besar: hasil.besar }
    const detik = (dari: number, sampai: number) => Math.round(sampai - dari) / 1000
    await client.query(
      `update padanan_bagian set status = 'selesai', rekaman = $3, calon = $4, pasangan = $5, padan = $6, gugus = $7, diputus = $8,
         dari_nomor = $9, parameter = $10, blok = $11, frekuensi = $12, detik = $13, selesai_pada = clock_timestamp()
       where jalan_id = $1 and nomor = $2`,
      [
        t.jalanId,
        t.nomor,
        orang.banyak,
        hasil.calon,
        simpan.pasangan,
        simpan.padan,
        simpan.gugus,
        hasil.putus.diputus,
        t.bobot?.dariNomor ?? null,
        JSON.stringify(hasil.em),
        JSON.stringify(blok),
        JSON.stringify(lazimBagian(t, tabel)),
        JSON.stringify({
          baca: detik(mulai, terbaca),
          padan: detik(terbaca, cocok),
          simpan: detik(cocok, performance.now()),
        }),
      ],
    )
    return { ...simpan, rekaman: orang.banyak, calon: hasil.calon }
  })
}
