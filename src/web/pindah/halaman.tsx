/** Moves of the area: requests to answer, families asked for, and moves out that nobody has taken in yet. */
import { SegmentedControl, Stack, Text } from '@mantine/core'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { keadaanPermintaan } from '#domain/pindah/pemutus.ts'
import { keadaan } from '#domain/usulan/keadaan.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { DataTable, type Kolom } from '#ui/data-table.tsx'
import { nomorRt, useFormat } from '#ui/format.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { Empty } from '#ui/state.tsx'
import { type Nada, Status } from '#ui/status.tsx'
import { useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import type { OutputOf } from '#web/operasi.ts'
import { useSesi } from '#web/pengguna/sesi.ts'
import { type LihatPindah, lihatPindah } from '#web/pindah/alamat.ts'
import { teksPindah } from '#web/pindah/teks.ts'
import { Tautan, TombolTautan } from '#web/tautan.tsx'

const rute = getRouteApi('/pindah')

type Permintaan = OutputOf<'pindah.daftar'>['permintaan'][number]
type Usulan = OutputOf<'usulan.daftar'>['usulan'][number]

/** Roles that ask for a family. */
export const penarik: readonly string[] = ['operator_desa', 'pengisi_data']

export const nadaPermintaan: Record<Permintaan['status'], Nada> = {
  menunggu: 'perhatian',
  naik: 'perhatian',
  disetujui: 'jalan',
  ditolak: 'salah',
  ditutup: 'netral',
  selesai: 'baik',
}

export function HalamanPindah() {
  const t = useTeks(teksPindah)
  const sesi = useSesi()
  const pergi = useNavigate()
  const { lihat = 'saya' } = rute.useSearch()
  const ganti = (v: string) => {
    const baru = lihatPindah.find((l) => l === v)
    if (baru) void pergi({ to: '/pindah', search: baru === 'saya' ? {} : { lihat: baru } })
  }
  return (
    <>
      <PageHeader
        judul={t('judul')}
        keterangan={`${sesi.wilayah.nama} · ${t('keterangan')}`}
        judulTab={t('judul')}
        aksi={
          penarik.includes(sesi.peran) ? (
            <TombolTautan to="/pindah/masuk">{t('tarikMasuk')}</TombolTautan>
          ) : null
        }
      />
      <Stack gap="md">
        <SegmentedControl
          aria-label={t('lihat')}
          data={lihatPindah.map((value) => ({ value, label: t(value) }))}
          value={lihat}
          onChange={ganti}
          style={{ alignSelf: 'flex-start', maxWidth: '100%', overflowX: 'auto' }}
        />
        <Text c="dimmed" maw={720} size="sm">
          {t(`${lihat}Isi`)}
        </Text>
        <Isi lihat={lihat} />
      </Stack>
    </>
  )
}

const Isi = ({ lihat }: { lihat: LihatPindah }) =>
  lihat === 'saya' || lihat === 'semua' ? (
    <DaftarPermintaan meja={lihat} />
  ) : (
    <DaftarUsulan lihat={lihat} />
  )

function DaftarPermintaan({ meja }: { meja: 'saya' | 'semua' }) {
  const t = useTeks(teksPindah)
  const f = useFormat()
  const label = useLabel()
  const kueri = useOp('pindah.daftar', { meja, batas: 200 })
  const kolom: Kolom<Permintaan>[] = [
    {
      id: 'keluarga',
      judul: t('keluarga'),
      kartu: 'judul',
      isi: (p) => (
        <Tautan to="/pindah/$kab/$id" params={{ kab: String(p.kab), id: p.id }}>
          {p.keluarga.namaKepala}
        </Tautan>
      ),
    },
    {
      id: 'rt',
      judul: t('tempat'),
      isi: (p) => t('rt', { desa: p.namaWilayah, rt: nomorRt(p.rt) }),
    },
    { id: 'tujuan', judul: t('tujuan'), isi: (p) => p.tujuan },
    { id: 'bentuk', judul: t('bentuk'), isi: (p) => t(p.bentuk) },
    {
      id: 'status',
      judul: t('status'),
      isi: (p) => (
        <Status nada={nadaPermintaan[p.status]}>{label(keadaanPermintaan[p.status])}</Status>
      ),
    },
    {
      id: 'batas',
      judul: t('batas'),
      padat: true,
      urut: (p) => p.batas,
      isi: (p) => f.tanggalPendek(p.batas),
    },
  ]
  return (
    <Section rapat>
      <Tampil kueri={kueri}>
        {({ permintaan }) => (
          <DataTable
            caption={t(meja)}
            kolom={kolom}
            baris={permintaan}
            kunci={(p) => p.id}
            barisTautan
            kosong={<Empty judul={t(`${meja}Kosong`)} isi={t('kosongIsi')} />}
          />
        )}
      </Tampil>
    </Section>
  )
}

/** A move out is open until it is done or given up. */
const terbuka = ['diajukan', 'dikembalikan'] as const

function DaftarUsulan({ lihat }: { lihat: 'masuk' | 'keluar' }) {
  const t = useTeks(teksPindah)
  const f = useFormat()
  const label = useLabel()
  const kueri = useOp('usulan.daftar', {
    meja: 'semua',
    batas: 200,
    ...(lihat === 'masuk'
      ? { jenis: 'tarik_masuk' }
      : { jenis: 'pindah_keluar', status: [...terbuka] }),
  })
  const kolom: Kolom<Usulan>[] = [
    {
      id: 'nama',
      judul: t('keluarga'),
      kartu: 'judul',
      isi: (u) => (
        <Tautan to="/usulan/$kab/$id" params={{ kab: String(u.kab), id: u.id }}>
          {u.nama || u.nomor}
        </Tautan>
      ),
    },
    {
      id: 'rt',
      judul: t('tempat'),
      isi: (u) => t('rt', { desa: u.namaWilayah, rt: nomorRt(u.rt) }),
    },
    { id: 'nomor', judul: t('nomor'), isi: (u) => u.nomor },
    { id: 'status', judul: t('status'), isi: (u) => label(keadaan[u.status].label) },
    {
      id: 'sejak',
      judul: t('sejak'),
      padat: true,
      urut: (u) => u.statusSejak,
      isi: (u) => f.tanggalPendek(u.statusSejak.slice(0, 10)),
    },
  ]
  return (
    <Section rapat>
      <Tampil kueri={kueri}>
        {({ usulan }) => (
          <DataTable
            caption={t(lihat)}
            kolom={kolom}
            baris={usulan}
            kunci={(u) => u.id}
            barisTautan
            kosong={
              <Empty
                judul={t(`${lihat}Kosong`)}
                isi={t(lihat === 'masuk' ? 'masukKosongIsi' : 'kosongIsi')}
              />
            }
          />
        )}
      </Tampil>
    </Section>
  )
}
