/** All operations of the office app, bound to their handlers. */
import { berandaHandlers } from '#server/beranda/handlers.ts'
import { berkasBuktiHandlers } from '#server/berkas/handlers.ts'
import { dokumenHandlers } from '#server/dokumen/handlers.ts'
import { gabungHandlers } from '#server/gabung/handlers.ts'
import { imporHandlers } from '#server/impor/handlers.ts'
import { integrasiHandlers } from '#server/integrasi/handlers.ts'
import { jejakHandlers } from '#server/jejak/handlers.ts'
import { kalenderHandlers } from '#server/kalender/handlers.ts'
import { keadaanKhususHandlers } from '#server/keadaan-khusus/handlers.ts'
import { keberatanHandlers } from '#server/keberatan/handlers.ts'
import { keluargaHandlers } from '#server/keluarga/handlers.ts'
import { kepercayaanHandlers } from '#server/kepercayaan/handlers.ts'
import { kirimanHandlers } from '#server/kiriman/handlers.ts'
import { kunjunganHandlers } from '#server/kunjungan/handlers.ts'
import { kuotaHandlers } from '#server/kuota/handlers.ts'
import { loketHandlers } from '#server/loket/handlers.ts'
import { musyawarahHandlers } from '#server/musyawarah/handlers.ts'
import { padananHandlers } from '#server/padanan/handlers.ts'
import { pekerjaanHandlers } from '#server/pekerjaan/handlers.ts'
import { pemekaranHandlers } from '#server/pemekaran/handlers.ts'
import { pengamanHandlers } from '#server/pengaman/handlers.ts'
import { berkasHandlers } from '#server/pengguna/berkas/handlers.ts'
import { perangkatHandlers } from '#server/pengguna/perangkat-handlers.ts'
import { petugasHandlers } from '#server/pengguna/petugas/handlers.ts'
import { serahHandlers } from '#server/pengguna/serah/handlers.ts'
import { pengumumanHandlers } from '#server/pengumuman/handlers.ts'
import { peringkatHandlers } from '#server/peringkat/handlers.ts'
import { pindahHandlers } from '#server/pindah/handlers.ts'
import { rekapHandlers } from '#server/rekap/handlers.ts'
import { tanpaNikHandlers } from '#server/tanpa-nik/handlers.ts'
import { usulanHandlers } from '#server/usulan/handlers.ts'
import { variabelHandlers } from '#server/variabel/handlers.ts'
import { wilayahHandlers } from '#server/wilayah/handlers.ts'
import type { Bound } from './handle.ts'

export const operations: readonly Bound[] = [
  ...berandaHandlers,
  ...berkasBuktiHandlers,
  ...dokumenHandlers,
  ...gabungHandlers,
  ...imporHandlers,
  ...integrasiHandlers,
  ...jejakHandlers,
  ...kalenderHandlers,
  ...keberatanHandlers,
  ...keluargaHandlers,
  ...kepercayaanHandlers,
  ...kirimanHandlers,
  ...kunjunganHandlers,
  ...kuotaHandlers,
  ...loketHandlers,
  ...padananHandlers,
  ...pekerjaanHandlers,
  ...perangkatHandlers,
  ...pengamanHandlers,
  ...pengumumanHandlers,
  ...peringkatHandlers,
  ...petugasHandlers,
  ...berkasHandlers,
  ...serahHandlers,
  ...musyawarahHandlers,
  ...rekapHandlers,
  ...keadaanKhususHandlers,
  ...pemekaranHandlers,
  ...pindahHandlers,
  ...tanpaNikHandlers,
  ...usulanHandlers,
  ...variabelHandlers,
  ...wilayahHandlers,
]
