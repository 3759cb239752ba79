/**
 * The reader's own deadline, counting down: any page may put it into its header.
 *
 * `<Tenggat />` shows every calendar of the role worn; `<Tenggat program="umum" langkah="finalisasi" />`
 * the one before a button. Where the deadline of the running period has passed it says so, and into
 * which period things go now: to be read before finalising. Shows nothing to roles without a step.
 */
import { useCallback } from 'react'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { sisaKata, useSisa } from '#web/kalender/hitung.ts'
import { useSaat, type ZonaTampil } from '#web/kalender/saat.ts'
import { teksKalender } from '#web/kalender/teks.ts'
import classes from '#web/kalender/tenggat.module.css'
import { useOp } from '#web/kueri.ts'
import type { OutputOf } from '#web/operasi.ts'
import { Tautan } from '#web/tautan.tsx'

type Saya = OutputOf<'kalender.saya'>
type Satu = Saya['tenggat'][number]

type Props = {
  program?: string
  langkah?: Satu['langkah']
  /** Without the link, on the calendar's own page. */
  tanpaTautan?: boolean
}

export function Tenggat({ program, langkah, tanpaTautan }: Props) {
  const t = useTeks(teksKalender)
  const f = useFormat()
  const label = useLabel()
  const kueri = useOp('kalender.saya', {}, { staleTime: 60_000 })
  const { refetch } = kueri
  const ulang = useCallback(() => void refetch(), [refetch])
  if (!kueri.data) return null
  const milik = kueri.data.tenggat.filter(
    (d) => (!program || d.program === program) && (!langkah || d.langkah === langkah),
  )
  if (milik.length === 0) return null
  return (
    <Section
      judul={t('tenggatAnda')}
      aksi={tanpaTautan ? null : <Tautan to="/kalender">{t('bukaKalender')}</Tautan>}
    >
      <ul className={classes.daftar}>
        {milik.map((d) => (
          <Butir
            key={`${d.program} ${d.langkah}`}
            isi={d}
            zona={kueri.data.zona}
            dibacaPada={kueri.dataUpdatedAt}
            onHabis={ulang}
          />
        ))}
      </ul>
      {kueri.data.rawan.map((r) => (
        <Notice
          key={`${r.hari} ${r.label.id}`}
          nada="perhatian"
          judul={t('rawanKini', { jenis: label(r.label), hari: f.tanggalPendek(r.hari) })}
        >
          {t('rawanIsi', { dari: f.tanggalPendek(r.dari), sampai: f.tanggalPendek(r.sampai) })}
        </Notice>
      ))}
    </Section>
  )
}

type ButirProps = { isi: Satu; zona: ZonaTampil; dibacaPada: number; onHabis: () => void }

/** Below this many seconds the number is shown as urgent: three days. */
const DEKAT = 3 * 86_400

function Butir({ isi, zona, dibacaPada, onHabis }: ButirProps) {
  const t = useTeks(teksKalender)
  const label = useLabel()
  const { saat, di } = useSaat()
  const sisa = useSisa(isi.sisaDetik, dibacaPada, onHabis)
  const kata = sisaKata(sisa)
  const di2 = di(isi.tenggat, isi.zona, zona)
  const periode = label(isi.periode.label)
  return (
    <li className={classes.butir}>
      <span className={classes.judul}>
        {label(isi.judul)} · {label(isi.label)} · {periode}
      </span>
      <span className={classes.sisa} role="timer" data-dekat={sisa < DEKAT || undefined}>
        {t(kata.kunci, kata.nilai)}
      </span>
      <span className={classes.ket}>
        {saat(isi.tenggat, isi.zona)} {di2}{' '}
        {isi.berikutnya
          ? t('sesudahnya', { periode: label(isi.berikutnya.label) })
          : t('tanpaSesudah')}
      </span>
      {isi.geser ? (
        <span className={classes.ket}>
          {t('digeserDari', { saat: saat(isi.geser.asal, isi.zona) })}{' '}
          {isi.geser.alasan ? t('alasanGeser', { alasan: isi.geser.alasan }) : null}
        </span>
      ) : null}
      {isi.lewat ? (
        <div className={classes.lewat}>
          <Notice nada="perhatian" judul={t('melewati', { periode })}>
            {t('melewatiIsi', {
              lama: label(isi.lewat.periode.label),
              saat: saat(isi.lewat.tenggat, isi.zona),
              periode,
            })}
          </Notice>
        </div>
      ) : null}
    </li>
  )
}
