/** Values to ask with: regions, RT, names, numbers and ids that lie inside, outside, above, or nowhere. */
import type pg from 'pg'
import type { Kolam } from './arbitrer.ts'
import { tempat } from './dunia.ts'

const takAda = '00000000-0000-7000-8000-00000000dead'

/** Everything that operations take by name, and the ids of records by the concept of the operation. */
export type Bahan = {
  readonly umum: Kolam
  readonly id: Readonly<Record<string, readonly string[]>>
  /** Rows of some tables in the world as it was made. */
  readonly jumlah: Readonly<Record<string, number>>
}

async function kolomPertama(admin: pg.Pool, sql: string): Promise<string[]> {
  const { rows } = await admin.query<string[]>({ text: sql, rowMode: 'array' })
  return rows.map((row) => String(row[0]))
}

/** A few rows of the village and its RT, of the neighbours, of the kab/kota, and of another province. */
const sebaran = (kolom: string, tabel: string, syarat = 'true', n = 2): string =>
  [
    `wilayah = ${tempat.desa} and rt = 1`,
    `wilayah = ${tempat.desa} and rt = 2`,
    `wilayah = ${tempat.desa} and coalesce(rt, 9) > 2`,
    `wilayah between ${tempat.kabkota} and ${tempat.kabkota + 999999} and wilayah <> ${tempat.desa}`,
    `wilayah >= ${tempat.lain} and wilayah < ${tempat.lain + 1000000}`,
  ]
    .map((di) => `(select ${kolom} from ${tabel} where ${di} and ${syarat} order by id limit ${n})`)
    .join(' union all ')

/** The same of a table that knows no RT. */
const sebaranTanpaRt = (kolom: string, tabel: string): string =>
  sebaran(kolom, `(select *, null::smallint as rt from ${tabel}) t`)

export async function bahan(admin: pg.Pool): Promise<Bahan> {
  const keluarga = [...(await kolomPertama(admin, sebaran('id', 'keluarga'))), takAda]
  const ids = async (tabel: string) => [
    ...(await kolomPertama(admin, `select id from ${tabel} order by 1 limit 12`)),
    takAda,
  ]
  const nama = await kolomPertama(admin, sebaran('nama', 'individu', `nama <> ''`, 3))
  const nomor = [
    ...(await kolomPertama(admin, sebaran('nik', 'individu', 'nik is not null'))),
    ...(await kolomPertama(admin, sebaran('nomor_kk', 'keluarga', 'nomor_kk is not null', 1))),
    '9999999999999999',
  ]
  const kunci = await kolomPertama(
    admin,
    `select distinct kunci from peringkat_hasil order by 1 limit 8`,
  )
  const wilayah = [
    0,
    tempat.provinsi,
    tempat.kabkota,
    tempat.kecamatan,
    tempat.desa,
    tempat.desa,
    6474011004,
    6474020000,
    tempat.lain,
    3500000000,
    9999999999,
  ]
  const jumlah = async (tabel: string) =>
    Number((await kolomPertama(admin, `select count(*) from ${tabel}`))[0])
  return {
    jumlah: { rekap_rt: await jumlah('rekap_rt'), pekerjaan: await jumlah('pekerjaan') },
    umum: {
      wilayah,
      kode: wilayah,
      kelompok: wilayah,
      rt: [0, 1, 2, 3],
      kab: [6474, 6474, 6474, 3523, 1],
      q: [
        ...nama,
        ...nama.map((n) => n.slice(0, -1)),
        ...nama.map((n) => n.split(' ')[0] ?? n),
        ...nomor,
        'api',
        'bontang',
        'montong',
      ],
      setelah: [
        `${tempat.desa}.1.${keluarga[0]}`,
        `6474011004.2.${keluarga[7]}`,
        ...kunci.slice(0, 3).map((k, i) => `${k}.${keluarga[i * 3]}`),
        `-3.${keluarga[0]}`,
        '1.5',
        keluarga[4],
        '20',
      ],
      program: ['rastra', 'pkh', 'lain'],
      keluarga,
      garisKunci: kunci,
      kunci: kunci.map(Number),
      versi: [1, 1, 2],
      model: ['bps-14-indikator'],
      periode: ['2018-T3', '2018-T4'],
      desil: [1, 2, 5, 10],
      batas: [1, 3, 50],
      alasan: ['alasan uji kembar'],
      dasar: ['alasan uji kembar'],
      tujuan: ['pemeriksaan uji kembar'],
      sumber: ['DTSEN', 'uji kembar'],
      metode: ['tanpa', 'tanpa', 'terdaftar', 'miskin', 'tersimpan'],
      aturan: ['tidak_menggeser', 'peringkat_menentukan'],
    },
    id: {
      keluarga,
      impor: await ids('impor'),
      kuota: await ids('kuota'),
      daftar: await ids('daftar'),
      peringkat: await ids('peringkat_ronde'),
      pekerjaan: await ids('pekerjaan'),
      pengguna: await ids('pengguna'),
      penugasan: await ids('penugasan'),
      pengaman: [
        ...(await kolomPertama(admin, sebaran('id', 'usulan', 'tahanan is not null'))),
        takAda,
      ],
      usulan: [...(await kolomPertama(admin, sebaran('id', 'usulan'))), takAda],
      pindah: [...(await kolomPertama(admin, sebaran('id', 'permintaan_pindah'))), takAda],
      gabung: [...(await kolomPertama(admin, sebaranTanpaRt('id', 'gabung'))), takAda],
      beda: [...(await kolomPertama(admin, sebaran('id', 'beda_sumber'))), takAda],
      keadaan_khusus: await ids('keadaan_khusus'),
      pemekaran: await ids('pemekaran'),
      musyawarah: await ids('musyawarah'),
      pemberitahuan: await ids('pemberitahuan'),
      keberatan: await ids('keberatan'),
      padanan: await ids('padanan_jalan'),
      padanan_pasangan: [
        ...(await kolomPertama(
          admin,
          `select id from (select id, row_number() over (partition by wilayah order by id) as n from padanan_pasangan) x
           where n <= 2 order by 1 limit 24`,
        )),
        takAda,
      ],
    },
  }
}

