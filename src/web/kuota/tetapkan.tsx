/** The form that sets a quota: programme, area, period, number, and its ground. */
import {
  Button,
  Group,
  Modal,
  NativeSelect,
  NumberInput,
  Stack,
  Text,
  TextInput,
} from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Label } from '#domain/label.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { DialogBenturan } from '#ui/benturan.tsx'
import { teksUi } from '#ui/teks.ts'
import { shownOf } from '#web/api.ts'
import { bacaUlang, benturanOf, versiKini } from '#web/benturan.ts'
import { useCommand, useOp } from '#web/kueri.ts'
import { teksKuota } from '#web/kuota/teks.ts'
import { useSesi } from '#web/pengguna/sesi.ts'
import { useNamaWilayah } from '#web/wilayah/nama.ts'

const segarkan = ['kuota.daftar', 'beranda.ringkasan'] as const

type Props = {
  buka: boolean
  program: readonly { kode: string; label: Label }[]
  onTutup: () => void
}

const kosong = {
  program: '',
  jumlah: '' as string | number,
  dari: '',
  sampai: '',
  nomor: '',
  sumber: '',
  alasan: '',
}

export function Tetapkan({ buka, program, onTutup }: Props) {
  const t = useTeks(teksKuota)
  const u = useTeks(teksUi)
  const label = useLabel()
  const nama = useNamaWilayah()
  const sesi = useSesi()
  const perintah = useCommand('kuota.tetapkan', segarkan)
  const berlaku = useOp('kuota.daftar', {}).data?.kuota ?? []
  const benturan = benturanOf(perintah.error)
  const perlu = (v: string | number) => (String(v).trim() === '' ? t('wajib') : null)
  const form = useForm({
    initialValues: {
      ...kosong,
      program: program[0]?.kode ?? '',
      dari: `${sesi.hariIni.slice(0, 4)}-01-01`,
    },
    validate: { jumlah: perlu, dari: perlu, sumber: perlu },
  })
  /** The version seen of the quota that this one would replace. */
  const versiOf = (v: typeof form.values) =>
    berlaku.find(
      (k) => k.program === v.program && k.wilayah === sesi.wilayah.kode && k.dari === v.dari,
    )?.versi ?? 0
  const simpan = (v: typeof form.values, versi: number) =>
    perintah.mutate(
      {
        versi,
        program: v.program,
        wilayah: sesi.wilayah.kode,
        dari: v.dari,
        sampai: v.sampai || null,
        jumlah: Number(v.jumlah),
        dasar: { nomor: v.nomor.trim() || null, tanggal: null, penerbit: null },
        sumber: v.sumber.trim(),
        ...(v.alasan.trim() ? { alasan: v.alasan.trim() } : {}),
      },
      {
        onSuccess: () => {
          form.reset()
          onTutup()
        },
      },
    )
  const kirim = form.onSubmit((v) => simpan(v, versiOf(v)))
  const salah = perintah.isError && !benturan ? shownOf(perintah.error) : null
  return (
    <Modal
      opened={buka}
      onClose={onTutup}
      title={t('tetapkan')}
      size="lg"
      closeButtonProps={{ 'aria-label': u('tutup') }}
    >
      <form onSubmit={kirim} noValidate>
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            {t('tetapkanIsi')} {t('wilayah')}: {nama(sesi.wilayah)}.
          </Text>
          <Group grow align="flex-start">
            <NativeSelect
              label={t('program')}
              data={program.map((p) => ({ value: p.kode, label: label(p.label) }))}
              {...form.getInputProps('program')}
            />
            <NumberInput
              label={t('jumlahKuota')}
              min={0}
              allowDecimal={false}
              thousandSeparator="."
              decimalSeparator=","
              hideControls
              {...form.getInputProps('jumlah')}
            />
          </Group>
          <Group grow align="flex-start">
            <TextInput type="date" label={t('dari')} {...form.getInputProps('dari')} />
            <TextInput type="date" label={t('sampai')} {...form.getInputProps('sampai')} />
          </Group>
          <TextInput label={t('nomorSk')} {...form.getInputProps('nomor')} />
          <TextInput
            label={t('sumber')}
            placeholder={t('sumberContoh')}
            {...form.getInputProps('sumber')}
          />
          <TextInput label={t('alasanGanti')} {...form.getInputProps('alasan')} />
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
                simpan(form.values, versiKini(benturan))
              }}
            />
          ) : null}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onTutup}>
              {u('batal')}
            </Button>
            <Button type="submit" loading={perintah.isPending}>
              {t('tetapkan')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
