/** What a handler is given: one transaction, bound to one person, one role and one area. */
import type { Kysely } from 'kysely'
import type { Peran } from '#contract/peran.ts'
import type { Terpasang, Wajib } from '#domain/pengguna/faktor.ts'
import type { Cakupan, Wilayah } from '#domain/wilayah/kode.ts'
import type { DB } from '#server/db/tables.gen.ts'

export type Pengguna = {
  readonly id: string
  readonly nama: string
  /** The assignment worn, and the role and area it gives. */
  readonly penugasan: string
  readonly peran: Peran
  readonly jenis: 'definitif' | 'plt' | 'plh'
  readonly wilayah: Wilayah
  /** Below the village: only these RT; null is all. */
  readonly rt: readonly number[] | null
  /** Below the village: only these families, and their households; null is all. */
  readonly keluarga: readonly string[] | null
  readonly ruta: readonly string[] | null
  readonly sesi: string
  /** How this session was begun, and when the person last proved again who they are. */
  readonly faktor: string
  readonly dikukuhkanPada: Date | null
  readonly demo: boolean
}

/** A person with a session, and what that session still lacks before it may work. */
export type Penanya = Pengguna & {
  /** Account in `masuk.user`. */
  readonly akun: string
  readonly gerbang: {
    /** What the role worn demands; null without a role. */
    readonly wajib: Wajib | null
    readonly punya: Terpasang
    readonly kurang: 'faktor' | 'pasang' | null
    readonly gantiSandi: boolean
    /** The pledge in force was accepted. */
    readonly pakta: boolean
  }
}

/** A record touched or shown, for the log. */
export type Subjek = {
  readonly jenis:
    | 'keluarga'
    | 'individu'
    | 'impor'
    | 'ronde'
    | 'kuota'
    | 'daftar'
    | 'kalender'
    | 'pekerjaan'
    | 'pengguna'
    | 'penugasan'
    | 'usulan'
    | 'berkas'
    | 'dokumen'
    | 'musyawarah'
  /** A UUID: the log is searched by it. */
  readonly id: string
  /** Where the record is: who supervises that region finds the entry. Left out: the actor's area. */
  readonly wilayah?: Wilayah
}

/** What a list or a file shows beyond its subjects, and the reason given in the operation itself. */
export type Rincian = {
  /** Persons or families shown, where they are not all named as subjects. */
  readonly jumlah?: number
  /** Goes to the log as the purpose in own words. */
  readonly alasan?: string
}

/**
 * Notes for the log what was shown or touched. A write hands over `{ sebelum, sesudah }`: what
 * stood before (null for a new record) and what stands now, without numbers of identity.
 */
export type Lihat = (subjek: readonly Subjek[], perubahan?: object, rincian?: Rincian) => void

export type Unggahan = {
  /** Where the bytes lie now; removed after the request unless the handler moves it. */
  readonly path: string
  /** As sent; to be shown, never used as a path. */
  readonly nama: string
  readonly ukuran: number
  /** SHA-256, hex. */
  readonly sidik: string
}

export type Context = {
  /** The transaction of this request, with the area already set for row-level security. */
  readonly tx: Kysely<DB>
  readonly pengguna: Pengguna
  readonly cakupan: Cakupan
  readonly now: Date
  /** Today in the zone of the office, 'YYYY-MM-DD'. */
  readonly today: string
  readonly commandId: string | null
  readonly unggahan: Unggahan | null
  /** Where uploaded files and evidence are kept. */
  readonly dataFolder: string
  /** Queues long work in the same transaction; answers the id of its row in `pekerjaan`. */
  readonly enqueue: (jenis: string, judul: string, muatan: object) => Promise<string>
  /** Notes for the log what was shown or touched; a list counts those shown. */
  readonly lihat: Lihat
}
