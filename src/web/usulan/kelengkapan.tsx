/** What is missing, and for which step: read off the table of minimums while one types. */
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react'
import { type JenisUsulan, jalurOf } from '#domain/usulan/jenis.ts'
import { kurangUntuk, type Minimum } from '#domain/usulan/kurang.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { Section } from '#ui/section.tsx'
import { useKelengkapan } from '#web/usulan/kamus.ts'
import classes from '#web/usulan/lengkap.module.css'
import type { Draf } from '#web/usulan/pakai-draf.ts'
import { teksIsian } from '#web/usulan/teks-isian.ts'

const langkah = {
  usulan: ['minimum_rt', 'minimum_musyawarah', 'minimum_finalisasi', 'minimum_pengesahan'],
  identitas: ['minimum_identitas'],
  peristiwa: ['minimum_peristiwa'],
  keadaan: ['minimum_keadaan'],
} as const satisfies Record<string, readonly Minimum[]>

type Props = { draf: Draf; jenis: JenisUsulan; kunjungan: boolean }

export function Kelengkapan({ draf, jenis, kunjungan }: Props) {
  const t = useTeks(teksIsian)
  const label = useLabel()
  const tabel = useKelengkapan().data
  if (!tabel) return null
  const { isian } = draf
  const terkait = { nama: isian.nama, rt: isian.rt, adaKunjungan: kunjungan }
  return (
    <Section judul={t('kelengkapan')}>
      <ul className={classes.kelengkapan}>
        {langkah[jalurOf(jenis)].map((m) => {
          const kurang = kurangUntuk(tabel, m, jenis, isian.isi, terkait)
          const Ikon = kurang.length === 0 ? IconCircleCheck : IconCircleDashed
          return (
            <li key={m}>
              <Ikon size={18} stroke={1.8} aria-hidden />
              <span>
                <b>{t(`untuk_${m}`)}</b>
                <br />
                <span className={classes.redup}>
                  {kurang.length === 0
                    ? t('lengkap')
                    : t('belumAda', {
                        isi: kurang.map((b) => label(tabel.butir[b])).join(', '),
                      })}
                </span>
              </span>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
