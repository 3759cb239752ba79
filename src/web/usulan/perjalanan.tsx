/** The way of a proposal as a line: what was done, where it is, what comes after and by whom. */
import { IconCheck } from '@tabler/icons-react'
import { type Keadaan, keadaan, selesai, semuaKeadaan } from '#domain/usulan/keadaan.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { Section } from '#ui/section.tsx'
import { isMundur } from '#web/usulan/langkah.ts'
import classes from '#web/usulan/perjalanan.module.css'
import type { SatuUsulan } from '#web/usulan/satu.tsx'
import { teksUsulanSatu } from '#web/usulan/teks-satu.ts'

type Langkah = SatuUsulan['riwayat'][number]
type Sesudah = SatuUsulan['sesudah'][number]

const isKeadaan = (s: string): s is Keadaan => semuaKeadaan.some((k) => k === s)

/** The states left behind, each with the step that led on from it; what was taken back is left out. */
function dilalui(riwayat: readonly Langkah[], kini: Keadaan): readonly Langkah[] {
  const jalan: Langkah[] = []
  for (const r of riwayat) {
    if (r.dari === r.ke) continue
    // Back to a state passed before: the loop is told by the history below, not by the line.
    const kembali = jalan.findIndex((j) => j.dari === r.ke)
    if (kembali >= 0) jalan.length = kembali
    else jalan.push(r)
  }
  return jalan.filter((j) => j.dari !== kini)
}

/** The ways on from here, one for each state reached, those that carry on before those that end it. */
function kelompokSesudah(sesudah: readonly Sesudah[]): readonly (readonly Sesudah[])[] {
  const kelompok = new Map<string, Sesudah[]>()
  for (const s of sesudah.filter(
    (x) => !isMundur(x.aksi) && x.aksi !== 'benturkan' && x.aksi !== 'kedaluwarsakan',
  )) {
    const ada = kelompok.get(s.ke)
    if (ada) ada.push(s)
    else kelompok.set(s.ke, [s])
  }
  return [...kelompok.values()]
}

export function Perjalanan({ u }: { u: SatuUsulan }) {
  const t = useTeks(teksUsulanSatu)
  const f = useFormat()
  const label = useLabel()
  const ke = kelompokSesudah(u.sesudah)
  return (
    <Section judul={t('perjalanan')}>
      <ol className={classes.garis}>
        {dilalui(u.riwayat, u.status).map((r) => (
          <li key={r.pada} className={classes.sudah}>
            <span className={classes.titik} aria-hidden>
              <IconCheck size={12} stroke={3} />
            </span>
            <span className={classes.kapan}>{t('sudah')}</span>
            <span className={classes.apa}>
              {isKeadaan(r.dari) ? label(keadaan[r.dari].label) : r.dari}
            </span>
            <span className={classes.ket}>
              {label(r.label)}:{' '}
              {[
                r.oleh,
                r.peran && (r.pengganti || r.oleh === null) ? label(r.peran) : null,
                f.tanggalPendek(r.pada),
              ]
                .filter(Boolean)
                .join(', ')}
            </span>
          </li>
        ))}
        <li className={classes.kini} aria-current="step">
          <span className={classes.titik} aria-hidden />
          <span className={classes.kapan}>{t('kini')}</span>
          <span className={classes.apa}>{label(keadaan[u.status].label)}</span>
          <span className={classes.ket}>
            {selesai.has(u.status)
              ? t('selesai')
              : t('kiniSejak', { hari: f.tanggal(u.statusSejak) })}
          </span>
        </li>
        {ke.length > 0 ? (
          <li className={classes.nanti}>
            <span className={classes.titik} aria-hidden />
            <span className={classes.kapan}>{t('berikut')}</span>
            {ke.map((s, i) => (
              <Berikut key={s[0]?.ke} isi={s} atau={i > 0} />
            ))}
          </li>
        ) : null}
      </ol>
    </Section>
  )
}

function Berikut({ isi, atau }: { isi: readonly Sesudah[]; atau: boolean }) {
  const t = useTeks(teksUsulanSatu)
  const label = useLabel()
  const [first] = isi
  if (!first) return null
  const siapa = [...new Set(isi.flatMap((s) => (s.aksi === 'lewati' ? [] : s.oleh.map(label))))]
  const oleh = siapa.length > 0 ? t('olehSiapa', { siapa: siapa.join(', ') }) : null
  const sendiri = isi.some((s) => s.aksi === 'lewati') ? t('otomatis') : null
  return (
    <>
      <span className={classes.apa}>
        {atau ? `${t('atau')} ` : ''}
        {label(keadaan[first.ke].label)}
      </span>
      <span className={classes.ket}>
        {[`${label(first.label)}${oleh ? ` ${oleh}` : ''}`, sendiri].filter(Boolean).join('; ')}
      </span>
    </>
  )
}
