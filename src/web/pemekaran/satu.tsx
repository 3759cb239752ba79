/** One plan: what it does, why it cannot be started yet, how far the job is, what it carried. */

import { Button, Stack, Text, Textarea } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { Confirm } from '#ui/confirm.tsx'
import { useFormat } from '#ui/format.ts'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Pairs } from '#ui/pairs.tsx'
import { Section } from '#ui/section.tsx'
import { kataGalat } from '#web/galat.tsx'
import { KemajuanPekerjaan } from '#web/kemajuan.tsx'
import { hidup } from '#web/kesegaran.ts'
import { useCommand, useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import type { OutputOf } from '#web/operasi.ts'
import { pengatur, StatusPemekaran } from '#web/pemekaran/halaman.tsx'
import { PratinjauPemekaran } from '#web/pemekaran/pratinjau.tsx'
import { teksPemekaran } from '#web/pemekaran/teks.ts'
import { useSesi } from '#web/pengguna/sesi.ts'
import { Tautan } from '#web/tautan.tsx'

const rute = getRouteApi('/pemekaran/$id')

type Satu = OutputOf<'pemekaran.satu'>
type Props = { d: Satu; onTutup: () => void }

export function HalamanSatuPemekaran() {
  const t = useTeks(teksPemekaran)
  const { id } = rute.useParams()
  const kueri = useOp('pemekaran.satu', { id })
  return (
    <Tampil kueri={kueri} halaman>
      {(d) => (
        <>
          <PageHeader
            judul={d.rencana.nama}
            judulTab={t('judul')}
            keterangan={d.rencana.namaWilayah}
            atas={<Tautan to="/pemekaran">{`← ${t('kembali')}`}</Tautan>}
            aksi={<Tindakan d={d} />}
          />
          <Stack gap="lg">
            {d.halangan ? <Halangan sebab={d.halangan} /> : null}
            {d.rencana.pekerjaanId ? <KemajuanPekerjaan id={d.rencana.pekerjaanId} /> : null}
            <Kepala d={d} />
            <PratinjauPemekaran p={d.pratinjau} />
          </Stack>
        </>
      )}
    </Tampil>
  )
}

function Halangan({ sebab }: { sebab: NonNullable<Satu['halangan']> }) {
  const label = useLabel()
  return <Notice nada="perhatian" judul={label(sebab)} />
}

function Kepala({ d }: { d: Satu }) {
  const t = useTeks(teksPemekaran)
  const f = useFormat()
  const { rencana: r, hasil } = d
  return (
    <Section>
      <Stack gap="md">
        <StatusPemekaran r={r} />
        <Pairs
          isi={[
            {
              id: 'surat',
              label: t('surat'),
              nilai: t('suratIsi', { nomor: r.suratNomor, tanggal: f.tanggal(r.suratTanggal) }),
            },
            { id: 'berlaku', label: t('berlaku'), nilai: f.tanggal(r.berlaku) },
            { id: 'oleh', label: t('oleh'), nilai: r.oleh ?? '–' },
            { id: 'dimulai', label: t('dimulai'), nilai: r.dimulaiOleh ?? '–' },
          ]}
        />
        {r.alasanBatal ? (
          <Text size="sm" c="dimmed">
            {t('dibatalkan', { alasan: r.alasanBatal })}
          </Text>
        ) : null}
        {r.status === 'berjalan' ? (
          <Text size="sm">{t('berjalan', { n: f.angka(d.dibawa) })}</Text>
        ) : null}
        {hasil ? (
          <Text size="sm">
            {t('hasil', {
              keluarga: f.angka(hasil.keluarga),
              baris: f.angka(hasil.baris),
              petugas: f.angka(hasil.petugas),
            })}
          </Text>
        ) : null}
      </Stack>
    </Section>
  )
}

/** Starting it, going on with a job that stopped, cancelling. */
function Tindakan({ d }: { d: Satu }) {
  const t = useTeks(teksPemekaran)
  const sesi = useSesi()
  const [dialog, setDialog] = useState<'mulai' | 'batal' | null>(null)
  const { status, pekerjaanId } = d.rencana
  const pekerjaan = useOp(
    'pekerjaan.satu',
    { id: pekerjaanId ?? '' },
    { enabled: pekerjaanId !== null && status === 'berjalan' },
  )
  const terhenti = status === 'berjalan' && pekerjaan.data !== undefined && !hidup(pekerjaan.data)
  if (!pengatur.includes(sesi.peran) || (status !== 'rancangan' && !terhenti)) return null
  const tutup = () => setDialog(null)
  return (
    <>
      {terhenti || !d.halangan ? (
        <Button onClick={() => setDialog('mulai')}>
          {t(terhenti ? 'lanjutkan' : 'laksanakan')}
        </Button>
      ) : null}
      {terhenti ? null : (
        <Button variant="default" onClick={() => setDialog('batal')}>
          {t('batalkan')}
        </Button>
      )}
      {dialog === 'mulai' ? <Mulai d={d} onTutup={tutup} /> : null}
      {dialog === 'batal' ? <Batal d={d} onTutup={tutup} /> : null}
    </>
  )
}

function Mulai({ d, onTutup }: Props) {
  const t = useTeks(teksPemekaran)
  const f = useFormat()
  const perintah = useCommand('pemekaran.mulai', ['pemekaran.satu', 'pemekaran.daftar'])
  const { id, versi } = d.rencana
  const j = d.pratinjau.jumlah
  return (
    <Confirm
      buka
      judul={t('laksanakanJudul')}
      tombol={t('laksanakan')}
      onBatal={onTutup}
      onYa={() => perintah.mutate({ id, versi }, { onSuccess: onTutup })}
      sibuk={perintah.isPending}
      galat={kataGalat(perintah.error)}
    >
      <Text>
        {j
          ? t('laksanakanIsi', {
              keluarga: f.angka(j.keluarga),
              jiwa: f.angka(j.jiwa),
              petugas: f.angka(j.petugas),
            })
          : t('berjalan', { n: f.angka(d.dibawa) })}
      </Text>
    </Confirm>
  )
}

function Batal({ d, onTutup }: Props) {
  const t = useTeks(teksPemekaran)
  const [alasan, setAlasan] = useState('')
  const perintah = useCommand('pemekaran.batal', ['pemekaran.satu', 'pemekaran.daftar'])
  const { id, versi } = d.rencana
  return (
    <Confirm
      buka
      judul={t('batalkanJudul')}
      tombol={t('batalkan')}
      onBatal={onTutup}
      onYa={() => perintah.mutate({ id, versi, alasan: alasan.trim() }, { onSuccess: onTutup })}
      sibuk={perintah.isPending}
      mati={alasan.trim().length < 5}
      galat={kataGalat(perintah.error)}
    >
      <Textarea
        label={t('alasan')}
        description={t('alasanIsi')}
        value={alasan}
        maxLength={200}
        autosize
        minRows={2}
        onChange={(e) => setAlasan(e.currentTarget.value)}
      />
    </Confirm>
  )
}
