import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { restore } from '#server/db/backup/read.ts'
import { backup } from '#server/db/backup/write.ts'
import { type JejakUji, jejakUji, tulisEntri, verifyJejak } from '#test/jejak.ts'
import { bacaTenggat, mulaiUrut, type PengurutJejak } from './jalan.ts'

let uji: JejakUji
const running: PengurutJejak[] = []
beforeEach(async () => {
  uji = await jejakUji()
})
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop()
  await uji.close()
})

const start = async (dataFolder = uji.folder, tenggat = { tunda: 60, henti: 900 }) => {
  const errors: unknown[] = []
  const one = await mulaiUrut({
    url: uji.database.url,
    dataFolder,
    tenggat,
    lapor: (error) => errors.push(error),
  })
  running.push(one)
  return Object.assign(one, { errors })
}

const write = async (n: number) => {
  for (let i = 0; i < n; i++) await tulisEntri(uji.database.app)
}
const counts = async () =>
  (
    await uji.database.admin.query(`select (select count(*)::int from jejak) as entri,
      (select count(*)::int from jejak_nomor) as nomor, (select coalesce(max(nomor), 0)::int from jejak_nomor) as akhir,
      (select count(*)::int from jejak_segel) as segel, (select count(*)::int from jejak_segel where luar_pada is not null) as luar`)
  ).rows[0]

const outsideSeals = async (): Promise<number[]> => {
  const numbers: number[] = []
  for (const file of await readdir(uji.titik))
    for (const line of (await readFile(path.join(uji.titik, file), 'utf8')).trim().split('\n'))
      numbers.push((JSON.parse(line) as { segel: number }).segel)
  return numbers
}

/** The sequencer as a process, killed by itself at a point; resolves with how it ended. */
async function killedAt(titik: string, ke: number): Promise<string | null> {
  const child = spawn(process.execPath, [
    'test/proses/urut-mati.ts',
    uji.database.url,
    uji.folder,
    titik,
    String(ke),
  ])
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null]
  return signal
}

describe('the sequencer killed without farewell', () => {
  test.each([
    ['dibaca', 1],
    ['ditulis', 2],
    ['disegel', 1],
    ['disegel', 3],
    ['di-luar', 1],
    ['di-luar', 2],
  ] as const)('at %s, time %i, loses nothing and doubles nothing', async (titik, ke) => {
    await write(25)
    expect(await killedAt(titik, ke)).toBe('SIGKILL')
    await write(3)
    const next = await start()
    await next.sekarang()
    const { segel, ...found } = await counts()
    expect(found).toEqual({ entri: 28, nomor: 28, akhir: 28, luar: segel })
    expect(await outsideSeals()).toEqual(Array.from({ length: segel }, (_, i) => i + 1))
    expect((await verifyJejak(uji, '--json')).jawaban).toMatchObject({
      utuh: true,
      entri: 28,
      titikPeriksa: segel,
    })
  })
})

