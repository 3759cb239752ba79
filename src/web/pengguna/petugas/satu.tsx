/** The page of one officer: account, assignments, what can be done, and the history. */
import { Group, Stack, Text } from '@mantine/core'
import { IconListSearch, IconUserPlus } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { type Pair, Pairs } from '#ui/pairs.tsx'
import { Section } from '#ui/section.tsx'
import { teksJejak } from '#web/jejak/teks.ts'
import { useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import type { OutputOf } from '#web/operasi.ts'
import { KhususPemberi } from '#web/pengguna/petugas/khusus-pemberi.tsx'
import { RiwayatPetugas } from '#web/pengguna/petugas/riwayat.tsx'
import { StatusPetugas } from '#web/pengguna/petugas/status-petugas.tsx'
import { teksPetugas } from '#web/pengguna/petugas/teks.ts'
import { teksSatuPetugas } from '#web/pengguna/petugas/teks-satu.ts'
import { TindakanPetugas } from '#web/pengguna/petugas/tindakan.tsx'
import { TugasPetugas } from '#web/pengguna/petugas/tugas-petugas.tsx'
import { Tautan, TombolTautan } from '#web/tautan.tsx'

export type Petugas = OutputOf<'pengguna.satu'>

const rute = getRouteApi('/pengguna/$id')

export function HalamanSatuPengguna() {
  const { id } = rute.useParams()
  const kueri = useOp('pengguna.satu', { id })
  return (
    <KhususPemberi>
      <Tampil kueri={kueri} halaman>
        {(p) => <Satu p={p} />}
      </Tampil>
    </KhususPemberi>
  )
}

/** The way back to the list, above the title. */
export function KembaliKeDaftar() {
  const t = useTeks(teksPetugas)
  return <Tautan to="/pengguna">{`← ${t('kembali')}`}</Tautan>
}

/** The way back to one officer, above the title of what is done with them. */
export function KembaliKePetugas({ id, nama }: { id: string; nama: string }) {
  return (
    <Tautan to="/pengguna/$id" params={{ id }}>
      {`← ${nama}`}
    </Tautan>
  )
}

function Satu({ p }: { p: Petugas }) {
  const t = useTeks(teksSatuPetugas)
  const j = useTeks(teksJejak)
  return (
    <>
      <PageHeader
        judul={p.nama}
        judulTab={t('judulTab')}
        atas={<KembaliKeDaftar />}
        keterangan={<StatusPetugas status={p.status} />}
        aksi={
          <>
            <TombolTautan
              to="/log/petugas/$id"
              params={{ id: p.id }}
              variant="default"
              leftSection={<IconListSearch size={16} aria-hidden />}
            >
              {j('judul')}
            </TombolTautan>
            <TindakanPetugas p={p} />
            {p.boleh.beriTugas ? (
              <TombolTautan
                to="/pengguna/$id/tugas"
                params={{ id: p.id }}
                leftSection={<IconUserPlus size={16} aria-hidden />}
              >
                {t('beriTugas')}
              </TombolTautan>
            ) : null}
          </>
        }
      />
      <Stack gap="lg">
        {p.tautan ? <TautanTerbuka p={p} tautan={p.tautan} /> : null}
        <Akun p={p} />
        <TugasPetugas p={p} />
        <RiwayatPetugas id={p.id} />
      </Stack>
    </>
  )
}

function TautanTerbuka({ p, tautan }: { p: Petugas; tautan: NonNullable<Petugas['tautan']> }) {
  const t = useTeks(teksSatuPetugas)
  const f = useFormat()
  return (
    <Notice nada="info" judul={t(tautan.jenis === 'undangan' ? 'tautanUndangan' : 'tautanReset')}>
      <Group gap="sm" mt={4}>
        <Text size="sm">{t('tautanSampai', { waktu: f.waktu(tautan.berlakuSampai) })}</Text>
        <Tautan to="/pengguna/$id/tautan" params={{ id: p.id }}>
          {t('lihatTautan')}
        </Tautan>
      </Group>
    </Notice>
  )
}

function Akun({ p }: { p: Petugas }) {
  const t = useTeks(teksSatuPetugas)
  const f = useFormat()
  const isi: Pair[] = [
    { id: 'username', label: t('namaPengguna'), nilai: p.username ?? '–' },
    { id: 'telepon', label: t('telepon'), nilai: p.telepon ?? '–' },
    { id: 'sesi', label: t('sesi'), nilai: f.angka(p.sesiTerbuka) },
    {
      id: 'masuk',
      label: t('masukTerakhir'),
      nilai: p.masukTerakhir ? f.waktu(p.masukTerakhir) : t('belumPernah'),
      redup: p.masukTerakhir === null,
    },
    { id: 'dibuat', label: t('dibuat'), nilai: f.waktu(p.dibuatPada) },
    ...(p.nonaktifPada
      ? [{ id: 'nonaktif', label: t('berakhirPada'), nilai: f.waktu(p.nonaktifPada) }]
      : []),
    {
      id: 'identitas',
      label: t('identitas'),
      nilai: t(p.identitasTerisi ? 'identitasAda' : 'identitasBelum'),
      redup: !p.identitasTerisi,
    },
  ]
  return (
    <Section judul={t('akun')}>
      <Pairs isi={isi} />
    </Section>
  )
}
