/** One plan: what it does, whose approval it lacks, when it begins, how far the job is, what it carried. */

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
            <Menunggu d={d} />
            {d.rencana.pekerjaanId ? <KemajuanPekerjaan id={d.rencana.pekerjaanId} /> : null}
            <Kepala d={d} />
            <PratinjauPemekaran p={d.pratinjau} />
          </Stack>
        </>
      )}
    </Tampil>
  )
}

/** What it waits for: an approval, its day, or the end of what stands against it. */
function Menunggu({ d }: { d: Satu }) {
  const t = useTeks(teksPemekaran)
  const f = useFormat()
  const label = useLabel()
  const { rencana: r, halangan } = d
  const sesi = useSesi()
  if (r.status !== 'rancangan' && r.status !== 'disetujui') return null
  const hari = f.tanggal(r.berlaku)
  const tiba = r.berlaku <= sesi.hariIni
  return (
    <>
      {r.status === 'rancangan' ? (
        <Notice nada="perhatian" judul={t('perluSetuju')}>
          <Text size="sm">{t('perluSetujuIsi', { wilayah: r.namaWilayah })}</Text>
          <Text size="sm">{tiba ? t('mulaiLangsung') : t('mulaiSendiri', { hari })}</Text>
        </Notice>
      ) : (
        <Notice nada="info" judul={tiba ? t('menungguMalam') : t('menungguHari', { hari })}>
          <Text size="sm">{t(tiba ? 'menungguMalamIsi' : 'menungguHariIsi')}</Text>
        </Notice>
      )}
      {halangan ? (
        <Notice nada="perhatian" judul={label(halangan)}>
          <Text size="sm">{t('halanganIsi')}</Text>
        </Notice>
      ) : null}
    </>
  )
}

function Kepala({ d }: { d: Satu }) {
  const t = useTeks(teksPemekaran)
  const f = useFormat()
  const { rencana: r, hasil } = d
  const setuju = r.disetujuiPada
    ? [r.disetujuiOleh, f.tanggal(r.disetujuiPada)].filter(Boolean).join(', ')
    : (r.disetujuiOleh ?? t('belumDisetujui'))
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
            { id: 'disetujui', label: t('disetujui'), nilai: setuju },
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

/** Approving it, beginning what the night would begin, going on with a job that stopped, cancelling. */
function Tindakan({ d }: { d: Satu }) {
  const t = useTeks(teksPemekaran)
  const sesi = useSesi()
  const [dialog, setDialog] = useState<'setujui' | 'mulai' | 'batal' | null>(null)
  const { status, pekerjaanId, berlaku } = d.rencana
  const pekerjaan = useOp(
    'pekerjaan.satu',
    { id: pekerjaanId ?? '' },
    { enabled: pekerjaanId !== null && status === 'berjalan' },
  )
  const terhenti = status === 'berjalan' && pekerjaan.data !== undefined && !hidup(pekerjaan.data)
  const belum = status === 'rancangan' || status === 'disetujui'
  if (!pengatur.includes(sesi.peran) || !(belum || terhenti)) return null
  const tutup = () => setDialog(null)
  const bisaMulai = status === 'disetujui' && berlaku <= sesi.hariIni && !d.halangan
  return (
    <>
      {d.bolehSetujui ? <Button onClick={() => setDialog('setujui')}>{t('setujui')}</Button> : null}
      {terhenti || bisaMulai ? (
        <Button onClick={() => setDialog('mulai')}>
          {t(terhenti ? 'lanjutkan' : 'mulaiKini')}
        </Button>
      ) : null}
      {belum ? (
        <Button variant="default" onClick={() => setDialog('batal')}>
          {t('batalkan')}
        </Button>
      ) : null}
      {dialog === 'setujui' || dialog === 'mulai' ? (
        <Jalankan d={d} langkah={dialog} onTutup={tutup} />
      ) : null}
      {dialog === 'batal' ? <Batal d={d} onTutup={tutup} /> : null}
    </>
  )
}

/** Both steps let families change their code: what goes is said once more. */
function Jalankan({ d, langkah, onTutup }: Props & { langkah: 'setujui' | 'mulai' }) {
  const t = useTeks(teksPemekaran)
  const f = useFormat()
  const perintah = useCommand(`pemekaran.${langkah}`, ['pemekaran.satu', 'pemekaran.daftar'])
  const { id, versi, berlaku } = d.rencana
  const j = d.pratinjau.jumlah
  return (
    <Confirm
      buka
      judul={t(langkah === 'setujui' ? 'setujuiJudul' : 'mulaiJudul')}
      tombol={t(langkah === 'setujui' ? 'setujui' : 'mulaiKini')}
      onBatal={onTutup}
      onYa={() => perintah.mutate({ id, versi }, { onSuccess: onTutup })}
      sibuk={perintah.isPending}
      galat={kataGalat(perintah.error)}
    >
      <Text>
        {j
          ? t('ikutIsi', {
              keluarga: f.angka(j.keluarga),
              jiwa: f.angka(j.jiwa),
              petugas: f.angka(j.petugas),
              hari: f.tanggal(berlaku),
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
