/** The way in, step by step: what was typed is kept through every failed attempt. */
import { type UseFormReturnType, useForm } from '@mantine/form'
import { useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { call } from '#web/api.ts'
import { type Galat, galatDari, tungguSampai, useSisa } from '#web/pengguna/gagal.tsx'
import type { CaraMasuk, Langkah } from '#web/pengguna/keadaan.ts'
import { buktiPasskey } from '#web/pengguna/passkey.ts'
import { teksPengguna } from '#web/pengguna/teks.ts'

export type Isian = { nama: string; sandi: string }

export type Alur = {
  readonly form: UseFormReturnType<Isian>
  /** The ways of the second step; null while the first is asked. */
  readonly kedua: readonly CaraMasuk[] | null
  readonly galat: Galat | null
  readonly sibuk: boolean
  /** No attempt is let through yet. */
  readonly tunggu: boolean
  /** Sends one step and follows its answer. */
  coba(langkah: () => Promise<Langkah>): Promise<void>
  sandi(isian: Isian): Promise<void>
  passkey(): Promise<void>
  /** Back to the first step, with what was typed. */
  kembali(): void
}

/** `kedua` is given where the password was accepted before the page was loaded. */
export function useAlurMasuk(onMasuk: () => void, awal: readonly CaraMasuk[] | null = null): Alur {
  const t = useTeks(teksPengguna)
  const [kedua, setKedua] = useState(awal)
  const [galat, setGalat] = useState<Galat | null>(null)
  const [sibuk, setSibuk] = useState(false)
  const sisa = useSisa(tungguSampai(galat))
  const form = useForm<Isian>({
    initialValues: { nama: '', sandi: '' },
    validate: {
      nama: (v) => (v.trim() === '' ? t('perluNama') : null),
      sandi: (v) => (v === '' ? t('perluSandi') : null),
    },
  })
  const coba = async (langkah: () => Promise<Langkah>) => {
    setSibuk(true)
    try {
      const hasil = await langkah()
      setGalat(null)
      if (hasil.langkah === 'faktor') setKedua(hasil.cara)
      else onMasuk()
    } catch (error) {
      setGalat(galatDari(error))
    }
    setSibuk(false)
  }
  return {
    form,
    kedua,
    galat,
    sibuk,
    tunggu: sisa > 0,
    coba,
    sandi: (isian) => coba(() => call('masuk.sandi', isian)),
    passkey: () => coba(async () => call('masuk.passkey', await buktiPasskey())),
    kembali: () => {
      setKedua(null)
      setGalat(null)
    },
  }
}
