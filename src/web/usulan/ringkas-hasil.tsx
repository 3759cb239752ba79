/** How many go on and how many stay, before a step and after it. */
import { Text } from '@mantine/core'
import { useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import classes from '#web/usulan/jalankan.module.css'
import type { HasilLangkah } from '#web/usulan/perintah.ts'
import { teksUsulan } from '#web/usulan/teks.ts'

/** The two numbers that a person decides on, and the period into which things go. */
export function RingkasHasil({ hasil, sesudah }: { hasil: HasilLangkah; sesudah?: boolean }) {
  const t = useTeks(teksUsulan)
  const f = useFormat()
  const tetap = hasil.tertahan.length
  return (
    <div role="status">
      <dl className={classes.angka}>
        <div data-nada="baik">
          <dt>{t(sesudah ? 'jadi' : 'lanjut')}</dt>
          <dd>{f.angka(hasil.jadi)}</dd>
        </div>
        {tetap > 0 ? (
          <div data-nada="tetap">
            <dt>{t('tetap')}</dt>
            <dd>{f.angka(tetap)}</dd>
          </div>
        ) : null}
      </dl>
      {hasil.periode.map((p) => (
        <Text size="sm" key={p.kode} {...(p.terlewat ? { fw: 550 } : {})}>
          {t(p.terlewat ? 'periodeLewat' : 'periodeN', {
            n: f.angka(p.jumlah),
            periode: f.bulan(`${p.kode}-01`),
            tenggat: f.waktu(p.tenggat),
          })}
        </Text>
      ))}
      {hasil.jadi === 0 ? (
        <Text size="sm">{t('tidakAdaLanjut')}</Text>
      ) : tetap > 0 ? (
        <Text size="sm" c="dimmed">
          {t('tetapIsi')}
        </Text>
      ) : null}
    </div>
  )
}
