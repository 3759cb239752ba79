/** The table of a plan as it is typed: rows of codes, filled by hand, from a file, or for a region that is found. */

import { Button, FileInput, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { SelPembagian } from '#domain/pemekaran/sel.ts'
import { useTeks } from '#ui/bahasa.ts'
import { request, urlOf } from '#web/api.ts'
import { PesanGalat } from '#web/galat.tsx'
import type { OutputOf } from '#web/operasi.ts'
import classes from '#web/pemekaran/tabel-isian.module.css'
import { teksPemekaran } from '#web/pemekaran/teks.ts'
import { CariWilayah } from '#web/wilayah/cari.tsx'

/** A row with a key of its own, so that one can be taken out. */
export type BarisIsian = SelPembagian & { readonly kunci: number }

let berikut = 0
export const barisIsian = (s: Partial<SelPembagian> = {}): BarisIsian => ({
  kodeLama: '',
  rt: '',
  nomorKk: '',
  kodeBaru: '',
  rtBaru: '',
  namaBaru: '',
  jenisBaru: '',
  ...s,
  kunci: berikut++,
})

const kolom = ['kodeLama', 'rt', 'nomorKk', 'kodeBaru', 'rtBaru', 'namaBaru', 'jenisBaru'] as const
const angka: readonly (typeof kolom)[number][] = ['kodeLama', 'nomorKk', 'kodeBaru']
const PANJANG = { namaBaru: 120, jenisBaru: 40 } as const

const terisi = (b: BarisIsian): boolean => kolom.some((k) => b[k].trim() !== '')
/** Rows in which something was typed. */
export const barisTerisi = (rows: readonly BarisIsian[]): readonly BarisIsian[] =>
  rows.filter(terisi)

async function bacaBerkas(berkas: File): Promise<readonly SelPembagian[]> {
  const form = new FormData()
  form.append('berkas', berkas)
  const alamat = new URL(urlOf('pemekaran.baca', {}), window.location.origin).pathname
  const jawab = await request('POST', alamat, form)
  const dibaca: OutputOf<'pemekaran.baca'> = await jawab.json()
  return dibaca.baris
}

/** Rows of a large file are shown portion by portion. */
const SEKALI = 20

type Props = {
  rows: readonly BarisIsian[]
  /** What stands against a row, by its key. */
  salah: ReadonlyMap<number, string>
  onUbah: (rows: readonly BarisIsian[]) => void
}

export function TabelIsian({ rows, salah, onUbah }: Props) {
  const t = useTeks(teksPemekaran)
  const [tampil, setTampil] = useState(SEKALI)
  const tambah = (s: Partial<SelPembagian>) => {
    onUbah([...barisTerisi(rows), barisIsian(s)])
    setTampil((n) => Math.max(n, rows.length + 1))
  }
  // What is wrong stands first in sight, whatever its place.
  const terlihat = rows.filter((b, i) => i < tampil || salah.has(b.kunci))
  return (
    <Stack gap="md">
      <Sumber onWilayah={(kode) => tambah({ kodeLama: String(kode) })} onBaris={onUbah} />
      <ol className={classes.daftar}>
        {terlihat.map((b) => (
          <Baris
            key={b.kunci}
            b={b}
            n={rows.indexOf(b) + 1}
            salah={salah.get(b.kunci)}
            onUbah={(isi) => onUbah(rows.map((r) => (r === b ? { ...b, ...isi } : r)))}
            onHapus={() => onUbah(rows.filter((r) => r !== b))}
          />
        ))}
      </ol>
      <Group gap="xs">
        <Button variant="default" onClick={() => tambah({})}>
          {t('tambah')}
        </Button>
        {rows.length > terlihat.length ? (
          <Button variant="subtle" onClick={() => setTampil((n) => n + SEKALI)}>
            {t('lagi', { n: Math.min(SEKALI, rows.length - terlihat.length) })}
          </Button>
        ) : null}
      </Group>
    </Stack>
  )
}

type SumberProps = {
  onWilayah: (kode: number) => void
  onBaris: (rows: readonly BarisIsian[]) => void
}

function Sumber({ onWilayah, onBaris }: SumberProps) {
  const t = useTeks(teksPemekaran)
  const [galat, setGalat] = useState<unknown>(null)
  const [sibuk, setSibuk] = useState(false)
  const unggah = async (berkas: File | null) => {
    if (!berkas) return
    setSibuk(true)
    setGalat(null)
    try {
      onBaris((await bacaBerkas(berkas)).map(barisIsian))
    } catch (error) {
      setGalat(error)
    } finally {
      setSibuk(false)
    }
  }
  return (
    <>
      <PesanGalat error={galat} />
      <Group gap="md" align="flex-end">
        <CariWilayah
          label={t('cari')}
          saring={(w) => w.tingkat === 'desa' || w.tingkat === 'kecamatan'}
          onPilih={onWilayah}
        />
        <FileInput
          label={t('unggah')}
          placeholder={t('pilihBerkas')}
          value={null}
          onChange={(b) => void unggah(b)}
          accept=".csv,.xlsx"
          disabled={sibuk}
          miw={240}
        />
      </Group>
    </>
  )
}

type BarisProps = {
  b: BarisIsian
  n: number
  salah: string | undefined
  onUbah: (isi: Partial<SelPembagian>) => void
  onHapus: () => void
}

function Baris({ b, n, salah, onUbah, onHapus }: BarisProps) {
  const t = useTeks(teksPemekaran)
  return (
    <li className={classes.baris} data-salah={salah ? true : undefined}>
      <Group justify="space-between" gap="xs" mb={4}>
        <Text size="sm" fw={550}>
          {t('barisKe', { n })}
        </Text>
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={`${t('hapus')}: ${t('barisKe', { n })}`}
          onClick={onHapus}
        >
          {t('hapus')}
        </Button>
      </Group>
      <SimpleGrid cols={{ base: 2, sm: 4, lg: 7 }} spacing="xs" verticalSpacing="xs">
        {kolom.map((k) => (
          <TextInput
            key={k}
            label={t(k)}
            value={b[k]}
            maxLength={k in PANJANG ? PANJANG[k as keyof typeof PANJANG] : 30}
            {...(angka.includes(k) ? { inputMode: 'numeric' as const } : {})}
            onChange={(e) => onUbah({ [k]: e.currentTarget.value })}
          />
        ))}
      </SimpleGrid>
      {salah ? (
        <Text size="sm" c="var(--mantine-color-error)" mt={4}>
          {salah}
        </Text>
      ) : null}
    </li>
  )
}
