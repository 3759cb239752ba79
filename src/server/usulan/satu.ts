/** One proposal: what it says, what may be done now and by the reader, what comes after, what was done. */
import { sql } from 'kysely'
import { problem } from '#contract/problems.ts'
import { usulanSatu } from '#contract/usulan.ts'
import { maskNik } from '#domain/individu/nik.ts'
import type { Tempat } from '#domain/jejak/kantor.ts'
import type { Label } from '#domain/label.ts'
import { err, ok } from '#domain/result.ts'
import { aksi, type Langkah, langkahRezim } from '#domain/usulan/alur.ts'
import { jalurOf, jenisUsulan } from '#domain/usulan/jenis.ts'
import { type Pengganti, sebutPengganti } from '#domain/usulan/pengganti.ts'
import { kolomPerbaikan } from '#domain/usulan/perbaikan.ts'
import { type FaktaUsulan, tombolUntuk } from '#domain/usulan/putuskan.ts'
import { pilihanOf, type Rezim } from '#domain/usulan/rezim.ts'
import { semuaAlur } from '#domain/usulan/semua-alur.ts'
import { bolehUbah } from '#domain/usulan/ubah.ts'
import type { Context } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { musyawarahUsulan } from '#server/musyawarah/agenda.ts'
import { inArea } from '#server/wilayah/lingkup.ts'
import { aturanPada } from './aturan.ts'
import {
  type BarisUsulan,
  dariUsulan,
  denganMeterai,
  faktaOf,
  isiOf,
  kolomUsulan,
  milikPembaca,
  penindakOf,
} from './baris.ts'
import { type BarisDaftar, barisOf, kolomDaftar } from './daftar.ts'
import { disebutOf } from './disebut.ts'
import { masalahKata, peranKata } from './kata.ts'

type Riwayat = {
  aksi: string
  dari: string
  ke: string
  alasan: string | null
  oleh: string | null
  peran: string
  jenis_tugas: Pengganti | null
  tempat: Tempat | null
  pada: Date
}

const isAksi = (nama: string): nama is keyof typeof aksi => nama in aksi

/** What happens to a proposal without a step of its own. */
const lainnya: Readonly<Record<string, Label>> = {
  keluarga_berakhir: {
    id: 'Ditutup: keluarganya berakhir karena peristiwa lain',
    en: 'Closed: the family ended by another event',
  },
  keluarga_pindah: {
    id: 'Ditutup: orangnya pindah ke daerah lain, yang dapat mengusulkannya lagi',
    en: 'Closed: they moved to another area, which may propose it again',
  },
  tujuan_menerima: {
    id: 'Diterima daerah tujuan',
    en: 'Taken in by the destination',
  },
}

/** The province's time has passed: its silence is on record as such. */
const tanpaProvinsi: Label = {
  id: 'Lewat tenggat, tanpa catatan provinsi',
  en: 'Passed by time, without a word of the province',
}

const labelAksi = (nama: string): Label =>
  isAksi(nama) ? aksi[nama] : (lainnya[nama] ?? { id: 'Disimpan', en: 'Saved' })

/** In which role, and of a substitute for which office. */
function sebagai(r: Pick<Riwayat, 'peran' | 'jenis_tugas' | 'tempat'>): Label | null {
  const label = peranKata(r.peran)
  return label && r.jenis_tugas ? sebutPengganti(r.jenis_tugas, r.peran, label, r.tempat) : label
}

async function riwayatOf(ctx: Context, kab: number, id: string) {
  const found = await sql<Riwayat>`
    select r.aksi, r.dari, r.ke, r.alasan, p.nama as oleh, r.peran, r.jenis_tugas, r.pada,
      case when w.kode is not null then jsonb_build_object('nama', w.nama, 'jenis', w.jenis, 'tingkat', w.tingkat) end as tempat
    from usulan_riwayat r left join pengguna p on p.id = r.pengguna_id left join wilayah w on w.kode = r.kantor and r.jenis_tugas is not null
    where r.kab = ${kab} and r.usulan_id = ${id} order by r.id limit 500`.execute(ctx.tx)
  return found.rows.map(({ jenis_tugas, tempat, ...r }) => ({
    ...r,
    label: r.aksi === 'lewati' && r.ke === 'diperiksa' ? tanpaProvinsi : labelAksi(r.aksi),
    peran: sebagai({ ...r, jenis_tugas, tempat }),
    pengganti: jenis_tugas !== null,
    pada: r.pada.toISOString(),
  }))
}

