/** What stands in place of the log for a role that may not read it. */
import { useTeks } from '#ui/bahasa.ts'
import { useTabTitle } from '#ui/page-header.tsx'
import { Empty } from '#ui/state.tsx'
import { teksJejak } from '#web/jejak/teks.ts'

export function TanpaIzinLog() {
  const t = useTeks(teksJejak)
  useTabTitle(t('log'))
  return <Empty judul={t('tanpaIzin')} isi={t('tanpaIzinIsi')} halaman />
}
