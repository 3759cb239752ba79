/** The end of the entry: what is still missing, the button, and what followed from the visit. */
import { Button, Group, List, Stack, Text } from '@mantine/core'
import { kurangKunjungan } from '#domain/kunjungan/akibat.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { Section } from '#ui/section.tsx'
import { ErrorState } from '#ui/state.tsx'
import { shownOf } from '#web/api.ts'
import { useCommand } from '#web/kueri.ts'
import { jumlahBerubah } from '#web/kunjungan/jawab.ts'
import type { Formulir, Isian } from '#web/kunjungan/pakai-isian.ts'
import { teksIsiKunjungan } from '#web/kunjungan/teks-isi.ts'
import type { OutputOf } from '#web/operasi.ts'
import { TombolTautan } from '#web/tautan.tsx'
import { unduh } from '#web/unduh.ts'

type Hasil = OutputOf<'kunjungan.catat'>

/** The day is judged by the server, whose clock counts. */
const kapanSaja = (tanggal: string | undefined) => ({ today: tanggal ?? '', mundurHari: 1 })

export function SimpanKunjungan({
  formulir,
  isian: { isi, tahap, galat, sekarang, lepas },
  onTercatat,
}: {
  formulir: Formulir
  isian: Isian
  onTercatat: (hasil: Hasil) => void
}) {
  const t = useTeks(teksIsiKunjungan)
  const f = useFormat()
  const catat = useCommand('kunjungan.catat', [
    'kunjungan.antrean',
    'kunjungan.rekap',
    'kunjungan.formulir',
  ])
  const intervensi = isi.jawabanKeluarga?.intervensi ?? formulir.jawabanKeluarga.intervensi
  const lengkap = kurangKunjungan(isi, {
    ...kapanSaja(isi.tanggal),
    anggota: formulir.anggota.map((a) => a.id),
    intervensi: typeof intervensi === 'number' ? intervensi : null,
  })
  const kirim = async () => {
    await sekarang()
    catat.mutate(
      { kab: formulir.kab, keluarga: formulir.id, versi: formulir.versi, isi },
      {
        onSuccess: (hasil) => {
          lepas()
          onTercatat(hasil)
        },
      },
    )
  }
  return (
    <Stack gap="sm" mt="lg">
      <Group gap="md">
        <Text size="sm" role="status">
          {t(`simpan_${tahap}`)} {galat ? galat.judul : ''}
        </Text>
        <Text size="sm" c="dimmed">
          {t('berubah', { n: f.angka(jumlahBerubah(isi)) })}
        </Text>
      </Group>
      {lengkap.ok ? null : (
        <Text size="sm">
          {t('kurang')} {lengkap.error.map((k) => t(`kurang_${k}`)).join(', ')}
        </Text>
      )}
      {catat.isError ? <ErrorState error={shownOf(catat.error)} /> : null}
      <Group>
        <Button
          data-ketik
          disabled={!lengkap.ok}
          loading={catat.isPending}
          onClick={() => void kirim()}
        >
          {t('catat')}
        </Button>
      </Group>
    </Stack>
  )
}

export function HasilCatat({ formulir, hasil: h }: { formulir: Formulir; hasil: Hasil }) {
  const t = useTeks(teksIsiKunjungan)
  const label = useLabel()
  const f = useFormat()
  return (
    <Section judul={t('tercatatJudul')}>
      <Stack gap="md" role="status">
        <List size="sm" spacing="xs">
          {h.terhitung && h.tempo ? (
            <List.Item>{t('terhitung', { hari: f.tanggal(h.tempo) })}</List.Item>
          ) : null}
          {h.sebab ? <List.Item>{label(h.sebab.label)}</List.Item> : null}
          {h.draf ? <List.Item>{t('draf', { nomor: h.draf.nomor })}</List.Item> : null}
          {h.keberatanSampai ? (
            <List.Item>{t('keberatan', { hari: f.tanggal(h.keberatanSampai) })}</List.Item>
          ) : null}
          {h.usulan > 0 ? <List.Item>{t('didukung', { n: f.angka(h.usulan) })}</List.Item> : null}
        </List>
        <Group gap="xs">
          <TombolTautan
            to="/kunjungan"
            search={{
              wilayah: formulir.wilayah,
              ...(formulir.rt === null ? {} : { rt: formulir.rt }),
            }}
          >
            {t('keAntrean')}
          </TombolTautan>
          <TombolTautan
            to="/keluarga/$kab/$id"
            params={{ kab: String(formulir.kab), id: formulir.id }}
            variant="default"
          >
            {t('keKeluarga')}
          </TombolTautan>
          {h.keberatanSampai ? (
            <Button
              variant="default"
              onClick={() =>
                void unduh(
                  'kunjungan.cetak',
                  { bentuk: 'pemberitahuan', wilayah: formulir.wilayah, keluarga: formulir.id },
                  'pemberitahuan.pdf',
                )
              }
            >
              {t('cetakPemberitahuan')}
            </Button>
          ) : null}
        </Group>
      </Stack>
    </Section>
  )
}
