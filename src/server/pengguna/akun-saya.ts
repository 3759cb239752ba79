/** Reads everything about one's own account, in the role that may see all of its sign-in. */
import type { z } from 'zod'
import type { akunSaya } from '#contract/akun.ts'
import { peran } from '#contract/peran.ts'
import type { Context } from '#server/http/context.ts'
import { kukuhSampai } from '#server/http/gerbang.ts'
import { regionBrief } from '#server/wilayah/queries.ts'
import type { Mesin } from './mesin.ts'
import { pakta } from './pakta.ts'
import { perambanOf } from './peramban.ts'
import { aturanUntuk } from './sandi.ts'

type Akun = z.input<typeof akunSaya.output>

type Row = {
  akun: string
  username: string
  telepon: string | null
  sandi_pada: Date | null
  totp_pada: Date | null
  pemulihan: number
  pakta_versi: string | null
  pakta_pada: Date | null
}

const accountStatement = `select u.id as akun, u.username, u.telepon, u.sandi_pada,
    (select dipasang_pada from masuk.totp where user_id = u.id) as totp_pada,
    (select count(*)::int from masuk.pemulihan where user_id = u.id and dipakai_pada is null) as pemulihan,
    k.versi as pakta_versi, k.diterima_pada as pakta_pada
  from pengguna p join masuk."user" u on u.id = p.masuk_id
  left join pakta k on k.pengguna_id = p.id and k.sidik = $2
  where p.id = $1`

const iso = (time: Date | null): string | null => time?.toISOString() ?? null

export async function readAkun(mesin: Mesin, ctx: Context): Promise<Akun> {
  const { pengguna } = ctx
  const { rows } = await mesin.pool.query<Row>(accountStatement, [pengguna.id, pakta.hash])
  const row = rows[0]
  if (!row) throw new Error('A person without an account has a session')
  const keys = await keysOf(mesin, row.akun)
  const strong = row.totp_pada !== null || keys.passkey.length > 0
  return {
    id: pengguna.id,
    nama: pengguna.nama,
    username: row.username,
    telepon: row.telepon,
    demo: pengguna.demo,
    faktorWajib: pengguna.penugasan ? peran[pengguna.peran].faktor : null,
    faktor: pengguna.faktor,
    kukuhSampai: kukuhSampai(pengguna.dikukuhkanPada),
    sandi: {
      ada: row.sandi_pada !== null,
      digantiPada: iso(row.sandi_pada),
      aturan: await aturanUntuk(mesin, row.akun, strong),
    },
    totp: row.totp_pada ? { dipasangPada: row.totp_pada.toISOString() } : null,
    ...keys,
    pemulihanSisa: row.pemulihan,
    penugasan: await rolesOf(mesin, ctx),
    sesi: await sessionsOf(mesin, row.akun, pengguna.sesi),
    pakta:
      row.pakta_versi && row.pakta_pada
        ? { versi: row.pakta_versi, diterimaPada: row.pakta_pada.toISOString() }
        : null,
  }
}

async function keysOf({ pool }: Mesin, akun: string): Promise<Pick<Akun, 'passkey' | 'perangkat'>> {
  const fields = `id, nama, dibuat_pada as "dibuatPada", dipakai_pada as "dipakaiPada"`
  type Key = { id: string; nama: string; dibuatPada: Date; dipakaiPada: Date | null }
  const passkey = await pool.query<Key>(
    `select ${fields} from masuk.passkey where user_id = $1 order by dibuat_pada`,
    [akun],
  )
  const perangkat = await pool.query<Key>(
    `select ${fields} from masuk.perangkat where user_id = $1 and dicabut_pada is null order by dibuat_pada`,
    [akun],
  )
  const shown = (k: Key) => ({
    ...k,
    dibuatPada: k.dibuatPada.toISOString(),
    dipakaiPada: iso(k.dipakaiPada),
  })
  return { passkey: passkey.rows.map(shown), perangkat: perangkat.rows.map(shown) }
}

type Tugas = {
  id: string
  peran: keyof typeof peran
  jenis: 'definitif' | 'plt' | 'plh'
  wilayah: number
  rt: number[] | null
  dari: string
  sampai: string | null
}

async function rolesOf({ pool }: Mesin, ctx: Context): Promise<Akun['penugasan']> {
  const { rows } = await pool.query<Tugas>(
    `select id, peran, jenis, wilayah, rt, dari, sampai from penugasan where pengguna_id = $1 order by dari desc, id`,
    [ctx.pengguna.id],
  )
  const shown: Akun['penugasan'] = []
  for (const { wilayah, ...tugas } of rows)
    shown.push({
      ...tugas,
      peranLabel: peran[tugas.peran].label,
      wilayah: await regionBrief(ctx.tx, wilayah),
      berlaku: tugas.dari <= ctx.today && (tugas.sampai === null || tugas.sampai > ctx.today),
      dipakai: tugas.id === ctx.pengguna.penugasan,
    })
  return shown
}

type Sesi = {
  id: string
  createdAt: Date
  expiresAt: Date
  ipAddress: string | null
  userAgent: string | null
  faktor: string
}

async function sessionsOf({ pool }: Mesin, akun: string, ini: string): Promise<Akun['sesi']> {
  const { rows } = await pool.query<Sesi>(
    `select id, "createdAt", "expiresAt", "ipAddress", "userAgent", faktor from masuk."session"
     where "userId" = $1 and "expiresAt" > now() order by "createdAt" desc limit 100`,
    [akun],
  )
  return rows.map((s) => ({
    id: s.id,
    ini: s.id === ini,
    mulai: s.createdAt.toISOString(),
    berakhir: s.expiresAt.toISOString(),
    perangkat: perambanOf(s.userAgent),
    jaringan: s.ipAddress ?? '',
    faktor: s.faktor,
  }))
}
