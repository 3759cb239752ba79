/** What a proposal may not hold even as a draft: answers that no question takes, fields that cannot be corrected. */
import { type Problem, problem } from '#contract/problems.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { IsiUsulan } from '#domain/usulan/isi.ts'
import { type JenisUsulan, jenisUsulan } from '#domain/usulan/jenis.ts'
import { perbaikanSalah } from '#domain/usulan/perbaikan.ts'
import { jawabanSalah } from '#domain/variabel/jawaban.ts'
import type { KamusLengkap } from '#domain/variabel/label.ts'
import { loadCodeLists, loadDictionary } from '#server/kebijakan/muat.ts'

/** Names the fields at fault; an incomplete draft is not at fault. */
export function periksaIsi(jenis: JenisUsulan, isi: IsiUsulan): Result<IsiUsulan, Problem> {
  const kamus: KamusLengkap = { kamus: loadDictionary(), buku: loadCodeLists() }
  const unit = jenisUsulan[jenis].subjek === 'individu' ? 'individu' : 'keluarga'
  const salah = [
    ...jawabanSalah(kamus, 'ruta', isi.jawabanRuta ?? {}),
    ...jawabanSalah(kamus, 'keluarga', isi.jawabanKeluarga ?? {}),
    ...(isi.anggota ?? []).flatMap((a) => jawabanSalah(kamus, 'individu', a.jawaban ?? {})),
    ...perbaikanSalah(unit, isi.perbaikan ?? {}),
    ...(isi.peristiwa && isi.peristiwa.jenis !== jenis ? ['peristiwa'] : []),
  ]
  return salah.length > 0
    ? err(problem('isian.salah', { kolom: [...new Set(salah)].join(', ') }))
    : ok(isi)
}
