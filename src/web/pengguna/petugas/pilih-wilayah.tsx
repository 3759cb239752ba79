/** The area of an assignment: one's own where that fits, or one below, found by name. */
import { Button, Group, Text } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useTeks } from '#ui/bahasa.ts'
import {
  bagianOf,
  type IsianTugas,
  type PeranPilihan,
  type Pilihan,
  type WilayahPilihan,
  wilayahAwal,
  wilayahCocok,
} from '#web/pengguna/petugas/isian-tugas.ts'
import { teksTugas } from '#web/pengguna/petugas/teks-tugas.ts'
import { CariWilayah } from '#web/wilayah/cari.tsx'
import { useNamaWilayah } from '#web/wilayah/nama.ts'

type Props = {
  form: UseFormReturnType<IsianTugas>
  pilihan: Pilihan
  aturan: PeranPilihan
}

const bertingkat = ['nasional', 'provinsi', 'kabkota', 'kecamatan', 'desa'] as const

export function PilihWilayahTugas({ form, pilihan, aturan }: Props) {
  const t = useTeks(teksTugas)
  const nama = useNamaWilayah()
  const { wilayah } = form.values
  const awal = wilayahAwal(pilihan, aturan)
  const pilih = (w: WilayahPilihan | null) => {
    const bagian = bagianOf(aturan, w)
    form.setValues({
      wilayah: w,
      rt: '',
      keluarga: [],
      ...(bagian.includes(form.values.bagian) ? {} : { bagian: bagian[0] ?? 'seluruh' }),
    })
    form.clearFieldError('wilayah')
  }
  const tingkat = bertingkat
    .filter((b) => aturan.tingkat.includes(b))
    .map((b) => t(`tingkat_${b}`))
    .join(` ${t('atau')} `)
  if (wilayah)
    return (
      <div>
        <Text size="sm" fw={500}>
          {t('wilayah')}
        </Text>
        <Group gap="sm">
          <Text size="sm">{nama(wilayah)}</Text>
          <Button variant="subtle" size="compact-sm" onClick={() => pilih(null)}>
            {t('gantiWilayah')}
          </Button>
        </Group>
      </div>
    )
  return (
    <div>
      <CariWilayah
        label={t('wilayah')}
        keterangan={[
          t('wilayahTingkat', { tingkat }),
          t(aturan.harusDiBawah ? 'wilayahBawah' : 'wilayahIsi'),
        ].join(' ')}
        lebar="100%"
        galat={form.errors.wilayah}
        saring={(w) => wilayahCocok(pilihan, aturan, w)}
        onPilih={(_, w) => pilih(w)}
      />
      {awal ? (
        <Button variant="subtle" size="compact-sm" mt={4} ml={-8} onClick={() => pilih(awal)}>
          {nama(awal)}
        </Button>
      ) : null}
    </div>
  )
}
