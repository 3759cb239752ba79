/** The fields of an assignment: role, area and its part, kind, letter, dates. */
import { Group, NativeSelect, SegmentedControl, Stack, Text, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import type { Peran } from '#contract/peran.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { Notice } from '#ui/notice.tsx'
import {
  aturanPeran,
  type Bagian,
  bagianOf,
  type IsianTugas,
  type Pilihan,
  wilayahAwal,
} from '#web/pengguna/petugas/isian-tugas.ts'
import { PilihKeluarga } from '#web/pengguna/petugas/pilih-keluarga.tsx'
import { PilihRt } from '#web/pengguna/petugas/pilih-rt.tsx'
import { PilihWilayahTugas } from '#web/pengguna/petugas/pilih-wilayah.tsx'
import { teksTugas } from '#web/pengguna/petugas/teks-tugas.ts'

export type FormTugasProps = { form: UseFormReturnType<IsianTugas>; pilihan: Pilihan }

export function FormTugas({ form, pilihan }: FormTugasProps) {
  const aturan = aturanPeran(pilihan, form.values.peran)
  return (
    <Stack gap="md">
      <PilihPeran form={form} pilihan={pilihan} />
      {aturan ? (
        <>
          <PilihWilayahTugas form={form} pilihan={pilihan} aturan={aturan} />
          <PilihBagian form={form} pilihan={pilihan} />
        </>
      ) : null}
      <Surat form={form} pilihan={pilihan} />
    </Stack>
  )
}

function PilihPeran({ form, pilihan }: FormTugasProps) {
  const t = useTeks(teksTugas)
  const label = useLabel()
  const aturan = aturanPeran(pilihan, form.values.peran)
  const pilih = (nilai: string) => {
    const baru = aturanPeran(pilihan, nilai)
    const peran: Peran | '' = baru?.peran ?? ''
    const wilayah = baru ? wilayahAwal(pilihan, baru) : null
    const bagian = (baru ? bagianOf(baru, wilayah)[0] : undefined) ?? 'seluruh'
    form.setValues({ peran, wilayah, bagian, rt: '', keluarga: [] })
    form.clearErrors()
  }
  return (
    <>
      <NativeSelect
        label={t('peran')}
        description={t('peranIsi')}
        required
        value={form.values.peran}
        error={form.errors.peran}
        onChange={(e) => pilih(e.currentTarget.value)}
        data={[
          { value: '', label: t('pilihPeran') },
          ...pilihan.peran.map((p) => ({ value: p.peran, label: label(p.label) })),
        ]}
      />
      {aturan?.berdua ? (
        <Notice nada="info" judul={t('berdua')}>
          <p>{t('berduaIsi')}</p>
        </Notice>
      ) : null}
    </>
  )
}

const kunciBagian = { seluruh: 'seluruh', rt: 'perRt', keluarga: 'perKeluarga' } as const

function PilihBagian({ form, pilihan }: FormTugasProps) {
  const t = useTeks(teksTugas)
  const aturan = aturanPeran(pilihan, form.values.peran)
  const { wilayah, bagian } = form.values
  if (!aturan || !wilayah) return null
  const boleh = bagianOf(aturan, wilayah)
  return (
    <>
      {boleh.length > 1 ? (
        <div>
          <Text size="sm" fw={500} mb={4} id="bagian-wilayah">
            {t('bagian')}
          </Text>
          <SegmentedControl
            aria-labelledby="bagian-wilayah"
            value={bagian}
            onChange={(v) => form.setFieldValue('bagian', v as Bagian)}
            data={boleh.map((b) => ({ value: b, label: t(kunciBagian[b]) }))}
          />
        </div>
      ) : null}
      {bagian === 'rt' ? <PilihRt form={form} desa={wilayah.kode} /> : null}
      {bagian === 'keluarga' ? <PilihKeluarga form={form} wilayah={wilayah.kode} /> : null}
    </>
  )
}

function Surat({ form, pilihan }: FormTugasProps) {
  const t = useTeks(teksTugas)
  const label = useLabel()
  const sementara = form.values.jenis !== 'definitif'
  return (
    <>
      <NativeSelect
        label={t('jenis')}
        description={t('jenisIsi')}
        data={pilihan.jenis.map((j) => ({ value: j.jenis, label: label(j.label) }))}
        {...form.getInputProps('jenis')}
      />
      <Group grow align="flex-start">
        <TextInput
          label={t('nomorSurat')}
          placeholder={t('nomorSuratContoh')}
          required
          maxLength={100}
          {...form.getInputProps('suratNomor')}
        />
        <TextInput
          type="date"
          label={t('tanggalSurat')}
          required
          {...form.getInputProps('suratTanggal')}
        />
      </Group>
      <Group grow align="flex-start">
        <TextInput type="date" label={t('dari')} required {...form.getInputProps('dari')} />
        <TextInput
          type="date"
          label={t('hariTerakhir')}
          description={t(sementara ? 'hariTerakhirWajib' : 'hariTerakhirIsi')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          required={sementara}
          {...form.getInputProps('hariTerakhir')}
        />
      </Group>
    </>
  )
}
