/** Says a skip rule in words: "bila Sumber penerangan utama: Listrik PLN dengan meteran". */
import type { Label } from '#domain/label.ts'
import { type KamusLengkap, labelOf } from './label.ts'
import type { Syarat } from './syarat.ts'

/** The rule in both languages, without its opening word. */
export function describeSyarat(kamus: KamusLengkap, syarat: Syarat): Label {
  if ('semua' in syarat) return join(kamus, syarat.semua, { id: ' dan ', en: ' and ' })
  if ('salah_satu' in syarat) return join(kamus, syarat.salah_satu, { id: ' atau ', en: ' or ' })
  if ('umur' in syarat) return describeUmur(syarat.umur.min, syarat.umur.maks)
  if ('jenis_kelamin' in syarat) {
    return syarat.jenis_kelamin === 2
      ? { id: 'perempuan', en: 'female' }
      : { id: 'laki-laki', en: 'male' }
  }
  const name = kamus.kamus.variabel.get(syarat.variabel)?.label ?? {
    id: syarat.variabel,
    en: syarat.variabel,
  }
  if ('minimal' in syarat) {
    return {
      id: `${name.id} minimal ${syarat.minimal}`,
      en: `${name.en} at least ${syarat.minimal}`,
    }
  }
  const values = syarat.dalam.map((n) => labelOf(kamus, syarat.variabel, n))
  return {
    id: `${name.id}: ${values.map((v) => v.id).join(' / ')}`,
    en: `${name.en}: ${values.map((v) => v.en).join(' / ')}`,
  }
}

function join(kamus: KamusLengkap, parts: readonly Syarat[], word: Label): Label {
  const all = parts.map((part) => describeSyarat(kamus, part))
  return { id: all.map((l) => l.id).join(word.id), en: all.map((l) => l.en).join(word.en) }
}

function describeUmur(min: number | undefined, maks: number | undefined): Label {
  if (min !== undefined && maks !== undefined) {
    return { id: `umur ${min} sampai ${maks} tahun`, en: `aged ${min} to ${maks}` }
  }
  if (maks !== undefined)
    return { id: `umur paling tinggi ${maks} tahun`, en: `aged ${maks} at most` }
  return { id: `umur minimal ${min ?? 0} tahun`, en: `aged ${min ?? 0} or more` }
}
