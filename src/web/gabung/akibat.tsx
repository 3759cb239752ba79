/** How many rows of what a merge moves, ends, or gives back. */
import { useLabel } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { Pairs } from '#ui/pairs.tsx'
import { Section } from '#ui/section.tsx'
import type { Pratinjau } from '#web/gabung/rekaman.tsx'

export function Akibat({ judul, akibat }: { judul: string; akibat: Pratinjau['akibat'] }) {
  const label = useLabel()
  const f = useFormat()
  if (akibat.length === 0) return null
  return (
    <Section judul={judul}>
      <Pairs
        lebar={180}
        isi={akibat.map((a) => ({
          id: a.tabel,
          label: label(a.label),
          nilai: f.angka(a.jumlah),
        }))}
      />
    </Section>
  )
}
