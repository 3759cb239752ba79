/** The search for a family. What is typed stays in the history entry, never in the address: it may be a NIK. */
import { useNavigate, useRouterState } from '@tanstack/react-router'
import { useTeks } from '#ui/bahasa.ts'
import { SearchForm } from '#ui/search-form.tsx'
import { teksKeluarga } from '#web/keluarga/teks.ts'

export function FormCari({ q }: { q: string }) {
  const t = useTeks(teksKeluarga)
  const pergi = useNavigate()
  const fokus = useRouterState({ select: (s) => s.location.state.fokusCari === true })
  return (
    <SearchForm
      nilai={q}
      label={t('cariLabel')}
      contoh={t('cariIsi')}
      fokus={fokus}
      onCari={(cari) => void pergi({ to: '/keluarga', search: true, state: cari ? { cari } : {} })}
    />
  )
}
