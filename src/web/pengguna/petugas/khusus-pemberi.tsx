/** Shows its content to those who give roles; others are told whose page it is. */
import type { ReactNode } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { useTabTitle } from '#ui/page-header.tsx'
import { Empty } from '#ui/state.tsx'
import { memberiTugas } from '#web/pengguna/petugas/kemampuan.ts'
import { teksPetugas } from '#web/pengguna/petugas/teks.ts'
import { useSesi } from '#web/pengguna/sesi.ts'

export function KhususPemberi({ children }: { children: ReactNode }) {
  const sesi = useSesi()
  return memberiTugas(sesi.peran) ? children : <BukanBagian />
}

function BukanBagian() {
  const t = useTeks(teksPetugas)
  useTabTitle(t('judul'))
  return <Empty halaman judul={t('bukanBagian')} isi={t('bukanBagianIsi')} />
}
