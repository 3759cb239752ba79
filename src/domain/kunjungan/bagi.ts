/** Shares families among officers: neighbours stay together, the loads even, never to their own kin. Pure. */

export type KeluargaBagi = {
  readonly kab: number
  readonly id: string
  readonly rt: number | null
  /** Officers who are of this family or house. */
  readonly kerabat: ReadonlySet<string>
}

export type Bagian<K extends KeluargaBagi> = {
  readonly petugas: string
  readonly keluarga: readonly K[]
}

/**
 * In the order given (by RT and place), each officer gets a run of families; a family of an
 * officer's kin goes to the one with the least so far. One whom nobody may visit is left over.
 * @returns the runs, in the order of the officers, and who is left over
 */
export function bagiKunjungan<K extends KeluargaBagi>(
  keluarga: readonly K[],
  petugas: readonly string[],
): { readonly bagian: readonly Bagian<K>[]; readonly tersisa: readonly K[] } {
  const isi = new Map<string, K[]>(petugas.map((p) => [p, []]))
  const tersisa: K[] = []
  const perOrang = Math.ceil(keluarga.length / Math.max(1, petugas.length))
  keluarga.forEach((k, i) => {
    const giliran = petugas[Math.floor(i / perOrang)]
    const boleh = petugas.filter((p) => !k.kerabat.has(p))
    const ringan = boleh.toSorted(
      (a, b) => (isi.get(a)?.length ?? 0) - (isi.get(b)?.length ?? 0),
    )[0]
    const siapa = giliran !== undefined && boleh.includes(giliran) ? giliran : ringan
    if (siapa === undefined) tersisa.push(k)
    else isi.get(siapa)?.push(k)
  })
  return { bagian: petugas.map((p) => ({ petugas: p, keluarga: isi.get(p) ?? [] })), tersisa }
}
