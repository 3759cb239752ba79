/** Lists of the officers of an area, one officer, and the roles that the reader may give. */
import { type RawBuilder, sql } from 'kysely'
import { penggunaDaftar, penggunaPilihan, penggunaSatu } from '#contract/pengguna.ts'
import { peran as daftarPeran, type Peran, semuaPeran } from '#contract/peran.ts'
import { problem } from '#contract/problems.ts'
import type { Label } from '#domain/label.ts'
import { putuskanTautan } from '#domain/pengguna/beri.ts'
import { belumBerakhir } from '#domain/pengguna/tugas.ts'
import { aturanOf, type JenisTugas, jenisTugas } from '#domain/pengguna/wewenang.ts'
import { err, ok } from '#domain/result.ts'
import { narrowed } from '#domain/wilayah/cakupan.ts'
import { tingkat, tingkatOf } from '#domain/wilayah/kode.ts'
import type { Context } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { regionBrief } from '#server/wilayah/queries.ts'
import { pelakuOf } from './alat.ts'
import { tautanAda } from './tautan.ts'
import {
  type Akun,
  akunById,
  dalamWilayah,
  kolomAkun,
  type StatusPengguna,
  statusAkun,
  type TugasRow,
  tugasOf,
  tugasTampil,
} from './tugas-kueri.ts'

const ringkas = (ctx: Context, akun: Akun, tugas: readonly TugasRow[]) => ({
  id: akun.id,
  nama: akun.nama,
  username: akun.username,
  telepon: akun.telepon,
  status: statusAkun(akun, tugas, ctx.today),
  demo: akun.demo,
  tugas: tugas
    .filter((t) => belumBerakhir(t, ctx.today))
    .map((t) => tugasTampil(pelakuOf(ctx), t, ctx.today)),
})

type Saringan = {
  readonly q?: string | undefined
  readonly peran?: Peran | undefined
  readonly wilayah?: number | undefined
  readonly status?: StatusPengguna | undefined
  readonly setelah?: string | undefined
}

const like = (q: string): string => `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`

const berlaku = (today: string) =>
  sql`t.dari <= ${today}::date and (t.sampai is null or t.sampai > ${today}::date)`

function syaratStatus(status: StatusPengguna, today: string): RawBuilder<unknown> {
  const bertugas = sql`exists (select from penugasan t where t.pengguna_id = a.id and ${berlaku(today)})`
  if (status === 'nonaktif') return sql`a."nonaktifPada" is not null`
  if (status === 'diundang') return sql`a."nonaktifPada" is null and a.diundang`
  const masuk = sql`a."nonaktifPada" is null and not a.diundang`
  return status === 'aktif' ? sql`${masuk} and ${bertugas}` : sql`${masuk} and not ${bertugas}`
}