/** Every id in the world as it was made: what both twins know. */
export async function semuaId(admin: pg.Pool): Promise<ReadonlySet<string>> {
  const { rows } = await admin.query<{ tabel: string; kolom: string }>(`
    select a.attrelid::regclass::text as tabel, quote_ident(a.attname) as kolom from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace
      and a.atttypid = 'uuid'::regtype and a.attnum > 0 and not a.attisdropped`)
  const each = rows.map(
    (r) => `select ${r.kolom}::text from ${r.tabel} where ${r.kolom} is not null`,
  )
  return new Set(await kolomPertama(admin, each.join(' union ')))
}

/** Values by field for one operation: an id is of the concept that the operation is about. */
export function kolamUntuk(opId: string, b: Bahan, dipanen: Kolam): Kolam {
  const konsep = opId.split('.')[0] ?? ''
  const beku = /daftar_beku|periksa|kuota\.(unduh|terbitkan)$/.test(opId)
  const pasangan = /^padanan\.(pasangan|gugus|putuskan|labeli)$/.test(opId)
  const own = b.id[beku ? 'daftar' : pasangan ? 'padanan_pasangan' : konsep] ?? b.id.keluarga ?? []
  const campur = (name: string, values: readonly unknown[]) => [...values, ...(dipanen[name] ?? [])]
  const umum = Object.fromEntries(
    [...new Set([...Object.keys(b.umum), ...Object.keys(dipanen)])].map((name) => [
      name,
      campur(name, b.umum[name] ?? []),
    ]),
  )
  return {
    ...umum,
    id: [...own, ...(dipanen[`${konsep}.id`] ?? [])],
    ronde: b.id.peringkat ?? [],
    lawan: b.id.peringkat ?? [],
    jalan: b.id.padanan ?? [],
    kuota: opId === 'kuota.daftar_beku' ? (b.id.kuota ?? []) : [1, 5, 40],
    ...(konsep === 'kalender'
      ? { periode: ['2018-07', '2019-01'], program: ['umum', 'bpnt'] }
      : {}),
    ...(konsep === 'jejak' ? { setelah: [3, 1000000] } : {}),
    pengguna: b.id.pengguna ?? [],
    penerus: b.id.pengguna ?? [],
    menggantikan: [null, ...(b.id.daftar ?? [])],
  }
}
