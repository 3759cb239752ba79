/** Work of a month on the desks of the demo city: what each of its people finds when they sign in. */
import type { Kysely } from 'kysely'
import type pg from 'pg'
import type { Peran } from '#contract/peran.ts'
import type { Problem } from '#contract/problems.ts'
import type { Result } from '#domain/result.ts'
import type { Aksi } from '#domain/usulan/alur.ts'
import { readClock } from '#server/clock.ts'
import { kyselyOf, type Pools } from '#server/db/pools.ts'
import type { DB } from '#server/db/tables.gen.ts'
import { areaOf } from '#server/http/area.ts'
import { catatan, writeLog } from '#server/http/audit.ts'
import type { Context, Pengguna } from '#server/http/context.ts'
import { nobody } from '#server/http/gerbang.ts'
import { inScope } from '#server/http/transaction.ts'
import { ambilLangkah } from '#server/usulan/langkah.ts'
import { buatUsulan } from '#server/usulan/simpan.ts'

type Kiriman = Parameters<typeof buatUsulan>[1]
type Jadi = { kab: number; id: string; versi: number }

const apiApi = 6474011006
const rt = 7

/** Families that nobody registered yet, each with how far its proposal has come. */
const baru: readonly { nama: string; alasan: string; lahir: string; sampai: readonly Aksi[] }[] = [
  { nama: 'SITI AMINAH', alasan: '', lahir: '1979-03-12', sampai: [] },
  {
    nama: 'RUSDI HAMZAH',
    alasan: 'Tukang yang jatuh dari atap, tidak bekerja lagi sejak Mei',
    lahir: '1983-11-02',
    sampai: ['ajukan'],
  },
  {
    nama: 'MARIA LOLO',
    alasan: 'Pindah ke rumah kontrakan, suami di-PHK, tiga anak sekolah',
    lahir: '1986-06-25',
    sampai: ['ajukan'],
  },
  {
    nama: 'NURHAYATI',
    alasan: 'Janda, dua anak, berjualan kue keliling',
    lahir: '1981-09-14',
    sampai: ['ajukan', 'lengkapi'],
  },
  {
    nama: 'LA ODE BASRI',
    alasan: 'Nelayan, perahunya hilang, rumah menumpang',
    lahir: '1974-01-30',
    sampai: ['ajukan', 'lengkapi', 'ketahui'],
  },
  {
    nama: 'SUKARTI',
    alasan: 'Lansia, tinggal berdua dengan cucu',
    lahir: '1949-07-07',
    sampai: ['ajukan', 'lengkapi', 'ketahui'],
  },
]

const pelaku: Partial<Record<Aksi, string>> = {
  ajukan: 'yusuf.rt7',
  lengkapi: 'siti.apiapi',
  ketahui: 'dewi.apiapi',
}

/** Proposals of one kelurahan, made by its people in the way that everybody makes them. */
export async function usulanContoh({
  pools,
  dataFolder,
}: {
  pools: Pick<Pools, 'migrator' | 'app'>
  dataFolder: string
}): Promise<void> {
  const { rows } = await pools.migrator.query(`select from usulan limit 1`)
  if (rows.length > 0) return
  const meja = await mejaOf(pools.migrator, kyselyOf(pools.app), dataFolder)
  for (const [n, satu] of baru.entries()) {
    let usulan = await meja.buat('yusuf.rt7', keluargaBaru(n, satu))
    for (const aksi of satu.sampai) usulan = await meja.langkah(pelaku[aksi] ?? '', aksi, usulan)
  }
  for (const isi of await perbaikan(pools.migrator)) {
    const usulan = await meja.buat('siti.apiapi', isi)
    await meja.langkah('siti.apiapi', 'ajukan', usulan)
  }
}

