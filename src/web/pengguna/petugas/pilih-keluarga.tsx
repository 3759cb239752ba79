/** Assigned families: found by name or card number in the area, put on a list one by one. */
import { Button, CloseButton, Group, Stack, Text, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { nomorRt, useFormat } from '#ui/format.ts'
import { useOp } from '#web/kueri.ts'
import type { IsianTugas, KeluargaPilihan } from '#web/pengguna/petugas/isian-tugas.ts'
import { memilihKeluarga } from '#web/pengguna/petugas/kemampuan.ts'
import classes from '#web/pengguna/petugas/pilih-keluarga.module.css'
import { teksTugas } from '#web/pengguna/petugas/teks-tugas.ts'
import { useSesi } from '#web/pengguna/sesi.ts'

type Props = { form: UseFormReturnType<IsianTugas>; wilayah: number }

export function PilihKeluarga(props: Props) {
  const t = useTeks(teksTugas)
  const sesi = useSesi()
  if (memilihKeluarga(sesi.peran)) return <Cari {...props} />
  return (
    <Text size="sm" c="dimmed">
      {t('keluargaLain')}
    </Text>
  )
}

function Cari({ form, wilayah }: Props) {
  const t = useTeks(teksTugas)
  const [teks, setTeks] = useState('')
  const [q] = useDebouncedValue(teks.trim(), 300)
  const kueri = useOp(
    'keluarga.daftar',
    { q, wilayah, batas: 8 },
    { enabled: q.length >= 3, simpanLama: true },
  )
  const dipilih = form.values.keluarga
  const hasil = (q.length >= 3 ? (kueri.data?.keluarga ?? []) : [])
    .filter((k) => !dipilih.some((d) => d.id === k.id))
    .map((k) => ({
      id: k.id,
      nama: k.namaKepala,
      keterangan: `${k.namaWilayah}, RT ${nomorRt(k.rt)}`,
    }))
  const tambah = (k: KeluargaPilihan) => {
    form.setFieldValue('keluarga', [...dipilih, k])
    form.clearFieldError('keluarga')
  }
  return (
    <Stack gap="xs">
      <TextInput
        label={t('keluargaCari')}
        description={t('keluargaCariIsi')}
        leftSection={<IconSearch size={16} aria-hidden />}
        autoComplete="off"
        maxLength={100}
        value={teks}
        error={form.errors.keluarga}
        onChange={(e) => setTeks(e.currentTarget.value)}
      />
      {q.length >= 3 && kueri.data && hasil.length === 0 ? (
        <Text size="sm" c="dimmed" role="status">
          {t('keluargaKosong')}
        </Text>
      ) : null}
      <ul className={classes.daftar}>
        {hasil.map((k) => (
          <li key={k.id} className={classes.butir}>
            <Nama k={k} />
            <Button size="xs" variant="default" onClick={() => tambah(k)}>
              {t('keluargaTambah')}
            </Button>
          </li>
        ))}
      </ul>
      <Dipilih
        isi={dipilih}
        onHapus={(id) =>
          form.setFieldValue(
            'keluarga',
            dipilih.filter((k) => k.id !== id),
          )
        }
      />
    </Stack>
  )
}

function Nama({ k }: { k: KeluargaPilihan }) {
  return (
    <span>
      {k.nama}
      <Text size="xs" c="dimmed" component="span" display="block">
        {k.keterangan}
      </Text>
    </span>
  )
}

function Dipilih({ isi, onHapus }: { isi: KeluargaPilihan[]; onHapus: (id: string) => void }) {
  const t = useTeks(teksTugas)
  const f = useFormat()
  if (isi.length === 0) return null
  return (
    <div>
      <Group gap="xs" role="status">
        <Text size="sm" fw={500}>
          {t('keluargaN', { n: f.angka(isi.length) })}
        </Text>
      </Group>
      <ul className={classes.daftar} aria-label={t('keluarga')}>
        {isi.map((k) => (
          <li key={k.id} className={classes.butir}>
            <Nama k={k} />
            <CloseButton
              size="lg"
              aria-label={t('keluargaHapus', { nama: k.nama })}
              onClick={() => onHapus(k.id)}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}
