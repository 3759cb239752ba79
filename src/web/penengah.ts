/**
 * What a refusal may ask of the person before the same request is sent again: a new proof, a purpose,
 * signing in anew. Whoever shows the question registers here; the client of the contract waits for it.
 */
type Penengah = () => Promise<boolean>

const penengah = new Map<string, Penengah>()
const berjalan = new Map<string, Promise<boolean>>()

/** Asks by `tanya` whenever a call is refused with `kode`; gives the way to stop asking. */
export function pasangPenengah(kode: string, tanya: Penengah): () => void {
  penengah.set(kode, tanya)
  return () => {
    if (penengah.get(kode) === tanya) penengah.delete(kode)
  }
}

/** True when the request may be sent again. Several refusals at once are one question. */
export async function tengahi(kode: string): Promise<boolean> {
  const tanya = penengah.get(kode)
  if (!tanya) return false
  const sudah = berjalan.get(kode)
  if (sudah) return sudah
  const jawaban = tanya().finally(() => berjalan.delete(kode))
  berjalan.set(kode, jawaban)
  return jawaban
}