function keluargaBaru(n: number, { nama, alasan, lahir }: (typeof baru)[number]): Kiriman {
  const [tahun = '', bulan = '', hari = ''] = lahir.split('-')
  const perempuan = !/RUSDI|LA ODE/.test(nama)
  const tanggal = String(Number(hari) + (perempuan ? 40 : 0)).padStart(2, '0')
  const kepala = {
    nama,
    hubungan: 1,
    jenisKelamin: perempuan ? 2 : 1,
    nik: `997401${tanggal}${bulan}${tahun.slice(2)}${9101 + n}`,
    tanggalLahir: lahir,
  } as const
  const anak = {
    nama: `ANAK ${nama}`,
    hubungan: 3,
    jenisKelamin: 1,
    alasanTanpaNik: 'Belum punya akta kelahiran',
  } as const
  return {
    jenis: 'keluarga_baru',
    wilayah: apiApi,
    rt,
    keluargaId: null,
    individuId: null,
    versiDasar: null,
    nama,
    isi: alasan
      ? {
          alasan,
          alamat: `Jalan Kapal Layar ${n + 3}`,
          anggota: [kepala, anak],
          jawabanRuta: { lantai: 8, luas_lantai: 24 + n },
          jawabanKeluarga: { frekuensi_makan: 2 },
        }
      : {},
  }
}

/** Birth dates that were not known, by the card: small work that needs no meeting. */
async function perbaikan(pool: pg.Pool): Promise<readonly Kiriman[]> {
  const { rows } = await pool.query<{
    id: string
    keluarga_id: string
    rt: number | null
    nama: string
    versi: number
    lahir: string
  }>(
    `select id, keluarga_id, rt, nama, versi, make_date(2018 - umur_tercatat, 3, 14)::text as lahir
     from individu
     where kab = $1 and wilayah = $2 and nik like '99%' and tanggal_lahir is null
       and umur_tercatat between 20 and 70
     order by id limit 8`,
    [Math.floor(apiApi / 1e6), apiApi],
  )
  return rows.map((r) => ({
    jenis: 'perbaikan_identitas',
    wilayah: apiApi,
    rt: r.rt,
    keluargaId: r.keluarga_id,
    individuId: r.id,
    versiDasar: r.versi,
    nama: r.nama,
    isi: { perbaikan: { tanggal_lahir: r.lahir }, dokumen: { jenis: 'KTP-el' } },
  }))
}

/** The desks of the demo officers: what is done at them is done in their name, and stands in the log. */
async function mejaOf(migrator: pg.Pool, db: Kysely<DB>, dataFolder: string) {
  const { clock } = await readClock(migrator)
  const kerja = async <T>(
    nama: string,
    operasi: string,
    kerjakan: (ctx: Context) => Promise<Result<T, Problem>>,
  ): Promise<T> => {
    const pengguna = await petugas(migrator, nama)
    const cakupan = areaOf(pengguna)
    return inScope(db, cakupan, async (tx) => {
      const catat = catatan()
      const answer = await kerjakan({
        tx,
        pengguna,
        cakupan,
        ...clock(),
        commandId: null,
        unggahan: null,
        dataFolder,
        enqueue: () => Promise.reject(new Error('no job belongs to this')),
        lihat: catat.lihat,
      })
      if (!answer.ok) throw new Error(`${nama}, ${operasi}: ${answer.error.code}`)
      const { subjek, perubahan, rincian } = catat
      await writeLog(tx, { pengguna, operasi, perintahId: null, subjek, perubahan, rincian })
      return answer.value
    })
  }
  return {
    buat: (nama: string, isi: Kiriman): Promise<Jadi> =>
      kerja(nama, 'usulan.simpan', (ctx) => buatUsulan(ctx, isi)),
    langkah: async (nama: string, aksi: Aksi, u: Jadi): Promise<Jadi> => {
      const { kab, id, versi } = u
      const { jadi, tertahan } = await kerja(nama, `usulan.${aksi}`, (ctx) =>
        ambilLangkah(ctx, aksi, { usulan: [{ kab, id, versi }] }, null),
      )
      if (jadi !== 1) throw new Error(`${nama}, ${aksi}: ${JSON.stringify(tertahan)}`)
      return { kab, id, versi: versi + 1 }
    },
  }
}

async function petugas(migrator: pg.Pool, username: string): Promise<Pengguna> {
  const { rows } = await migrator.query<{
    id: string
    nama: string
    penugasan: string
    peran: Peran
    wilayah: string
    rt: number[] | null
  }>(
    `select p.id, p.nama, t.id as penugasan, t.peran, t.wilayah, t.rt
     from masuk."user" u join pengguna p on p.masuk_id = u.id join penugasan t on t.pengguna_id = p.id
     where u.username = $1`,
    [username],
  )
  const [row] = rows
  if (!row) throw new Error(`there is no officer ${username}`)
  return { ...nobody, ...row, wilayah: Number(row.wilayah), demo: true }
}
