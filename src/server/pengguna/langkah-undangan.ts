/** Steps of a one-time link: see what it is for, and choose one's own password by it. */
import type pg from 'pg'
import { undanganLihat, undanganTerima } from '#contract/masuk.ts'
import { problem } from '#contract/problems.ts'
import { err, ok } from '#domain/result.ts'
import { type Langkah, langkah } from './langkah.ts'
import { aturanUntuk, pilihSandi, simpanSandi } from './sandi.ts'
import { akhiriLain, wajibTertinggi } from './sesi.ts'
import { lihatTautan, pakaiTautan } from './tautan.ts'

const lihat = langkah(undanganLihat, async ({ mesin }, { token }) => {
  const link = await lihatTautan(mesin.pool, token)
  if (!link) return err(problem('undangan.tidak_berlaku'))
  return ok({
    jawaban: {
      jenis: link.jenis,
      nama: link.nama,
      username: link.username,
      faktor: await wajibTertinggi(mesin, link.akun),
      sandi: await aturanUntuk(mesin, link.akun, false),
      berakhirPada: link.berakhirPada.toISOString(),
    },
  })
})

const terima = langkah(undanganTerima, async ({ mesin, siapa }, { token, sandi }) => {
  const link = await lihatTautan(mesin.pool, token, ['undangan', 'reset'])
  if (!link) return err(problem('undangan.tidak_berlaku'))
  const hash = await pilihSandi(mesin, link.akun, sandi, false)
  if (!hash.ok) return hash
  return ok({
    tulis: async (db) => {
      const taken = await pakaiTautan(db, token, ['undangan', 'reset'])
      if (!taken) return err(problem('undangan.tidak_berlaku'))
      await simpanSandi(db, mesin, link.akun, hash.value)
      await akhiriLain(db, link.akun)
      if (link.jenis === 'reset') await lupakanFaktor(db, link.akun)
      return ok({
        jawaban: {},
        buka: { userId: link.akun, faktor: 'sandi', gantiSandi: false, lama: siapa },
        perubahan: { sesudah: { tautan: link.jenis } },
      })
    },
  })
})

/** After a reset nothing of the old means opens the account. */
async function lupakanFaktor(db: pg.ClientBase, userId: string): Promise<void> {
  for (const table of ['totp', 'passkey', 'pemulihan', 'dikenal'])
    await db.query(`delete from masuk.${table} where user_id = $1`, [userId])
  await db.query(
    'update masuk.perangkat set dicabut_pada = now() where user_id = $1 and dicabut_pada is null',
    [userId],
  )
}

export const langkahUndangan: readonly Langkah[] = [lihat, terima]
