/** A search field with its button. What is typed goes to the page, which keeps it out of the address. */
import { Button, CloseButton, Group, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { teksUi } from '#ui/teks.ts'

type Props = {
  nilai: string
  label: string
  contoh: string
  /** True once when the field shall take the cursor. */
  fokus?: boolean
  onCari: (nilai: string) => void
}

export function SearchForm({ nilai, label, contoh, fokus = false, onCari }: Props) {
  const t = useTeks(teksUi)
  const ref = useRef<HTMLInputElement>(null)
  const [teks, setTeks] = useState(nilai)
  useEffect(() => setTeks(nilai), [nilai])
  useEffect(() => {
    if (fokus) ref.current?.focus()
  }, [fokus])
  return (
    <search>
      <form
        onSubmit={(e) => {
          e.preventDefault()
          onCari(teks.trim())
        }}
      >
        <Group gap="xs" align="flex-end" wrap="nowrap">
          <TextInput
            ref={ref}
            flex={1}
            size="md"
            value={teks}
            onChange={(e) => setTeks(e.currentTarget.value)}
            aria-label={label}
            placeholder={contoh}
            autoComplete="off"
            spellCheck={false}
            maxLength={100}
            leftSection={<IconSearch size={18} aria-hidden />}
            rightSection={
              teks ? (
                <CloseButton
                  aria-label={t('bersihkanCari')}
                  onClick={() => {
                    setTeks('')
                    onCari('')
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
