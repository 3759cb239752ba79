/** A list of RT: typed as people write it, or picked from those recorded in the village. */
import { Chip, Group, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useTeks } from '#ui/bahasa.ts'
import { nomorRt } from '#ui/format.ts'
import { useOp } from '#web/kueri.ts'
import { bacaRt, tulisRt } from '#web/pengguna/petugas/baca-rt.ts'
import type { IsianTugas } from '#web/pengguna/petugas/isian-tugas.ts'
import { teksTugas } from '#web/pengguna/petugas/teks-tugas.ts'

export function PilihRt({ form, desa }: { form: UseFormReturnType<IsianTugas>; desa: number }) {
  const t = useTeks(teksTugas)
  const kueri = useOp('wilayah.satu', { kode: desa }, { staleTime: 60_000 })
  const dikenal = (kueri.data?.bawahan ?? []).flatMap((b) => (b.rt ? [b.rt] : []))
  const dipilih = bacaRt(form.values.rt) ?? []
  const ganti = (rt: number) =>
    form.setFieldValue(
      'rt',
      tulisRt(
        (dipilih.includes(rt) ? dipilih.filter((n) => n !== rt) : [...dipilih, rt]).sort(
          (a, b) => a - b,
        ),
      ),
    )
  return (
    <div>
      <TextInput
        label={t('rt')}
        description={t('rtIsi')}
        required
        inputMode="text"
        autoComplete="off"
        {...form.getInputProps('rt')}
      />
      {dikenal.length > 0 ? (
        <Group gap="xs" mt="xs" role="group" aria-label={t('rtDikenal')}>
          {dikenal.map((rt) => (
            <Chip
              key={rt}
              size="sm"
              variant="outline"
              checked={dipilih.includes(rt)}
              onChange={() => ganti(rt)}
            >
              {nomorRt(rt)}
            </Chip>
          ))}
        </Group>
      ) : null}
    </div>
  )
}
