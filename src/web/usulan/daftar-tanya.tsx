/** The questions of one section that are asked, with skip rules; an answer that skips others lets go of theirs. */
import { ditanyakan, yangBerlaku } from '#domain/variabel/berlaku.ts'
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
  onJawaban: (jawaban: Record<string, Nilai>) => void
}

/** The answers with one of them changed; undefined takes it back. */
export function denganJawaban(
  kamus: Kamus,
  unit: Bagian['unit'],
  jawaban: JawabanUnit,
  subjek: Subjek,
  ubah: { readonly nama: string; readonly nilai: Nilai | undefined },
): Record<string, Nilai> {
  const { [ubah.nama]: _, ...lain } = jawaban
  const baru = ubah.nilai === undefined ? lain : { ...lain, [ubah.nama]: ubah.nilai }
  const semua = kamus.bagian.filter((b) => b.unit === unit).flatMap((b) => b.variabel)
  return { ...yangBerlaku(semua, baru, subjek) }
}

export function DaftarTanya({ kamus, bagian, jawaban, subjek, onJawaban }: Props) {
  return (
    <div className={classes.daftar}>
      {ditanyakan(bagian.variabel, jawaban, subjek).map((v) => (
        <Tanya
          key={v.nama}
          v={v}
          kamus={kamus}
          nilai={jawaban[v.nama]}
          onNilai={(nilai) =>
            onJawaban(denganJawaban(kamus, bagian.unit, jawaban, subjek, { nama: v.nama, nilai }))
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
