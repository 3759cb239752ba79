/** Numbers of identity in free text: masked wherever the log is shown, whoever wrote them there. */
import { maskNik } from '#domain/individu/nik.ts'

/** The id of a record; or sixteen digits or more, also with single blanks, dots or dashes between them. */
const panjang = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\d(?:[ .\-/]?\d){15,}/gi
const id = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-/i
const enamBelas = 16

/**
 * The text with every number that could be a NIK or a family-card number masked: 16 digits as they
 * are masked everywhere, longer runs altogether.
 */
export const samarkan = (teks: string): string =>
  teks.replace(panjang, (nomor) => {
    if (id.test(nomor)) return nomor
    const angka = nomor.replace(/\D/g, '')
    return angka.length === enamBelas ? maskNik(angka) : '•'.repeat(angka.length)
  })
