/** Operations as the log names them: their label, and whether they read or write. */
import * as akun from '#contract/akun.ts'
import * as beranda from '#contract/beranda.ts'
import * as faktor from '#contract/faktor.ts'
import * as hasilPusat from '#contract/hasil-pusat.ts'
import * as impor from '#contract/impor.ts'
import * as jejak from '#contract/jejak.ts'
import * as jejakCari from '#contract/jejak-cari.ts'
import * as kalender from '#contract/kalender.ts'
import * as keluarga from '#contract/keluarga.ts'
import * as kiriman from '#contract/kiriman.ts'
import * as kuota from '#contract/kuota.ts'
import * as kuotaDaftar from '#contract/kuota-daftar.ts'
import * as masuk from '#contract/masuk.ts'
import type { Operation } from '#contract/operation.ts'
import * as pekerjaan from '#contract/pekerjaan.ts'
import * as pemekaran from '#contract/pemekaran.ts'
import * as pengguna from '#contract/pengguna.ts'
import * as penggunaImpor from '#contract/pengguna-impor.ts'
import * as penggunaSerah from '#contract/pengguna-serah.ts'
import * as penggunaTugas from '#contract/pengguna-tugas.ts'
import * as perangkat from '#contract/perangkat.ts'
import * as peringkat from '#contract/peringkat.ts'
import * as peringkatKeluarga from '#contract/peringkat-keluarga.ts'
import * as sesi from '#contract/sesi.ts'
import type { Label } from '#domain/label.ts'

type Tercatat = Pick<Operation, 'id' | 'label' | 'audit' | 'rahasia'>

/** What an entry is: a look, a change, or a step of signing in and keeping one's account. */
export type JenisOperasi = 'baca' | 'tulis' | 'akun'

const isOperation = (value: unknown): value is Tercatat =>
  typeof value === 'object' && value !== null && 'audit' in value && 'label' in value

const semua: readonly Tercatat[] = [
  akun,
  beranda,
  faktor,
  hasilPusat,
  impor,
  jejak,
  jejakCari,
  kalender,
  keluarga,
  kiriman,
  kuota,
  kuotaDaftar,
  masuk,
  pekerjaan,
  pemekaran,
  pengguna,
  penggunaImpor,
  penggunaSerah,
  penggunaTugas,
  perangkat,
  peringkat,
  peringkatKeluarga,
  sesi,
]
  .flatMap((berkas) => Object.values<unknown>(berkas))
  .filter(isOperation)

const menurutId = new Map(semua.map((op) => [op.id, op]))

const jenisOf = ({ audit, rahasia }: Tercatat): JenisOperasi =>
  rahasia || audit === 'tanpa' ? 'akun' : audit

/** Every operation that leaves entries in the log, with its kind. */
export const operasiTercatat = semua
  .filter(({ audit, rahasia }) => rahasia || audit !== 'tanpa')
  .map((op) => ({ id: op.id, label: op.label, jenis: jenisOf(op) }))

/** What an operation is called; one that the contract knows no more keeps its id. */
export const labelOperasi = (id: string): Label =>
  menurutId.get(id)?.label ?? { id: id.replaceAll(/[._]/g, ' '), en: id.replaceAll(/[._]/g, ' ') }

/** What the contract does not know, also what the system did, is taken for a change. */
export const jenisOperasi = (id: string): JenisOperasi => {
  const op = menurutId.get(id)
  return op ? jenisOf(op) : 'tulis'
}

/** The ids of all operations of some kinds. */
export const operasiBerjenis = (...jenis: readonly JenisOperasi[]): string[] =>
  operasiTercatat.filter((op) => jenis.includes(op.jenis)).map(({ id }) => id)
