/** Proving again, within a session, that it is oneself. */
import type { z } from 'zod'
import { sesiKukuhkan } from '#contract/masuk.ts'
import { type Problem, problem } from '#contract/problems.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { kukuhSampai } from '#server/http/gerbang.ts'
import { terpasang } from './faktor.ts'
import { type Langkah, type Lingkungan, langkahSendiri } from './langkah.ts'
import { bacaMasuk } from './passkey.ts'
import { buktiPerangkat } from './perangkat.ts'
import { ambilGiliran } from './percobaan.ts'
import { cocok } from './sandi.ts'
import { periksaTotp } from './totp.ts'

type Bukti = z.output<typeof sesiKukuhkan.input>

const kukuhkan = langkahSendiri(sesiKukuhkan, async (di, bukti) => {
  const terbukti = await buktikan(di, di.siapa.akun, bukti)
  if (!terbukti.ok) return terbukti
  if (terbukti.value !== di.siapa.akun) return err(problem('masuk.kode_salah'))
  return ok({
    tulis: async (db) => {
      const { rows } = await db.query<{ pada: Date }>(
        `update masuk."session" set dikukuhkan_pada = now() where id = $1 returning dikukuhkan_pada as pada`,
        [di.siapa.sesi],
      )
      return ok({ jawaban: { sampai: kukuhSampai(rows[0]?.pada ?? null) ?? '' } })
    },
  })
})

/** Whose account the proof opens. */
async function buktikan(
  { mesin, asal }: Lingkungan,
  userId: string,
  bukti: Bukti,
): Promise<Result<string, Problem>> {
  if (bukti.cara === 'perangkat') return buktiPerangkat(mesin, bukti)
  if (bukti.cara === 'passkey') {
    const found = await bacaMasuk(mesin, asal, bukti.tantangan, bukti.jawaban)
    return found ? ok(found) : err(problem('masuk.kode_salah'))
  }
  const giliran = await ambilGiliran(mesin.pool, asal, { jenis: 'faktor', userId, nama: '' })
  if (!giliran.ok) return giliran
  const { rows } = await mesin.pool.query<{ password: string | null }>(
    `select "password" from masuk."account" where "userId" = $1 and "providerId" = 'credential'`,
    [userId],
  )
  if (!(await cocok(rows[0]?.password ?? null, bukti.sandi))) return err(problem('masuk.salah'))
  const punya = await terpasang(mesin.pool, userId)
  // With a stronger factor on the account the password alone proves nothing new.
  if (punya.totp && !(await periksaTotp(mesin.pool, mesin, userId, bukti.kode ?? '')))
    return err(problem('masuk.kode_salah'))
  if (!punya.totp && punya.passkey) return err(problem('masuk.kode_salah'))
  await giliran.value.berhasil()
  return ok(userId)
}

export const langkahKukuh: readonly Langkah[] = [kukuhkan]
