/** Photographs and papers of a proposal while it is written: added, shown, taken off again. */
import { Button, Text } from '@mantine/core'
import { useTeks } from '#ui/bahasa.ts'
import { Section } from '#ui/section.tsx'
import type { TempatKiriman } from '#web/berkas/kiriman.ts'
import { UnggahBerkas } from '#web/berkas/unggah.tsx'
import { BuktiUsulan } from '#web/usulan/bukti.tsx'
import type { Draf } from '#web/usulan/pakai-draf.ts'
import { teksIsian } from '#web/usulan/teks-isian.ts'

/** At most so many files belong to one proposal. */
const TERBANYAK = 20

type Props = { draf: Draf; tempat: TempatKiriman }

/** The partition of a place: that of the family, or of the village. */
const kabOf = (tempat: Props['tempat']): number =>
  'wilayah' in tempat ? Math.floor(tempat.wilayah / 1e6) : tempat.kab

/** Where the evidence of a family not registered yet is kept: with its village and RT. */
export const tempatBukti = ({ isian }: Draf): TempatKiriman => ({
  wilayah: isian.wilayah,
  ...(isian.rt === null ? {} : { rt: isian.rt }),
})

export function BuktiIsian({ draf, tempat }: Props) {
  const t = useTeks(teksIsian)
  const berkas = draf.isian.isi.berkas ?? []
  const pakai = (ids: readonly string[]) =>
    draf.isi({ berkas: ids.length > 0 ? [...ids] : undefined })
  return (
    <Section judul={t('bukti')} keterangan={t('buktiIsi')}>
      <BuktiUsulan
        kab={kabOf(tempat)}
        berkas={berkas}
        aksi={(id, nomor) => (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            onClick={() => pakai(berkas.filter((b) => b !== id))}
          >
            {t('lepasBukti', { n: nomor })}
          </Button>
        )}
      />
      {berkas.length < TERBANYAK ? (
        <UnggahBerkas
          tempat={tempat}
          pilihan={['foto_rumah', 'foto_orang', 'foto_kk', 'foto_ktp', 'surat', 'lain']}
          onSelesai={(b) => {
            // Several may arrive one after the other: each is added to what stands by then.
            const kini = draf.penyimpan.kini().isian.isi.berkas ?? []
            if (!kini.includes(b.id)) pakai([...kini, b.id])
          }}
        />
      ) : (
        <Text size="sm">{t('buktiN', { n: berkas.length })}</Text>
      )}
    </Section>
  )
}
