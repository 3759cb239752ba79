/** One's own account: factors, devices, sessions, roles, and the pledge of integrity. */
import { z } from 'zod'
import { hubunganKerabat } from '#domain/pengguna/kerabat.ts'
import { aturanSandi } from './masuk.ts'
import { operation } from './operation.ts'
import { semuaPeran } from './peran.ts'
import { wilayahRingkas } from './wilayah.ts'

const label = z.object({ id: z.string(), en: z.string() })

export const penugasanSaya = z.object({
  id: z.uuid(),
  peran: z.string(),
  peranLabel: label,
  jenis: z.enum(['definitif', 'plt', 'plh']),
  wilayah: wilayahRingkas,
  rt: z.array(z.number()).nullable(),
  dari: z.string(),
  sampai: z.string().nullable(),
  /** Holds today. */
  berlaku: z.boolean(),
  /** Worn in this session. */
  dipakai: z.boolean(),
})

const sesiSatu = z.object({
  id: z.string(),
  /** This very session. */
  ini: z.boolean(),
  mulai: z.string(),
  berakhir: z.string(),
  /** Browser and system in words, e.g. "Chrome di Android". */
  perangkat: label,
  jaringan: z.string(),
  faktor: z.string(),
})

const perangkatSatu = z.object({
  id: z.uuid(),
  nama: z.string(),
  dibuatPada: z.string(),
  dipakaiPada: z.string().nullable(),
})

/** Everything about one's own account; answers also without a role. */
export const akunSaya = operation({
  id: 'akun.saya',
  method: 'GET',
  path: '/api/akun',
  input: z.object({}),
  output: z.object({
    id: z.string(),
    nama: z.string(),
    username: z.string(),
    telepon: z.string().nullable(),
    demo: z.boolean(),
    /** What the role worn demands; null without a role. */
    faktorWajib: z.enum(['kuat', 'perangkat', 'sandi']).nullable(),
    /** How this session was begun. */
    faktor: z.string(),
    kukuhSampai: z.string().nullable(),
    sandi: z.object({ ada: z.boolean(), digantiPada: z.string().nullable(), aturan: aturanSandi }),
    totp: z.object({ dipasangPada: z.string() }).nullable(),
    passkey: z.array(perangkatSatu.extend({ id: z.string() })),
    perangkat: z.array(perangkatSatu),
    pemulihanSisa: z.number(),
    penugasan: z.array(penugasanSaya),
    sesi: z.array(sesiSatu),
    pakta: z.object({ versi: z.string(), diterimaPada: z.string() }).nullable(),
  }),
  permission: semuaPeran,
  audit: 'tanpa',
  akunSendiri: true,
  label: { id: 'Akun saya', en: 'My account' },
})

const tulis = { method: 'POST', permission: semuaPeran, audit: 'tulis', akunSendiri: true } as const

/** Wears another of one's own assignments, in this session only. */
export const sesiPakaiPeran = operation({
  ...tulis,
  id: 'sesi.pakaiPeran',
  path: '/api/sesi/peran',
  input: z.object({ penugasan: z.uuid() }),
  output: z.object({}),
  label: { id: 'Pakai peran', en: 'Wear a role' },
})

/** Ends one session of one's own; it is out at once. */
export const akunAkhiriSesi = operation({
  ...tulis,
  id: 'akun.akhiriSesi',
  path: '/api/akun/sesi/akhiri',
  input: z.object({ sesi: z.string().min(1).max(100) }),
  output: z.object({}),
  label: { id: 'Akhiri sesi', en: 'End a session' },
})

/** Ends every session of one's own but this. */
export const akunKeluarSemua = operation({
  ...tulis,
  id: 'akun.keluarSemua',
  path: '/api/akun/sesi/akhiri-semua',
  input: z.object({}),
  output: z.object({ diakhiri: z.number() }),
  label: { id: 'Keluar dari semua perangkat lain', en: 'Sign out everywhere else' },
})

/** Takes away one of one's own factors; the last one that the role demands stays. */
export const akunCabut = operation({
  ...tulis,
  id: 'akun.cabut',
  path: '/api/akun/cabut',
  input: z.object({ jenis: z.enum(['totp', 'passkey', 'perangkat']), id: z.string().max(2000) }),
  output: z.object({}),
  kukuh: true,
  label: { id: 'Cabut cara masuk', en: 'Remove a way to sign in' },
})

/** The pledge in force, and whether it was accepted. */
export const akunPakta = operation({
  id: 'akun.pakta',
  method: 'GET',
  path: '/api/akun/pakta',
  input: z.object({}),
  output: z.object({
    versi: z.string(),
    /** SHA-256 of the text; sent back on acceptance. */
    sidik: z.string(),
    judul: label,
    /** Paragraphs. */
    isi: z.array(label),
    diterimaPada: z.string().nullable(),
  }),
  permission: semuaPeran,
  audit: 'tanpa',
  akunSendiri: true,
  label: { id: 'Pakta integritas', en: 'Pledge of integrity' },
})

export const akunTerimaPakta = operation({
  ...tulis,
  id: 'akun.terimaPakta',
  path: '/api/akun/pakta/terima',
  input: z.object({ sidik: z.string().length(64) }),
  output: z.object({ diterimaPada: z.string() }),
  label: { id: 'Terima pakta integritas', en: 'Accept the pledge of integrity' },
})

const hubungan = z.enum(Object.keys(hubunganKerabat) as [keyof typeof hubunganKerabat])

/** Relatives whom one has declared; nobody else sees them. */
export const akunKerabat = operation({
  id: 'akun.kerabat',
  method: 'GET',
  path: '/api/akun/kerabat',
  input: z.object({}),
  output: z.object({
    kerabat: z.array(
      z.object({
        id: z.string(),
        /** Masked. */
        nik: z.string(),
        hubungan,
        sejak: z.string(),
      }),
    ),
  }),
  permission: semuaPeran,
  audit: 'tanpa',
  akunSendiri: true,
  label: { id: 'Kerabat yang saya nyatakan', en: 'Relatives that I declared' },
})

/** From then on proposals about the family of this person are flagged when one acts on them. */
export const akunTambahKerabat = operation({
  ...tulis,
  id: 'akun.tambahKerabat',
  path: '/api/akun/kerabat',
  input: z.object({ nik: z.string().trim().min(1).max(40), hubungan }),
  output: z.object({ id: z.string() }),
  label: { id: 'Nyatakan kerabat', en: 'Declare a relative' },
})

/** What was flagged stays flagged. */
export const akunCabutKerabat = operation({
  ...tulis,
  id: 'akun.cabutKerabat',
  path: '/api/akun/kerabat/cabut',
  input: z.object({ id: z.uuid() }),
  output: z.object({}),
  label: { id: 'Cabut pernyataan kerabat', en: 'Take a declaration back' },
})
