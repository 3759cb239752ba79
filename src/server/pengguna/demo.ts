/** The named demo officers of Kota Bontang; they exist only beside demo data and are marked as demo. */
import { createHmac } from 'node:crypto'
import type pg from 'pg'
import { peran } from '#contract/peran.ts'
import type { KeyRing } from '#server/kripto/segel.ts'
import type { NewAccount } from './akun.ts'
import { totpUri } from './totp.ts'

export type DemoAccount = NewAccount & {
  /** Secret of the authenticator; null for a role that a password is enough for. */
  readonly rahasiaTotp: string | null
}

const kota = 6474000000
const apiApi = 6474011006

const officers = [
  { username: 'siti.apiapi', nama: 'Siti Rahmawati', peran: 'operator_desa', wilayah: apiApi },
  { username: 'budi.dinsos', nama: 'Budi Hartono', peran: 'verifikator', wilayah: kota },
  { username: 'rina.kaltim', nama: 'Rina Marlina', peran: 'provinsi', wilayah: 6400000000 },
  { username: 'agus.pusdatin', nama: 'Agus Salim', peran: 'pusdatin', wilayah: 0 },
  { username: 'dewi.apiapi', nama: 'Dewi Anggraini', peran: 'lurah', wilayah: apiApi },
  { username: 'yusuf.rt7', nama: 'Muhammad Yusuf', peran: 'ketua_rt', wilayah: apiApi, rt: [7] },
  { username: 'hasan.dinsos', nama: 'Hasan Basri', peran: 'kepala_opd', wilayah: kota },
  { username: 'lina.admin', nama: 'Lina Kusuma', peran: 'administrator', wilayah: kota },
  { username: 'eko.admin', nama: 'Eko Prasetyo', peran: 'administrator', wilayah: kota },
  { username: 'nur.inspektorat', nama: 'Nur Aini', peran: 'auditor', wilayah: kota },
  { username: 'ani.bontangutara', nama: 'Ani Lestari', peran: 'kecamatan', wilayah: 6474010000 },
] as const

const words = [
  'padi',
  'laut',
  'kayu',
  'batu',
  'sawah',
  'gunung',
  'sungai',
  'kebun',
  'pasar',
  'pulau',
  'hujan',
  'angin',
  'bulan',
  'kapal',
  'ombak',
  'rotan',
]

/** A password per installation: words that can be typed from a projector, derived from its secret. */
function passwordOf(username: string, secret: string): string {
  const bytes = createHmac('sha256', secret).update(`demo:${username}`).digest()
  const word = (i: number) => words[(bytes[i] ?? 0) % words.length] ?? 'padi'
  return `${word(0)}-${word(1)}-${word(2)}-${100 + ((bytes[3] ?? 0) % 900)}`
}

const totpOf = (username: string, secret: string): string =>
  createHmac('sha256', secret).update(`demo-totp:${username}`).digest('base64url').slice(0, 20)

/** Invented numbers of a demo officer: the province 99 does not exist. */
const identitasOf = (n: number, ring: KeyRing) => {
  const nomor = `9974011506${80 + n}${9001 + n}`
  return { nik: nomor, nomorKk: `9974011506${10 + n}${9001 + n}`, ring }
}

/** The demo accounts of this installation with their secrets. */
export const demoAccounts = (secret: string, ring: KeyRing): readonly DemoAccount[] =>
  officers.map((officer, n) => {
    const rahasiaTotp =
      peran[officer.peran].faktor === 'sandi' ? null : totpOf(officer.username, secret)
    return {
      ...officer,
      password: passwordOf(officer.username, secret),
      demo: true,
      dari: '2018-01-01',
      rahasiaTotp,
      identitas: identitasOf(n, ring),
      ...(rahasiaTotp ? { totp: { rahasia: rahasiaTotp, ring } } : {}),
    }
  })

/** A demo account as it is printed. */
export type DemoShown = {
  readonly username: string
  readonly password: string
  readonly nama: string
  readonly peran: string
  /** Secret of the authenticator (base32), to be typed into an app. */
  readonly totp: string | null
}

export const shownDemo = ({ username, password, nama, peran: p, rahasiaTotp }: DemoAccount) => ({
  username,
  password,
  nama,
  peran: peran[p].label.id,
  totp: rahasiaTotp ? totpUri(rahasiaTotp, username).rahasia : null,
})

/**
 * Ends demo accounts where the data are not demo data: their secrets are printed for everybody.
 * @returns how many had to be ended
 */
export async function endStrayDemo(migrator: pg.Pool): Promise<number> {
  const { rows } = await migrator.query<{ n: number }>(
    `with usai as (update pengguna set nonaktif_pada = now() where demo and nonaktif_pada is null
        and not exists (select from pengaturan where kunci = 'demo' and nilai = 'true'::jsonb) returning masuk_id),
      sesi as (delete from masuk."session" where "userId" in (select masuk_id from usai))
     select count(*)::int as n from usai`,
  )
  return rows[0]?.n ?? 0
}
