/** What an event says, for whoever verifies it: who, when, where to, who takes over. */
import type { Pengganti, Peristiwa } from '#domain/usulan/peristiwa/isi.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { masked, useFormat } from '#ui/format.ts'
import { Pairs } from '#ui/pairs.tsx'
import { Section } from '#ui/section.tsx'
import type { OutputOf } from '#web/operasi.ts'
import { teksPeristiwa } from '#web/peristiwa/teks.ts'
import { useKamus } from '#web/usulan/kamus.ts'

type SatuUsulan = OutputOf<'usulan.satu'>

export function RingkasPeristiwa({ u, p }: { u: SatuUsulan; p: Peristiwa }) {
  const t = useTeks(teksPeristiwa)
  return (
    <Section judul={t('rincian')}>
      <Pairs isi={useIsi(u, p)} />
    </Section>
  )
}

function useIsi(u: SatuUsulan, p: Peristiwa) {
  const t = useTeks(teksPeristiwa)
  const f = useFormat()
  const label = useLabel()
  const hubungan = useKamus().data?.daftar.hubungan?.pilihan ?? []
  const nama = (id: string | undefined) =>
    id === undefined ? null : (u.disebut.find((d) => d.id === id)?.nama ?? t('diLuarWilayah'))
  const semua = (ids: readonly string[] | undefined) => (ids ?? []).map(nama).join(', ')
  const kataHubungan = (kode: number | undefined) => {
    const satu = hubungan.find((h) => h.kode === kode)
    return satu ? label(satu.label) : null
  }
  const pengganti = (s: Pengganti | undefined) =>
    s?.wali
      ? t('waliIsi', {
          nama: s.wali.nama ?? '',
          hubungan: s.wali.hubungan ?? '',
          nomor: s.wali.suratNomor ?? '',
          tanggal: s.wali.suratTanggal ? f.tanggal(s.wali.suratTanggal) : '',
        })
      : nama(s?.anggotaId)
  const tanggal = p.jenis === 'hidup_kembali' ? p.tanggalKunjungan : p.tanggal
  const butir: readonly (readonly [string, string | null | undefined])[] = [
    [t('siapa'), u.individuId ? u.nama : null],
    [
      t(p.jenis === 'hidup_kembali' ? 'tanggalKunjungan' : 'tanggal'),
      tanggal ? f.tanggal(tanggal) : null,
    ],
    ...rincian(),
  ]
  return butir.flatMap(([judul, nilai]) => (nilai ? [{ id: judul, label: judul, nilai }] : []))

  function rincian(): readonly (readonly [string, string | null | undefined])[] {
    switch (p.jenis) {
      case 'lahir':
        return [
          [t('namaAnak'), p.nama],
          [
            t('jenisKelamin'),
            p.jenisKelamin ? t(p.jenisKelamin === 2 ? 'perempuan' : 'laki') : null,
          ],
          [t('tempatLahir'), p.tempatLahir],
          [t('ibu'), nama(p.ibuId)],
          [t('nik'), p.nik ? masked(p.nik) : t('nikMenyusul')],
        ]
      case 'hidup_kembali':
        return [[t('petugas'), p.petugas]]
      case 'kawin':
      case 'cerai':
        return [
          [t('tujuan'), p.tujuan ? t(`tujuan_${p.tujuan}`) : null],
          [t('keluargaTujuan'), nama(p.keluargaTujuanId)],
          ...(p.jenis === 'kawin'
            ? ([
                [t('pasangan'), nama(p.pasanganId)],
                [t('kepalaBaruPasangan'), nama(p.kepalaBaruPasanganId)],
                [t('pengurusPasangan'), pengganti(p.penggantiPasangan)],
              ] as const)
            : ([[t('ikut'), semua(p.ikutId)]] as const)),
          [t('hubunganBaru'), kataHubungan(p.hubunganBaru)],
          [t('nomorKk'), p.nomorKkBaru ? masked(p.nomorKkBaru) : null],
          [t('kepalaBaru'), nama(p.kepalaBaruId)],
          [t('pengurus'), pengganti(p.pengganti)],
        ]
      case 'pecah_kk':
        return [
          [t('masukKk'), semua(p.anggotaId)],
          [t('kepalaKk'), nama(p.kepalaKkBaruId)],
          [t('nomorKk'), p.nomorKkBaru ? masked(p.nomorKkBaru) : null],
          [t('kepalaBaru'), nama(p.kepalaBaruId)],
        ]
      case 'gabung_kk':
        return [
          [t('keluargaTujuan'), nama(p.keluargaTujuanId)],
          ...Object.entries(p.hubungan ?? {}).map(
            ([id, h]) => [t('hubunganOrang', { nama: nama(id) ?? '' }), kataHubungan(h)] as const,
          ),
        ]
      case 'ganti_kepala':
        return [[t('kepalaBaru'), nama(p.kepalaBaruId)]]
      case 'meninggal':
      case 'ganti_pengurus':
        return [
          [t('kepalaBaru'), 'kepalaBaruId' in p ? nama(p.kepalaBaruId) : null],
          [t('pengurus'), pengganti(p.pengganti)],
        ]
      case 'pindah_keluar':
        return [
          [t('bentuk'), p.bentuk ? t(`bentuk_${p.bentuk}`) : null],
          [t('ikut'), semua(p.anggotaId)],
          [t('tujuanPindah'), p.tujuan],
          [t('kepalaBaru'), nama(p.kepalaBaruId)],
          [t('pengurus'), pengganti(p.pengganti)],
        ]
      case 'tarik_masuk':
        return [
          [t('bentuk'), p.bentuk ? t(`bentuk_${p.bentuk}`) : null],
          [t('nikDatang'), (p.nik ?? []).map(masked).join(', ')],
          [t('nomorKk'), p.nomorKkBaru ? masked(p.nomorKkBaru) : null],
          [t('alamatBaru'), p.alamat],
        ]
      case 'datang':
        return [
          [t('domisiliAlamat'), p.domisiliAlamat],
          [t('penanggung'), p.penanggung ? t(`penanggung_${p.penanggung}`) : null],
        ]
    }
  }
}
