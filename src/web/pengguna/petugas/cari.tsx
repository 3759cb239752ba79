/** The search for an officer. What is typed stays in the history entry, never in the address: it may be a phone number. */
import { useNavigate } from '@tanstack/react-router'
import { useTeks } from '#ui/bahasa.ts'
import { SearchForm } from '#ui/search-form.tsx'
import { teksPetugas } from '#web/pengguna/petugas/teks.ts'

export function CariPetugas({ q }: { q: string }) {
  const t = useTeks(teksPetugas)
  const pergi = useNavigate()
  return (
    <SearchForm
      nilai={q}
      label={t('cariLabel')}
      contoh={t('cariIsi')}
      onCari={(cari) => void pergi({ to: '/pengguna', search: true, state: cari ? { cari } : {} })}
    />
  )
}
