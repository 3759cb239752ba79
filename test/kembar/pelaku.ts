/** Who asks in the twin test: every role, each in the area it is held in, signed in by a session row. */
import { createHash } from 'node:crypto'
import type pg from 'pg'
import type { Peran } from '#contract/peran.ts'
import { type Cakupan, cakupanOf } from '#domain/wilayah/kode.ts'
import { hashOf } from '#server/pengguna/kuki.ts'
import { pakta } from '#server/pengguna/pakta.ts'
import { type Dunia, tempat } from './dunia.ts'

/** An area that people of the test hold; the twins differ only outside it. */
export type Lingkup = {
  readonly nama: string
  readonly wilayah: number
  readonly rt?: readonly number[]
  readonly keluarga?: 'tiga'
  readonly peran: readonly Peran[]
}

export const lingkup: readonly Lingkup[] = [
  { nama: 'RT', wilayah: tempat.desa, rt: tempat.rt, peran: ['ketua_rt'] },
  { nama: 'keluarga', wilayah: tempat.desa, keluarga: 'tiga', peran: ['petugas_kunjungan'] },
  { nama: 'desa', wilayah: tempat.desa, peran: ['operator_desa', 'lurah'] },
  { nama: 'kecamatan', wilayah: tempat.kecamatan, peran: ['kecamatan'] },
  {
    nama: 'kabkota',
    wilayah: tempat.kabkota,
    peran: [
      'verifikator',
      'kepala_opd',
      'pengisi_data',
      'bps',
      'auditor',
      'opd_terkait',
      'administrator',
    ],
  },
  { nama: 'provinsi', wilayah: tempat.provinsi, peran: ['provinsi'] },
  { nama: 'nasional', wilayah: 0, peran: ['pusdatin'] },
]

/** The area of a scope as the policies have it. */
export const cakupanLingkup = (l: Lingkup, dunia: Dunia): Cakupan => ({
  ...cakupanOf(l.wilayah),
  ...(l.rt ? { rt: l.rt } : {}),
  ...(l.keluarga
    ? { keluarga: dunia.tugas.map((k) => k.id), ruta: dunia.tugas.map((k) => k.ruta) }
    : {}),
})

