/** The filters of the log; each change goes into the address, so that a finding can be sent to a colleague. */
import { NativeSelect, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { pembacaKeluarga } from '#contract/peran.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { ChosenPill } from '#ui/chosen-pill.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { type SaringanLog, saringanLog } from '#web/jejak/alamat.ts'
import { CariPilihan, type Pilihan } from '#web/jejak/cari-pilihan.tsx'
import sendiri from '#web/jejak/saringan.module.css'
import { teksCari } from '#web/jejak/teks-cari.ts'
import { useOp } from '#web/kueri.ts'
import { useSesi } from '#web/pengguna/sesi.ts'
import { CariWilayah } from '#web/wilayah/cari.tsx'
import { useNamaWilayah } from '#web/wilayah/nama.ts'

type Ubah = (baru: Record<string, unknown> | null) => void
type Bagian = { saringan: SaringanLog; ubah: Ubah }

/** Puts a change into the address through the same reader that reads the address. */
function useUbah(saringan: SaringanLog): Ubah {
  const pergi = useNavigate()
  return (baru) =>
    void pergi({
      to: '/log',
      search: baru === null ? {} : saringanLog({ ...saringan, ...baru }),
      replace: true,
    })
}

export function SaringanLogIsi({ saringan }: { saringan: SaringanLog }) {
  const ubah = useUbah(saringan)
  const sesi = useSesi()
  const dipakai = Object.keys(saringan).length
  const isi = { saringan, ubah }
  return (
    <FilterBar
      id="saringan-log"
      dipakai={dipakai}
      onBersih={() => ubah(null)}
      className={sendiri.isi}
    >
      <Masa {...isi} />
      <Petugas {...isi} />
      {pembacaKeluarga.some((p) => p === sesi.peran) || saringan.catatan ? <Data {...isi} /> : null}
      <Wilayah {...isi} />
      <Kode {...isi} />
    </FilterBar>
  )
}

/** What was chosen, with a way to take it back. */
function Terpilih({ label, nama, lepas }: { label: string; nama: string; lepas: () => void }) {
  const t = useTeks(teksCari)
  const labelLepas = t('hapusPilihan', { apa: label })
  return <ChosenPill label={label} nama={nama} labelLepas={labelLepas} onLepas={lepas} />
}

function Masa({ saringan, ubah }: Bagian) {
  const t = useTeks(teksCari)
  return (['dari', 'sampai'] as const).map((ujung) => (
    <TextInput
      key={ujung}
      type="date"
      className={sendiri.hari}
      label={t(ujung)}
      value={saringan[ujung] ?? ''}
      onChange={(e) => ubah({ [ujung]: e.currentTarget.value })}
    />
  ))
}

function useHasilPetugas(q: string): { hasil: readonly Pilihan[]; sibuk: boolean } {
  const label = useLabel()
  const kueri = useOp('jejak.pelaku', { q }, { enabled: q !== '', simpanLama: true })
  const hasil = (q === '' ? [] : (kueri.data?.petugas ?? [])).map((p) => ({
    id: p.id,
    nama: p.nama,
    rinci: [label(p.peran), label(p.kantor)].join(' · '),
  }))
  return { hasil, sibuk: kueri.isFetching }
}

function Petugas({ saringan, ubah }: Bagian) {
  const t = useTeks(teksCari)
  const id = saringan.pengguna
  const kueri = useOp(
    'jejak.pelaku',
    { id: id ?? '' },
    { enabled: id !== undefined, staleTime: 60_000 },
  )
  if (id !== undefined)
    return (
      <Terpilih
        label={t('petugas')}
        nama={kueri.data?.petugas[0]?.nama ?? id.slice(0, 8)}
        lepas={() => ubah({ pengguna: undefined })}
      />
    )
  return (
    <CariPilihan
      label={t('petugas')}
      contoh={t('cariPetugas')}
      kosong={t('petugasKosong')}
      useHasil={useHasilPetugas}
      onPilih={(pengguna) => ubah({ pengguna })}
    />
  )
}

function useHasilKeluarga(q: string): { hasil: readonly Pilihan[]; sibuk: boolean } {
  const kueri = useOp('keluarga.daftar', { q, batas: 10 }, { enabled: q !== '', simpanLama: true })
  const hasil = (q === '' ? [] : (kueri.data?.keluarga ?? [])).map((k) => ({
    id: k.id,
    nama: k.namaKepala,
    rinci: [k.namaWilayah, ...(k.nomorKk ? [k.nomorKk] : [])].join(' · '),
  }))
  return { hasil, sibuk: kueri.isFetching }
}

function Data({ saringan, ubah }: Bagian) {
  const t = useTeks(teksCari)
  if (saringan.catatan !== undefined)
    return (
      <Terpilih label={t('data')} nama={t('dataSatu')} lepas={() => ubah({ catatan: undefined })} />
    )
  return (
    <CariPilihan
      label={t('data')}
      contoh={t('cariData')}
      kosong={t('dataKosong')}
      useHasil={useHasilKeluarga}
      onPilih={(catatan) => ubah({ catatan })}
    />
  )
}

function Wilayah({ saringan, ubah }: Bagian) {
  const t = useTeks(teksCari)
  const nama = useNamaWilayah()
  const kode = saringan.wilayah
  const kueri = useOp(
    'wilayah.satu',
    { kode: kode ?? 0 },
    { enabled: kode !== undefined, staleTime: 60_000 },
  )
  if (kode === undefined)
    return (
      <CariWilayah
        label={t('wilayah')}
        lebar="var(--lebar-saringan)"
        onPilih={(k) => ubah({ wilayah: k })}
      />
    )
  return (
    <Terpilih
      label={t('wilayah')}
      nama={kueri.data ? nama(kueri.data.wilayah) : String(kode)}
      lepas={() => ubah({ wilayah: undefined })}
    />
  )
}

function Kode({ saringan, ubah }: Bagian) {
  const t = useTeks(teksCari)
  const label = useLabel()
  const { data } = useOp('jejak.pilihan', {}, { staleTime: Number.POSITIVE_INFINITY })
  const semua = { value: '', label: t('semua') }
  const operasi = (data?.operasi ?? []).filter(
    (o) => saringan.jenis === undefined || o.jenis === saringan.jenis,
  )
  return (
    <>
      <NativeSelect
        label={t('jenis')}
        value={saringan.jenis ?? ''}
        onChange={(e) => ubah({ jenis: e.currentTarget.value, operasi: undefined })}
        data={[
          semua,
          { value: 'baca', label: t('baca') },
          { value: 'tulis', label: t('tulis') },
          { value: 'akun', label: t('akun') },
        ]}
      />
      <NativeSelect
        label={t('tindakan')}
        className={sendiri.lebar}
        value={saringan.operasi ?? ''}
        onChange={(e) => ubah({ operasi: e.currentTarget.value })}
        data={[semua, ...operasi.map((o) => ({ value: o.id, label: label(o.label) }))]}
      />
      <NativeSelect
        label={t('tujuan')}
        value={saringan.tujuan ?? ''}
        onChange={(e) => ubah({ tujuan: e.currentTarget.value })}
        data={[
          semua,
          ...(data?.tujuan ?? []).map((p) => ({ value: p.kode, label: label(p.label) })),
        ]}
      />
      <NativeSelect
        label={t('peran')}
        value={saringan.peran ?? ''}
        onChange={(e) => ubah({ peran: e.currentTarget.value })}
        data={[
          semua,
          ...(data?.peran ?? []).map((p) => ({ value: p.kode, label: label(p.label) })),
        ]}
      />
    </>
  )
}
