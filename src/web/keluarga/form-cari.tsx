/** The search field. What is typed stays in the history entry, never in the address: it may be a NIK. */
import { Button, CloseButton, Group, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useNavigate, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { teksKeluarga } from '#web/keluarga/teks.ts'

export function FormCari({ q }: { q: string }) {
  const t = useTeks(teksKeluarga)
  const pergi = useNavigate()
  const ref = useRef<HTMLInputElement>(null)
  const fokus = useRouterState({ select: (s) => s.location.state.fokusCari === true })
  const [teks, setTeks] = useState(q)
  useEffect(() => setTeks(q), [q])
  useEffect(() => {
    if (fokus) ref.current?.focus()
  }, [fokus])
  const cari = (nilai: string) =>
    void pergi({ to: '/keluarga', search: true, state: nilai.trim() ? { cari: nilai.trim() } : {} })
  return (
    <search>
      <form
        onSubmit={(e) => {
          e.preventDefault()
          cari(teks)
        }}
      >
        <Group gap="xs" align="flex-end" wrap="nowrap">
          <TextInput
            ref={ref}
            flex={1}
            size="md"
            value={teks}
            onChange={(e) => setTeks(e.currentTarget.value)}
            aria-label={t('cariLabel')}
            placeholder={t('cariIsi')}
            autoComplete="off"
            spellCheck={false}
            maxLength={100}
            leftSection={<IconSearch size={18} aria-hidden />}
            rightSection={
              teks ? (
                <CloseButton
                  aria-label={t('bersihkan')}
                  onClick={() => {
                    setTeks('')
                    cari('')
                    ref.current?.focus()
                  }}
                />
              ) : null
            }
          />
          <Button type="submit" size="md">
            {t('cari')}
          </Button>
        </Group>
      </form>
    </search>
  )
}
