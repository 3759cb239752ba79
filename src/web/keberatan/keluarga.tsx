/** On the page of a family: what it was told, its clock, and the objection; nothing where there is none. */
import { pembacaPemberitahuan } from '#contract/peran.ts'
import { useTeks } from '#ui/bahasa.ts'
import { Section } from '#ui/section.tsx'
import { TabelPemberitahuan } from '#web/keberatan/tabel.tsx'
import { teksKeberatan } from '#web/keberatan/teks.ts'
import { useOp } from '#web/kueri.ts'
import { useSesi } from '#web/pengguna/sesi.ts'

export function PemberitahuanKeluarga({ id }: { id: string }) {
  const t = useTeks(teksKeberatan)
  const { peran } = useSesi()
  const boleh = pembacaPemberitahuan.some((p) => p === peran)
  const kueri = useOp('pemberitahuan.daftar', { keluarga: id, batas: 10 }, { enabled: boleh })
  if (!kueri.data || kueri.data.pemberitahuan.length === 0) return null
  return (
    <Section judul={t('bagianKeluarga')} rapat>
      <TabelPemberitahuan baris={kueri.data.pemberitahuan} tanpaKeluarga />
    </Section>
  )
}