/** A UUID that a text names. */
export const idDari = (teks: string): string => {
  const h = createHash('sha256').update(teks).digest('hex')
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-7${h.slice(13, 16)}-8${h.slice(17, 20)}-${h.slice(20, 32)}`
}

export const penggunaId = (peran: Peran): string => idDari(`pengguna ${peran}`)
const token = (peran: Peran): string => `uji-kembar-${peran}`
export const kuki = (peran: Peran): string => `siks.sesi=${token(peran)}`

export const perangkatId = idDari('perangkat')

/** A paired phone, an import and a job that wait, an administrator proposed, and what the log says of some families. */
async function tulisPekerjaan(admin: pg.Pool): Promise<void> {
  await admin.query(
    `insert into masuk.perangkat (id, user_id, nama, kunci, pin) values ($1, 'akun-ketua_rt', 'Ponsel', '{}', '-')`,
    [perangkatId],
  )
  await admin.query(
    `insert into impor (kab, wilayah, nama_berkas, sidik, ukuran, status, pengguna_id) values (6474, $1, 'menunggu.csv', '-', 1, 'diunggah', $2)`,
    [tempat.desa, penggunaId('operator_desa')],
  )
  await admin.query(
    `insert into pekerjaan (jenis, judul, lo, hi, pengguna_id) values ('impor.unggah', 'Menunggu', $1::bigint, $1::bigint + 1, $2)`,
    [tempat.desa, penggunaId('operator_desa')],
  )
  await admin.query(
    `insert into usulan_administrator (pengguna_id, wilayah, jenis, dari, surat_nomor, surat_tanggal, pengusul_id)
     values ($1, $2, 'definitif', '2018-07-01', '800/3', '2018-07-01', $3)`,
    [penggunaId('lurah'), tempat.desa, penggunaId('pusdatin')],
  )
  for (const [peran, wilayah] of [
    ['operator_desa', tempat.desa],
    ['verifikator', tempat.kabkota],
    ['provinsi', tempat.provinsi],
  ] as const)
    await admin.query(
      `insert into jejak (pengguna_id, peran, jenis_penugasan, wilayah, operasi, subjek, subjek_lo, subjek_hi, jumlah, tujuan)
       select $1, $2, 'definitif', $3, 'keluarga.satu', jsonb_build_array(jsonb_build_object('jenis', 'keluarga', 'id', id, 'wilayah', wilayah)), wilayah, wilayah + 1, 1, 'pelayanan'
       from keluarga where wilayah >= $3 and wilayah < $3 + case when $3 % 100 = 0 then 1000000 else 1 end order by id limit 12`,
      [penggunaId(peran), peran, wilayah],
    )
  await admin.query(
    `insert into jejak_subjek (jenis, subjek_id, jejak_id, wilayah, waktu, pengguna_id, peran, jenis_penugasan, wilayah_pelaku, operasi, tujuan)
     select 'keluarga', (subjek->0->>'id')::uuid, id, subjek_lo, waktu, pengguna_id, peran, jenis_penugasan, wilayah, operasi, tujuan from jejak where subjek_lo is not null`,
  )
}

/** Writes the officers of all scopes, with their accounts, assignments and pledges. */
export async function tulisPelaku(admin: pg.Pool, dunia: Dunia): Promise<void> {
  for (const l of lingkup)
    for (const peran of l.peran) {
      const id = penggunaId(peran)
      const akun = `akun-${peran}`
      await admin.query(
        `insert into masuk."user" ("id", "name", "email", "username") values ($1, $2, $3, $1)`,
        [akun, `Petugas ${peran}`, `${akun}@siks.invalid`],
      )
      await admin.query(`insert into pengguna (id, masuk_id, nama) values ($1, $2, $3)`, [
        id,
        akun,
        `Petugas ${peran}`,
      ])
      await admin.query(
        `insert into penugasan (id, pengguna_id, peran, wilayah, rt, keluarga, ruta, dari) values ($1, $2, $3, $4, $5, $6, $7, '2018-01-01')`,
        [
          idDari(`penugasan ${peran}`),
          id,
          peran,
          l.wilayah,
          l.rt ?? null,
          l.keluarga ? dunia.tugas.map((k) => k.id) : null,
          l.keluarga ? dunia.tugas.map((k) => k.ruta) : null,
        ],
      )
      await admin.query(
        `insert into pakta (pengguna_id, sidik, versi, sesi) values ($1, $2, 'uji', 'uji')`,
        [id, pakta.hash],
      )
    }
  await tulisPekerjaan(admin)
}

/** Signs a role in anew, as if it had just proved who it is with TOTP: an operation may have ended the session. */
export async function masukkan(admin: pg.Pool, peran: Peran): Promise<void> {
  await admin.query(
    `with sesi as (insert into masuk."session" ("id", "expiresAt", "token", "userId", faktor, dikukuhkan_pada)
       values ($1, now() + interval '1 day', $2, $3, 'totp', now()), ($1 || '-lain', now() + interval '1 day', $2 || '-lain', $3, 'totp', now())
       on conflict ("id") do update set dikukuhkan_pada = now(), "expiresAt" = excluded."expiresAt", penugasan_id = null),
     akun as (update pengguna set nonaktif_pada = null where id = $4 and nonaktif_pada is not null)
     update penugasan set sampai = null where id = $5 and sampai is not null`,
    [
      `sesi-${peran}`,
      hashOf(token(peran)),
      `akun-${peran}`,
      penggunaId(peran),
      idDari(`penugasan ${peran}`),
    ],
  )
}
