/** The first lines of a visit: day, officer, interview, presence of each member, result and ground. */
import { NativeSelect } from '@mantine/core'
import {
  hasilKunjungan,
  type Kode,
  kodeKehadiran,
  kodeWawancara,
  labelHasil,
} from '#domain/kunjungan/hasil.ts'
import { bacaTanggal } from '#domain/kunjungan/ketik.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { useOp } from '#web/kueri.ts'
import { Ketik } from '#web/kunjungan/ketik.tsx'
import type { Formulir, Isian } from '#web/kunjungan/pakai-isian.ts'
import { teksIsiKunjungan } from '#web/kunjungan/teks-isi.ts'

const kodeHasil: readonly Kode[] = hasilKunjungan.map((h, i) => ({
  kode: i + 1,
  label: labelHasil[h],
}))

const terbalik = (iso: string): string => iso.split('-').reverse().join('-')

type Props = { formulir: Formulir; isian: Isian }

export function BarisPokok({ formulir, isian: { isi, ubah } }: Props) {
  const t = useTeks(teksIsiKunjungan)
  const f = useFormat()
  const teks = (nama: 'alasan' | 'catatan') => (
    <Ketik
      lebar
      label={t(nama)}
      baru={isi[nama] ? { kata: '', teks: isi[nama] } : undefined}
      onKetik={(s) => {
        ubah(({ [nama]: _, ...sisa }) => (s.trim() === '' ? sisa : { ...sisa, [nama]: s.trim() }))
        return null
      }}
    />
  )
  return (
    <>
      <Ketik
        awalBagian
        mulai
        label={t('tanggal')}
        pilihan={t('tanggalPilihan')}
        baru={
          isi.tanggal ? { kata: f.tanggal(isi.tanggal), teks: terbalik(isi.tanggal) } : undefined
        }
        onKetik={(s) => {
          const tanggal = bacaTanggal(s.trim())
          if (tanggal) ubah((lama) => ({ ...lama, tanggal }))
          return tanggal || s.trim() === '' ? null : t('salahLain')
        }}
      />
      <PilihPetugas formulir={formulir} isian={{ isi, ubah }} />
      <BarisKode
        label={t('wawancara')}
        kode={kodeWawancara}
        nilai={isi.wawancara}
        onNilai={(wawancara) => ubah((lama) => ({ ...lama, wawancara }))}
      />
      {formulir.anggota.map((a, i) => (
        <BarisKode
          key={a.id}
          nomor={String(i + 1)}
          label={t('kehadiran', { nama: a.nama })}
          kode={kodeKehadiran}
          nilai={isi.kehadiran?.find((k) => k.individuId === a.id)?.kode}
          onNilai={(kode) =>
            ubah((lama) => ({
              ...lama,
              kehadiran: [
                ...(lama.kehadiran ?? []).filter((k) => k.individuId !== a.id),
                { individuId: a.id, kode },
              ],
            }))
          }
        />
      ))}
      <BarisKode
        label={t('hasil')}
        kode={kodeHasil}
        nilai={isi.hasil ? hasilKunjungan.indexOf(isi.hasil) + 1 : undefined}
        onNilai={(kode) => {
          const hasil = hasilKunjungan[kode - 1]
          if (hasil) ubah((lama) => ({ ...lama, hasil }))
        }}
      />
      {teks('alasan')}
      {teks('catatan')}
    </>
  )
}

function PilihPetugas({
  formulir,
  isian: { isi, ubah },
}: {
  formulir: Formulir
  isian: Pick<Isian, 'isi' | 'ubah'>
}) {
  const t = useTeks(teksIsiKunjungan)
  const { data } = useOp('kunjungan.petugas', { wilayah: formulir.wilayah })
  return (
    <NativeSelect
      my="xs"
      maw={420}
      label={t('petugas')}
      value={isi.petugas ?? ''}
      onChange={(e) => {
        const { value } = e.currentTarget
        ubah(({ petugas: _, ...sisa }) => (value === '' ? sisa : { ...sisa, petugas: value }))
      }}
      data={[
        { value: '', label: t('sayaSendiri') },
        ...(data?.petugas ?? []).map((p) => ({ value: p.id, label: p.nama })),
      ]}
    />
  )
}

type KodeProps = {
  nomor?: string
  label: string
  kode: readonly Kode[]
  nilai: number | undefined
  onNilai: (kode: number) => void
}

function BarisKode({ kode, nilai, onNilai, ...baris }: KodeProps) {
  const t = useTeks(teksIsiKunjungan)
  const label = useLabel()
  const pilihan = kode.map((k) => `${k.kode} ${label(k.label)}`).join(' · ')
  const kini = kode.find((k) => k.kode === nilai)
  return (
    <Ketik
      {...baris}
      pilihan={pilihan}
      baru={kini ? { kata: label(kini.label), teks: String(kini.kode) } : undefined}
      onKetik={(s) => {
        const n = Number(s.trim())
        if (s.trim() === '') return null
        if (!kode.some((k) => k.kode === n)) return t('salah', { pilihan })
        onNilai(n)
        return null
      }}
    />
  )
}
