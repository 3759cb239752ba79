/** The work list: what waits, how many, and one button per line. */
import { useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { Section } from '#ui/section.tsx'
import classes from '#web/beranda/pekerjaan-rumah.module.css'
import { teksBeranda } from '#web/beranda/teks.ts'
import type { OutputOf } from '#web/operasi.ts'
import { TombolTautan } from '#web/tautan.tsx'

type Daftar = OutputOf<'beranda.ringkasan'>['pekerjaanRumah']
type Jenis = Daftar[number]['jenis']

const tombol = {
  impor_ditahan: { teks: 'kerjakan', ke: '/impor' },
  impor_pertanyaan: { teks: 'jawab', ke: '/impor' },
  belum_berdesil: { teks: 'jalankan', ke: '/peringkat' },
  kuota_kosong: { teks: 'simulasi', ke: '/kuota' },
} as const satisfies Record<Jenis, { teks: string; ke: string }>

export function PekerjaanRumah({ daftar }: { daftar: Daftar }) {
  const t = useTeks(teksBeranda)
  const f = useFormat()
  const ada = daftar.filter((d) => d.jumlah > 0)
  return (
    <Section judul={t('pekerjaanRumah')} rapat={ada.length > 0}>
      {ada.length === 0 ? (
        <p className={classes.kosong}>{t('pekerjaanRumahKosong')}</p>
      ) : (
        <ul className={classes.daftar}>
          {ada.map(({ jenis, jumlah }) => (
            <li key={jenis} className={classes.butir}>
              <span className={classes.jumlah}>{f.angka(jumlah)}</span>
              <span className={classes.isi}>
                <span className={classes.judul}>{t(jenis)}</span>
                <span className={classes.ket}>{t(`${jenis}_isi`)}</span>
              </span>
              <TombolTautan
                to={tombol[jenis].ke}
                variant="default"
                size="xs"
                aria-label={`${t(tombol[jenis].teks)}: ${t(jenis)}`}
              >
                {t(tombol[jenis].teks)}
              </TombolTautan>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
