/** The synthetic household as the file writers see it: PBDT 2015 codes, and the hidden truth. */
import type { Desa } from './wilayah.ts'

/** Days since 1970-01-01. */
export type Hari = number
/** A coded or counted answer; null is an empty cell. */
export type Jawaban = number | null

export type Hubungan = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8

export type Orang = {
  readonly urut: number
  /** Which family of the household, from 1. */
  readonly nomorKeluarga: number
  readonly hubunganKrt: Hubungan
  readonly hubunganKk: Hubungan
  readonly kelamin: 1 | 2
  /** As written in files; the truth stands beside it. */
  readonly nama: string
  readonly namaAsli: string
  readonly namaIbu: string
  /** As written: sometimes spoilt. */
  readonly nik: string
  readonly nikAsli: string
  readonly tempatLahir: string
  /** As written in files: guessed dates included. */
  readonly tanggalLahir: Hari
  readonly tanggalAsli: Hari
  readonly umur: number
  /** Age as written: adults' ages are sometimes rounded. */
  readonly umurTertulis: number
  readonly kawin: 1 | 2 | 3 | 4
  readonly akta: Jawaban
  readonly tercantum: Jawaban
  readonly kartu: Jawaban
  readonly hamil: Jawaban
  readonly cacat: Jawaban
  readonly kronis: Jawaban
  readonly sekolah: Jawaban
  readonly jenjang: Jawaban
  readonly kelas: Jawaban
  readonly ijazah: Jawaban
  readonly bekerja: Jawaban
  readonly jam: Jawaban
  readonly lapangan: Jawaban
  readonly statusKerja: Jawaban
  /** Which kinds of noise of rates.ts hit this person. */
  readonly derau: readonly string[]
}

export type Keluarga = {
  readonly nomorKk: string
  readonly kepala: string
}

/** Answers about the house and its goods, by canonical variable name; yes is 1, no is 2. */
export type Rumah = Readonly<Record<string, Jawaban>>

export type Ruta = {
  readonly indeks: number
  /** 18 digits: four levels of BPS-like codes and a serial. */
  readonly id: string
  readonly nomor: string
  readonly desa: Desa
  /** The village's name as this row spells it. */
  readonly namaDesa: string
  readonly rt: number
  readonly rw: number
  readonly sls: string
  readonly alamat: string
  readonly namaKrt: string
  readonly keluarga: readonly Keluarga[]
  readonly anggota: readonly Orang[]
  /** Number of members as stated in the household's columns. */
  readonly jumlahTertulis: number
  readonly rumah: Rumah
  readonly program: Rumah
  readonly persentil: number
  readonly theta: number
  readonly rastra: boolean
  readonly derau: readonly string[]
}
