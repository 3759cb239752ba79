/** The letterhead that an office has before it sets its own: made of the names of the regions. */
export type WilayahKop = {
  readonly nama: string
  readonly tingkat: string
  /** As people say it: kota, kabupaten, kelurahan, desa … */
  readonly jenis: string
}

/** `Kota Bontang` is called so; `Api-api` of kind kelurahan becomes `Kelurahan Api-api`. */
export function sebutan({ nama, jenis }: WilayahKop): string {
  const depan = jenis.charAt(0).toUpperCase() + jenis.slice(1)
  return nama.toLowerCase().startsWith(`${jenis.toLowerCase()} `) ? nama : `${depan} ${nama}`
}

/**
 * @param jalur regions from the highest down to the office itself
 * @returns `PEMERINTAH KOTA BONTANG`, `KECAMATAN …`, `KELURAHAN …`; above the kab/kota nothing stands
 */
export function kopBawaan(jalur: readonly WilayahKop[]): string[] {
  const bawah = jalur.filter(({ tingkat }) => !['nasional', 'provinsi'].includes(tingkat))
  const dipakai = bawah.length > 0 ? bawah : jalur.slice(-1)
  return dipakai.map((w, i) => `${i === 0 ? 'Pemerintah ' : ''}${sebutan(w)}`.toUpperCase())
}

/** The place before the date of a letter: the kab/kota without its kind, or the office's own name. */
export function tempatBawaan(jalur: readonly WilayahKop[]): string {
  const kab = jalur.find(({ tingkat }) => tingkat === 'kabkota') ?? jalur.at(-1)
  return (kab?.nama ?? '').replace(/^(kota|kabupaten|kab\.)\s+/i, '')
}

/** What the head of an office is called, where nobody was named. */
export function jabatanBawaan(kantor: WilayahKop): string {
  const kepala: Readonly<Record<string, string>> = { kelurahan: 'Lurah', kecamatan: 'Camat' }
  const sebut = kepala[kantor.jenis.toLowerCase()]
  if (sebut) return `${sebut} ${kantor.nama}`
  return kantor.tingkat === 'desa'
    ? `Kepala ${sebutan(kantor)}`
    : `Kepala Dinas Sosial ${sebutan(kantor)}`
}
