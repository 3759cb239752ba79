/** Puts the rows of one family into words, by the dictionary. */
import { compareNik, type PeringatanNik } from '#domain/individu/banding-nik.ts'
import { maskNik, parseNik } from '#domain/individu/nik.ts'
import { umurPada } from '#domain/individu/umur.ts'
import type { Label } from '#domain/label.ts'
import type { Variabel } from '#domain/variabel/kamus.ts'
import { type KamusLengkap, labelOf } from '#domain/variabel/label.ts'
import type { MemberRow, SurveyRow } from './satu.ts'

export type Answer = {
  kelompok: string
  variabel: string
  label: Label
  nilai: Label | null
  sumber: string | null
  tanggal: string | null
}

const warnings: Record<PeringatanNik, Label> = {
  tanggal_lahir_berbeda: {
    id: 'Tanggal lahir berbeda dengan NIK',
    en: 'Date of birth differs from the NIK',
  },
  jenis_kelamin_berbeda: { id: 'Jenis kelamin berbeda dengan NIK', en: 'Sex differs from the NIK' },
  wilayah_tidak_dikenal: {
    id: 'Kode wilayah pada NIK tidak dikenal',
    en: 'The region code of the NIK is not known',
  },
  wilayah_berbeda: {
    id: 'NIK diterbitkan di kabupaten/kota lain',
    en: 'The NIK was issued in another kab/kota',
  },
}

/** Every question about a unit with its newest answer; null where it was not asked or not answered. */
export function answersOf(
  kamus: KamusLengkap,
  unit: Variabel['unit'],
  row: SurveyRow | undefined,
): Answer[] {
  return kamus.kamus.bagian
    .filter((bagian) => bagian.unit === unit)
    .flatMap((bagian) =>
      bagian.variabel
        .filter((v) => v.simpan === undefined)
        .map((v) => {
          const nilai = row?.[v.nama] ?? null
          return {
            kelompok: bagian.judul.id,
            variabel: v.nama,
            label: v.label,
            nilai: nilai === null ? null : labelOf(kamus, v.nama, nilai),
            sumber: nilai === null ? null : (row?.sumber ?? null),
            tanggal: nilai === null ? null : (row?.tanggal ?? null),
          }
        }),
    )
}

function warningsOf(member: MemberRow): Label[] {
  const nik = member.nik ? parseNik(member.nik) : null
  if (!nik?.ok) return []
  return compareNik(nik.value, {
    tanggal_lahir: member.tanggal_lahir,
    jenis_kelamin: member.jenis_kelamin,
    wilayah: member.wilayah,
  }).map((w) => warnings[w])
}

/** A member as shown: age instead of the date of birth, NIK masked, only what was answered. */
export function memberInWords(
  kamus: KamusLengkap,
  member: MemberRow,
  row: SurveyRow | undefined,
  today: string,
) {
  const birth = {
    tanggalLahir: member.tanggal_lahir,
    umurTercatat: member.umur_tercatat,
    umurTanggal: member.umur_tanggal,
  }
  return {
    id: member.id,
    nama: member.nama,
    nik: member.nik ? maskNik(member.nik) : null,
    alasanTanpaNik: member.alasan_tanpa_nik === null ? null : String(member.alasan_tanpa_nik),
    jenisKelamin: member.jenis_kelamin,
    umur: umurPada(birth, today),
    hubungan:
      member.hubungan === null
        ? null
        : { nilai: member.hubungan, label: labelOf(kamus, 'hubungan', member.hubungan) },
    status: member.status,
    versi: member.versi,
    peringatan: warningsOf(member),
    jawaban: answersOf(kamus, 'individu', row).flatMap(({ variabel, label, nilai }) =>
      nilai ? [{ variabel, label, nilai }] : [],
    ),
  }
}
