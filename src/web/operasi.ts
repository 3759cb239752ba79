/** Every operation of the contract, as types only: nothing of the schemas reaches the browser. */
import type { z } from 'zod'
import type * as akun from '#contract/akun.ts'
import type * as beranda from '#contract/beranda.ts'
import type * as berkas from '#contract/berkas.ts'
import type * as dokumen from '#contract/dokumen.ts'
import type * as faktor from '#contract/faktor.ts'
import type * as gabung from '#contract/gabung.ts'
import type * as hasilPusat from '#contract/hasil-pusat.ts'
import type * as impor from '#contract/impor.ts'
import type * as integrasi from '#contract/integrasi.ts'
import type * as jejak from '#contract/jejak.ts'
import type * as jejakCari from '#contract/jejak-cari.ts'
import type * as jejakKeadaan from '#contract/jejak-keadaan.ts'
import type * as kalender from '#contract/kalender.ts'
import type * as keadaanKhusus from '#contract/keadaan-khusus.ts'
import type * as keberatan from '#contract/keberatan.ts'
import type * as keluarga from '#contract/keluarga.ts'
import type * as kepercayaan from '#contract/kepercayaan.ts'
import type * as kiriman from '#contract/kiriman.ts'
import type * as kunjungan from '#contract/kunjungan.ts'
import type * as kunjunganIsi from '#contract/kunjungan-isi.ts'
import type * as kunjunganLiga from '#contract/kunjungan-liga.ts'
import type * as kuota from '#contract/kuota.ts'
import type * as kuotaDaftar from '#contract/kuota-daftar.ts'
import type * as loket from '#contract/loket.ts'
import type * as masuk from '#contract/masuk.ts'
import type * as musyawarah from '#contract/musyawarah.ts'
import type * as musyawarahSurat from '#contract/musyawarah-surat.ts'
import type * as musyawarahTanda from '#contract/musyawarah-tanda.ts'
import type { Operation } from '#contract/operation.ts'
import type * as padanan from '#contract/padanan.ts'
import type * as padananPasangan from '#contract/padanan-pasangan.ts'
import type * as padananPutusan from '#contract/padanan-putusan.ts'
import type * as pekerjaan from '#contract/pekerjaan.ts'
import type * as pemekaran from '#contract/pemekaran.ts'
import type * as pengaman from '#contract/pengaman.ts'
import type * as pengguna from '#contract/pengguna.ts'
import type * as penggunaImpor from '#contract/pengguna-impor.ts'
import type * as penggunaSerah from '#contract/pengguna-serah.ts'
import type * as penggunaTugas from '#contract/pengguna-tugas.ts'
import type * as pengumuman from '#contract/pengumuman.ts'
import type * as perangkat from '#contract/perangkat.ts'
import type * as peringkat from '#contract/peringkat.ts'
import type * as peringkatKeluarga from '#contract/peringkat-keluarga.ts'
import type * as pindah from '#contract/pindah.ts'
import type * as rekap from '#contract/rekap.ts'
import type * as sesi from '#contract/sesi.ts'
import type * as tanpaNik from '#contract/tanpa-nik.ts'
import type * as usulan from '#contract/usulan.ts'
import type * as usulanKelengkapan from '#contract/usulan-kelengkapan.ts'
import type * as usulanLangkah from '#contract/usulan-langkah.ts'
import type * as variabel from '#contract/variabel.ts'
import type * as wilayah from '#contract/wilayah.ts'

type Exported =
  | (typeof akun)[keyof typeof akun]
  | (typeof beranda)[keyof typeof beranda]
  | (typeof berkas)[keyof typeof berkas]
  | (typeof dokumen)[keyof typeof dokumen]
  | (typeof faktor)[keyof typeof faktor]
  | (typeof hasilPusat)[keyof typeof hasilPusat]
  | (typeof gabung)[keyof typeof gabung]
  | (typeof impor)[keyof typeof impor]
  | (typeof integrasi)[keyof typeof integrasi]
  | (typeof jejak)[keyof typeof jejak]
  | (typeof jejakCari)[keyof typeof jejakCari]
  | (typeof jejakKeadaan)[keyof typeof jejakKeadaan]
  | (typeof kalender)[keyof typeof kalender]
  | (typeof keberatan)[keyof typeof keberatan]
  | (typeof keadaanKhusus)[keyof typeof keadaanKhusus]
  | (typeof pemekaran)[keyof typeof pemekaran]
  | (typeof keluarga)[keyof typeof keluarga]
  | (typeof kepercayaan)[keyof typeof kepercayaan]
  | (typeof kiriman)[keyof typeof kiriman]
  | (typeof kunjungan)[keyof typeof kunjungan]
  | (typeof kunjunganIsi)[keyof typeof kunjunganIsi]
  | (typeof kunjunganLiga)[keyof typeof kunjunganLiga]
  | (typeof kuota)[keyof typeof kuota]
  | (typeof kuotaDaftar)[keyof typeof kuotaDaftar]
  | (typeof loket)[keyof typeof loket]
  | (typeof masuk)[keyof typeof masuk]
  | (typeof musyawarah)[keyof typeof musyawarah]
  | (typeof musyawarahSurat)[keyof typeof musyawarahSurat]
  | (typeof musyawarahTanda)[keyof typeof musyawarahTanda]
  | (typeof padanan)[keyof typeof padanan]
  | (typeof padananPasangan)[keyof typeof padananPasangan]
  | (typeof padananPutusan)[keyof typeof padananPutusan]
  | (typeof pekerjaan)[keyof typeof pekerjaan]
  | (typeof pengaman)[keyof typeof pengaman]
  | (typeof pengguna)[keyof typeof pengguna]
  | (typeof penggunaImpor)[keyof typeof penggunaImpor]
  | (typeof penggunaSerah)[keyof typeof penggunaSerah]
  | (typeof penggunaTugas)[keyof typeof penggunaTugas]
  | (typeof pengumuman)[keyof typeof pengumuman]
  | (typeof perangkat)[keyof typeof perangkat]
  | (typeof peringkat)[keyof typeof peringkat]
  | (typeof peringkatKeluarga)[keyof typeof peringkatKeluarga]
  | (typeof rekap)[keyof typeof rekap]
  | (typeof pindah)[keyof typeof pindah]
  | (typeof sesi)[keyof typeof sesi]
  | (typeof tanpaNik)[keyof typeof tanpaNik]
  | (typeof usulan)[keyof typeof usulan]
  | (typeof usulanKelengkapan)[keyof typeof usulanKelengkapan]
  | (typeof usulanLangkah)[keyof typeof usulanLangkah]
  | (typeof variabel)[keyof typeof variabel]
  | (typeof wilayah)[keyof typeof wilayah]

type Op = Extract<Exported, Operation & { readonly id: string }>

export type OperationId = Op['id']
type Named<Id extends OperationId> = Extract<Op, { readonly id: Id }>

// `z.coerce` accepts `unknown`; a caller here passes the value it becomes.
type Precise<I, O> = {
  [K in keyof I]: unknown extends I[K] ? (K extends keyof O ? O[K] : I[K]) : I[K]
}

export type InputOf<Id extends OperationId> = Precise<
  z.input<Named<Id>['input']>,
  z.output<Named<Id>['input']>
>
export type OutputOf<Id extends OperationId> = z.output<Named<Id>['output']>
