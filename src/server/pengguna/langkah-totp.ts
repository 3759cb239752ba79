/** Steps with an authenticator app and with recovery codes. */
import { akunPemulihanBaru, akunTotpMulai, akunTotpPasang } from '#contract/faktor.ts'
import { masukPemulihan, masukTotp } from '#contract/masuk.ts'
import { problem } from '#contract/problems.ts'
import { err, ok } from '#domain/result.ts'
import { perluKukuh } from './faktor.ts'
import { type Langkah, langkah, langkahSendiri } from './langkah.ts'
import { buatPemulihan, pakaiPemulihan, pemulihanBilaPerlu } from './pemulihan.ts'
import { ambilGiliran } from './percobaan.ts'
import { newTotpSecret, periksaTotp, sealTotp, totpUri } from './totp.ts'

const masuk = langkah(masukTotp, async ({ mesin, asal, siapa }, { kode }) => {
  if (!siapa) return err(problem('masuk.perlu'))
  const { akun } = siapa
  const giliran = await ambilGiliran(mesin.pool, asal, { jenis: 'faktor', userId: akun, nama: '' })
  if (!giliran.ok) return giliran
  if (!(await periksaTotp(mesin.pool, mesin, akun, kode))) return err(problem('masuk.kode_salah'))
  await giliran.value.berhasil()
  return ok({ jawaban: {}, buka: { userId: akun, faktor: 'totp', lama: siapa } })
})

const pemulihan = langkah(masukPemulihan, async ({ mesin, asal, siapa }, { kode }) => {
  if (!siapa) return err(problem('masuk.perlu'))
  const { akun } = siapa
  const giliran = await ambilGiliran(mesin.pool, asal, { jenis: 'faktor', userId: akun, nama: '' })
  if (!giliran.ok) return giliran
  return ok({
    tulis: async (db) => {
      if (!(await pakaiPemulihan(db, akun, kode))) return err(problem('masuk.kode_salah'))
      return ok({
        jawaban: {},
        buka: { userId: akun, faktor: 'pemulihan', lama: siapa },
        sesudah: giliran.value.berhasil,
      })
    },
  })
})

const mulai = langkahSendiri(akunTotpMulai, async ({ mesin, siapa }) => {
  const stop = await perluKukuh(mesin.pool, siapa)
  if (stop) return err(stop)
  const secret = newTotpSecret()
  const { rows } = await mesin.pool.query<{ username: string }>(
    `with baru as (insert into masuk.totp (user_id, rahasia_baru) values ($1, $2)
       on conflict (user_id) do update set rahasia_baru = excluded.rahasia_baru)
     select username from masuk."user" where id = $1`,
    [siapa.akun, sealTotp(mesin.ring, siapa.akun, secret)],
  )
  return ok({ jawaban: totpUri(secret, rows[0]?.username ?? siapa.nama) })
})

const pasang = langkahSendiri(akunTotpPasang, async ({ mesin, asal, siapa }, { kode }) => {
  const { akun } = siapa
  const stop = await perluKukuh(mesin.pool, siapa)
  if (stop) return err(stop)
  const giliran = await ambilGiliran(mesin.pool, asal, { jenis: 'faktor', userId: akun, nama: '' })
  if (!giliran.ok) return giliran
  return ok({
    tulis: async (db) => {
      if (!(await periksaTotp(db, mesin, akun, kode, 'rahasia_baru')))
        return err(problem('masuk.kode_salah'))
      await db.query(
        `update masuk.totp set rahasia = rahasia_baru, rahasia_baru = null, dipasang_pada = now() where user_id = $1`,
        [akun],
      )
      return ok({
        jawaban: { pemulihan: await pemulihanBilaPerlu(db, akun) },
        buka: { userId: akun, faktor: 'totp', lama: siapa },
        sesudah: giliran.value.berhasil,
      })
    },
  })
})

const baru = langkahSendiri(akunPemulihanBaru, async ({ siapa }) =>
  ok({
    tulis: async (db) => ok({ jawaban: { pemulihan: await buatPemulihan(db, siapa.akun) } }),
  }),
)

export const langkahTotp: readonly Langkah[] = [masuk, pemulihan, mulai, pasang, baru]
