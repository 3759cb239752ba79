/** The result in numbers: before, after, and how the places of the quota are filled. */
import { Stack } from '@mantine/core'
import { useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { Section } from '#ui/section.tsx'
import { Stat, StatRow } from '#ui/stat.tsx'
import classes from '#web/kuota/hasil.module.css'
import type { Simulasi } from '#web/kuota/simulasi.tsx'
import { teksKuota } from '#web/kuota/teks.ts'

export function Hasil({ s }: { s: Simulasi }) {
  const t = useTeks(teksKuota)
  const f = useFormat()
  const r = s.ringkasan
  return (
    <Stack gap="md">
      <StatRow label={t('hasil')}>
        <Stat label={t('terdaftarJumlah')} nilai={f.angka(r.terdaftar)} satuan="KK" />
        <Stat label={t('menerima')} nilai={f.angka(r.menerima)} satuan="KK" />
        <Stat label={t('belumMenerima')} nilai={f.angka(r.terdaftarBelumMenerima)} satuan="KK" />
        <Stat label={t('kuotaKosong')} nilai={f.angka(r.kuotaKosong)} satuan="KK" utama />
        <Stat label={t('sesudah')} nilai={f.angka(r.belumMenerimaSesudah)} satuan="KK" />
      </StatRow>
      <Aliran s={s} />
    </Stack>
  )
}

/** One bar as long as the quota: who keeps a place, who gets one, what stays open; beside it who leaves. */
function Aliran({ s }: { s: Simulasi }) {
  const t = useTeks(teksKuota)
  const f = useFormat()
  const r = s.ringkasan
  const kosong = Math.max(0, r.kuota - r.tetap - r.masuk - r.sisaSeri)
  const jumlah = Math.max(1, r.tetap + r.masuk + r.sisaSeri + kosong)
  const lebar = (n: number) => ({ width: `${(100 * n) / jumlah}%` })
  const angka = {
    kuota: f.angka(r.kuota),
    tetap: f.angka(r.tetap),
    masuk: f.angka(r.masuk),
    seri: f.angka(r.seri),
    kosong: f.angka(kosong),
  }
  return (
    <Section judul={t('hasil')}>
      <div className={classes.jalur} role="img" aria-label={t('aliran', angka)}>
        <span className={classes.tetap} style={lebar(r.tetap)} />
        <span className={classes.masuk} style={lebar(r.masuk)} />
        <span className={classes.seri} style={lebar(r.sisaSeri)} />
        <span className={classes.kosong} style={lebar(kosong)} />
      </div>
      <dl className={classes.legenda}>
        <Butir warna={classes.tetap} label={t('tetap')} nilai={angka.tetap} isi={t('tetapIsi')} />
        <Butir warna={classes.masuk} label={t('masuk')} nilai={angka.masuk} isi={t('masukIsi')} />
        {r.seri > 0 ? (
          <Butir
            warna={classes.seri}
            label={t('seri')}
            nilai={angka.seri}
            isi={t('seriIsi', { n: f.angka(r.sisaSeri) })}
          />
        ) : null}
        <Butir
          warna={classes.keluar}
          label={t('keluar')}
          nilai={f.angka(r.keluar)}
          isi={t('keluarIsi')}
        />
        <Butir
          warna={classes.kosong}
          label={t('menunggu')}
          nilai={f.angka(r.menunggu)}
          isi={t('menungguIsi')}
        />
      </dl>
    </Section>
  )
}

type ButirProps = { warna: string | undefined; label: string; nilai: string; isi: string }

function Butir({ warna, label, nilai, isi }: ButirProps) {
  return (
    <div className={classes.butir}>
      <dt className={classes.label}>
        <span className={`${classes.titik} ${warna ?? ''}`} aria-hidden />
        {label}
      </dt>
      <dd className={classes.nilai}>{nilai}</dd>
      <dd className={classes.isi}>{isi}</dd>
    </div>
  )
}
