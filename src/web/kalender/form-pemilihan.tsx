/** The form that records an election, or corrects or calls off the one there is. */
import {
  Button,
  Checkbox,
  Group,
  Modal,
  NativeSelect,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core'
import { useForm } from '@mantine/form'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { DialogBenturan } from '#ui/benturan.tsx'
import { teksUi } from '#ui/teks.ts'
import { shownOf } from '#web/api.ts'
import { bacaUlang, benturanOf } from '#web/benturan.ts'
import type { Rawan } from '#web/kalender/pemilihan.tsx'
import { teksKalender } from '#web/kalender/teks.ts'
import { useCommand } from '#web/kueri.ts'
import type { OutputOf } from '#web/operasi.ts'
import { CariWilayah } from '#web/wilayah/cari.tsx'

type Props = { data: OutputOf<'kalender.periode'>; lama: Rawan | null; onTutup: () => void }

const segarkan = ['kalender.periode', 'kalender.saya'] as const

export function FormPemilihan({ data, lama, onTutup }: Props) {
  const t = useTeks(teksKalender)
  const u = useTeks(teksUi)
  const label = useLabel()
  const perintah = useCommand('kalender.rawan_catat', segarkan)
  const benturan = benturanOf(perintah.error)
  const perlu = (v: string) => (v.trim() === '' ? t('perluIsi') : null)
  const form = useForm({
    initialValues: {
      jenis: lama?.jenis ?? data.jenisRawan[0]?.kode ?? '',
      wilayah: lama?.wilayah ?? 0,
      namaWilayah: lama?.namaWilayah ?? '',
      hari: lama?.hari ?? '',
      sumber: lama?.sumber ?? '',
      alasan: '',
      batal: false,
    },
    validate: {
      hari: perlu,
      sumber: perlu,
      wilayah: (v) => (v === 0 ? t('perluIsi') : null),
      alasan: (v) => (lama && v.trim().length < 5 ? t('alasanWajib') : null),
    },
  })
  const { jenis } = form.values
  const tingkat = data.jenisRawan.find((j) => j.kode === jenis)?.tingkat ?? []
  const simpan = (v: typeof form.values, menggantikan: string | null) =>
    perintah.mutate(
      {
        wilayah: v.wilayah,
        jenis: v.jenis,
        hari: v.hari,
        sumber: v.sumber.trim(),
        menggantikan,
        batal: v.batal,
        ...(lama ? { alasan: v.alasan.trim() } : {}),
      },
      { onSuccess: onTutup },
    )
  const salah = perintah.isError && !benturan ? shownOf(perintah.error) : null
  return (
    <Modal
      opened
      onClose={onTutup}
      title={t(lama ? 'perbaiki' : 'rawanTambah')}
      closeButtonProps={{ 'aria-label': u('tutup') }}
    >
      <form onSubmit={form.onSubmit((v) => simpan(v, lama?.id ?? null))} noValidate>
        <Stack gap="md">
          <NativeSelect
            label={t('rawanJenis')}
            disabled={lama !== null}
            data={data.jenisRawan.map((j) => ({ value: j.kode, label: label(j.label) }))}
            {...form.getInputProps('jenis')}
            onChange={(e) => {
              form.setFieldValue('jenis', e.currentTarget.value)
              form.setFieldValue('wilayah', 0)
              form.setFieldValue('namaWilayah', '')
            }}
          />
          {lama ? (
            <TextInput label={t('rawanWilayah')} value={lama.namaWilayah} disabled readOnly />
          ) : (
            <CariWilayah
              key={jenis}
              label={t('rawanWilayah')}
              keterangan={t('rawanWilayahIsi')}
              terpilih={form.values.namaWilayah || t('rawanWilayah')}
              galat={form.errors.wilayah}
              lebar="100%"
              saring={(w) => tingkat.includes(w.tingkat)}
              onPilih={(kode, w) => {
                form.setFieldValue('wilayah', kode)
                form.setFieldValue('namaWilayah', w.nama)
              }}
            />
          )}
          <TextInput type="date" label={t('rawanHari')} {...form.getInputProps('hari')} />
          <TextInput
            label={t('rawanSumber')}
            placeholder={t('rawanSumberContoh')}
            {...form.getInputProps('sumber')}
          />
          {lama ? (
            <>
              <Checkbox
                label={t('batalkan')}
                {...form.getInputProps('batal', { type: 'checkbox' })}
              />
              <Textarea
                label={t('alasan')}
                autosize
                minRows={2}
                {...form.getInputProps('alasan')}
              />
            </>
          ) : null}
          {salah ? (
            <Text size="sm" c="var(--mantine-color-error)" role="alert">
              {salah.judul} {salah.isi}
            </Text>
          ) : null}
          {benturan ? (
            <DialogBenturan
              isi={benturan}
              onKini={() => {
                perintah.reset()
                bacaUlang(segarkan)
                onTutup()
              }}
              onSaya={() => {
                bacaUlang(segarkan)
                simpan(form.values, benturan[0]?.id ?? null)
              }}
            />
          ) : null}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onTutup}>
              {u('batal')}
            </Button>
            <Button type="submit" loading={perintah.isPending}>
              {t(lama ? 'perbaiki' : 'rawanTambah')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