/** What the record holds now in the fields that the proposal corrects. */
async function sekarangOf(ctx: Context, row: BarisUsulan): Promise<Record<string, string | null>> {
  const unit = jenisUsulan[row.jenis].subjek === 'individu' ? 'individu' : 'keluarga'
  const nama = Object.keys(isiOf(row).perbaikan ?? {})
  const kolom = kolomPerbaikan[unit].map((k) => k.kolom).filter((k) => nama.includes(k))
  if (kolom.length === 0) return {}
  const id = unit === 'individu' ? row.individu_id : row.keluarga_id
  const family = unit === 'individu' ? 'keluarga_id' : 'id'
  const found = await sql<{ isi: Record<string, string | null> }>`
    select jsonb_object_agg(x.key, x.value) as isi from ${sql.table(unit)} t, lateral jsonb_each_text(to_jsonb(t)) x
    where t.kab = ${row.kab} and t.id = ${id} and ${inArea(ctx.cakupan, 't', family)} and x.key = any (${kolom}::text[])`.execute(
    ctx.tx,
  )
  return Object.fromEntries(
    Object.entries(found.rows[0]?.isi ?? {}).map(([k, nilai]) => [
      k,
      nilai !== null && (k === 'nik' || k === 'nomor_kk') ? maskNik(nilai) : nilai,
    ]),
  )
}

/** Steps by which it goes on from here, one for each state that they lead to. */
function sesudahOf(f: FaktaUsulan, rezim: Rezim) {
  const steps = langkahRezim(semuaAlur[jalurOf(f.jenis)], pilihanOf(rezim)).filter(
    (l: Langkah) =>
      l.dari.includes(f.status) &&
      l.ke !== 'tetap' &&
      l.aksi !== 'kabulkan_keberatan' &&
      // Where no origin has to say yes, nobody waits for one.
      (f.perluAsal || !(l.syarat ?? []).includes('perlu_asal')),
  )
  return steps.flatMap((l: Langkah) =>
    l.ke === 'tetap'
      ? []
      : [
          {
            aksi: l.aksi,
            label: aksi[l.aksi],
            ke: l.ke,
            oleh: l.oleh.flatMap((p) => peranKata(p) ?? []),
          },
        ],
  )
}

export const one = handle(usulanSatu, async (ctx, { kab, id }) => {
  const [found, shown] = await Promise.all([
    sql<BarisUsulan>`select ${kolomUsulan} from ${dariUsulan} where u.kab = ${kab} and u.id = ${id} and ${milikPembaca(ctx)}`.execute(
      ctx.tx,
    ),
    sql<BarisDaftar>`select ${kolomDaftar} from usulan u left join wilayah w on w.kode = u.wilayah left join pengguna p on p.id = u.pengusul_id
      where u.kab = ${kab} and u.id = ${id} and ${milikPembaca(ctx)}`.execute(ctx.tx),
  ])
  const [row] = await denganMeterai(ctx, found.rows)
  const [head] = shown.rows
  if (!row || !head) return err(problem('tidak.ada'))
  // A draft is shown to who writes it.
  if (row.status === 'draf' && row.pengusul_id !== ctx.pengguna.id) return err(problem('tidak.ada'))
  const oleh = penindakOf(ctx)
  const aturan = aturanPada(ctx.today)
  const fakta = faktaOf(row, ctx.today)
  ctx.lihat([{ jenis: 'usulan', id, wilayah: row.wilayah }])
  return ok({
    ...barisOf(head),
    rezim: aturan.rezim.nilai.judul,
    isi: isiOf(row),
    individuId: row.individu_id,
    sekarang: await sekarangOf(ctx, row),
    disebut: await disebutOf(ctx, row),
    bolehUbah: oleh !== null && bolehUbah(fakta, oleh),
    kunjunganPada: row.kunjungan_pada,
    hasilKeluargaId: row.hasil_keluarga_id,
    musyawarah: await musyawarahUsulan(ctx, { kab, id }),
    dibuatPada: row.dibuat_pada.toISOString(),
    tombol: (oleh ? tombolUntuk(fakta, oleh, aturan) : []).map(({ langkah, masalah }) => ({
      aksi: langkah.aksi,
      label: aksi[langkah.aksi],
      perluAlasan: langkah.alasan === true,
      tenggat: langkah.tenggat ?? null,
      masalah: masalah ? masalahKata(masalah) : null,
    })),
    sesudah: sesudahOf(fakta, aturan.rezim),
    riwayat: await riwayatOf(ctx, kab, id),
  })
})
