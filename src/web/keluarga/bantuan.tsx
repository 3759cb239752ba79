/** Aid received, ranks computed by others, and how eligibility was decided over time. */
import { Text } from '@mantine/core'
import { useMemo } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { DataTable, type Kolom } from '#ui/data-table.tsx'
import { useFormat } from '#ui/format.ts'
import { Section } from '#ui/section.tsx'
import { namaProgram, namaSumber } from '#web/keluarga/program.ts'
import type { SatuKeluarga } from '#web/keluarga/ringkasan.tsx'
import { teksKeluarga } from '#web/keluarga/teks.ts'
import { teksSatu } from '#web/keluarga/teks-satu.ts'

const Redup = ({ children }: { children: string }) => (
  <Text size="sm" c="dimmed" px="lg" pb="lg">
    {children}
  </Text>
)

export function Bantuan({ k }: { k: SatuKeluarga }) {
  const t = useTeks(teksSatu)
  const f = useFormat()
  const kolom = useMemo<Kolom<SatuKeluarga['penerimaan'][number]>[]>(
    () => [
      { id: 'program', judul: t('program'), kartu: 'judul', isi: (p) => namaProgram(p.program) },
      { id: 'dari', judul: t('dari'), isi: (p) => f.tanggalPendek(p.dari) },
      {
        id: 'sampai',
        judul: t('sampai'),
        isi: (p) => (p.sampai ? f.tanggalPendek(p.sampai) : t('sekarang')),
      },
      { id: 'sumber', judul: t('sumber'), isi: (p) => namaSumber(p.sumber) },
    ],
    [t, f],
  )
  return (
    <Section judul={t('bantuan')} rapat>
      <DataTable
        caption={t('bantuan')}
        kolom={kolom}
        baris={k.penerimaan}
        kunci={(p) => `${p.program}/${p.dari}`}
        kosong={<Redup>{t('bantuanKosong')}</Redup>}
      />
    </Section>
  )
}

const kataJenis = (jenis: string) =>
  jenis === 'desil' ? 'desilLuar' : jenis === 'persentil' ? 'persentil' : 'peringkatLuarN'

export function PeringkatLuar({ k }: { k: SatuKeluarga }) {
  const t = useTeks(teksSatu)
  const f = useFormat()
  const kolom = useMemo<Kolom<SatuKeluarga['peringkatLuar'][number]>[]>(
    () => [
      { id: 'sumber', judul: t('sumber'), kartu: 'judul', isi: (p) => p.sumber },
      {
        id: 'nilai',
        judul: t('nilai'),
        isi: (p) => t(kataJenis(p.jenis), { n: f.angka(p.nilai) }),
      },
      { id: 'tanggal', judul: t('tanggal'), isi: (p) => f.tanggalPendek(p.tanggal) },
    ],
    [t, f],
  )
  return (
    <Section judul={t('luar')} keterangan={t('luarIsi')} rapat>
      <DataTable
        caption={t('luar')}
        kolom={kolom}
        baris={k.peringkatLuar}
        kunci={(p) => `${p.sumber}/${p.jenis}/${p.tanggal}/${p.nilai}`}
        kosong={<Redup>{t('luarKosong')}</Redup>}
      />
    </Section>
  )
}

export function KelayakanRiwayat({ k }: { k: SatuKeluarga }) {
  const t = useTeks(teksSatu)
  const u = useTeks(teksKeluarga)
  const f = useFormat()
  const kolom = useMemo<Kolom<SatuKeluarga['kelayakanRiwayat'][number]>[]>(
    () => [
      {
        id: 'status',
        judul: t('kelayakan'),
        kartu: 'judul',
        isi: (r) =>
          u(r.status === 'layak' || r.status === 'tidak_layak' ? r.status : 'belum_dinilai'),
      },
      { id: 'dasar', judul: t('dasar'), isi: (r) => r.dasar },
      { id: 'tanggal', judul: t('tanggal'), isi: (r) => f.tanggalPendek(r.tanggal) },
      {
        id: 'sampai',
        judul: t('berlakuSampai'),
        isi: (r) => (r.berlakuSampai ? f.tanggalPendek(r.berlakuSampai) : '–'),
      },
    ],
    [t, u, f],
  )
  return (
    <Section judul={t('kelayakanRiwayat')} rapat>
      <DataTable
        caption={t('kelayakanRiwayat')}
        kolom={kolom}
        baris={k.kelayakanRiwayat}
        kunci={(r) => `${r.tanggal}/${r.status}`}
      />
    </Section>
  )
}
