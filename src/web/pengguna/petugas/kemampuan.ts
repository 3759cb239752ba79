/**
 * What a role may see and do, in a few words: read from the very lists of the contract that the
 * server checks, so that what is shown before a grant cannot drift from what is then allowed.
 */
import {
  bolehIdentitas,
  type FaktorWajib,
  type Peran,
  pembacaDaftar,
  pembacaKeluarga,
  pembacaPeringkat,
  penentu,
  pengelola,
  pengimpor,
  peran,
} from '#contract/peran.ts'
import { pemberi } from '#domain/pengguna/wewenang.ts'

const daftar = {
  lihat_keluarga: pembacaKeluarga,
  buka_nik: pengelola,
  impor: pengimpor,
  lihat_peringkat: pembacaPeringkat,
  lihat_daftar: pembacaDaftar,
  putuskan: penentu,
  unduh_identitas: bolehIdentitas,
  beri_tugas: pemberi,
} as const satisfies Record<string, readonly Peran[]>

export type Kemampuan = keyof typeof daftar

export const semuaKemampuan = Object.keys(daftar) as readonly Kemampuan[]

const memuat = (orang: readonly Peran[], satu: Peran): boolean => orang.includes(satu)

/** What the role may do, and what it may not, each in the order of the list. */
export function kemampuanOf(satu: Peran): { boleh: Kemampuan[]; tidak: Kemampuan[] } {
  return {
    boleh: semuaKemampuan.filter((k) => memuat(daftar[k], satu)),
    tidak: semuaKemampuan.filter((k) => !memuat(daftar[k], satu)),
  }
}

/** What the holder must prove at each sign-in. */
export const faktorOf = (satu: Peran): FaktorWajib => peran[satu].faktor

/** Whether somebody of this role gives roles, and so sees the officers of their area. */
export const memberiTugas = (satu: string): boolean => pemberi.some((p) => p === satu)

/** Whether somebody of this role may pick families by name. */
export const memilihKeluarga = (satu: string): boolean => pembacaKeluarga.some((p) => p === satu)

const pemasang: readonly string[] = ['operator_desa', 'lurah', 'administrator']

/** Whether somebody of a role pairs the phone of one who signs in by it. */
export const memasangPerangkat = (pelaku: string, petugas: Peran): boolean =>
  pemasang.includes(pelaku) && faktorOf(petugas) === 'perangkat'
