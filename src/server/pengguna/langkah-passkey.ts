/** Steps with a passkey: register one, sign in by one. */
import { akunPasskeyMulai, akunPasskeyPasang } from '#contract/faktor.ts'
import { masukPasskey, masukPasskeyMulai } from '#contract/masuk.ts'
import { problem } from '#contract/problems.ts'
import { err, ok } from '#domain/result.ts'
import { perluKukuh } from './faktor.ts'
import { type Langkah, langkah, langkahSendiri } from './langkah.ts'
import { bacaDaftar, bacaMasuk, mulaiDaftar, mulaiMasuk } from './passkey.ts'
import { pemulihanBilaPerlu } from './pemulihan.ts'

const mulai = langkah(masukPasskeyMulai, async ({ mesin, siapa }) =>
  ok({ jawaban: await mulaiMasuk(mesin, siapa?.akun ?? null) }),
)

const masuk = langkah(masukPasskey, async ({ mesin, asal, siapa }, { tantangan, jawaban }) => {
  const userId = await bacaMasuk(mesin, asal, tantangan, jawaban)
  if (!userId) return err(problem('masuk.kode_salah'))
  return ok({ jawaban: {}, buka: { userId, faktor: 'passkey', lama: siapa } })
})

const daftarMulai = langkahSendiri(akunPasskeyMulai, async ({ mesin, siapa }) => {
  const stop = await perluKukuh(mesin.pool, siapa)
  if (stop) return err(stop)
  return ok({ jawaban: await mulaiDaftar(mesin, { id: siapa.akun, nama: siapa.nama }) })
})

const daftar = langkahSendiri(
  akunPasskeyPasang,
  async ({ mesin, asal, siapa }, { tantangan, jawaban, nama }) => {
    const { akun } = siapa
    const stop = await perluKukuh(mesin.pool, siapa)
    if (stop) return err(stop)
    const key = await bacaDaftar(mesin, asal, akun, tantangan, jawaban)
    if (!key) return err(problem('masuk.kode_salah'))
    return ok({
      tulis: async (db) => {
        const { rowCount } = await db.query(
          `insert into masuk.passkey (id, user_id, kunci, penghitung, angkutan, nama) values ($1, $2, $3, $4, $5, $6)
           on conflict do nothing`,
          [key.id, akun, Buffer.from(key.publicKey), key.counter, key.transports ?? [], nama],
        )
        if (!rowCount) return err(problem('akun.sudah_terpasang'))
        return ok({
          jawaban: { pemulihan: await pemulihanBilaPerlu(db, akun) },
          buka: { userId: akun, faktor: 'passkey', lama: siapa },
          perubahan: { sesudah: { passkey: nama } },
        })
      },
    })
  },
)

export const langkahPasskey: readonly Langkah[] = [mulai, masuk, daftarMulai, daftar]
