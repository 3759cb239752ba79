/** The other way round: an event that was saved, as its form shows it again. */
import type { IsiUsulan } from '#domain/usulan/isi.ts'
import type { Pengganti } from '#domain/usulan/peristiwa/isi.ts'
import { type Isian, isianKosong } from '#web/peristiwa/isian.ts'

const kata = (nilai: string | number | undefined): string =>
  nilai === undefined ? '' : String(nilai)

const dariPengganti = (p: Pengganti | undefined): Partial<Isian> =>
  p?.wali
    ? {
        pengganti: 'wali',
        waliNama: kata(p.wali.nama),
        waliHubungan: kata(p.wali.hubungan),
        suratNomor: kata(p.wali.suratNomor),
        suratTanggal: kata(p.wali.suratTanggal),
      }
    : { pengganti: kata(p?.anggotaId) }

/** What every kind that has it calls by one name. */
const bernama = {
  nama: 'nama',
  tempatLahir: 'tempatLahir',
  jenisKelamin: 'jenisKelamin',
  nik: 'nik',
  ibuId: 'ibu',
  petugas: 'petugas',
  kepalaBaruId: 'kepalaBaru',
  kepalaKkBaruId: 'kepalaKkBaru',
  nomorKkBaru: 'nomorKk',
  keluargaTujuanId: 'keluargaTujuan',
  hubunganBaru: 'hubunganBaru',
  pasanganId: 'pasangan',
  kepalaBaruPasanganId: 'kepalaBaruPasangan',
  domisiliAlamat: 'domisiliAlamat',
  penanggung: 'penanggung',
  bentuk: 'bentuk',
} as const satisfies Record<string, keyof Isian>

type Tersimpan = {
  readonly isi: IsiUsulan
  /** Whom it is about, where it is about one person. */
  readonly individuId: string | null
  readonly disebut: readonly { readonly id: string; readonly keluargaId: string }[]
}

export function isianDari({ isi, individuId: orang, disebut }: Tersimpan, hariIni: string): Isian {
  const p = isi.peristiwa
  const kosong = {
    ...isianKosong(hariIni),
    orang: orang ?? '',
    dokumen: kata(isi.dokumen?.jenis),
    dokumenNomor: kata(isi.dokumen?.nomor),
    berkas: isi.berkas ?? [],
  }
  if (!p) return kosong
  const nilai: Readonly<Record<string, unknown>> = p
  const polos = Object.entries(bernama).flatMap(([dari, ke]) => {
    const v = nilai[dari]
    return typeof v === 'string' || typeof v === 'number' ? [[ke, String(v)] as const] : []
  })
  return {
    ...kosong,
    ...Object.fromEntries(polos),
    ...('pengganti' in p ? dariPengganti(p.pengganti) : {}),
    tanggal: kata(p.jenis === 'hidup_kembali' ? p.tanggalKunjungan : p.tanggal),
    anggota: [...(('anggotaId' in p ? p.anggotaId : 'ikutId' in p ? p.ikutId : undefined) ?? [])],
    hubungan: Object.fromEntries(
      Object.entries(('hubungan' in p ? p.hubungan : undefined) ?? {}).map(([o, h]) => [
        o,
        String(h),
      ]),
    ),
    ...(p.jenis === 'kawin' || p.jenis === 'cerai' ? { tujuan: kata(p.tujuan) } : {}),
    ...(p.jenis === 'kawin'
      ? {
          penggantiPasangan: kata(p.penggantiPasangan?.anggotaId),
          keluargaPasangan: kata(disebut.find((d) => d.id === p.pasanganId)?.keluargaId),
        }
      : {}),
    ...(p.jenis === 'pindah_keluar' ? { tujuanPindah: kata(p.tujuan) } : {}),
  }
}
