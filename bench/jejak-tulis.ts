/** Writes findings of eligibility by the application's own handler and statements, ten at a time. */
import { randomBytes, randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { nomorPerintah } from '#domain/perintah/nomor.ts'
import type { Cakupan } from '#domain/wilayah/kode.ts'
import type { DB } from '#server/db/tables.gen.ts'
import { catatan, logStatement } from '#server/http/audit.ts'
import { claim, placeCommand, rememberStatement } from '#server/http/command.ts'
import type { Context, Pengguna } from '#server/http/context.ts'
import { inRequest, type Outcome } from '#server/http/transaction.ts'
import { assess } from '#server/keluarga/kelayakan.ts'
import type { BenchDatabase } from './database.ts'

const workers = 10
const now = new Date('2018-07-24T03:00:00Z')

type Family = { readonly id: string; versi: number }

export class Penulis {
  readonly #database: BenchDatabase
  readonly #kab: number
  readonly #cakupan: Cakupan
  readonly #families: readonly Family[]
  readonly #pengguna: Pengguna
  #next = 0

  private constructor(
    database: BenchDatabase,
    kab: number,
    cakupan: Cakupan,
    families: readonly Family[],
  ) {
    this.#database = database
    this.#kab = kab
    this.#cakupan = cakupan
    this.#families = families
    this.#pengguna = {
      id: randomUUID(),
      nama: 'Budi',
      penugasan: randomUUID(),
      peran: 'verifikator',
      jenis: 'definitif',
      wilayah: cakupan.lo,
      rt: null,
      keluarga: null,
      ruta: null,
      sesi: randomUUID(),
      faktor: 'totp',
      dikukuhkanPada: null,
      demo: false,
    }
  }

  static async siap(database: BenchDatabase, kab: number, cakupan: Cakupan): Promise<Penulis> {
    const { rows } = await database.pools.migrator.query<Family>(
      'select id, versi from keluarga where kab = $1 order by md5(id::text)',
      [kab],
    )
    return new Penulis(database, kab, cakupan, rows)
  }

  /** Writes for that many seconds; answers how many writes were committed. */
  async tulis(seconds: number, withLog: boolean): Promise<number> {
    const end = performance.now() + seconds * 1000
    let written = 0
    const worker = async () => {
      while (performance.now() < end) {
        await this.#one(withLog)
        written++
      }
    }
    await Promise.all(Array.from({ length: workers }, worker))
    return written
  }

  /** One write, from the claim of its command to the commit, as the wrapper sends it. */
  async #one(withLog: boolean): Promise<void> {
    const family = this.#families[this.#next++ % this.#families.length]
    if (!family) throw new Error('no families')
    const pengguna = this.#pengguna
    const input = {
      kab: this.#kab,
      id: family.id,
      status: 'tidak_layak',
      dasar: 'Pemeriksaan rumah oleh petugas kelurahan',
      tanggal: '2018-07-24',
      versi: family.versi++,
    }
    const id = nomorPerintah(Date.now(), randomBytes(16))
    const placed = placeCommand({ penggunaId: pengguna.id, id, operasi: assess.op.id, input })
    if (!placed.ok) throw new Error(placed.error.code)
    const command = placed.value
    const work = async (tx: Kysely<DB>): Promise<Outcome<null>> => {
      await claim(tx, command)
      const noted = catatan()
      const result = await assess.run(this.#context(tx, id, noted.lihat), input)
      if (!result.ok) throw new Error(result.error.code)
      const { subjek, perubahan, rincian } = noted
      const tujuan = { kode: 'verifikasi', teks: null }
      const entry = { pengguna, operasi: assess.op.id, perintahId: id, tujuan }
      const log = withLog ? [logStatement({ ...entry, subjek, perubahan, rincian })] : []
      return { value: null, last: [...log, rememberStatement(command, result.value)] }
    }
    await inRequest(this.#database.pools.app, this.#cakupan, work)
  }

  #context(tx: Kysely<DB>, commandId: string, lihat: Context['lihat']): Context {
    return {
      tx,
      pengguna: this.#pengguna,
      cakupan: this.#cakupan,
      now,
      today: '2018-07-24',
      commandId,
      unggahan: null,
      dataFolder: '',
      enqueue: () => Promise.reject(new Error('No jobs from here')),
      lihat,
    }
  }
}
