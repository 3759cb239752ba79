/** The stage of the twin test: the world made once, and two copies of it as often as they are asked for. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPools, type Pools } from '#server/db/pools.ts'
import type { Bound } from '#server/http/handle.ts'
import { operations } from '#server/http/operations.ts'
import { keadaanAwal } from '#server/jejak/keadaan.ts'
import { keadaanHandlers } from '#server/jejak/keadaan-handlers.ts'
import { muatKunci } from '#server/jejak/kunci.ts'
import { akunHandlers } from '#server/pengguna/akun-handlers.ts'
import { sesiHandlers } from '#server/pengguna/handlers.ts'
import { siapkanMesin } from '#server/pengguna/mesin-siap.ts'
import { copyDatabase, databaseOn, dropDatabase } from '../database-server.ts'
import { buatDunia, type Dunia, hariIni } from './dunia.ts'
import { type Bahan, bahan, semuaId } from './kolam.ts'
import { Padanan } from './padanan.ts'
import { bukaSaudara, type Saudara } from './pasangan.ts'
import { tulisPelaku } from './pelaku.ts'
import { longgarkan, type Perbedaan, tabelTakDikenal } from './perbedaan.ts'

export type Kembar = {
  readonly padanan: Padanan
  readonly kiri: Saudara
  readonly kanan: Saudara
  readonly tutup: () => Promise<void>
}

export type Panggung = {
  readonly dunia: Dunia
  readonly bahan: Bahan
  readonly takDikenal: readonly string[]
  /** Two copies of the world, the right one changed. */
  readonly kembar: (nama: string, beda: Perbedaan, operasi?: Operasi) => Promise<Kembar>
  readonly tutup: () => Promise<void>
}

type Operasi = (pools: Pools) => Promise<readonly Bound[]>

/** Every operation that the server answers, bound to one database. */
const semuaOperasi =
  (dataFolder: string): Operasi =>
  async (pools) => {
    const mesin = await siapkanMesin(pools, { dataFolder, secure: false, today: () => hariIni })
    const facts = { demo: false, accounts: [], version: 'uji', zone: 'Asia/Makassar', oidc: null }
    return [
      ...sesiHandlers({ ...facts, mesin }),
      ...akunHandlers(mesin),
      ...keadaanHandlers({ keadaan: () => keadaanAwal, penanda: await muatKunci(dataFolder) }),
      ...operations,
    ]
  }

async function isi(pools: Pools, folder: string) {
  const { migrator } = pools
  const dunia = await buatDunia(pools, folder)
  await tulisPelaku(migrator, dunia)
  const made = { dunia, bahan: await bahan(migrator), asal: await semuaId(migrator) }
  await longgarkan(migrator)
  return { ...made, takDikenal: await tabelTakDikenal(migrator) }
}

/** @param template a migrated database on `server`, with the regions, in which nobody is */
export async function bukaPanggung(server: string, template: string): Promise<Panggung> {
  const folder = await mkdtemp(join(tmpdir(), 'siks-kembar-'))
  const nama = `uji_${process.pid}_kembar`
  await copyDatabase(server, template, nama)
  const pools = openPools(databaseOn(server, nama), { max: 4 })
  // A database is copied while nobody is in it.
  const { dunia, bahan: kolam, asal, takDikenal } = await isi(pools, folder).finally(pools.close)
  const kembar: Panggung['kembar'] = async (sebutan, beda, operasi = semuaOperasi(folder)) => {
    const names = ['kiri', 'kanan'].map((sisi) => `${nama}_${sebutan.toLowerCase()}_${sisi}`)
    for (const name of names) await copyDatabase(server, nama, name)
    const [kiri, kanan] = (await Promise.all(
      names.map((name) => bukaSaudara(databaseOn(server, name), operasi, folder)),
    )) as [Saudara, Saudara]
    await beda(kanan.pools.migrator)
    const tutup = async () => {
      await Promise.all([kiri.tutup(), kanan.tutup()])
      for (const name of names) await dropDatabase(server, name)
    }
    return { kiri, kanan, padanan: new Padanan(asal), tutup }
  }
  const tutup = async () => {
    await dropDatabase(server, nama)
    await rm(folder, { recursive: true, force: true })
  }
  return { dunia, bahan: kolam, takDikenal, kembar, tutup }
}
