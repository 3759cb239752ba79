/** A log for tests: entries written as the application writes them, sealed as the sequencer does. */
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type pg from 'pg'
import { poolOf } from '#server/db/pools.ts'
import { logStatement } from '#server/http/audit.ts'
import type { Pengguna, Subjek } from '#server/http/context.ts'
import { muatKunci, type Penandatangan } from '#server/jejak/kunci.ts'
import { type Urutan, urutkan } from '#server/jejak/urut.ts'
import { type TestDatabase, testDatabase } from './database.ts'
import { siks } from './siks.ts'

export const pelaku: Pengguna = {
  id: '0192e3b0-0000-7000-8000-0000000000aa',
  nama: 'Siti',
  penugasan: '0192e3b0-0000-7000-8000-0000000000bb',
  peran: 'operator_desa',
  jenis: 'definitif',
  wilayah: 6474011006,
  rt: null,
  keluarga: null,
  ruta: null,
  sesi: 'sesi-uji',
  faktor: 'sandi',
  dikukuhkanPada: null,
  demo: false,
}

type Isi = {
  readonly pengguna?: Partial<Pengguna>
  readonly operasi?: string
  readonly subjek?: readonly Subjek[]
  readonly perubahan?: object
  readonly teks?: string
}

/** Writes one entry on a connection of the application. */
export async function tulisEntri(client: pg.Pool | pg.ClientBase, isi: Isi = {}): Promise<void> {
  const { text, values } = logStatement({
    pengguna: { ...pelaku, ...isi.pengguna },
    operasi: isi.operasi ?? 'keluarga.satu',
    perintahId: null,
    tujuan: { kode: 'pelayanan', teks: isi.teks ?? null },
    subjek: isi.subjek ?? [{ jenis: 'keluarga', id: randomUUID(), wilayah: 6474011006 }],
    perubahan: isi.perubahan ?? null,
  })
  await client.query(text, [...values])
}

export type JejakUji = {
  readonly database: TestDatabase
  /** Data folder with the key; the checkpoints lie below. */
  readonly folder: string
  readonly titik: string
  readonly penanda: Penandatangan
  /** Seals what waits, on a connection of the sequencer's role. */
  readonly urut: (options?: Partial<Urutan>) => Promise<void>
  readonly close: () => Promise<void>
}

export async function jejakUji(): Promise<JejakUji> {
  const database = await testDatabase()
  const folder = await mkdtemp(path.join(tmpdir(), 'siks-jejak-'))
  const titik = path.join(folder, 'titik-periksa')
  const penanda = await muatKunci(folder)
  const pool = poolOf(database.url, { role: 'siks_urut', max: 1 })
  return {
    database,
    folder,
    titik,
    penanda,
    urut: async (options = {}) => {
      const client = await pool.connect()
      try {
        await urutkan(client, { penanda, folder: titik, ...options })
      } finally {
        client.release()
      }
    },
    close: async () => {
      await pool.end()
      await database.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export type Putusan = {
  readonly kode: number
  readonly jawaban: Record<string, unknown>
  readonly teks: string
}

/** What `siks jejak verify` says of this log; src/cli/siks.test.ts starts programs of their own. */
export async function verifyJejak(uji: JejakUji, ...more: readonly string[]): Promise<Putusan> {
  const kunci = more.includes('--kunci')
    ? []
    : ['--kunci', path.join(uji.folder, 'kunci-jejak.pub')]
  const luar = more.some((o) => o.endsWith('titik-periksa')) ? [] : ['--titik-periksa', uji.titik]
  const asked = ['--database', uji.database.url, ...kunci, ...luar, ...more]
  const { status, stdout: teks } = await siks('jejak', 'verify', ...asked)
  const jawaban = teks.startsWith('{') ? (JSON.parse(teks) as Record<string, unknown>) : {}
  return { kode: status, jawaban, teks }
}
