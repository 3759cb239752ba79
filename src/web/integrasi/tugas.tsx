/** Rows of a list become visits: officers and a day are chosen, each row says what becomes of it, then it is done. */
import { Button, Checkbox, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useState } from 'react'
import { kataHasilTugas } from '#domain/integrasi/tugas.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { DataTable, type Kolom } from '#ui/data-table.tsx'
import { useFormat } from '#ui/format.ts'
import { ErrorState, Loading } from '#ui/state.tsx'
import { Status } from '#ui/status.tsx'
import { teksUi } from '#ui/teks.ts'
import { shownOf } from '#web/api.ts'
import { PesanGalat } from '#web/galat.tsx'
import { teksIntegrasi } from '#web/integrasi/teks.ts'
import { useCommand, useOp } from '#web/kueri.ts'
import type { InputOf, OutputOf } from '#web/operasi.ts'

type Rencana = OutputOf<'integrasi.tugaskan'>
type Baris = Rencana['hasil'][number]
type Props = {
  jenis: InputOf<'integrasi.tugaskan'>['jenis']
  orang: readonly { kab: number; id: string }[]
  onSelesai: () => void
}

export function JadikanTugas(p: Props) {
  const t = useTeks(teksIntegrasi)
  const u = useTeks(teksUi)
  const ponsel = useMediaQuery('(max-width: 48em)')
  const [buka, setBuka] = useState(false)
  const [hasil, setHasil] = useState<Rencana | null>(null)
  const tutup = () => {
    setBuka(false)
    if (hasil) p.onSelesai()
    setHasil(null)
  }
  return (
    <>
      <Button variant="default" disabled={p.orang.length === 0} onClick={() => setBuka(true)}>
        {p.orang.length === 0 ? t('tugaskan') : t('tugaskanN', { n: p.orang.length })}
      </Button>
      <Modal
        opened={buka}
        onClose={tutup}
        size="lg"
        fullScreen={ponsel ?? false}
        title={t(hasil ? 'tugasHasil' : 'tugaskan')}
        closeButtonProps={{ 'aria-label': u('tutup') }}
      >
        {hasil ? (
          <Stack gap="md">
            <Text size="sm" role="status">
              {t('tugasDibuat', { n: hasil.jumlah })}
            </Text>
            <TabelHasil hasil={hasil.hasil} />
            <Group justify="flex-end">
              <Button onClick={tutup} data-autofocus>
                {u('tutup')}
              </Button>
            </Group>
          </Stack>
        ) : (
          <Pilihan {...p} onHasil={setHasil} onBatal={tutup} />
        )}
      </Modal>
    </>
  )
}

type PilihanProps = Props & { onHasil: (r: Rencana) => void; onBatal: () => void }

function Pilihan({ jenis, orang, onHasil, onBatal }: PilihanProps) {
  const t = useTeks(teksIntegrasi)
  const u = useTeks(teksUi)
  const label = useLabel()
  const [petugas, setPetugas] = useState<string[]>([])
  const [sampai, setSampai] = useState('')
  const isi = { jenis, orang: orang.map(({ kab, id }) => ({ kab, id })), petugas }
  const kueri = useOp(
    'integrasi.pratinjau_tugas',
    { ...isi, sampai: sampai || null },
    { simpanLama: true, staleTime: 0 },
  )
  const perintah = useCommand('integrasi.tugaskan', ['integrasi.daftar', 'kunjungan.antrean'])
  if (kueri.isPending) return <Loading baris={4} />
  if (!kueri.data)
    return <ErrorState error={shownOf(kueri.error)} ulang={() => void kueri.refetch()} />
  const { data } = kueri
  return (
    <Stack gap="md">
      <Checkbox.Group
        label={t('petugas')}
        description={t('petugasIsi')}
        value={petugas}
        onChange={setPetugas}
      >
        <Stack gap="xs" mt="xs">
          {data.petugas.length === 0 ? <Text size="sm">{t('petugasKosong')}</Text> : null}
          {data.petugas.map((o) => (
            <Checkbox key={o.id} value={o.id} label={`${o.nama} · ${label(o.peran)}`} />
          ))}
        </Stack>
      </Checkbox.Group>
      <TextInput
        type="date"
        maw={240}
        label={t('tugasSampai')}
        value={sampai}
        onChange={(e) => setSampai(e.currentTarget.value)}
      />
      {petugas.length > 0 ? <TabelHasil hasil={data.hasil} /> : null}
      <PesanGalat error={perintah.error ?? kueri.error} />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onBatal}>
          {u('batal')}
        </Button>
        <Button
          disabled={data.jumlah === 0 || sampai === '' || kueri.isFetching || kueri.isError}
          loading={perintah.isPending}
          onClick={() =>
            perintah.mutate({ ...isi, sampai, jumlah: data.jumlah }, { onSuccess: onHasil })
          }
        >
          {t('tugaskanSekarang', { n: data.jumlah })}
        </Button>
      </Group>
    </Stack>
  )
}

function TabelHasil({ hasil }: { hasil: readonly Baris[] }) {
  const t = useTeks(teksIntegrasi)
  const label = useLabel()
  const f = useFormat()
  const oleh = (p: NonNullable<Baris['petugas']>) =>
    p.sampai ? t('olehSampai', { nama: p.nama, sampai: f.tanggalPendek(p.sampai) }) : p.nama
  const kolom: Kolom<Baris>[] = [
    { id: 'nama', judul: t('nama'), kartu: 'judul', isi: (b) => b.nama || '–' },
    {
      id: 'hasil',
      judul: t('tugasBaris'),
      isi: (b) => (
        <>
          <Status nada={b.hasil === 'ditugaskan' ? 'baik' : 'netral'}>
            {label(kataHasilTugas[b.hasil])}
          </Status>
          {b.petugas ? (
            <Text size="xs" c="dimmed">
              {oleh(b.petugas)}
            </Text>
          ) : null}
        </>
      ),
    },
  ]
  return <DataTable caption={t('tugasBaris')} kolom={kolom} baris={hasil} kunci={(b) => b.id} />
}
