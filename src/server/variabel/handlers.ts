/** Hands out the dictionary of variables with the code lists that its questions use. */
import type { Output } from '#contract/operation.ts'
import { variabelKamus } from '#contract/variabel.ts'
import { canonicalList } from '#domain/kode/daftar.ts'
import { ok } from '#domain/result.ts'
import type { Variabel } from '#domain/variabel/kamus.ts'
import { type Bound, handle } from '#server/http/handle.ts'
import { loadCodeLists, loadDictionary } from '#server/kebijakan/muat.ts'

type KamusForm = Output<typeof variabelKamus>

const daftarOf = (v: Variabel): string | null =>
  v.jenis === 'ya_tidak' ? 'ya_tidak' : (v.kode ?? null)

const pertanyaan = (v: Variabel): KamusForm['bagian'][number]['variabel'][number] => ({
  nama: v.nama,
  nomor: v.nomor ?? null,
  label: v.label,
  tanya: v.tanya,
  definisi: v.definisi,
  jenis: v.jenis,
  daftar: daftarOf(v),
  satuan: v.satuan ?? null,
  batas: v.batas ?? null,
  bila: v.bila ?? null,
  kosong: v.kosong,
})

function build(): KamusForm {
  const kamus = loadDictionary()
  const buku = loadCodeLists()
  const bagian = kamus.bagian
    .map(({ judul, unit, variabel }) => ({
      judul,
      unit,
      variabel: variabel.filter((v) => v.simpan === undefined).map(pertanyaan),
    }))
    .filter((b) => b.variabel.length > 0)
  // The relation to the head and why there is no NIK are asked by the form itself, not by a question.
  const nama = new Set([
    'hubungan',
    'alasan_tanpa_nik',
    ...bagian.flatMap((b) => b.variabel.flatMap((v) => v.daftar ?? [])),
  ])
  const daftar = Object.fromEntries(
    [...nama].map((n) => {
      const { jenis, pilihan } = canonicalList(buku, n)
      const offered = pilihan.filter((p) => p.tambahan !== true && p.kosong !== true)
      return [
        n,
        {
          jenis,
          pilihan: offered.map((p) => ({
            kode: p.kode,
            label: p.label,
            tunggal: p.tunggal === true,
          })),
        },
      ]
    }),
  )
  return { bagian, daftar }
}

let kamus: KamusForm | undefined

export const variabelHandlers: readonly Bound[] = [
  handle(variabelKamus, () => {
    kamus ??= build()
    return Promise.resolve(ok(kamus))
  }),
]
