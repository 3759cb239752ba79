/**
 * The questions that a refusal puts to the person over the page as it stands, so that nothing typed
 * is lost: sign in anew, prove again who one is, say for what purpose.
 */
import { useRouter } from '@tanstack/react-router'
import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import { pasangPenengah } from '#web/penengah.ts'
import type { Sesi } from '#web/pengguna/keadaan.ts'
import { halamanDiingat } from '#web/pengguna/kembali.ts'
import { bacaKeadaan, bukaBaru, segarkanSesi } from '#web/pengguna/sesi.ts'

const MasukLagi = lazy(() =>
  import('#web/pengguna/masuk-lagi.tsx').then((m) => ({ default: m.MasukLagi })),
)
const Kukuhkan = lazy(() =>
  import('#web/pengguna/kukuhkan.tsx').then((m) => ({ default: m.Kukuhkan })),
)
const PilihTujuan = lazy(() =>
  import('#web/shell/pilih-tujuan.tsx').then((m) => ({ default: m.PilihTujuan })),
)

/** A question that waits for its answer: open while a request stands still for it. */
function useTanya(kode: string) {
  const [jawab, setJawab] = useState<((ya: boolean) => void) | null>(null)
  useEffect(
    () => pasangPenengah(kode, () => new Promise<boolean>((selesai) => setJawab(() => selesai))),
    [kode],
  )
  const selesai = useCallback(
    (ya: boolean) => {
      setJawab(null)
      jawab?.(ya)
    },
    [jawab],
  )
  return { buka: jawab !== null, selesai }
}

/** Refusals that the gate answers by another page than the one that stands. */
const kePersiapan = ['masuk.faktor_kedua', 'masuk.pakta', 'masuk.ganti_sandi', 'izin.tanpa_peran']

export function Penengah({ sesi }: { sesi: Sesi }) {
  const masuk = useTanya('masuk.perlu')
  const kukuh = useTanya('masuk.kukuhkan')
  const tujuan = useTanya('tujuan.perlu')
  useEffect(() => {
    const keGerbang = async () => {
      await segarkanSesi()
      return false
    }
    const lepas = kePersiapan.map((kode) => pasangPenengah(kode, keGerbang))
    return () => {
      for (const satu of lepas) satu()
    }
  }, [])
  const router = useRouter()
  useEffect(() => {
    const halaman = halamanDiingat()
    if (halaman) router.history.replace(halaman)
  }, [router])
  const sudahMasuk = async () => {
    const baru = await bacaKeadaan()
    const sama =
      baru.di === 'dalam' && baru.sesi.id === sesi.id && baru.sesi.penugasan === sesi.penugasan
    // Another person or role: nothing of the page that stands is theirs.
    if (sama) masuk.selesai(true)
    else bukaBaru()
  }
  return (
    <Suspense>
      {masuk.buka ? <MasukLagi onMasuk={() => void sudahMasuk()} /> : null}
      {kukuh.buka ? <Kukuhkan onSelesai={kukuh.selesai} /> : null}
      {tujuan.buka ? <PilihTujuan onSelesai={tujuan.selesai} /> : null}
    </Suspense>
  )
}
