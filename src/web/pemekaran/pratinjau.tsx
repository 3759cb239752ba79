/** What a plan does, in counts: what goes along, what stays, from where to where. */
import { Stack, Text } from '@mantine/core'
import { useTeks } from '#ui/bahasa.ts'
import { DataTable } from '#ui/data-table.tsx'
import { useFormat } from '#ui/format.ts'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { Stat, StatRow } from '#ui/stat.tsx'
import { Empty } from '#ui/state.tsx'
import { Status } from '#ui/status.tsx'
import type { OutputOf } from '#web/operasi.ts'
import { teksPemekaran } from '#web/pemekaran/teks.ts'

type Isi = OutputOf<'pemekaran.satu'>['pratinjau']
type Jumlah = OutputOf<'pemekaran.periksa'>['jumlah']

export function PratinjauPemekaran({ p }: { p: Isi }) {
  return (
    <Stack gap="lg">
      {p.jumlah ? <Hitungan j={p.jumlah} /> : null}
      <Pembagian p={p} />
      <WilayahBaru p={p} />
    </Stack>
  )
}

const ikut = [
  'keluarga',
  'jiwa',
  'dipilih',
  'penerima',
  'usulan',
  'draf',
  'berkas',
  'petugas',
] as const

function Hitungan({ j }: { j: Jumlah }) {
  const t = useTeks(teksPemekaran)
  const f = useFormat()
  const { sebelum, sesudah } = j
  const cocok = sebelum === sesudah
  return (
    <Section judul={t('hitungan')}>
      <Stack gap="md">
        {j.musyawarah + j.terikat > 0 ? (
          <Notice
            nada="perhatian"
            judul={t('terbuka', { musyawarah: f.angka(j.musyawarah), usulan: f.angka(j.terikat) })}
          />
        ) : null}
        <StatRow label={t('hitungan')}>
          {ikut.map((k) => (
            <Stat key={k} label={t(k)} nilai={f.angka(j[k])} utama={k === 'keluarga'} />
          ))}
        </StatRow>
        <Text size="sm" c={cocok ? 'dimmed' : 'var(--mantine-color-error)'}>
          {t(cocok ? 'cocok' : 'tidakCocok', {
            sebelum: f.angka(sebelum),
            sesudah: f.angka(sesudah),
          })}
        </Text>
        <StatRow label={t('tinggal')}>
          <Stat label={t('suratTerbit')} nilai={f.angka(j.surat)} />
          <Stat label={t('daftar')} nilai={f.angka(j.daftar)} />
          <Stat
            label={t('kuota')}
            nilai={f.angka(j.kuota)}
            {...(j.kuota > 0 ? { catatan: t('kuotaIsi') } : {})}
          />
          <Stat
            label={t('rtBertemu')}
            nilai={f.angka(j.rtBertemu)}
            {...(j.rtBertemu > 0 ? { catatan: t('rtBertemuIsi') } : {})}
          />
        </StatRow>
      </Stack>
    </Section>
  )
}

function Pembagian({ p }: { p: Isi }) {
  const t = useTeks(teksPemekaran)
  const f = useFormat()
  const berakhir = new Set(p.berakhir.map((w) => w.kode))
  return (
    <Section judul={t('pembagian')} rapat>
      <DataTable
        caption={t('pembagian')}
        baris={p.bagian}
        kunci={(b) => `${b.dari} ${b.ke}`}
        kosong={<Empty judul={t('takAda')} isi={t('takAdaIsi')} />}
        kolom={[
          {
            id: 'dari',
            judul: t('dari'),
            kartu: 'judul',
            isi: (b) => <NamaKode nama={b.namaDari} kode={b.dari} />,
          },
          {
            id: 'rt',
            judul: t('rtIkut'),
            isi: (b) =>
              b.rt.length > 0
                ? b.rt.map((n) => String(n).padStart(3, '0')).join(', ')
                : t(berakhir.has(b.dari) ? 'sisanya' : 'perKeluarga'),
          },
          { id: 'ke', judul: t('ke'), isi: (b) => <NamaKode nama={b.namaKe} kode={b.ke} /> },
          { id: 'keluarga', judul: t('keluarga'), angka: true, isi: (b) => f.angka(b.keluarga) },
          { id: 'jiwa', judul: t('jiwa'), angka: true, isi: (b) => f.angka(b.jiwa) },
        ]}
      />
    </Section>
  )
}

/** A name with its code in the form of the lists: 64.74.01.1006. */
function NamaKode({ nama, kode }: { nama: string; kode: number }) {
  return (
    <>
      {nama}
      <Text size="sm" c="dimmed" component="span" display="block">
        {kodeBertitik(kode)}
      </Text>
    </>
  )
}

const kodeBertitik = (kode: number): string => {
  const s = String(kode).padStart(10, '0')
  const bagian = [s.slice(0, 2), s.slice(2, 4), s.slice(4, 6), s.slice(6)]
  return bagian.slice(0, kode % 1e4 === 0 ? (kode % 1e6 === 0 ? 2 : 3) : 4).join('.')
}

function WilayahBaru({ p }: { p: Isi }) {
  const t = useTeks(teksPemekaran)
  const baris = [
    ...p.wilayah.map((w) => ({ ...w, akhir: false })),
    ...p.berakhir.map((w) => ({ ...w, jenis: '', baru: false, akhir: true })),
  ]
  if (baris.length === 0) return null
  return (
    <Section judul={t('wilayahBaru')} rapat>
      <DataTable
        caption={t('wilayahBaru')}
        baris={baris}
        kunci={(w) => `${w.kode} ${w.akhir}`}
        kolom={[
          { id: 'nama', judul: t('nama'), kartu: 'judul', isi: (w) => w.nama },
          { id: 'kode', judul: t('kode'), padat: true, isi: (w) => kodeBertitik(w.kode) },
          { id: 'jenis', judul: t('jenis'), isi: (w) => w.jenis || '–' },
          {
            id: 'apa',
            judul: t('perubahan'),
            isi: (w) => (
              <Status nada={w.akhir ? 'netral' : w.baru ? 'baik' : 'info'}>
                {t(w.akhir ? 'berakhir' : w.baru ? 'dibuat' : 'namaGanti')}
              </Status>
            ),
          },
        ]}
      />
    </Section>
  )
}
