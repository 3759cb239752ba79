/** Gathers what the papers of a meeting are made of. */
import { sql } from 'kysely'
import { type Problem, problem } from '#contract/problems.ts'
import { sebutan } from '#domain/dokumen/kop.ts'
import { maskNik } from '#domain/individu/nik.ts'
import { zonaWilayah } from '#domain/kalender/zona.ts'
import { alasanLayar } from '#domain/musyawarah/layar.ts'
import type { BahanRapat, BarisSurat } from '#domain/musyawarah/surat/bahan.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { kopOf, kopSurat } from '#server/dokumen/kop.ts'
import type { Context } from '#server/http/context.ts'
import { kalenderKebijakan } from '#server/kalender/kebijakan.ts'
import { ringOf } from '#server/kripto/kunci.ts'
import { isiOf } from '#server/usulan/baris.ts'
import type { BarisAgenda } from '../agenda.ts'
import { daftarHadir } from '../baca.ts'
import { kataLayar, unsurHari } from '../kebijakan.ts'
import type { KepalaMusyawarah } from '../kepala.ts'

type Rumah = { id: string; alamat: string | null; jumlah_anggota: number; nik: string | null }

/** Address, size and head of the registered families on the agenda. */
async function rumahOf(
  ctx: Context,
  m: KepalaMusyawarah,
  rows: readonly BarisAgenda[],
): Promise<ReadonlyMap<string, Rumah>> {
  const found = await sql<Rumah>`
    select k.id, k.alamat, k.jumlah_anggota, (select i.nik from individu i where i.kab = k.kab and i.keluarga_id = k.id
      and i.hubungan = 1 and i.status = 'aktif' order by i.id limit 1) as nik
    from keluarga k where k.kab = ${m.kab} and k.id = any (${rows.flatMap((r) => r.keluarga_id ?? [])}::uuid[])`.execute(
    ctx.tx,
  )
  return new Map(found.rows.map((r) => [r.id, r]))
}

function barisOf(b: BarisAgenda, rumah: Rumah | undefined): BarisSurat {
  const isi = isiOf(b)
  const kepala = (isi.anggota ?? []).find((a) => a.hubungan === 1)
  const nik = rumah ? rumah.nik : kepala?.nik
  return {
    urutan: b.urutan,
    nomor: b.nomor,
    nama: b.nama,
    rt: b.rt,
    alamat: isi.alamat ?? rumah?.alamat ?? null,
    jiwa: rumah?.jumlah_anggota ?? isi.anggota?.length ?? null,
    nik: nik ? maskNik(nik) : null,
    jenis: b.jenis,
    alasan: isi.alasan ?? null,
    alasanLayar: alasanLayar(kataLayar, b.jenis, isi.alasan).id,
    putusan: b.putusan,
    alasanPutusan: b.alasan_putusan,
    catatan: b.catatan,
  }
}

/** @param rows of the agenda, those that go on the paper */
export async function bahanRapat(
  ctx: Context,
  m: KepalaMusyawarah,
  rows: readonly BarisAgenda[],
): Promise<Result<BahanRapat, Problem>> {
  const kop = await kopOf(ctx.tx, m.wilayah)
  const [penanda] = kop?.penanda ?? []
  if (!kop || !penanda) return err(problem('tidak.ada'))
  const unsur = new Map(unsurHari(m.tanggal).unsur.map((u) => [u.kode, u.label.id]))
  const hadir = await daftarHadir(ctx, m)
  const rumah = await rumahOf(ctx, m, rows)
  return ok({
    kop: await kopSurat(ctx.tx, await ringOf(ctx.dataFolder), kop),
    tempatSurat: kop.tempat,
    penanda,
    kantor: sebutan(kop.kantor),
    jenis: m.jenis,
    tanggal: m.tanggal,
    mulai: m.mulai,
    zona: zonaWilayah(kalenderKebijakan().zona, m.wilayah).kode,
    tempat: m.tempat,
    pemimpin: m.pemimpin,
    notulis: m.notulis,
    notulen: m.notulen,
    orang: hadir.map((h) => ({
      nama: h.nama,
      unsur: unsur.get(h.unsur) ?? h.unsur,
      jabatan: h.jabatan,
      hadir: h.hadir,
    })),
    lembagaTidakAda: m.unsurTidakAda.map((kode) => unsur.get(kode) ?? kode),
    baris: rows.map((b) => barisOf(b, b.keluarga_id ? rumah.get(b.keluarga_id) : undefined)),
    foto: [],
    hariIni: ctx.today,
  })
}
