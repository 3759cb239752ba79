/** Why a step of signing in failed and what to do; after too many attempts it counts the wait down. */
import { VisuallyHidden } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { Notice } from '#ui/notice.tsx'
import { ApiProblem } from '#web/api.ts'
import { PesanGalat } from '#web/galat.tsx'
import { teksPengguna } from '#web/pengguna/teks.ts'

/** Whatever was thrown, as an error of signing in; a passkey window that was closed has words too. */
export type Galat = { readonly error: unknown; readonly sejak: number }

export const galatDari = (error: unknown): Galat => ({ error, sejak: Date.now() })

/** The second until which no attempt is let through; 0 when one may try. */
export const tungguSampai = (galat: Galat | null): number => {
  if (!(galat?.error instanceof ApiProblem) || galat.error.code !== 'terlalu.sering') return 0
  const detik = Number(galat.error.rincian('detik'))
  return galat.sejak + (Number.isFinite(detik) ? detik : 60) * 1000
}

/** Seconds until a moment, counted down; 0 once it has come. */
export function useSisa(sampai: number): number {
  const [kini, setKini] = useState(Date.now)
  useEffect(() => {
    if (sampai <= Date.now()) return
    setKini(Date.now())
    const jam = setInterval(() => setKini(Date.now()), 1000)
    return () => clearInterval(jam)
  }, [sampai])
  return Math.max(0, Math.ceil((sampai - kini) / 1000))
}

const batal = new Set(['NotAllowedError', 'AbortError', 'ERROR_CEREMONY_ABORTED'])
const dibatalkan = (error: unknown) => error instanceof Error && batal.has(error.name)

export function Gagal({ galat }: { galat: Galat | null }) {
  const t = useTeks(teksPengguna)
  const sampai = tungguSampai(galat)
  const sisa = useSisa(sampai)
  if (galat === null) return null
  if (sampai > 0)
    return sisa > 0 ? (
      <Notice nada="perhatian" judul={t('seringkali')} role="alert">
        <p aria-hidden>{t('tungguSisa', { sisa: menit(sisa) })}</p>
        {/* Read once: a countdown would be spoken every second. */}
        <VisuallyHidden>
          {t('tungguDetik', { detik: Math.ceil((sampai - galat.sejak) / 1000) })}
        </VisuallyHidden>
      </Notice>
    ) : (
      <Notice nada="info" role="status">
        {t('bolehLagi')}
      </Notice>
    )
  if (!(galat.error instanceof ApiProblem))
    return (
      <Notice nada="perhatian" role="alert">
        {t(dibatalkan(galat.error) ? 'passkeyBatal' : 'passkeyGagal')}
      </Notice>
    )
  return <PesanGalat error={galat.error} />
}

/** 75 as "1:15". */
export const menit = (detik: number): string =>
  `${Math.floor(detik / 60)}:${String(detik % 60).padStart(2, '0')}`
