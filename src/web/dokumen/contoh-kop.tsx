/** The letterhead as it will be printed: black on white, also in the dark. */
import { useTeks } from '#ui/bahasa.ts'
import { Section } from '#ui/section.tsx'
import { Gambar } from '#web/berkas/galeri.tsx'
import classes from '#web/dokumen/contoh-kop.module.css'
import { barisOf, type IsianKop } from '#web/dokumen/isian-kop.ts'
import { teksKop } from '#web/dokumen/teks.ts'

export function ContohKop({ isi, kab }: { isi: IsianKop; kab: number }) {
  const t = useTeks(teksKop)
  const hubungi = [isi.alamat.trim(), isi.telepon.trim() ? `Telepon ${isi.telepon.trim()}` : '']
    .filter((one) => one !== '')
    .join(' · ')
  const baris = barisOf(isi)
  return (
    <Section judul={t('contoh')}>
      <div className={classes.kertas}>
        <div className={classes.logo}>
          {isi.logo ? (
            <Gambar b={{ kab, id: isi.logo }} bagian="kecil" alt={t('tandaLogo')} />
          ) : null}
        </div>
        <div className={classes.baris}>
          {baris.map((text, i) => (
            <div key={text} className={i === baris.length - 1 ? classes.kantor : undefined}>
              {text}
            </div>
          ))}
          <div className={classes.hubungi}>{hubungi}</div>
        </div>
      </div>
    </Section>
  )
}
