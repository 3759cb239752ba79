/** Fields of a correction side by side: what the record says and what is proposed. */
import { useMemo } from 'react'
import { kolomPerbaikan } from '#domain/usulan/perbaikan.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { DataTable, type Kolom } from '#ui/data-table.tsx'
import { masked, useFormat } from '#ui/format.ts'
import { useKamus } from '#web/usulan/kamus.ts'
import type { SatuUsulan } from '#web/usulan/satu.tsx'
import { teksUsulanSatu } from '#web/usulan/teks-satu.ts'

type Props = { u: SatuUsulan; judul: string; kiri: string; kanan: string }

type Baris = {
  readonly kolom: string
  readonly label: string
  readonly kini: string
  readonly usul: string
}

/** Numbers are masked, days and sexes are words, nothing is a dash. */
function useNilai() {
  const t = useTeks(teksUsulanSatu)
  const f = useFormat()
  const label = useLabel()
  const hubungan = useKamus().data?.daftar.hubungan?.pilihan
  return (kolom: string, nilai: string | null | undefined): string => {
    if (nilai === null || nilai === undefined || nilai === '') return '–'
    if (kolom === 'nik' || kolom === 'nomor_kk') return nilai.includes('•') ? nilai : masked(nilai)
    if (kolom === 'hubungan') {
      const kata = hubungan?.find((p) => String(p.kode) === nilai)
      return kata ? label(kata.label) : nilai
    }
    if (kolom === 'jenis_kelamin') return t(nilai === '2' ? 'perempuan' : 'laki')
    return /^\d{4}-\d{2}-\d{2}$/.test(nilai) ? f.tanggal(nilai) : nilai
  }
}

export function TabelBanding({ u, judul, kiri, kanan }: Props) {
  const t = useTeks(teksUsulanSatu)
  const label = useLabel()
  const nilai = useNilai()
  const semua = [...kolomPerbaikan.individu, ...kolomPerbaikan.keluarga]
  const baris = Object.entries(u.isi.perbaikan ?? {}).map(([kolom, usul]): Baris => {
    const bidang = semua.find((k) => k.kolom === kolom)
    return {
      kolom,
      label: bidang ? label(bidang.label) : kolom,
      kini: nilai(kolom, u.sekarang[kolom]),
      usul: usul === null ? t('dikosongkan') : nilai(kolom, usul),
    }
  })
  const kolom = useMemo<Kolom<Baris>[]>(
    () => [
      { id: 'bidang', judul: t('bidang'), kartu: 'judul', isi: (b) => b.label },
      { id: 'kini', judul: kiri, isi: (b) => b.kini },
      { id: 'usul', judul: kanan, isi: (b) => <b>{b.usul}</b> },
    ],
    [t, kiri, kanan],
  )
  return <DataTable caption={judul} kolom={kolom} baris={baris} kunci={(b) => b.kolom} />
}
