/** Steps with a paired phone: pair it by the one-time code of the office, sign in by it. */
import { hashPassword } from 'better-auth/crypto'
import { masukPerangkat, masukPerangkatMulai, perangkatPasang } from '#contract/masuk.ts'
import { problem } from '#contract/problems.ts'
import { pinMudah } from '#domain/pengguna/sandi.ts'
import { err, ok } from '#domain/result.ts'
import { type Langkah, langkah } from './langkah.ts'
import { buktiPerangkat, keyOf } from './perangkat.ts'
import { buatTantangan } from './tantangan.ts'
import { pakaiTautan } from './tautan.ts'

// Also for a phone that is not known: the answer must not tell.
const mulai = langkah(masukPerangkatMulai, async ({ mesin }, { perangkat }) =>
  ok({ jawaban: { tantangan: await buatTantangan(mesin, 'perangkat', perangkat) } }),
)

const masuk = langkah(masukPerangkat, async ({ mesin, siapa }, bukti) => {
  const userId = await buktiPerangkat(mesin, bukti)
  if (!userId.ok) return userId
  return ok({ jawaban: {}, buka: { userId: userId.value, faktor: 'perangkat', lama: siapa } })
})

const pasang = langkah(perangkatPasang, async ({ siapa }, { token, kunci, pin, nama }) => {
  if (pinMudah(pin)) return err(problem('pin.mudah'))
  if (!keyOf(kunci)) return err(problem('isian.salah', { kolom: 'kunci' }))
  const hash = await hashPassword(pin)
  return ok({
    tulis: async (db) => {
      const link = await pakaiTautan(db, token, ['perangkat'])
      if (!link) return err(problem('undangan.tidak_berlaku'))
      const { rows } = await db.query<{ id: string }>(
        `insert into masuk.perangkat (user_id, nama, kunci, pin, dipasang_oleh, dipakai_pada)
         values ($1, $2, $3, $4, $5, now()) returning id`,
        [link.akun, nama, JSON.stringify(kunci), hash, link.dibuatOleh],
      )
      const perangkat = rows[0]?.id ?? ''
      return ok({
        jawaban: { perangkat },
        buka: { userId: link.akun, faktor: 'perangkat', lama: siapa },
        perubahan: { sesudah: { perangkat, nama } },
      })
    },
  })
})

export const langkahPerangkat: readonly Langkah[] = [mulai, masuk, pasang]
