/** The members of a family, with masked numbers, warnings, and each one's answers on demand. */
import { Button, Drawer, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { penjawabWarga } from '#contract/peran.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { DataTable, type Kolom } from '#ui/data-table.tsx'
import { Pairs } from '#ui/pairs.tsx'
import { Section } from '#ui/section.tsx'
import { Status } from '#ui/status.tsx'
import { teksUi } from '#ui/teks.ts'
import type { NikTerbuka } from '#web/keluarga/buka-nik.tsx'
import type { SatuKeluarga } from '#web/keluarga/ringkasan.tsx'
import { teksSatu } from '#web/keluarga/teks-satu.ts'
import { useSesi } from '#web/pengguna/sesi.ts'
import { Tautan } from '#web/tautan.tsx'

type Anggota = SatuKeluarga['anggota'][number]

export function TabelAnggota({ k, terbuka }: { k: SatuKeluarga; terbuka: NikTerbuka | null }) {
  const t = useTeks(teksSatu)
  const u = useTeks(teksUi)
  const label = useLabel()
  const [dibuka, setDibuka] = useState<Anggota | null>(null)
  const kolom = useKolom(k, terbuka, setDibuka)
  return (
    <Section judul={t('anggota')} keterangan={t('anggotaIsi', { n: k.jumlahAnggota })} rapat>
      <DataTable caption={t('anggota')} kolom={kolom} baris={k.anggota} kunci={(a) => a.id} />
      <Drawer
        opened={dibuka !== null}
        onClose={() => setDibuka(null)}
        position="right"
        size={480}
        title={dibuka ? t('jawabanTentang', { nama: dibuka.nama }) : ''}
        closeButtonProps={{ 'aria-label': u('tutup') }}
      >
        <Pairs
          isi={(dibuka?.jawaban ?? []).map((j) => ({
            id: j.variabel,
            label: label(j.label),
            nilai: label(j.nilai),
          }))}
        />
      </Drawer>
    </Section>
  )
}

function useKolom(
  k: SatuKeluarga,
  terbuka: NikTerbuka | null,
  buka: (a: Anggota) => void,
): Kolom<Anggota>[] {
  const t = useTeks(teksSatu)
  const sesi = useSesi()
  const menjawab = penjawabWarga.some((p) => p === sesi.peran)
  const label = useLabel()
  return useMemo(
    () => [
      { id: 'nama', judul: t('nama'), kartu: 'judul', isi: (a) => <Nama a={a} /> },
      {
        id: 'hubungan',
        judul: t('hubungan'),
        isi: (a) => (a.hubungan ? label(a.hubungan.label) : '–'),
      },
      {
        id: 'jk',
        judul: t('jenisKelamin'),
        isi: (a) =>
          a.jenisKelamin === 1 ? t('laki') : a.jenisKelamin === 2 ? t('perempuan') : '–',
      },
      {
        id: 'umur',
        judul: t('umur'),
        angka: true,
        isi: (a) => (a.umur === null ? '–' : t('tahun', { n: a.umur })),
      },
      { id: 'nik', judul: t('nik'), isi: (a) => <Nik a={a} terbuka={terbuka} /> },
      {
        id: 'jawaban',
        judul: t('jawaban'),
        kartu: 'polos',
        isi: (a) =>
          a.jawaban.length > 0 ? (
            <Button variant="subtle" size="compact-sm" ml={-8} onClick={() => buka(a)}>
              {t('lihatJawaban', { n: a.jawaban.length })}
            </Button>
          ) : (
            '–'
          ),
      },
      ...(menjawab
        ? [
            {
              id: 'dilihat',
              judul: t('siapaMelihat'),
              judulTersembunyi: true,
              kartu: 'polos' as const,
              isi: (a: Anggota) => <SiapaMelihat k={k} a={a} />,
            },
          ]
        : []),
    ],
    [t, label, k, terbuka, buka, menjawab],
  )
}

/** The way to the answer for a citizen who asks who saw their data. */
function SiapaMelihat({ k, a }: { k: SatuKeluarga; a: Anggota }) {
  const t = useTeks(teksSatu)
  return (
    <Tautan
      to="/keluarga/$kab/$id/dilihat/$orang"
      params={{ kab: String(k.kab), id: k.id, orang: a.id }}
      aria-label={t('siapaMelihatTentang', { nama: a.nama })}
    >
      {t('siapaMelihat')}
    </Tautan>
  )
}

const tidakAktif = ['meninggal', 'pindah', 'tidak_ditemukan'] as const

function Nama({ a }: { a: Anggota }) {
  const t = useTeks(teksSatu)
  const label = useLabel()
  const status = tidakAktif.find((s) => s === a.status)
  return (
    <>
      <Text size="sm" fw={550} span>
        {a.nama}
      </Text>
      {status ? (
        <div>
          <Status nada="netral">{t(`orang_${status}`)}</Status>
        </div>
      ) : null}
      {a.peringatan.map((p) => (
        <Text key={p.id} size="xs" c="dimmed">
          <IconAlertTriangle size={12} aria-hidden style={{ verticalAlign: '-1px' }} /> {label(p)}
        </Text>
      ))}
    </>
  )
}

function Nik({ a, terbuka }: { a: Anggota; terbuka: NikTerbuka | null }) {
  const t = useTeks(teksSatu)
  const nik = terbuka?.anggota.find((b) => b.id === a.id)?.nik ?? a.nik
  if (nik !== null) return <span style={{ whiteSpace: 'nowrap' }}>{nik}</span>
  return (
    <Text size="sm" c="dimmed" span>
      {a.alasanTanpaNik ?? t('tanpaNik')}
    </Text>
  )
}