/** Conditions on officers `a`; the area itself is set by the transaction. */
function syarat(ctx: Context, s: Saringan): RawBuilder<unknown> {
  const parts: RawBuilder<unknown>[] = [sql`true`]
  if (s.q) {
    const digits = s.q.replaceAll(/\D/g, '').replace(/^0/, '')
    const telepon = digits.length >= 4 ? sql` or a.telepon like ${like(digits)}` : sql``
    parts.push(sql`(a.nama ilike ${like(s.q)} or a.username ilike ${like(s.q)}${telepon})`)
  }
  if (s.peran !== undefined || s.wilayah !== undefined) {
    const { lo, hi } = narrowed(ctx.cakupan, s.wilayah)
    const peran = s.peran ? sql` and t.peran = ${s.peran}` : sql``
    parts.push(sql`exists (select from penugasan t where t.pengguna_id = a.id and t.wilayah >= ${lo} and t.wilayah < ${hi}${peran}
      and (t.sampai is null or t.sampai > ${ctx.today}::date))`)
  }
  if (s.status) parts.push(syaratStatus(s.status, ctx.today))
  const [nama, id] = kunciDari(s.setelah)
  if (id) parts.push(sql`(a.nama, a.id) > (${nama}, ${id}::uuid)`)
  return sql.join(parts, sql` and `)
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The key of the last officer shown: `<id>|<nama>`. */
function kunciDari(setelah: string | undefined): [string, string] | [] {
  const id = (setelah ?? '').slice(0, 36)
  return uuid.test(id) ? [(setelah ?? '').slice(37), id] : []
}

export const daftar = handle(penggunaDaftar, async (ctx, { batas, ...saringan }) => {
  const found = await sql<Akun>`
    select a.* from (select ${kolomAkun} from pengguna p left join masuk."user" u on u.id = p.masuk_id where ${dalamWilayah}) a
    where ${syarat(ctx, saringan)} order by a.nama, a.id limit ${batas + 1}`.execute(ctx.tx)
  const page = found.rows.slice(0, batas)
  const tugas = await tugasOf(
    ctx.tx,
    page.map((akun) => akun.id),
  )
  const last = page.at(-1)
  ctx.lihat(page.map(({ id }) => ({ jenis: 'pengguna', id })))
  return ok({
    pengguna: page.map((akun) =>
      ringkas(
        ctx,
        akun,
        tugas.filter((t) => t.penggunaId === akun.id),
      ),
    ),
    berikutnya: found.rows.length > batas && last ? `${last.id}|${last.nama}` : null,
  })
})

/** Open sessions of an officer of the area, and when the last one began. */
async function sesiOf(ctx: Context, id: string) {
  const found = await sql<{ terbuka: number; terakhir: Date | null; identitas: boolean }>`
    select count(*) filter (where s."expiresAt" > now())::int as terbuka, max(s."createdAt") as terakhir,
      identitas_terisi(${id}::uuid) as identitas
    from pengguna p join masuk."session" s on s."userId" = p.masuk_id where p.id = ${id}`.execute(
    ctx.tx,
  )
  return found.rows[0]
}

export const satu = handle(penggunaSatu, async (ctx, { id }) => {
  const akun = await akunById(ctx.tx, id)
  if (!akun) return err(problem('tidak.ada'))
  const tugas = await tugasOf(ctx.tx, [id])
  const sesi = await sesiOf(ctx, id)
  const pelaku = pelakuOf(ctx)
  const kuasa = !akun.nonaktifPada && putuskanTautan(pelaku, id, tugas, ctx.today).ok
  ctx.lihat([{ jenis: 'pengguna', id }])
  return ok({
    ...ringkas(ctx, akun, tugas),
    semuaTugas: tugas.map((t) => tugasTampil(pelaku, t, ctx.today)),
    sesiTerbuka: sesi?.terbuka ?? 0,
    masukTerakhir: sesi?.terakhir?.toISOString() ?? null,
    dibuatPada: akun.dibuatPada.toISOString(),
    nonaktifPada: akun.nonaktifPada?.toISOString() ?? null,
    tautan: akun.nonaktifPada ? null : await tautanAda(ctx.tx, id),
    identitasTerisi: sesi?.identitas ?? false,
    boleh: {
      beriTugas: !akun.nonaktifPada && id !== pelaku.id,
      undangUlang: kuasa && akun.diundang,
      mulaiReset: kuasa && !akun.diundang,
      akhiriAkun: !akun.nonaktifPada && bolehAkhiri(ctx, id, tugas),
      gantiIdentitas: kuasa,
    },
  })
})

const bolehAkhiri = (ctx: Context, id: string, tugas: readonly TugasRow[]): boolean =>
  id !== ctx.pengguna.id &&
  tugas
    .filter((t) => belumBerakhir(t, ctx.today))
    .every((t) => tugasTampil(pelakuOf(ctx), t, ctx.today).bolehDiubah)

const labelJenis: Record<JenisTugas, Label> = {
  definitif: { id: 'Definitif', en: 'Holder' },
  plt: { id: 'Pelaksana tugas (Plt)', en: 'Acting' },
  plh: { id: 'Pelaksana harian (Plh)', en: 'Acting for some days' },
}

export const pilihan = handle(penggunaPilihan, async (ctx) => {
  const { peran: worn, wilayah } = ctx.pengguna
  const dari = tingkat.indexOf(tingkatOf(wilayah))
  const roles = semuaPeran
    .map((peran) => ({ peran, aturan: aturanOf(peran) }))
    .filter(({ aturan }) => aturan.oleh.some((oleh) => oleh === worn))
    .map(({ peran, aturan }) => ({
      peran,
      label: daftarPeran[peran].label,
      tingkat: aturan.tingkat.filter((level) => {
        const di = tingkat.indexOf(level)
        return aturan.arah === 'atas' && wilayah !== 0 ? di > dari : di >= dari
      }),
      harusDiBawah: aturan.arah === 'atas',
      rt: aturan.rt,
      keluarga: aturan.keluarga,
      berdua: aturan.berdua,
    }))
    .filter((role) => role.tingkat.length > 0)
  return ok({
    wilayah: await regionBrief(ctx.tx, wilayah),
    peran: roles,
    jenis: jenisTugas.map((jenis) => ({ jenis, label: labelJenis[jenis] })),
  })
})
