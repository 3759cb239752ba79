/** First steps: by password, signing out; and changing one's own password. */
import { akunGantiSandi } from '#contract/faktor.ts'
import { masukKeluar, masukSandi } from '#contract/masuk.ts'
import { problem } from '#contract/problems.ts'
import { normalTelepon } from '#domain/pengguna/telepon.ts'
import { err, ok } from '#domain/result.ts'
import { terpasang } from './faktor.ts'
import { type Langkah, langkah, langkahSendiri } from './langkah.ts'
import type { Mesin } from './mesin.ts'
import { ambilGiliran } from './percobaan.ts'
import { cocok, pilihSandi, simpanSandi } from './sandi.ts'
import { akhiriLain, akhiriSesi, wajibTertinggi } from './sesi.ts'

type Akun = { id: string; password: string | null; sandi_pada: Date | null; aktif: boolean }

const accountStatement = `select u.id, u.sandi_pada, a."password", exists (select from pengguna p where p.masuk_id = u.id and p.nonaktif_pada is null) as aktif
  from masuk."user" u left join masuk."account" a on a."userId" = u.id and a."providerId" = 'credential'
  where u.username = $1 or u.telepon = $2 order by u.username = $1 desc limit 1`

const findAccount = async (mesin: Mesin, nama: string): Promise<Akun | null> =>
  (await mesin.pool.query<Akun>(accountStatement, [nama.toLowerCase(), normalTelepon(nama) ?? '']))
    .rows[0] ?? null

const masuk = langkah(masukSandi, async ({ mesin, asal, siapa }, { nama, sandi }) => {
  const akun = await findAccount(mesin, nama)
  const giliran = await ambilGiliran(mesin.pool, asal, {
    jenis: 'sandi',
    userId: akun?.id ?? null,
    nama: nama.toLowerCase(),
  })
  if (!giliran.ok) return giliran
  const right = await cocok(akun?.password ?? null, sandi)
  if (!akun || !right || !akun.aktif) return err(problem('masuk.salah'))
  await giliran.value.berhasil()
  const gantiSandi = await harusGanti(mesin, akun, sandi)
  return ok({ jawaban: {}, buka: { userId: akun.id, faktor: 'sandi', gantiSandi, lama: siapa } })
})

/** A password that has expired, or that stands alone and is too short for that. */
async function harusGanti(mesin: Mesin, akun: Akun, sandi: string): Promise<boolean> {
  const { masa_hari, min_sendiri } = mesin.profil.aturan
  const umur = akun.sandi_pada ? (Date.now() - akun.sandi_pada.getTime()) / 86_400_000 : 0
  if (masa_hari !== null && umur > masa_hari) return true
  if ([...sandi.normalize('NFKC')].length >= min_sendiri) return false
  const punya = await terpasang(mesin.pool, akun.id)
  if (punya.totp || punya.passkey) return false
  return (await wajibTertinggi(mesin, akun.id)) === 'sandi'
}

const keluar = langkah(masukKeluar, async ({ siapa }) =>
  ok({
    tulis: async (db) => {
      if (siapa) await akhiriSesi(db, siapa.sesi)
      return ok({ jawaban: {}, keluar: true })
    },
  }),
)

const ganti = langkahSendiri(akunGantiSandi, async ({ mesin, asal, siapa }, { lama, baru }) => {
  const akun = await mesin.pool.query<{ password: string | null }>(
    `select "password" from masuk."account" where "userId" = $1 and "providerId" = 'credential'`,
    [siapa.akun],
  )
  const giliran = await ambilGiliran(mesin.pool, asal, {
    jenis: 'sandi',
    userId: siapa.akun,
    nama: '',
  })
  if (!giliran.ok) return giliran
  if (!(await cocok(akun.rows[0]?.password ?? null, lama))) return err(problem('masuk.salah'))
  await giliran.value.berhasil()
  const punya = await terpasang(mesin.pool, siapa.akun)
  const hash = await pilihSandi(mesin, siapa.akun, baru, punya.totp || punya.passkey)
  if (!hash.ok) return hash
  return ok({
    tulis: async (db) => {
      await simpanSandi(db, mesin, siapa.akun, hash.value)
      await akhiriLain(db, siapa.akun, siapa.sesi)
      await db.query(
        `update masuk."session" set ganti_sandi = false, dikukuhkan_pada = now() where id = $1`,
        [siapa.sesi],
      )
      return ok({ jawaban: {} })
    },
  })
})

export const langkahSandi: readonly Langkah[] = [masuk, keluar, ganti]
