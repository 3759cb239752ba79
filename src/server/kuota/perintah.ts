/** The operations of quotas for the command line: same contract, rules, area and log as over HTTP. */
import type { Kysely } from 'kysely'
import type pg from 'pg'
import { type Peran, peran } from '#contract/peran.ts'
import { type Problem, problem, problemText } from '#contract/problems.ts'
import { tujuanBawaan } from '#domain/jejak/tujuan.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { cakupanOf } from '#domain/wilayah/kode.ts'
import { readClock } from '#server/clock.ts'
import { dataFolder } from '#server/db/embedded/places.ts'
import { kyselyOf, type Pools } from '#server/db/pools.ts'
import type { DB } from '#server/db/tables.gen.ts'
import { areaOf } from '#server/http/area.ts'
import { catatan, writeLog } from '#server/http/audit.ts'
import type { Context, Pengguna } from '#server/http/context.ts'
import type { Bound } from '#server/http/handle.ts'
import { inScope } from '#server/http/transaction.ts'
import { daftarTujuan } from '#server/jejak/tujuan.ts'
import { kuotaHandlers } from './handlers.ts'
import { adoptPolicyQuotas } from './queries.ts'

/** Who acts: an officer's account, or the machine's administrator, who may only look. */
export type Siapa = { readonly username: string | null }

const administrator: Pengguna = {
  id: '',
  nama: 'Baris perintah',
  penugasan: '',
  peran: 'pusdatin',
  jenis: 'definitif',
  wilayah: 0,
  rt: null,
  keluarga: null,
  ruta: null,
  sesi: 'baris perintah',
  faktor: 'baris perintah',
  dikukuhkanPada: null,
  demo: false,
}

const isPeran = (name: string): name is Peran => name in peran

async function officer(
  pool: pg.Pool,
  username: string,
  today: string,
): Promise<Result<Pengguna, Problem>> {
  const found = await pool.query<{
    id: string
    nama: string
    demo: boolean
    penugasan: string
    peran: string
    jenis: Pengguna['jenis']
    wilayah: number
    rt: number[] | null
    keluarga: string[] | null
    ruta: string[] | null
  }>(
    `select p.id, p.nama, p.demo, t.id as penugasan, t.peran, t.jenis, t.wilayah, t.rt, t.keluarga, t.ruta from masuk."user" u join pengguna p on p.masuk_id = u.id
       join penugasan t on t.pengguna_id = p.id and t.dari <= $2::date and (t.sampai is null or t.sampai > $2::date)
     where u.username = $1 and p.nonaktif_pada is null order by t.dari desc, t.id limit 1`,
    [username, today],
  )
  const row = found.rows[0]
  return row && isPeran(row.peran)
    ? ok({ ...administrator, ...row, peran: row.peran })
    : err(problem('izin.tanpa_peran'))
}

const sentence = (p: Problem): string => {
  const { title, remedy } = problemText(p)
  return `${title.id} ${remedy.id}`
}

/** Who acts, or why not; the administrator may only run what shows no person. */
async function actor(
  pools: Pools,
  { username }: Siapa,
  { op }: Bound,
  today: string,
): Promise<Result<Pengguna, Problem>> {
  const who = username === null ? ok(administrator) : await officer(pools.migrator, username, today)
  if (!who.ok) return who
  const permitted = op.permission === 'umum' || op.permission.includes(who.value.peran)
  const anonymous = who.value.id === '' && op.audit !== 'tanpa'
  return permitted && !anonymous ? who : err(problem('izin.kurang'))
}

/** Runs one operation; an expected failure comes back as its Indonesian text. */
export async function perform(
  pools: Pools,
  siapa: Siapa,
  operasi: string,
  sent: object,
): Promise<Result<unknown, string>> {
  const bound = kuotaHandlers.find(({ op }) => op.id === operasi)
  if (!bound) throw new Error(`No such operation: ${operasi}`)
  const { clock } = await readClock(pools.migrator)
  const time = clock()
  const who = await actor(pools, siapa, bound, time.today)
  if (!who.ok) return err(sentence(who.error))
  const input = bound.op.input.safeParse(sent)
  if (!input.success) {
    const kolom = input.error.issues.map((issue) => issue.path.join('.')).join(', ')
    return err(sentence(problem('isian.salah', { kolom })))
  }
  const result = await runLogged(pools, bound, who.value, time, input.data)
  return result.ok ? result : err(sentence(result.error))
}

/** The handler in one transaction of the officer's area, with its row in the log. */
function runLogged(
  pools: Pools,
  bound: Bound,
  pengguna: Pengguna,
  time: { now: Date; today: string },
  input: unknown,
): Promise<Result<unknown, Problem>> {
  const cakupan = areaOf(pengguna)
  const { id: operasi, audit } = bound.op
  const work = async (tx: Kysely<DB>): Promise<Result<unknown, Problem>> => {
    const noted = catatan()
    const ctx: Context = {
      tx,
      pengguna,
      cakupan,
      ...time,
      commandId: null,
      unggahan: null,
      dataFolder: dataFolder(),
      enqueue: () => Promise.reject(new Error('No jobs from here')),
      lihat: noted.lihat,
    }
    const done = await bound.run(ctx, input)
    if (done.ok && audit !== 'tanpa')
      await writeLog(tx, {
        pengguna,
        operasi,
        perintahId: null,
        tujuan: { kode: tujuanBawaan(daftarTujuan(), pengguna.peran), teks: null },
        subjek: noted.subjek,
        perubahan: noted.perubahan,
        rincian: noted.rincian,
      })
    return done
  }
  return inScope(kyselyOf(pools.app), cakupan, work, (done) => done.ok)
}

/** Sets the quotas that policy knows, in an area. @returns how many were set */
export async function adopt(pools: Pools, wilayah: number): Promise<number> {
  const { clock } = await readClock(pools.migrator)
  const area = cakupanOf(wilayah)
  return inScope(kyselyOf(pools.app), area, (tx) => adoptPolicyQuotas(tx, area, clock().now))
}
