/** A table of what sources say, first of what differs alone; one button shows the rest. */
import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { DataTable, type Kolom } from '#ui/data-table.tsx'

type Kata = {
  /** Shown where nothing differs. */
  readonly kosong: string
  readonly tampilkanSemua: string
  readonly tampilkanBeda: string
}

export function TabelBeda<T extends { readonly berbeda: boolean }>({
  caption,
  kolom,
  baris,
  kunci,
  kata,
  semuaDahulu = false,
}: {
  caption: string
  kolom: readonly Kolom<T>[]
  baris: readonly T[]
  kunci: (baris: T) => string
  kata: Kata
  semuaDahulu?: boolean
}) {
  const [semua, setSemua] = useState(semuaDahulu)
  return (
    <>
      <DataTable
        caption={caption}
        kolom={kolom}
        baris={semua ? baris : baris.filter((b) => b.berbeda)}
        kunci={kunci}
        kosong={
          <Text size="sm" c="dimmed" px="lg" pb="sm">
            {kata.kosong}
          </Text>
        }
      />
      <Group px="md" py="xs">
        <Button
          variant="subtle"
          size="compact-sm"
          aria-expanded={semua}
          onClick={() => setSemua(!semua)}
        >
          {semua ? kata.tampilkanBeda : kata.tampilkanSemua}
        </Button>
      </Group>
    </>
  )
}
