/** The questions of one section that are asked, with skip rules; an answer that skips others lets go of theirs. */
import { ditanyakan, type Gerbang, yangBerlaku } from '#domain/variabel/berlaku.ts'
import type { Bagian, JawabanUnit, Kamus, Nilai } from '#web/usulan/kamus.ts'
import classes from '#web/usulan/pertanyaan.module.css'
import { Tanya } from '#web/usulan/pertanyaan.tsx'

export type Subjek = { readonly umur: number | null; readonly jenis_kelamin: number | null }

/** A house and a family have neither age nor sex. */
export const tanpaSubjek: Subjek = { umur: null, jenis_kelamin: null }

type Props = {
  kamus: Kamus
  bagian: Bagian
  jawaban: JawabanUnit
  subjek: Subjek
  gerbang?: Gerbang
  /** What the record says now, in words, by the name of the question. */
  tercatat?: Readonly<Record<string, string>>
  onJawaban: (jawaban: Record<string, Nilai>) => void
}

/** The answers with one of them changed; undefined takes it back. */
function denganJawaban(
  kamus: Kamus,
  unit: Bagian['unit'],
  jawaban: JawabanUnit,
  subjek: Subjek,
  ubah: { readonly nama: string; readonly nilai: Nilai | undefined },
  gerbang: Gerbang,
): Record<string, Nilai> {
  const { [ubah.nama]: _, ...lain } = jawaban
  const baru = ubah.nilai === undefined ? lain : { ...lain, [ubah.nama]: ubah.nilai }
  const semua = kamus.bagian.filter((b) => b.unit === unit).flatMap((b) => b.variabel)
  return { ...yangBerlaku(semua, baru, subjek, gerbang) }
}

export function DaftarTanya({ kamus, bagian, jawaban, subjek, onJawaban, ...p }: Props) {
  const { gerbang = 'tunggu', tercatat } = p
  return (
    <div className={classes.daftar}>
      {ditanyakan(bagian.variabel, jawaban, subjek, gerbang).map((v) => (
        <Tanya
          key={v.nama}
          v={v}
          kamus={kamus}
          nilai={jawaban[v.nama]}
          tercatat={tercatat?.[v.nama]}
          onNilai={(nilai) =>
            onJawaban(
              denganJawaban(kamus, bagian.unit, jawaban, subjek, { nama: v.nama, nilai }, gerbang),
            )
          }
        />
      ))}
    </div>
  )
}

/** How many of the questions that are asked have an answer. */
export function hitungJawaban(
  bagian: Bagian,
  jawaban: JawabanUnit,
  subjek: Subjek,
): { readonly ada: number; readonly dari: number } {
  const asked = ditanyakan(bagian.variabel, jawaban, subjek)
  return {
    ada: asked.filter((v) => jawaban[v.nama] !== undefined).length,
    dari: asked.length,
  }
}
