/** One run of matching: progress while it runs, what it found, its parts, its weights and what was compared. */

import { Button, Stack } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { Confirm } from '#ui/confirm.tsx'
import { useFormat } from '#ui/format.ts'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Stat, StatRow } from '#ui/stat.tsx'
import { Status } from '#ui/status.tsx'
import { kataGalat } from '#web/galat.tsx'
import { KemajuanPekerjaan } from '#web/kemajuan.tsx'
import { useCommand, useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import type { OutputOf } from '#web/operasi.ts'
import { BagianJalan, BlokJalan } from '#web/padanan/bagian.tsx'
import { BobotJalan } from '#web/padanan/bobot.tsx'
import { masihJalan, nadaJalan, useNamaJalan } from '#web/padanan/jalan.ts'
import { teksPadanan } from '#web/padanan/teks.ts'
import { Tautan, TombolTautan } from '#web/tautan.tsx'

const rute = getRouteApi('/pemadanan/$id')

export type SatuJalan = OutputOf<'padanan.satu'>

export function HalamanSatuPadanan() {
  const { id } = rute.useParams()
  const { nomor } = rute.useSearch()
  const kueri = useOp(
    'padanan.satu',
    { id, ...(nomor === undefined ? {} : { nomor }) },
    { simpanLama: true, pantau: (j) => (j && masihJalan(j) ? 2000 : false) },
  )
  return (
    <Tampil kueri={kueri} halaman>
      {(j) => <Isi j={j} />}
    </Tampil>
  )
}

function Isi({ j }: { j: SatuJalan }) {
  const t = useTeks(teksPadanan)
  const f = useFormat()
  const label = useLabel()
  const nama = useNamaJalan()
  const siapa =
    j.sejak === null ? t('penuh') : `${t('susulan')} ${t('sejak', { saat: f.waktu(j.sejak) })}`
  return (
    <>
      <PageHeader
        judul={nama(j)}
        keterangan={`${j.namaWilayah} · ${siapa} · ${label(j.namaModel)}`}
        atas={<Tautan to="/pemadanan">{`← ${t('kembali')}`}</Tautan>}
        aksi={
          <>
            <Status nada={nadaJalan[j.status]}>{t(j.status)}</Status>
            {j.bolehMembatalkan ? <Batalkan id={j.id} /> : null}
            {j.pasangan > 0 && !masihJalan(j) ? (
              <>
                <TombolTautan to="/pemadanan/$id/bangku" params={{ id: j.id }} variant="default">
                  {t('bangku')}
                </TombolTautan>
                <TombolTautan to="/tinjauan">{t('tinjau')}</TombolTautan>
              </>
            ) : null}
          </>
        }
      />
      <Stack gap="lg">
        {masihJalan(j) && j.pekerjaanId ? <KemajuanPekerjaan id={j.pekerjaanId} /> : null}
        {j.status === 'gagal' ? (
          <Notice nada="salah" judul={t('gagal')}>
            {t('gagalIsi')}
          </Notice>
        ) : null}
        <StatRow label={t('ringkasan')}>
          <Stat label={t('rekaman')} nilai={f.angka(j.rekaman)} catatan={j.namaWilayah} />
          <Stat label={t('padan')} nilai={f.angka(j.padan)} catatan={t('daftarPasangan')} utama />
          <Stat
            label={t('periksa')}
            nilai={f.angka(j.pasangan - j.padan)}
            catatan={t('dibawahAmbang')}
          />
          <Stat label={t('gugus')} nilai={f.angka(j.gugus)} catatan={t('gugusIsi')} />
        </StatRow>
        <BagianJalan j={j} />
        <BobotJalan j={j} />
        <BlokJalan j={j} />
      </Stack>
    </>
  )
}

function Batalkan({ id }: { id: string }) {
  const t = useTeks(teksPadanan)
  const [buka, setBuka] = useState(false)
  const perintah = useCommand('padanan.batalkan', ['padanan.satu', 'padanan.daftar'])
  return (
    <>
      <Button variant="default" onClick={() => setBuka(true)}>
        {t('batalkan')}
      </Button>
      <Confirm
        buka={buka}
        judul={t('batalJudul')}
        tombol={t('batalkan')}
        sibuk={perintah.isPending}
        galat={kataGalat(perintah.error)}
        onBatal={() => setBuka(false)}
        onYa={() => perintah.mutate({ id }, { onSuccess: () => setBuka(false) })}
      >
        {t('batalIsi')}
      </Confirm>
    </>
  )
}