describe('several servers', () => {
  test('have one sequencer between them; another takes over when it ends', async () => {
    const first = await start()
    const second = await start()
    await write(5)
    await second.sekarang()
    expect(await counts()).toMatchObject({ nomor: 0 })
    await first.sekarang()
    expect(await counts()).toMatchObject({ nomor: 5, luar: 1 })
    await write(5)
    running.splice(running.indexOf(first), 1)
    await first.stop()
    await write(2)
    await second.sekarang()
    expect(await counts()).toMatchObject({ nomor: 12, akhir: 12 })
    expect((await verifyJejak(uji, '--json')).kode).toBe(0)
  })

  test('a sequencer whose connection is cut begins anew', async () => {
    const one = await start()
    await uji.database.admin.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'siks_urut' and datname = current_database()`,
    )
    await write(4)
    await one.sekarang()
    await one.sekarang()
    expect(await counts()).toMatchObject({ nomor: 4, luar: 1 })
  })
})

describe('when no checkpoint can be written', () => {
  /** A data folder whose checkpoints would lie inside a file; root may write everywhere else. */
  const hindered = async (): Promise<string> => {
    const folder = path.join(uji.folder, 'terhalang')
    await mkdir(folder)
    await writeFile(path.join(folder, 'titik-periksa'), 'bukan folder')
    return folder
  }

  test('that is known, with the reason, and the time at which writing stops', async () => {
    const one = await start(await hindered(), { tunda: 0, henti: 900 })
    expect(one.keadaan().status).toBe('aman')
    await write(1)
    await one.sekarang()
    const { status, sejak, berhentiPada, sebab } = one.keadaan()
    expect(status).toBe('tertunda')
    expect(sebab?.en).toMatch(/^Checkpoints cannot be written \(E/)
    expect((berhentiPada?.getTime() ?? 0) - (sejak?.getTime() ?? 0)).toBe(900_000)
    expect(one.errors).toHaveLength(1)
  })

  test('writing stops after the stated time, on every server, and goes on when it works again', async () => {
    const folder = await hindered()
    const one = await start(folder, { tunda: 0, henti: 0 })
    const other = await start(folder, { tunda: 0, henti: 0 })
    await write(1)
    for (const server of [one, other]) {
      await server.sekarang()
      expect(server.keadaan().status).toBe('terhenti')
    }
    await uji.urut()
    for (const server of [one, other]) {
      await server.sekarang()
      expect(server.keadaan()).toMatchObject({ status: 'aman', sejak: null, berhentiPada: null })
    }
  })

  test('an idle log is no reason to stop', async () => {
    const one = await start(await hindered(), { tunda: 0, henti: 0 })
    await one.sekarang()
    expect(one.keadaan().status).toBe('aman')
  })
})

test('a restored backup goes on under the same key, with checkpoints of its own', async () => {
  await write(12)
  await uji.urut()
  await write(3)
  const folder = `${uji.folder}-cadangan`
  await backup({
    url: uji.database.url,
    folder,
    dataFolder: uji.folder,
    now: new Date('2018-07-01'),
  })
  await write(2)
  await uji.urut()
  const restored = await jejakUji()
  try {
    const data = path.join(restored.folder, 'data')
    await restore({ url: restored.database.url, folder, dataFolder: data })
    expect((await readdir(data)).sort()).toEqual(['kunci-jejak.pem', 'kunci-jejak.pub'])
    const { penanda } = await mulaiSekali(restored.database.url, data)
    expect(penanda.kunci).toBe(uji.penanda.kunci)
    const here = { ...restored, folder: data, titik: path.join(data, 'titik-periksa') }
    expect((await verifyJejak(here, '--json')).jawaban).toMatchObject({
      utuh: true,
      entri: 15,
      segel: 2,
      titikPeriksa: 2,
    })
    // Held against the checkpoints of before, what the restore lost is named.
    const against = await verifyJejak(here, '--json', '--titik-periksa', uji.titik)
    expect(against.jawaban.kerusakan).toMatchObject({ macam: 'mundur', segel: 2 })
  } finally {
    await restored.close()
    await rm(folder, { recursive: true })
  }
})

/** One sequencer from its start to its end. */
async function mulaiSekali(url: string, dataFolder: string): Promise<PengurutJejak> {
  const one = await mulaiUrut({
    url,
    dataFolder,
    tenggat: { tunda: 60, henti: 900 },
    lapor: () => {},
  })
  await one.stop()
  return one
}

test('the times are settings; fifteen minutes if nobody says otherwise', async () => {
  expect(await bacaTenggat(uji.database.admin)).toEqual({ tunda: 60, henti: 900 })
  await uji.database.admin.query(`insert into pengaturan values ('jejak_henti_detik', '120')`)
  expect(await bacaTenggat(uji.database.admin)).toEqual({ tunda: 60, henti: 120 })
})

test('the key is for its owner alone, and stays the same; a new one does not forget the old', async () => {
  const file = path.join(uji.folder, 'kunci-jejak.pem')
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  const { muatKunci, bacaKunciPublik } = await import('./kunci.ts')
  expect((await muatKunci(uji.folder)).kunci).toBe(uji.penanda.kunci)
  const second = path.join(uji.folder, 'baru.pem')
  process.env.SIKS_KUNCI_JEJAK = second
  try {
    const next = await muatKunci(uji.folder)
    expect(next.kunci).not.toBe(uji.penanda.kunci)
    await chmod(second, 0o600)
    await write(2)
    await uji.urut()
    await write(2)
    await uji.urut({ penanda: next })
    const known = await bacaKunciPublik(path.join(uji.folder, 'kunci-jejak.pub'))
    expect([...known.keys()]).toEqual([uji.penanda.kunci, next.kunci])
    expect((await verifyJejak(uji, '--json')).jawaban).toMatchObject({ utuh: true, segel: 2 })
  } finally {
    delete process.env.SIKS_KUNCI_JEJAK
  }
})
