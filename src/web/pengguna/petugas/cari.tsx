/** The search field. What is typed stays in the history entry, never in the address: it may be a phone number. */
import { Button, CloseButton, Group, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { teksPetugas } from '#web/pengguna/petugas/teks.ts'

export function CariPetugas({ q }: { q: string }) {
  const t = useTeks(teksPetugas)
  const pergi = useNavigate()
  const ref = useRef<HTMLInputElement>(null)
  const [teks, setTeks] = useState(q)
  useEffect(() => setTeks(q), [q])
  const cari = (nilai: string) =>
    void pergi({ to: '/pengguna', search: true, state: nilai.trim() ? { cari: nilai.trim() } : {} })
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
