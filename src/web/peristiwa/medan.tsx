/** Fields that several events share: a person, several persons, text, a day. */
import { Checkbox, NativeSelect, Stack, TextInput } from '@mantine/core'
import { useTeks } from '#ui/bahasa.ts'
import type { Anggota } from '#web/peristiwa/ditanya.ts'
import type { Isian } from '#web/peristiwa/isian.ts'
import { teksPeristiwa } from '#web/peristiwa/teks.ts'

export type Ubah = (isi: Partial<Isian>) => void
type Kolom = { [K in keyof Isian]: Isian[K] extends string ? K : never }[keyof Isian]
type Dasar = { f: Isian; ubah: Ubah; kolom: Kolom; label: string; isi?: string; wajib?: boolean }

export function Teks({ f, ubah, kolom, label, isi, wajib, hari }: Dasar & { hari?: boolean }) {
  return (
    <TextInput
      label={label}
      description={isi}
      type={hari ? 'date' : 'text'}
      value={f[kolom]}
      required={wajib ?? false}
      autoComplete="off"
      onChange={(e) => ubah({ [kolom]: e.currentTarget.value })}
    />
  )
}

type Pilihan = readonly { readonly value: string; readonly label: string }[]

export function Pilih({ f, ubah, kolom, label, isi, wajib, data }: Dasar & { data: Pilihan }) {
  const t = useTeks(teksPeristiwa)
  return (
    <NativeSelect
      label={label}
      description={isi}
      value={f[kolom]}
      required={wajib ?? false}
      data={[{ value: '', label: t('pilih') }, ...data]}
      onChange={(e) => ubah({ [kolom]: e.currentTarget.value })}
    />
  )
}

export const sebagaiPilihan = (orang: readonly Anggota[]): Pilihan =>
  orang.map((a) => ({
    value: a.id,
    label: a.umur === null ? a.nama : `${a.nama} (${a.umur})`,
  }))

type BanyakProps = { f: Isian; ubah: Ubah; label: string; orang: readonly Anggota[] }

export function Banyak({ f, ubah, label, orang }: BanyakProps) {
  return (
    <Checkbox.Group label={label} value={f.anggota} onChange={(anggota) => ubah({ anggota })}>
      <Stack gap="xs" mt="xs">
        {sebagaiPilihan(orang).map((o) => (
          <Checkbox key={o.value} value={o.value} label={o.label} />
        ))}
      </Stack>
    </Checkbox.Group>
  )
}
