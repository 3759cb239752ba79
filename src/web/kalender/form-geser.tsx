/** The form that shifts a deadline, with a preview of what will hold and for whom. */
import { Button, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { instanDari, tenggatDi } from '#domain/kalender/waktu.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { DialogBenturan } from '#ui/benturan.tsx'
import { Notice } from '#ui/notice.tsx'
import { teksUi } from '#ui/teks.ts'
import { shownOf } from '#web/api.ts'
import { bacaUlang, benturanOf, versiKini } from '#web/benturan.ts'
import type { Langkah, Periode } from '#web/kalender/periode.tsx'
import { useSaat, type ZonaTampil } from '#web/kalender/saat.ts'
import { teksKalender } from '#web/kalender/teks.ts'
import { useCommand } from '#web/kueri.ts'
import type { OutputOf } from '#web/operasi.ts'
import { useNamaWilayah } from '#web/wilayah/nama.ts'

export type Digeser = { periode: Periode; langkah: Langkah }
type Props = { data: OutputOf<'kalender.periode'>; digeser: Digeser; onTutup: () => void }

const segarkan = ['kalender.periode', 'kalender.saya'] as const
const polaJam = /^(?:[01]\d|2[0-3])[.:][0-5]\d$|^24[.:]00$/

/** The instant that was typed; null while it is not a time. */
function instanIsian(hari: string, jam: string, zona: ZonaTampil): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(hari) || !polaJam.test(jam)) return null
  const instan = instanDari(hari, jam.replace('.', ':'), zona.menit)
  return Number.isNaN(instan) ? null : new Date(instan).toISOString()
}

export function FormGeser({ data, digeser: { periode, langkah }, onTutup }: Props) {
  const t = useTeks(teksKalender)
  const u = useTeks(teksUi)
  const label = useLabel()
  const nama = useNamaWilayah()
  const perintah = useCommand('kalender.geser', segarkan)
  const benturan = benturanOf(perintah.error)
  const kini = tenggatDi(Date.parse(langkah.tenggat), langkah.zona.menit)
  const form = useForm({
    initialValues: { hari: kini.hari, jam: kini.jam.replace(':', '.'), alasan: '' },
    validate: {
      hari: (v) => (v ? null : t('hariSalah')),
      jam: (v) => (polaJam.test(v) ? null : t('jamSalah')),
      alasan: (v, isi) => {
        const baru = instanIsian(isi.hari, isi.jam, langkah.zona)
        const lambat = baru !== null && baru > langkah.asal
        return (lambat || v.trim() !== '') && v.trim().length < 5 ? t('alasanWajib') : null
      },
    },
  })
  const baru = instanIsian(form.values.hari, form.values.jam, langkah.zona)
  const simpan = (v: typeof form.values, versi: number) => {
    const tenggat = instanIsian(v.hari, v.jam, langkah.zona)
    if (tenggat === null) return
    const alasan = v.alasan.trim()
    perintah.mutate(
      {
        wilayah: data.wilayah.kode,
        program: data.program,
        periode: periode.kode,
        langkah: langkah.kode,
        tenggat,
        versi,
        ...(alasan ? { alasan } : {}),
      },
      { onSuccess: onTutup },
    )
  }
  const salah = perintah.isError && !benturan ? shownOf(perintah.error) : null
  return (
    <Modal
      opened
      onClose={onTutup}
      title={t('geserJudul', { langkah: `${label(langkah.label)}, ${label(periode.label)}` })}
      size="lg"
      closeButtonProps={{ 'aria-label': u('tutup') }}
    >
      <form onSubmit={form.onSubmit((v) => simpan(v, langkah.versi))} noValidate>
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            {t('geserIsi', { wilayah: nama(data.wilayah) })}
          </Text>
          <Group grow align="flex-start">
            <TextInput type="date" label={t('hari')} {...form.getInputProps('hari')} />
            <TextInput
              label={t('jam', { zona: langkah.zona.kode })}
              description={t('jamIsi')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              inputMode="numeric"
              {...form.getInputProps('jam')}
            />
          </Group>
          <Textarea label={t('alasan')} autosize minRows={2} {...form.getInputProps('alasan')} />
          <Tinjauan data={data} digeser={{ periode, langkah }} baru={baru} />
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
              {t('simpanGeser')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

type TinjauanProps = { data: Props['data']; digeser: Digeser; baru: string | null }

/** The old and the new instant, the direction, and a step that is in the way. */
function Tinjauan({ data, digeser: { periode, langkah }, baru }: TinjauanProps) {
  const t = useTeks(teksKalender)
  const label = useLabel()
  const { saat, di } = useSaat()
  if (baru === null || baru === langkah.tenggat) return null
  const i = periode.langkah.indexOf(langkah)
  const depan = periode.langkah[i - 1]
  const belakang = periode.langkah[i + 1]
  const halangan =
    depan && baru < depan.tenggat
      ? t('urutan', { langkah: label(depan.label) })
      : belakang && baru > belakang.tenggat
        ? t('urutanBelakang', { langkah: label(belakang.label) })
        : null
  const arah = baru === langkah.asal ? 'kembali' : baru < langkah.asal ? 'lebihAwal' : 'lebihLambat'
  const lengkap = (iso: string) =>
    [saat(iso, langkah.zona), di(iso, langkah.zona, data.zona)].filter(Boolean).join(' ')
  return (
    <Notice nada={halangan ? 'salah' : 'info'} judul={halangan ?? t('tinjauan')} role="status">
      <Text size="sm">{t('tinjauLama', { saat: lengkap(langkah.tenggat) })}</Text>
      <Text size="sm">{t('tinjauBaru', { saat: lengkap(baru) })}</Text>
      <Text size="sm">{t(arah)}</Text>
    </Notice>
  )
}
