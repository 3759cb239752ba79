/** The questions of each event, in the order in which its paper says them. */
import { bentukPindah } from '#domain/usulan/peristiwa/jenis.ts'
import { useTeks } from '#ui/bahasa.ts'
import { aktif } from '#web/peristiwa/ditanya.ts'
import { HubunganSemua } from '#web/peristiwa/hubungan.tsx'
import type { Isian, JenisBerform, SatuKeluarga } from '#web/peristiwa/isian.ts'
import { Banyak, Pilih, sebagaiPilihan, Teks, type Ubah } from '#web/peristiwa/medan.tsx'
import { Pengganti, PilihPengurus } from '#web/peristiwa/pengganti.tsx'
import { teksPeristiwa } from '#web/peristiwa/teks.ts'
import { KeluargaTujuan, Tujuan } from '#web/peristiwa/tujuan.tsx'

type Props = { jenis: JenisBerform; f: Isian; ubah: Ubah; k: SatuKeluarga }

export function Pertanyaan(p: Props) {
  const t = useTeks(teksPeristiwa)
  const { jenis, f, ubah, k } = p
  const isi = { f, ubah }
  const orang = aktif(k)
  const semua = sebagaiPilihan(orang)
  const hari = <Teks {...isi} kolom="tanggal" label={t('tanggal')} hari wajib />
  const siapa = <Pilih {...isi} kolom="orang" label={t('siapa')} data={semua} wajib />
  const pengganti = <Pengganti {...p} />
  switch (jenis) {
    case 'lahir':
      return <Lahir {...p} />
    case 'meninggal':
      return (
        <>
          {siapa}
          {hari}
          {pengganti}
        </>
      )
    case 'hidup_kembali':
      return <HidupKembali {...p} />
    case 'kawin':
      return (
        <>
          {siapa}
          {hari}
          <Tujuan {...isi} k={k} kawin />
          {pengganti}
        </>
      )
    case 'cerai':
      return (
        <>
          {siapa}
          {hari}
          <Tujuan {...isi} k={k} kawin={false} />
          <Banyak {...isi} label={t('ikut')} orang={orang.filter((a) => a.id !== f.orang)} />
          {pengganti}
        </>
      )
    case 'pecah_kk':
      return (
        <>
          <Banyak {...isi} label={t('masukKk')} orang={orang} />
          <Pilih
            {...isi}
            kolom="kepalaKkBaru"
            label={t('kepalaKk')}
            data={sebagaiPilihan(orang.filter((a) => f.anggota.includes(a.id)))}
            wajib
          />
          {hari}
          <Teks {...isi} kolom="nomorKk" label={t('nomorKk')} isi={t('nomorKkIsi')} />
          {pengganti}
        </>
      )
    case 'gabung_kk':
      return (
        <>
          <KeluargaTujuan {...isi} k={k} />
          <HubunganSemua {...isi} k={k} />
          {hari}
        </>
      )
    case 'ganti_kepala':
      return (
        <>
          <Pilih {...isi} kolom="kepalaBaru" label={t('kepalaBaru')} data={semua} wajib />
          {hari}
        </>
      )
    case 'ganti_pengurus':
      return (
        <>
          <PilihPengurus {...isi} k={k} gone={[]} label={t('pengurusGanti')} />
          {hari}
        </>
      )
    case 'pindah_keluar':
      return (
        <>
          <Pindah {...p} />
          {hari}
          {pengganti}
        </>
      )
    case 'datang':
      return <Datang {...p} />
  }
}

function HidupKembali({ f, ubah, k }: Props) {
  const t = useTeks(teksPeristiwa)
  const isi = { f, ubah }
  const meninggal = sebagaiPilihan(k.anggota.filter((a) => a.status === 'meninggal'))
  return (
    <>
      <Pilih {...isi} kolom="orang" label={t('siapa')} data={meninggal} wajib />
      <Teks {...isi} kolom="tanggal" label={t('tanggalKunjungan')} hari wajib />
      <Teks {...isi} kolom="petugas" label={t('petugas')} wajib />
    </>
  )
}

function Lahir({ f, ubah, k }: Props) {
  const t = useTeks(teksPeristiwa)
  const isi = { f, ubah }
  const jk = [
    { value: '1', label: t('laki') },
    { value: '2', label: t('perempuan') },
  ]
  const ibu = sebagaiPilihan(k.anggota.filter((a) => a.jenisKelamin === 2))
  return (
    <>
      <Teks {...isi} kolom="nama" label={t('namaAnak')} wajib />
      <Pilih {...isi} kolom="jenisKelamin" label={t('jenisKelamin')} data={jk} wajib />
      <Teks {...isi} kolom="tanggal" label={t('tanggal')} hari wajib />
      <Teks {...isi} kolom="tempatLahir" label={t('tempatLahir')} />
      <Pilih {...isi} kolom="ibu" label={t('ibu')} data={ibu} wajib />
      <Teks {...isi} kolom="nik" label={t('nik')} isi={t('nikIsi')} />
    </>
  )
}

function Pindah({ f, ubah, k }: Props) {
  const t = useTeks(teksPeristiwa)
  const isi = { f, ubah }
  const data = bentukPindah.map((value) => ({ value, label: t(`bentuk_${value}`) }))
  return (
    <>
      <Pilih {...isi} kolom="bentuk" label={t('bentuk')} isi={t('pindahIsi')} data={data} wajib />
      {f.bentuk === 'sebagian' ? <Banyak {...isi} label={t('ikut')} orang={aktif(k)} /> : null}
      <Teks {...isi} kolom="tujuanPindah" label={t('tujuanPindah')} />
    </>
  )
}

function Datang({ f, ubah }: Props) {
  const t = useTeks(teksPeristiwa)
  const isi = { f, ubah }
  const data = (['domisili', 'kk'] as const).map((value) => ({
    value,
    label: t(`penanggung_${value}`),
  }))
  return (
    <>
      <Teks {...isi} kolom="domisiliAlamat" label={t('domisiliAlamat')} wajib />
      <Pilih {...isi} kolom="penanggung" label={t('penanggung')} data={data} wajib />
      <Teks {...isi} kolom="tanggal" label={t('tanggal')} hari wajib />
    </>
  )
}
