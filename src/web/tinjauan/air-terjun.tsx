/** The waterfall: what each comparison adds to or takes from the weight, from the prior to the sum. */
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { Section } from '#ui/section.tsx'
import type { OutputOf } from '#web/operasi.ts'
import classes from '#web/tinjauan/air-terjun.module.css'
import { teksTinjauan } from '#web/tinjauan/teks.ts'

type Satu = OutputOf<'padanan.pasangan'>
type Baris = { id: string; nama: string; jawaban: string; bit: number; dari: number; ke: number }

/** Steps with where each begins and ends on the way. */
function jalan(langkah: readonly Omit<Baris, 'dari' | 'ke'>[]): readonly Baris[] {
  let kini = 0
  return langkah.map((l) => {
    const dari = kini
    kini += l.bit
    return { ...l, dari, ke: kini }
  })
}

export function AirTerjun({ p }: { p: Satu }) {
  const t = useTeks(teksTinjauan)
  const f = useFormat()
  const label = useLabel()
  const h = p.hitungan
  const baris = jalan([
    { id: 'awal', nama: t('awal'), jawaban: t('awalIsi'), bit: h.bitAwal },
    ...h.langkah.map((l) => ({
      id: l.nama,
      nama: label(l.label),
      jawaban: label(l.jawaban),
      bit: l.bobot,
    })),
    { id: 'kelangkaan', nama: t('kelangkaan'), jawaban: t('kelangkaanIsi'), bit: h.kelangkaan },
  ])
  const ujung = [0, h.bobot, ...baris.flatMap((b) => [b.dari, b.ke])]
  const [rendah, tinggi] = [Math.min(...ujung), Math.max(...ujung)]
  const letak = (bit: number) => ((bit - rendah) / Math.max(1, tinggi - rendah)) * 100
  const tanda = (n: number) => (n > 0 ? '+' : n < 0 ? '−' : '')
  const bit = (n: number) => `${tanda(n)}${f.desimal(Math.abs(n), 1)}`
  const batang = (a: number, b: number) => ({
    insetInlineStart: `${letak(Math.min(a, b))}%`,
    width: `${Math.abs(letak(b) - letak(a))}%`,
  })
  return (
    <Section
      judul={t('airTerjun', { bobot: f.desimal(h.bobot, 1) })}
      keterangan={t('airTerjunIsi', {
        padan: f.desimal(p.ambang.padan, 1),
        periksa: f.desimal(p.ambang.periksa, 1),
      })}
    >
      <ul
        className={classes.daftar}
        style={{ '--nol': `${letak(0)}%`, listStyle: 'none', padding: 0 }}
      >
        {baris.map((b) => (
          <li key={b.id} className={classes.baris}>
            <span className={classes.nama}>
              {b.nama}
              <span className={classes.jawaban}>{b.jawaban}</span>
            </span>
            <span className={classes.jalur} aria-hidden>
              <span
                className={classes.batang}
                data-tanda={b.bit < 0 ? 'turun' : 'naik'}
                style={batang(b.dari, b.ke)}
              />
            </span>
            <span className={classes.bit}>{bit(b.bit)}</span>
          </li>
        ))}
        <li className={`${classes.baris} ${classes.total}`}>
          <span className={classes.nama}>{t('total')}</span>
          <span className={classes.jalur} aria-hidden>
            <span className={classes.batang} data-tanda="jumlah" style={batang(0, h.bobot)} />
          </span>
          <span className={classes.bit}>{t('bit', { n: bit(h.bobot) })}</span>
        </li>
      </ul>
    </Section>
  )
}
