/** An address that leads nowhere, and a page that broke. */
import { useTeks } from '#ui/bahasa.ts'
import { useTabTitle } from '#ui/page-header.tsx'
import { Empty, ErrorState } from '#ui/state.tsx'
import { shownOf } from '#web/api.ts'
import { teksShell } from '#web/shell/teks.ts'
import { TombolTautan } from '#web/tautan.tsx'

export function TidakDitemukan() {
  const t = useTeks(teksShell)
  useTabTitle(t('tidakDitemukan'))
  return (
    <Empty
      halaman
      judul={t('tidakDitemukan')}
      isi={t('tidakDitemukanIsi')}
      aksi={
        <TombolTautan to="/" variant="default">
          {t('keBeranda')}
        </TombolTautan>
      }
    />
  )
}

export function HalamanRusak({ error, reset }: { error: unknown; reset: () => void }) {
  return <ErrorState error={shownOf(error)} ulang={reset} halaman />
}
