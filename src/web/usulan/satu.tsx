/** The page of one proposal: how far it is, what the reader can do, what it says, what was done. */
import { Stack, Text } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { jenisUsulan } from '#domain/usulan/jenis.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { nomorRt } from '#ui/format.ts'
import { Notice } from '#ui/notice.tsx'
import { PageHeader, useTabTitle } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import { KunjunganUsulan } from '#web/kunjungan/untuk-usulan.tsx'
import { MusyawarahUsulan } from '#web/musyawarah/untuk-usulan.tsx'
import type { OutputOf } from '#web/operasi.ts'
import { useSesi } from '#web/pengguna/sesi.ts'
import { Tautan, TombolTautan } from '#web/tautan.tsx'
import { BenturanData } from '#web/usulan/benturan-data.tsx'
import { BuktiUsulan } from '#web/usulan/bukti.tsx'
import { IsiUsulan } from '#web/usulan/isi.tsx'
import { diMeja } from '#web/usulan/langkah.ts'
import { useBuka } from '#web/usulan/perintah.ts'
import { Perjalanan } from '#web/usulan/perjalanan.tsx'
import { RiwayatUsulan } from '#web/usulan/riwayat.tsx'
import { StatusUsulan } from '#web/usulan/status.tsx'
import { teksUsulan } from '#web/usulan/teks.ts'
import { teksUsulanSatu } from '#web/usulan/teks-satu.ts'
import { TindakanUsulan } from '#web/usulan/tindakan.tsx'
import { TombolUbah } from '#web/usulan/tombol-ubah.tsx'

export type SatuUsulan = OutputOf<'usulan.satu'>

const rute = getRouteApi('/usulan/$kab/$id')

export function HalamanSatuUsulan() {
  const t = useTeks(teksUsulanSatu)
  const { kab, id } = rute.useParams()
  useTabTitle(t('tab'))
  const kueri = useOp('usulan.satu', { kab: Number(kab), id }, { staleTime: 0 })
  return (
    <Tampil kueri={kueri} halaman>
      {(u) => <Halaman key={u.id} u={u} />}
    </Tampil>
  )
}

const kosong: readonly SatuUsulan[] = []

function Halaman({ u }: { u: SatuUsulan }) {
  const t = useTeks(teksUsulanSatu)
  const w = useTeks(teksUsulan)
  const label = useLabel()
  const { peran } = useSesi()
  const p = { kab: String(u.kab), id: u.id }
  const buka = !u.dibuka && u.status !== 'draf' && diMeja(u, peran)
  useBuka(buka ? [u] : kosong)
  return (
    <>
      <PageHeader
        judul={u.nama || w('tanpaNama')}
        judulTab={t('tab')}
        keterangan={[
          label(jenisUsulan[u.jenis].label),
          `${u.namaWilayah}, RT ${nomorRt(u.rt)}`,
          u.nomor,
        ].join(' · ')}
        atas={<Tautan to="/usulan">{`← ${t('kembali')}`}</Tautan>}
        aksi={
          <>
            <StatusUsulan status={u.status} />
            {u.keluargaId ? (
              <TombolTautan
                to="/keluarga/$kab/$id"
                params={{ kab: p.kab, id: u.keluargaId }}
                variant="default"
              >
                {t('lihatKeluarga')}
              </TombolTautan>
            ) : null}
            {u.status === 'draf' ? null : (
              <TombolTautan to="/usulan/$kab/$id/tanda-terima" params={p} variant="default">
                {t('tandaTerima')}
              </TombolTautan>
            )}
            {u.bolehUbah ? <TombolUbah u={u}>{t('ubah')}</TombolUbah> : null}
          </>
        }
      />
      <Stack gap="lg">
        {u.ditahan === null ? null : (
          <Notice nada="perhatian" judul={t('ditahan')}>
            <Text size="sm">{u.ditahan}</Text>
          </Notice>
        )}
        {u.naik ? <Notice nada="info" judul={t('naik')} /> : null}
        {u.hasilKeluargaId ? (
          <Notice nada="baik">
            <Tautan to="/keluarga/$kab/$id" params={{ kab: p.kab, id: u.hasilKeluargaId }}>
              {t('keluargaTerdaftar')}
            </Tautan>
          </Notice>
        ) : null}
        <Perjalanan u={u} />
        {u.status === 'berbenturan' ? <BenturanData u={u} /> : null}
        <MusyawarahUsulan u={u} />
        <TindakanUsulan u={u} />
        <KunjunganUsulan u={u} />
        <IsiUsulan u={u} />
        {(u.isi.berkas ?? []).length > 0 ? (
          <Section judul={t('bukti')}>
            <BuktiUsulan kab={u.kab} berkas={u.isi.berkas ?? []} />
          </Section>
        ) : null}
        <RiwayatUsulan u={u} />
      </Stack>
    </>
  )
}
