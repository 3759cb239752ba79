/** Passwords: checked with the same work for every name, chosen by the rules in force. */
import { dictionary } from '@zxcvbn-ts/language-common'
import { hashPassword, verifyPassword } from 'better-auth/crypto'
import type pg from 'pg'
import { type Problem, problem } from '#contract/problems.ts'
import { aturanSandiSchema, minimal, nilaiSandi, type ProfilSandi } from '#domain/pengguna/sandi.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { readPolicy } from '#server/kebijakan/muat.ts'
import type { Mesin } from './mesin.ts'
import { wajibTertinggi } from './sesi.ts'

export const kebijakanSandi = readPolicy('parameter/sandi.yaml', aturanSandiSchema).nilai

const common = new Set<string>(dictionary['passwords-common'])
export const isCommon = (password: string): boolean => common.has(password)

/** The profile that the setting `profil_sandi` names; the usual one is NIST's. */
export async function loadProfil(
  pool: pg.Pool,
): Promise<{ nama: 'nist' | 'bssn'; aturan: ProfilSandi }> {
  const { rows } = await pool.query<{ nilai: unknown }>(
    `select nilai from pengaturan where kunci = 'profil_sandi'`,
  )
  const nama = rows[0]?.nilai === 'bssn' ? 'bssn' : 'nist'
  return { nama, aturan: kebijakanSandi.profil[nama] }
}

// Verified where there is no password, so that an unknown name costs what a known one costs.
const nobodys = hashPassword('tidak ada akun dengan kata sandi ini')

/** Whether a password is the account's; `null` (no such account, no password) takes as long and is never right. */
export async function cocok(hash: string | null, password: string): Promise<boolean> {
  const right = await verifyPassword({
    hash: hash ?? (await nobodys),
    password: password.slice(0, 1000),
  })
  return right && hash !== null
}

/** The rules as a page shows them for one account. */
export async function aturanUntuk(mesin: Mesin, userId: string, punyaFaktor: boolean) {
  const { nama, aturan } = mesin.profil
  const sendiri = !punyaFaktor && (await wajibTertinggi(mesin, userId)) === 'sandi'
  return {
    profil: nama,
    min: minimal({ profil: aturan, sendiri }),
    maks: aturan.maks,
    komposisi: aturan.komposisi,
    masaHari: aturan.masa_hari,
    riwayat: aturan.riwayat,
  }
}

type Akun = { username: string; name: string; telepon: string | null; password: string | null }

/** Judges and hashes a new password of an account. */
export async function pilihSandi(
  mesin: Mesin,
  userId: string,
  dipilih: string,
  punyaFaktor: boolean,
): Promise<Result<string, Problem>> {
  const { rows } = await mesin.pool.query<Akun>(
    `select u.username, u."name", u.telepon, a."password" from masuk."user" u
     left join masuk."account" a on a."userId" = u.id and a."providerId" = 'credential' where u.id = $1`,
    [userId],
  )
  const akun = rows[0]
  if (!akun) return err(problem('masuk.perlu'))
  const { aturan } = mesin.profil
  const sendiri = !punyaFaktor && (await wajibTertinggi(mesin, userId)) === 'sandi'
  const nilai = nilaiSandi(dipilih, {
    profil: aturan,
    sendiri,
    umum: isCommon,
    kata: [...kebijakanSandi.kata_terlarang, ...kataAkun(akun)],
  })
  if (!nilai.ok)
    return err(
      problem(nilai.error, { min: minimal({ profil: aturan, sendiri }), maks: aturan.maks }),
    )
  if (await pernah(mesin, userId, akun.password, nilai.value)) return err(problem('sandi.pernah'))
  return ok(await hashPassword(nilai.value))
}

const kataAkun = ({ username, name, telepon }: Akun): string[] => [
  ...username.split(/[._-]/),
  ...name.split(/[^\p{L}]+/u),
  ...(telepon ? [telepon.slice(1), `0${telepon.slice(3)}`] : []),
]

/** Whether it is one of the last few, where the profile forbids them. */
async function pernah(mesin: Mesin, userId: string, kini: string | null, password: string) {
  const { riwayat } = mesin.profil.aturan
  if (riwayat === 0) return false
  const { rows } = await mesin.pool.query<{ sandi: string }>(
    `select sandi from masuk.sandi_lama where user_id = $1 order by diganti_pada desc limit $2`,
    [userId, riwayat - 1],
  )
  for (const hash of [kini, ...rows.map((r) => r.sandi)])
    if (hash && (await verifyPassword({ hash, password }))) return true
  return false
}

/** Writes a new password, keeping the hash of the old one where the profile asks for it. */
export async function simpanSandi(
  db: pg.ClientBase | pg.Pool,
  mesin: Mesin,
  userId: string,
  hash: string,
): Promise<void> {
  if (mesin.profil.aturan.riwayat > 0)
    await db.query(
      `insert into masuk.sandi_lama (user_id, sandi) select "userId", "password" from masuk."account"
       where "userId" = $1 and "providerId" = 'credential' and "password" is not null`,
      [userId],
    )
  await db.query(
    `update masuk."account" set "password" = $2, "updatedAt" = now() where "userId" = $1 and "providerId" = 'credential'`,
    [userId, hash],
  )
  await db.query(`update masuk."user" set sandi_pada = now() where id = $1`, [userId])
}
